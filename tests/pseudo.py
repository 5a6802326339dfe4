"""A language in which every translated text is marked: what is left unmarked nobody can translate."""

from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from unittest import mock

from django.utils.translation.trans_real import CONTEXT_SEPARATOR, DjangoTranslation

OPEN, CLOSE = "⟦", "⟧"
# What a person sees or hears of a tag beside its text.
SAID = ("title", "aria-label", "placeholder", "alt", "aria-description", "label")
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
UNSEEN = frozenset({"script", "style", "template", "svg", "noscript"})


@contextmanager
def marked_translations() -> Iterator[None]:
    """Put every text that passes through a catalogue between ⟦ and ⟧."""
    gettext, ngettext = DjangoTranslation.gettext, DjangoTranslation.ngettext

    def mark(text: str) -> str:
        return OPEN + text.rsplit(CONTEXT_SEPARATOR, 1)[-1] + CLOSE if text.strip() else text

    with (
        mock.patch.object(DjangoTranslation, "gettext", lambda self, text: mark(gettext(self, text))),
        mock.patch.object(
            DjangoTranslation, "ngettext", lambda self, one, many, n: mark(ngettext(self, one, many, n))
        ),
    ):
        yield


class Unmarked(HTMLParser):
    """Gathers the texts of a page, and those of its tags, that stand outside the marks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._depth = 0
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden:
            if tag not in VOID:
                self._hidden.append(tag)
            return
        said = {name: value or "" for name, value in attrs}
        for name in SAID:
            self._add(outside(said.get(name, ""))[0])
        if tag == "input" and said.get("type") in ("submit", "button", "reset"):
            self._add(outside(said.get("value", ""))[0])
        if tag in UNSEEN:
            self._hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            while self._hidden.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            text, self._depth = outside(data, self._depth)
            self._add(text)

    def _add(self, text: str) -> None:
        if text.strip():
            self.found.append(" ".join(text.split()))


def outside(text: str, depth: int = 0) -> tuple[str, int]:
    """Return what of a text stands outside the marks, and how deep inside marks it ends."""
    kept = []
    for letter in text:
        if letter == OPEN:
            depth += 1
        elif letter == CLOSE:
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(letter)
    return "".join(kept), depth


def unmarked(html: str) -> list[str]:
    """Return the texts of a page that no catalogue gave."""
    parser = Unmarked()
    parser.feed(html)
    parser.close()
    return parser.found

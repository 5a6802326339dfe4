"""Rich text outside the site: sanitised HTML with absolute addresses, and plain text. Plain Python."""

import re
from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import nh3

TEXTS = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "blockquote"})
LISTS = frozenset({"ul", "ol", "li", "dl", "dt", "dd"})
TABLES = frozenset({"table", "caption", "thead", "tbody", "tr"})
FIGURES = frozenset({"figure", "figcaption"})
INLINE = frozenset({"strong", "b", "em", "i", "sup", "sub", "code"})
VOID = frozenset({"br", "hr", "img"})
NO_ATTRIBUTES: frozenset[str] = frozenset()

ALLOWED = {
    **dict.fromkeys(TEXTS | LISTS | TABLES | FIGURES | INLINE | {"br", "hr"}, NO_ATTRIBUTES),
    "a": frozenset({"href"}),
    "th": frozenset({"scope", "colspan", "rowspan"}),
    "td": frozenset({"colspan", "rowspan"}),
    "img": frozenset({"src", "alt", "width", "height"}),
}
# What stands on a line of its own in plain text.
BLOCKS = TEXTS | LISTS | TABLES | FIGURES | {"br", "hr", "div", "section", "details", "summary"}
# What goes together with all that is in it.
CODE = frozenset({"script", "style", "svg", "template", "noscript", "object", "head", "title"})
CONTROLS = frozenset({"form", "button", "iframe", "select"})
DROPPED = CODE | CONTROLS
SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def sanitise(html: str, base_url: str = "") -> str:
    """Return HTML of allowed elements and attributes only, with addresses made absolute by `base_url`.

    Everything else is unwrapped or, where it is code, dropped. The result is always well nested.
    """
    reader = _Sanitiser(base_url)
    reader.feed(html)
    reader.close()
    written = re.sub(r"\s*\n\s*", "\n", "".join(reader.finished())).strip()
    # A parser that browsers' own is the model of has the last word.
    return nh3.clean(
        written,
        tags=set(ALLOWED),
        attributes={tag: set(names) for tag, names in ALLOWED.items() if names},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


def plain_text(html: str) -> str:
    """Return the text of HTML: one paragraph a line, list items after a dash, no mark-up."""
    reader = _Plain()
    reader.feed(html)
    reader.close()
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in "".join(reader.pieces).split("\n"))
    return "\n".join(line for line in lines if line not in ("", "–"))


class _Reader(HTMLParser):
    """Skips what is dropped; the heirs say what happens to the rest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._skipping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in DROPPED:
            self._skipping.append(tag)
        elif not self._skipping:
            self.start(tag, dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in DROPPED and not self._skipping:
            self.start(tag, dict(attrs))
            if tag not in VOID:
                self.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._skipping:
            if tag == self._skipping[-1]:
                self._skipping.pop()
        else:
            self.end(tag)

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.text(data)

    def start(self, tag: str, attributes: dict[str, str | None]) -> None:
        raise NotImplementedError

    def end(self, tag: str) -> None:
        raise NotImplementedError

    def text(self, data: str) -> None:
        raise NotImplementedError


class _Sanitiser(_Reader):
    def __init__(self, base_url: str) -> None:
        super().__init__()
        self._base_url = base_url
        self._open: list[str] = []

    def start(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag not in ALLOWED:
            return
        kept = "".join(
            f' {name}="{escape(value)}"'
            for name in sorted(ALLOWED[tag])
            if (value := self._attribute(name, attributes.get(name))) is not None
        )
        self.pieces.append(f"<{tag}{kept}>")
        if tag not in VOID:
            self._open.append(tag)

    def end(self, tag: str) -> None:
        if tag in self._open:
            while (last := self._open.pop()) != tag:
                self.pieces.append(f"</{last}>")
            self.pieces.append(f"</{tag}>")

    def text(self, data: str) -> None:
        self.pieces.append(escape(data, quote=False))

    def finished(self) -> list[str]:
        return [*self.pieces, *(f"</{tag}>" for tag in reversed(self._open))]

    def _attribute(self, name: str, value: str | None) -> str | None:
        if value is None or name not in ("href", "src"):
            return value
        address = urljoin(self._base_url, re.sub(r"[\x00-\x20]", "", value))
        scheme = urlsplit(address).scheme.lower()
        return address if scheme in SCHEMES or (not scheme and not self._base_url) else None


class _Plain(_Reader):
    def start(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in BLOCKS:
            self.pieces.append("\n– " if tag == "li" else "\n")
        elif tag in ("td", "th"):
            self.pieces.append(" ")

    def end(self, tag: str) -> None:
        if tag in BLOCKS:
            self.pieces.append("\n")

    def text(self, data: str) -> None:
        self.pieces.append(data.replace("\n", " "))

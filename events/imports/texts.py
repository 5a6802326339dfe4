"""Texts of somebody else's calendar as ours: plain, without mark-up, of bounded length."""

import re
from textwrap import shorten

from events.imports.limits import MAX_LEAD, MAX_TEXT
from pages.richtext import plain_text

_ESCAPED = re.compile(r"\\([\\,;nN])")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|&(?:[a-z]+|#\d+);")
_SPACES = re.compile(r"[^\S\n]+")
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\]+", re.IGNORECASE)


def unescaped(value: str) -> str:
    """The text of a TEXT value (RFC 5545, 3.3.11)."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def paragraphs(value: str) -> str:
    """A long text without mark-up, one paragraph a line."""
    text = unescaped(value)[: MAX_TEXT * 4]
    if _MARKUP.search(text):
        text = plain_text(re.sub(r"\n", "<br>", text))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(value: str) -> str:
    """A short text without mark-up or line breaks."""
    return paragraphs(value).replace("\n", " ")


def is_web_address(value: str) -> bool:
    """Whether a text is an http(s) address and nothing else."""
    return bool(_ADDRESS.fullmatch(value))


def cut(text: str, most: int) -> str:
    """The beginning of a text, of at most so many characters."""
    if len(text) <= most:
        return text
    return shorten(text, most, placeholder=" …") if "\n" not in text else text[: most - 1] + "…"


def lead_and_rest(text: str) -> tuple[str, list[str]]:
    """The first paragraph when it is short enough for a lead, else its beginning; and what follows.

    Nothing is lost: a paragraph that had to be cut follows whole.
    """
    first, *rest = text.split("\n") if text else [""]
    if len(first) <= MAX_LEAD:
        return first, rest
    lead = shorten(first, MAX_LEAD, placeholder=" …")
    return (lead if len(lead) > 2 else f"{first[: MAX_LEAD - 1]}…"), [first, *rest]

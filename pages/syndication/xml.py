"""Well-formed XML from texts of any kind."""

import re
from xml.sax.saxutils import escape, quoteattr

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
# XML 1.0 has no way to write these, not even escaped.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def element(name: str, text: str = "", /, **attributes: str) -> str:
    """Return an element with escaped text; an attribute `xml_lang` is written `xml:lang`."""
    return wrapped(name, escape(_clean(text)), **attributes)


def wrapped(name: str, content: str, /, **attributes: str) -> str:
    """Return an element around XML that is written already."""
    written = "".join(
        f" {key.rstrip('_').replace('_', ':')}={quoteattr(_clean(value))}"
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{written}>{content}</{name}>\n" if content else f"<{name}{written}/>\n"


def _clean(text: str) -> str:
    return FORBIDDEN.sub("", text)

"""Rich text in the API: sanitised HTML and plain text of the same content."""

from django.utils.translation import gettext_noop as _
from pydantic import Field
from wagtail.blocks import StreamValue

from pages.api.schema import Out
from pages.richtext import plain_text, sanitise


class TextOut(Out):
    """A text in two forms."""

    html: str = Field(description=_("HTML от малък списък с елементи, без стилове и код; пълни адреси."))
    text: str = Field(description=_("Същото без форматиране, по един абзац на ред."))


def text_of(html: str, base_url: str) -> TextOut:
    """Return both forms of HTML; relative addresses are read from `base_url`."""
    clean = sanitise(html, base_url)
    return TextOut(html=clean, text=plain_text(clean))


def body_text(body: StreamValue, base_url: str) -> TextOut:
    """Return both forms of the body of a page."""
    return text_of(body.render_as_block(), base_url)

"""Running text."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock

TEXT_FEATURES = ["bold", "italic", "superscript", "subscript", "ol", "ul", "hr", "link", "document-link"]


class TextBlock(RichTextBlock):
    """Paragraphs, lists and links; headings are a block of their own."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", TEXT_FEATURES)
        kwargs.setdefault("max_length", 20_000)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Текст")
        template = "pages/blocks/text.html"

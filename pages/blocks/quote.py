"""Somebody's words."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, TextBlock


class QuoteBlock(StructBlock):
    """A quotation and its author."""

    text = TextBlock(
        label=_("Цитат"), help_text=_("Без кавички: те се добавят сами."), max_length=1000, rows=3
    )
    author = CharBlock(label=_("Автор"), max_length=160, required=False)
    source = CharBlock(label=_("Източник"), max_length=200, required=False)

    class Meta:
        icon = "openquote"
        label = _("Цитат")
        template = "pages/blocks/quote.html"
        label_format = "{text}"

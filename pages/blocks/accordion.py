"""Questions that open to their answers."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StructBlock


class AccordionItemBlock(StructBlock):
    """A question and its answer."""

    title = CharBlock(label=_("Въпрос или заглавие"), max_length=200)
    text = RichTextBlock(
        label=_("Отговор"), features=["bold", "italic", "ol", "ul", "link", "document-link"], max_length=5000
    )

    class Meta:
        icon = "help"
        label = _("Въпрос")
        label_format = "{title}"


class AccordionBlock(StructBlock):
    """A list of questions, closed until chosen."""

    items = ListBlock(AccordionItemBlock(), label=_("Въпроси"), min_num=1, max_num=40)

    class Meta:
        icon = "list-ul"
        label = _("Въпроси и отговори")
        template = "pages/blocks/accordion.html"

"""A note that stands out."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, RichTextBlock, StructBlock


class CalloutBlock(StructBlock):
    """Something to know, or something to beware of."""

    kind = ChoiceBlock(
        label=_("Вид"),
        choices=[("info", _("За сведение")), ("attention", _("Внимание"))],
        default="info",
    )
    title = CharBlock(label=_("Заглавие"), max_length=120, required=False)
    text = RichTextBlock(label=_("Текст"), features=["bold", "italic", "link", "ul"], max_length=2000)

    class Meta:
        icon = "info-circle"
        label = _("Каре")
        template = "pages/blocks/callout.html"
        label_format = "{title}"

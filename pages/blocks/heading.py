"""A heading inside the body."""

from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, StructBlock, StructValue

from pages.bulgarian import slugify


class HeadingValue(StructValue):
    """The heading with the name by which links reach it."""

    @property
    def anchor(self) -> str:
        """The fragment of the address, e.g. "chitalna-karta"."""
        return slugify(Truncator(self["text"]).chars(60, truncate=""))


class HeadingBlock(StructBlock):
    """A heading of the second or the third level."""

    text = CharBlock(label=_("Заглавие"), max_length=160)
    level = ChoiceBlock(label=_("Ниво"), choices=[("h2", _("Раздел")), ("h3", _("Подраздел"))], default="h2")

    class Meta:
        icon = "title"
        label = _("Заглавие")
        template = "pages/blocks/heading.html"
        value_class = HeadingValue
        label_format = "{text}"

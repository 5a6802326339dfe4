"""Several pictures together."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock

from pages.blocks.image import ImageBlock


class GalleryBlock(StructBlock):
    """Two to forty pictures, each with its own description."""

    title = CharBlock(label=_("Заглавие на галерията"), max_length=160, required=False)
    images = ListBlock(ImageBlock(), label=_("Изображения"), min_num=2, max_num=40)

    class Meta:
        icon = "image"
        label = _("Галерия")
        template = "pages/blocks/gallery.html"
        label_format = "{title}"

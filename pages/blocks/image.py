"""A picture with a description."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock
from wagtail.images.blocks import ImageChooserBlock


class ImageBlock(StructBlock):
    """A picture; its description is required."""

    image = ImageChooserBlock(label=_("Изображение"))
    alt_text = CharBlock(
        label=_("Описание на изображението"),
        help_text=_("Какво се вижда, с едно изречение: чете се на хора, които не виждат изображението."),
        max_length=250,
        error_messages={"required": _("Опишете с няколко думи какво се вижда на изображението.")},
    )
    caption = CharBlock(label=_("Текст под изображението"), max_length=250, required=False)

    class Meta:
        icon = "image"
        label = _("Изображение")
        template = "pages/blocks/image.html"
        label_format = "{alt_text}"

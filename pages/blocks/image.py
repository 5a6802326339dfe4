"""A picture with a description."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError
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

    def clean(self, value: StructValue) -> StructValue:
        """Say what to write where the description is missing."""
        try:
            return super().clean(value)
        except StructBlockValidationError as error:
            if "alt_text" in error.block_errors and not (value.get("alt_text") or "").strip():
                messages = self.child_blocks["alt_text"].meta.error_messages
                error.block_errors["alt_text"] = ValidationError(messages["required"])
            raise

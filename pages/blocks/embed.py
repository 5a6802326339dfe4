"""A video that is loaded only when the reader asks for it."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, StructValue, URLBlock

from pages.blocks.video_address import Video, parse_video


class EmbedValue(StructValue):
    """The address with what it says about the video."""

    @property
    def video(self) -> Video | None:
        """The video, or None for an address that is none."""
        return parse_video(self["url"] or "")


class VideoURLBlock(URLBlock):
    """The address of a video on YouTube or Vimeo."""

    def clean(self, value: str) -> str:
        """Refuse an address that names no video of the two."""
        cleaned: str = super().clean(value)
        if cleaned and parse_video(cleaned) is None:
            raise ValidationError(
                _("Впишете адреса на видео от YouTube или Vimeo, например https://www.youtube.com/watch?v=….")
            )
        return cleaned


class EmbedBlock(StructBlock):
    """A title and the address; the page shows a button, and no other site is asked before it is pressed."""

    url = VideoURLBlock(label=_("Адрес на видеото"), max_length=500)
    title = CharBlock(
        label=_("Заглавие"), help_text=_("Какво ще види читателят, ако пусне видеото."), max_length=160
    )

    class Meta:
        icon = "media"
        label = _("Видео")
        template = "pages/blocks/embed.html"
        value_class = EmbedValue
        label_format = "{title}"

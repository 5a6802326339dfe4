"""Pictures in the API: in a few sizes, with their description."""

from urllib.parse import urljoin

from django.utils.translation import gettext_noop as _
from pydantic import Field
from wagtail.images.models import AbstractImage, SourceImageIOError

from pages.api.schema import Out

# The sizes that the pages of the site use too, so that no copies are made for the API alone.
SIZES = ("format-webp|fill-480x300", "format-webp|fill-960x600", "format-webp|fill-1440x900")
USUAL = SIZES[1]


class PictureSizeOut(Out):
    """A copy of a picture in one size."""

    url: str = Field(description=_("Пълен адрес на изображението."))
    width: int = Field(description=_("Ширина в пиксели."), examples=[960])
    height: int = Field(description=_("Височина в пиксели."), examples=[600])


class PictureOut(PictureSizeOut):
    """A picture, resized."""

    alt: str = Field(description=_("Какво се вижда на изображението."))
    credit: str = Field(description=_("Автор или източник; може да е празно."))
    sizes: list[PictureSizeOut] = Field(description=_("Същото изображение в други размери, от най-малкия."))


def picture(image: AbstractImage | None, alt: str, base_url: str) -> PictureOut | None:
    """Return a picture in its sizes; None without one, or when its file is gone.

    `base_url` makes the addresses absolute.
    """
    if image is None:
        return None
    try:
        copies = image.get_renditions(*SIZES)
    except SourceImageIOError:
        return None
    sizes = [
        PictureSizeOut(url=urljoin(base_url, copy.url), width=copy.width, height=copy.height)
        for copy in (copies[size] for size in SIZES)
    ]
    usual = sizes[SIZES.index(USUAL)]
    return PictureOut(**usual.model_dump(), alt=alt, credit=getattr(image, "credit", ""), sizes=sizes)

"""Pictures in the API: one size, with its description."""

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from pydantic import Field
from wagtail.images.models import AbstractImage, SourceImageIOError

from pages.api.schema import Out

# A size that the pages of the site use too, so that no copy is made for the API alone.
SIZE = "format-webp|fill-960x540"


class PictureOut(Out):
    """A picture, resized."""

    url: str = Field(description=_("Пълен адрес на изображението."))
    width: int = Field(description=_("Ширина в пиксели."))
    height: int = Field(description=_("Височина в пиксели."))
    alt: str = Field(description=_("Какво се вижда на изображението."))
    credit: str = Field(description=_("Автор или източник; може да е празно."))


def picture(request: HttpRequest, image: AbstractImage | None, alt: str) -> PictureOut | None:
    """Return a picture in its one size; None without one, or when its file is gone."""
    if image is None:
        return None
    try:
        copy = image.get_rendition(SIZE)
    except SourceImageIOError:
        return None
    return PictureOut(
        url=request.build_absolute_uri(copy.url),
        width=copy.width,
        height=copy.height,
        alt=alt,
        credit=getattr(image, "credit", ""),
    )

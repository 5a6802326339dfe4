"""Pictures in the API: one size, with its description."""

from django.http import HttpRequest
from pydantic import Field
from wagtail.images.models import AbstractImage, SourceImageIOError

from pages.api.schema import Out

# A size that the pages of the site use too, so that no copy is made for the API alone.
SIZE = "format-webp|fill-960x540"


class PictureOut(Out):
    """A picture, resized."""

    url: str = Field(description="Пълен адрес на изображението.")
    width: int = Field(description="Ширина в пиксели.")
    height: int = Field(description="Височина в пиксели.")
    alt: str = Field(description="Какво се вижда на изображението.")
    credit: str = Field(description="Автор или източник; може да е празно.")


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

"""Pictures and documents of the library, with file names in Latin letters."""

from pathlib import PurePath

from django.core.files import File
from django.core.files.base import ContentFile
from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image

from pages.bulgarian import slugify, transliterate

NAME_LENGTH = 60


def latin_file_name(name: str) -> str:
    """Return a file name that every system keeps: Latin letters, digits, hyphens and the extension."""
    path = PurePath(name)
    stem = slugify(path.stem.replace(".", "-").replace("_", "-"))[:NAME_LENGTH].rstrip("-")
    return (stem or "file") + transliterate(path.suffix.lower())


def readable_size(size: int) -> str:
    """Return a number of bytes as „640 B“, „12 KB“ or „1,2 MB“ in the active language (1 KB = 1024 B)."""
    amount, unit = float(size), "B"
    for larger in ("KB", "MB", "GB"):
        if amount < 1024:
            break
        amount, unit = amount / 1024, larger
    decimals = 1 if unit != "B" and amount < 10 else 0
    return f"{number_format(round(amount, decimals), decimals)}\u00a0{unit}"


class LibraryImage(AbstractImage):
    """A picture with the name of who made it."""

    credit = models.CharField(
        _("автор или източник"),
        help_text=_("Например „Снимка: Мария Петрова“. Показва се под изображението."),
        max_length=160,
        blank=True,
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(Image.Meta):
        verbose_name = _("изображение")
        verbose_name_plural = _("изображения")

    def generate_rendition_file(
        self,
        filter: Filter,  # noqa: A002 - Wagtail's name
        *,
        source: "File[bytes] | None" = None,
    ) -> "ContentFile[bytes]":
        """Return a resized copy, without the temporary file that Wagtail leaves open behind it."""
        with super().generate_rendition_file(filter, source=source) as copy:
            copy.seek(0)
            return ContentFile(copy.read(), name=copy.name)

    def get_upload_to(self, filename: str) -> str:
        """Return the path for an uploaded file."""
        return super().get_upload_to(latin_file_name(filename))


class LibraryRendition(AbstractRendition):
    """A resized copy of a picture."""

    image = models.ForeignKey(LibraryImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("копие на изображение")
        verbose_name_plural = _("копия на изображения")
        unique_together = [("image", "filter_spec", "focal_point_key")]


def document_path(document: models.Model, filename: str) -> str:
    """Return the path for an uploaded document."""
    return f"documents/{latin_file_name(filename)}"


class LibraryDocument(AbstractDocument):
    """A file for download."""

    file = models.FileField(_("файл"), upload_to=document_path)

    admin_form_fields = Document.admin_form_fields

    class Meta(Document.Meta):
        verbose_name = _("документ")
        verbose_name_plural = _("документи")

    @property
    def extension(self) -> str:
        """The kind of file as readers know it: "PDF", "DOCX"; empty when there is none."""
        return PurePath(self.filename).suffix.lstrip(".").upper()

    @property
    def human_size(self) -> str:
        """The size in the active language: „1,2 MB“; empty when the file is missing."""
        size = self.get_file_size()
        return "" if size is None else readable_size(size)

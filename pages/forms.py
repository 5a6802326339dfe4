"""The admin's forms for uploads: files are checked, photographs do not tell where they were taken."""

from typing import Any, BinaryIO, TypeAlias, cast

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext as _
from PIL import UnidentifiedImageError
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from pages.uploads.document_kinds import is_what_it_claims
from pages.uploads.picture_location import tells_location, without_location

MAX_DOCUMENT_MEGABYTES = 30

Upload: TypeAlias = "UploadedFile[Any]"


class LibraryImageForm(BaseImageForm):
    """Wagtail checks that a picture is one; this takes the coordinates out of it."""

    def clean_file(self) -> Upload:
        """Return the uploaded picture, without coordinates."""
        upload: Upload = self.cleaned_data["file"]
        if "file" not in self.changed_data:
            return upload
        try:
            tells = tells_location(cast(BinaryIO, upload))
        except (UnidentifiedImageError, OSError) as error:
            raise ValidationError(
                _("Файлът не е изображение, което може да се прочете. Изберете друг.")
            ) from error
        if not tells:
            return upload
        return SimpleUploadedFile(
            upload.name or "", without_location(cast(BinaryIO, upload)), upload.content_type or ""
        )


class LibraryDocumentForm(BaseDocumentForm):
    """Refuses a document that is too large or is not what the ending of its name says."""

    def clean_file(self) -> Upload:
        """Return the uploaded document."""
        upload: Upload = self.cleaned_data["file"]
        if "file" not in self.changed_data:
            return upload
        if (upload.size or 0) > MAX_DOCUMENT_MEGABYTES * 1024 * 1024:
            raise ValidationError(
                _("Файлът е по-голям от %(limit)s MB. Намалете го или го разделете на части.")
                % {"limit": MAX_DOCUMENT_MEGABYTES}
            )
        if not is_what_it_claims(upload.name or "", cast(BinaryIO, upload)):
            raise ValidationError(
                _(
                    "Файлът „%(name)s“ не е такъв, какъвто казва разширението му. "
                    "Запишете го отново в правилния вид."
                )
                % {"name": upload.name}
            )
        return upload

"""Materials with files, made and published."""

from typing import Any

from django.core.files.base import ContentFile
from methodology_factories import MaterialFactory, MaterialFileFactory

from library_site.demo import files
from methodology.models import MaterialPage
from pages.models import LibraryDocument


def document(title: str, name: str = "a.odt", content: bytes | None = None) -> LibraryDocument:
    content = files.odt(title) if content is None else content
    made = LibraryDocument(title=title, file=ContentFile(content, name), file_size=len(content))
    made.save()
    return made


def published(index: Any, *documents: LibraryDocument, **values: Any) -> MaterialPage:
    page = MaterialFactory(parent=index, **values)
    for number, one in enumerate(documents):
        MaterialFileFactory(page=page, document=one, sort_order=number)
    page = MaterialPage.objects.get(pk=page.pk)
    page.save_revision().publish()
    return MaterialPage.objects.get(pk=page.pk)

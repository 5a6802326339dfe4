"""Pictures and sample documents, made once and found again by their titles."""

from django.core.files.base import ContentFile

from library_site.demo import drawing, files
from library_site.demo.content import table
from library_site.demo.notation import Shelf
from pages.models import LibraryDocument, LibraryImage

CREDIT = "Из графичната поредица на сайта"


def load_shelf() -> Shelf:
    """Return the ids of all pictures and documents, making those that are missing."""
    pictures = {name: _picture(name, said["title"], said["alt"]) for name, said in table("pictures").items()}
    documents = {name: _document(name, title) for name, title in table("documents").items()}
    alts = {name: said["alt"] for name, said in table("pictures").items()}
    return Shelf(pictures, documents, alts)


def _picture(name: str, title: str, alt: str) -> int:
    known = LibraryImage.objects.filter(title=title, credit=CREDIT).values_list("pk", flat=True).first()
    if known is not None:
        return known
    image = LibraryImage(
        title=title,
        credit=CREDIT,
        description=alt,
        width=drawing.WIDTH,
        height=drawing.HEIGHT,
        file=ContentFile(drawing.draw(name), f"{name}.jpg"),
    )
    image.save()
    return image.pk


def _document(name: str, title: str) -> int:
    full = f"{title} ({files.SAMPLE})"
    known = LibraryDocument.objects.filter(title=full).values_list("pk", flat=True).first()
    if known is not None:
        return known
    content = files.make(name, title, table("document_texts").get(name, ()))
    document = LibraryDocument(title=full, file=ContentFile(content, name), file_size=len(content))
    document.save()
    return document.pk

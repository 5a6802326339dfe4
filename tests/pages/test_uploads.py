"""Files that are not what they claim, and photographs that know where they were taken."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from pages.models.media import latin_file_name
from pages.uploads.document_kinds import is_what_it_claims
from pages.uploads.picture_location import ORIENTATION, tells_location


def archive(**parts: str) -> bytes:
    """Return a ZIP with the parts named by path ("word/document.xml" is `word__document_xml`)."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return out.getvalue()


DOCX = archive(word__document_xml="<w/>")
ODT = archive(mimetype="application/vnd.oasis.opendocument.text")

CONTENTS = [
    ("правила.pdf", b"%PDF-1.7\n", True),
    ("правила.pdf", b"<html>", False),
    ("правила.pdf", b"", False),
    ("образец.docx", DOCX, True),
    ("образец.docx", archive(xl__workbook_xml="<x/>"), False),
    ("образец.docx", b"MZ\x90\x00", False),
    ("образец.xlsx", archive(xl__workbook_xml="<x/>"), True),
    ("образец.xlsx", DOCX, False),
    ("образец.odt", ODT, True),
    ("образец.ods", ODT, False),
    ("образец.pptx", archive(ppt__presentation_xml="<p/>"), True),
    ("стар.doc", bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 20, True),
    ("стар.doc", b"%PDF-1.7", False),
    ("писмо.rtf", b"{\\rtf1 }", True),
    ("бележки.txt", "Здравейте".encode("cp1251"), True),
    ("бележки.txt", b"\x7fELF\0\0", False),
    ("снимки.zip", DOCX, True),
    ("снимки.zip", b"PK\x03\x04 broken", False),
    ("карта.dwg", b"AC1032", True),
]


@pytest.mark.parametrize(("name", "content", "fits"), CONTENTS)
def test_the_content_of_a_document_is_compared_with_its_name(name: str, content: bytes, fits: bool) -> None:
    file = BytesIO(content)
    assert is_what_it_claims(name, file) is fits
    assert file.tell() == 0


FILE_NAMES = [
    ("Правила за обслужване.PDF", "pravila-za-obsluzhvane.pdf"),
    ("снимка_01 (2).JPG", "snimka-01-2.jpg"),
    ("годишен.отчет.2026.docx", "godishen-otchet-2026.docx"),
    ("日本.pdf", "file.pdf"),
    ("…", "file"),
    ("ж" * 200 + ".pdf", "zh" * 30 + ".pdf"),
]


@pytest.mark.parametrize(("name", "latin"), FILE_NAMES)
def test_a_file_is_kept_under_a_latin_name(name: str, latin: str) -> None:
    assert latin_file_name(name) == latin


def photograph(kind: str = "JPEG", *, located: bool = True) -> bytes:
    """Return a small picture that lies on its side and, unless told otherwise, knows its coordinates."""
    picture = Image.new("RGB", (40, 20), "#2F6B3A")
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    if located:
        exif.get_ifd(0x8825).update({1: "N", 2: (42.0, 25.0, 30.0), 3: "E", 4: (25.0, 37.0, 0.0)})
    out = BytesIO()
    picture.save(out, kind, exif=exif)
    return out.getvalue()


def image_form(content: bytes, name: str = "снимка.jpg") -> object:
    """Return the admin's form with an uploaded picture."""
    return get_image_form(get_image_model())(
        {"title": "Снимка", "collection": Collection.get_first_root_node().pk},
        {"file": SimpleUploadedFile(name, content, "image/jpeg")},
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "снимка.jpg"), ("PNG", "снимка.png"), ("WEBP", "снимка.webp")]
)
def test_an_uploaded_photograph_forgets_where_it_was_taken_and_stays_the_right_way_up(
    kind: str, name: str
) -> None:
    assert tells_location(BytesIO(photograph(kind)))
    form = image_form(photograph(kind), name)
    assert form.is_valid(), form.errors
    image = form.save()
    with image.open_file() as file:
        assert not tells_location(file)
        assert Image.open(file).getexif()[ORIENTATION] == 6
    assert image.file.name.startswith("original_images/snimka")


@pytest.mark.django_db
def test_a_photograph_without_coordinates_is_kept_byte_for_byte() -> None:
    content = photograph(located=False)
    form = image_form(content)
    assert form.is_valid(), form.errors
    with form.save().open_file() as file:
        assert file.read() == content


@pytest.mark.django_db
def test_a_text_that_calls_itself_a_picture_is_refused() -> None:
    form = image_form(b"<svg></svg> not a picture")
    assert not form.is_valid()
    assert "file" in form.errors


def document_form(name: str, content: bytes) -> object:
    """Return the admin's form with an uploaded document."""
    return get_document_form(get_document_model())(
        {"title": "Правила", "collection": Collection.get_first_root_node().pk},
        {"file": SimpleUploadedFile(name, content)},
    )


@pytest.mark.django_db
def test_a_document_that_is_not_what_it_claims_is_refused_in_words() -> None:
    form = document_form("образец.docx", b"MZ\x90\x00")
    assert not form.is_valid()
    assert "не е такъв, какъвто казва разширението му" in str(form.errors["file"])


@pytest.mark.django_db
def test_a_document_that_is_too_large_is_refused_with_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pages.forms.MAX_DOCUMENT_MEGABYTES", 0)
    form = document_form("правила.pdf", b"%PDF-1.7")
    assert not form.is_valid()
    assert "по-голям от 0 MB" in str(form.errors["file"])


@pytest.mark.django_db
def test_a_document_knows_its_kind_and_its_size() -> None:
    form = document_form("Правила.pdf", b"%PDF-1.7" + b" " * 1200)
    assert form.is_valid(), form.errors
    document = form.save()
    assert document.extension == "PDF"
    assert document.human_size == "1,2\xa0KB"
    document.file_size = 30 * 1024 * 1024
    assert document.human_size == "30\xa0MB"
    assert document.file.name.startswith("documents/pravila")

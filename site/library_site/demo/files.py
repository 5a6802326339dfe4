"""Small real files for the materials: PDF, ODT, DOCX and XLSX, each saying that it is a sample."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import PurePath
from xml.sax.saxutils import escape

from library_site.demo import drawing
from pages.bulgarian import transliterate

SAMPLE = "примерни данни"
PICTURE = "open-book"


def make(name: str, title: str, lines: Sequence[str] = ()) -> bytes:
    """Return the bytes of a sample file, its kind told by the extension of `name`; texts hold the lines."""
    kind = PurePath(name).suffix
    if kind in (".odt", ".docx"):
        return odt(title, lines) if kind == ".odt" else docx(title, lines)
    return {".pdf": pdf, ".xlsx": xlsx}[kind](title)


def pdf(title: str) -> bytes:
    """Return a page with a print and the title, in Latin letters: those need no font in the file."""
    lines = f"BT /F1 20 Tf 60 300 Td ({_latin(title)}) Tj 0 -28 Td /F1 12 Tf ({_latin(SAMPLE)}) Tj ET"
    content = f"q 475 0 0 297 60 420 cm /Im1 Do Q {lines}".encode("latin-1")
    picture = drawing.draw(PICTURE)
    image = (
        f"<< /Type /XObject /Subtype /Image /Width {drawing.WIDTH} /Height {drawing.HEIGHT} "
        f"/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length {len(picture)} >>"
    )
    resources = "<< /Font << /F1 5 0 R >> /XObject << /Im1 6 0 R >> >>"
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources {resources} >>"
    info = f"<< /Title <{('﻿' + title).encode('utf-16-be').hex()}> >>"
    return _pdf_file(
        [
            b"<< /Type /Catalog /Pages 2 0 R /Lang (bg) >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page.encode(),
            _with_stream(f"<< /Length {len(content)} >>", content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            _with_stream(image, picture),
            info.encode(),
        ]
    )


def _latin(text: str) -> str:
    plain = transliterate(text).encode("latin-1", "ignore").decode("latin-1")
    return plain.replace("\\", "").replace("(", "\\(").replace(")", "\\)")


def _with_stream(head: str, data: bytes) -> bytes:
    return head.encode() + b"\nstream\n" + data + b"\nendstream"


def _pdf_file(objects: list[bytes]) -> bytes:
    out = BytesIO()
    out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    trailer = (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{start}\n"
    )
    out.write(trailer.encode() + b"%%EOF\n")
    return out.getvalue()


def docx(title: str, lines: Sequence[str] = ()) -> bytes:
    """Return a text document of another office with a heading and its lines."""
    from docx import Document

    document = Document()
    document.add_heading(title)
    for line in (f"({SAMPLE})", *lines):
        document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def odt(title: str, lines: Sequence[str] = ()) -> bytes:
    """Return a text document with a heading, its lines and a line to fill in."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    said = (title, f"({SAMPLE})", *lines, "№ …… / дата ……")
    body = "".join(f"<text:p>{escape(line)}</text:p>" for line in said)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.3" '
        f'xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.3" '
        f'xmlns:manifest="{names}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        f'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def xlsx(title: str) -> bytes:
    """Return a workbook with twelve months to fill in."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Образец")
    sheet.append([title])
    sheet.append([f"({SAMPLE})"])
    sheet.append(["месец", "постъпили", "отчислени", "заети", "посещения"])
    for month in range(1, 13):
        sheet.append([month, month * 3, month % 4, 180 + month * 7, 95 + month * 5])
    sheet.append(["общо", *(f"=SUM({column}4:{column}15)" for column in "BCDE")])
    out = BytesIO()
    book.save(out)
    return out.getvalue()

"""The activity report as DOCX: headings, paragraphs and tables that a person goes on writing in."""

import datetime
import io
from collections.abc import Iterable, Sequence
from typing import cast

from django.utils.translation import gettext as _
from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import _Row

from methodology.activity.report import Report, Section
from pages.bulgarian import dates

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LANGUAGE = "bg-BG"
FONT = "Calibri"
STYLE = "Light Grid"


def write(report: Report, *, issuer: str, day: datetime.date) -> bytes:
    """Return the document; its properties name the library, and nobody."""
    document = Document()
    _prepare(document, f"{report.title}, {report.about}", issuer)
    document.add_heading(report.title, 0)
    document.add_paragraph(report.about)
    for section in report.sections:
        _write_section(document, report, section)
    _write_municipalities(document, report)
    for note in report.notes:
        document.add_paragraph(note)
    made = _("Съставен на %(day)s от методическия отдел") % {"day": dates.long_date(day)}
    document.add_paragraph(f"{made} · {issuer}")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _prepare(document: DocumentType, title: str, issuer: str) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, issuer, LANGUAGE
    properties.comments = ""
    style = cast(ParagraphStyle, document.styles["Normal"])
    style.font.name, style.font.size = FONT, Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    style.element.get_or_add_rPr().append(language)
    for page in document.sections:
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin = page.right_margin = Cm(2)
        page.top_margin = page.bottom_margin = Cm(2)


def _write_section(document: DocumentType, report: Report, section: Section) -> None:
    document.add_heading(str(section.title), 1)
    document.add_paragraph(section.text)
    if section.lines:
        headings = (_("Показател"), _("Период"), report.before, _("Разлика"), "%")
        rows = [
            (str(line.now.label), line.now.text, line.then.text, line.change, line.percent)
            for line in section.lines
        ]
        _write_table(document, headings, rows)


def _write_municipalities(document: DocumentType, report: Report) -> None:
    table = report.municipalities
    if table is None:
        return
    document.add_heading(_("По общини"), 1)
    rows = [(row.name, *(cell.text for cell in row.cells)) for row in table.rows]
    totals = (_("Общо"), *map(str, table.totals))
    _write_table(document, (_("Община"), *map(str, table.headings)), [*rows, totals])


def _write_table(document: DocumentType, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = document.add_table(rows=1, cols=len(headings), style=STYLE)
    _fill(table.rows[0], headings)
    # The headings stand again on the next page.
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in rows:
        _fill(table.add_row(), row)
    document.add_paragraph()


def _fill(row: _Row, texts: Sequence[str]) -> None:
    for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.text = text
        if place:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT

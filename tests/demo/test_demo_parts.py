"""The small parts of the demo: days, notation, files, pictures."""

import zipfile
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from PIL import Image

from events.hours import proposed_holidays
from library_site.demo import drawing, files
from library_site.demo.content import items, table
from library_site.demo.days import resolve
from library_site.demo.loaders.hours import free_day
from library_site.demo.notation import Shelf, stream

MONDAY = date(2026, 11, 23)
SHELF = Shelf({"kites": 7, "snow": 8}, {"rules.pdf": 3}, {"kites": "Хвърчила", "snow": "Сняг"})


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("+0", date(2026, 11, 23)),
        ("-30", date(2026, 10, 24)),
        ("mon", date(2026, 11, 23)),
        ("wed", date(2026, 11, 25)),
        ("sun-4w", date(2026, 11, 1)),
        ("24.05<", date(2026, 5, 24)),
        ("24.05>", date(2027, 5, 24)),
        ("23.11<", date(2026, 11, 23)),
        ("11.12<", date(2025, 12, 11)),
    ],
)
def test_a_relative_day_is_found_from_today(text, day):
    assert resolve(text, MONDAY) == day


def test_a_day_that_is_none_is_refused():
    with pytest.raises(ValueError, match="tomorrow"):
        resolve("tomorrow", MONDAY)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Едно\nи **две**", "text", "<p>Едно и <b>две</b></p>"),
        ("- а\n- б", "text", "<ul><li>а</li><li>б</li></ul>"),
        ("## Раздел", "heading", {"text": "Раздел", "level": "h2"}),
        ("> Дума — Някой | книга", "quote", {"text": "Дума", "author": "Някой", "source": "книга"}),
        (
            "!! Внимание | Мокро",
            "callout",
            {"kind": "attention", "title": "Внимание", "text": "<p>Мокро</p>"},
        ),
        ("image:snow | Зима", "image", {"image": 8, "alt_text": "Сняг", "caption": "Зима"}),
        ("video:https://vimeo.com/1 | Филм", "embed", {"url": "https://vimeo.com/1", "title": "Филм"}),
    ],
)
def test_the_notation_becomes_blocks(text, kind, value):
    (block,) = stream(text, "page", SHELF)

    assert (block["type"], block["value"]) == (kind, value)


def test_a_table_knows_its_columns_of_numbers():
    (block,) = stream("table: Брой\nКакво | Колко\nкниги | 12\nкарти | 3", "page", SHELF)

    assert [column["type"] for column in block["value"]["columns"]] == ["text", "number"]


def test_blocks_keep_their_names_when_a_body_is_read_again():
    body = "Текст\n\ngallery:kites snow | Две\n\n? Защо\nТака"

    assert stream(body, "page", SHELF) == stream(body, "page", SHELF)
    assert stream(body, "page", SHELF) != stream(body, "other", SHELF)


def test_on_no_day_of_loading_does_an_exception_fall_on_a_holiday_or_open_a_department_under_repair():
    (repair,) = (item for item in items("closures") if item["key"] == "repair-listening-room")
    holidays = {one.day for year in (2026, 2027, 2028) for one in proposed_holidays(year)}
    for number in range(0, 400, 9):
        today = MONDAY + timedelta(days=number)
        begins = resolve(repair["start"], today)
        closed = {begins + timedelta(days=day) for day in range(repair["days"])}
        days = {item["reason"]: free_day(resolve(item["on"], today)) for item in items("exceptions")}
        assert not holidays & set(days.values())
        assert days["Обучение на колегите от отдела"] not in closed
        assert len(set(days.values())) == len(days)


def test_a_picture_is_the_same_every_time_and_light_enough():
    drawing.draw.cache_clear()
    first = drawing.draw("open-book")
    drawing.draw.cache_clear()

    assert drawing.draw("open-book") == first
    assert len(first) <= 150_000
    assert Image.open(BytesIO(first)).size == (drawing.WIDTH, drawing.HEIGHT)


def test_every_picture_that_is_named_can_be_drawn():
    named = {
        item["image"] for kind in ("events", "news", "departments") for item in items(kind) if "image" in item
    }

    assert named <= set(table("pictures")) <= set(drawing.MOTIFS)


def test_sample_files_are_what_their_names_say():
    pdf, odt, xlsx = (files.make(f"a.{kind}", "Опис (проба)") for kind in ("pdf", "odt", "xlsx"))

    assert pdf.startswith(b"%PDF-1.4")
    assert pdf.rstrip().endswith(b"%%EOF")
    assert zipfile.ZipFile(BytesIO(odt)).read("mimetype") == b"application/vnd.oasis.opendocument.text"
    assert "Опис (проба)" in zipfile.ZipFile(BytesIO(odt)).read("content.xml").decode()
    assert load_workbook(BytesIO(xlsx)).worksheets[0]["A1"].value == "Опис (проба)"

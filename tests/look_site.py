"""A site small enough to build in a test, with what strains a page: long words, many items, every block."""

import json
from datetime import date, timedelta
from typing import Any

from pages_factories import (
    DocumentFactory,
    ImageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    create_site,
    fill_contacts,
)

from pages.models import ContactPhone

LONG_WORD = "непротивоконституционствувателствувайте" * 5
TEXT = (
    "<p>Улиците на града са прави, а покрай тях растат липи. Библиотеката пази над 430 000 документа "
    "и ги дава всеки ден, освен последния четвъртък от месеца.</p>"
    "<ul><li>Заемна – партер</li><li>Читалня – втори етаж</li></ul>"
)


def every_block() -> str:
    """Return a body with each kind of block."""
    image, document = ImageFactory(), DocumentFactory()
    picture = {"image": image.pk, "alt_text": "Фоайето", "caption": "Партер"}
    columns = ["text", "number", "text", "text", "rich_text"]
    row = ["Семейна карта", "8.50", "една година", "до шест души", "<p>в партера</p>"]
    table = {
        "columns": [{"type": kind, "heading": f"Колона {number}"} for number, kind in enumerate(columns)],
        "rows": [{"values": row}] * 4,
        "caption": "Такси за читателски карти",
    }
    answers = [{"title": "Мога ли да удължа срока?", "text": "<p>Да, два пъти.</p>"}]
    people = [{"name": "Регистрация", "role": "карти", "phone": "042 648 143", "email": "karti@example.org"}]
    blocks: list[tuple[str, Any]] = [
        ("text", TEXT),
        ("heading", {"text": "Как се записвам", "level": "h2"}),
        ("image", picture),
        ("heading", {"text": "Такси и срокове", "level": "h2"}),
        ("table", table),
        ("quote", {"text": "Тук е тихо.", "author": "Читател", "source": "книга за впечатления"}),
        ("callout", {"kind": "attention", "title": "", "text": "<p>В четвъртък е затворено.</p>"}),
        ("accordion", {"items": answers}),
        ("documents", {"title": "Файлове", "files": [{"document": document.pk, "title": LONG_WORD[:200]}]}),
        ("gallery", {"title": "Снимки", "images": [picture] * 3}),
        ("contacts", {"title": "Кой помага", "people": people}),
        ("embed", {"url": "https://www.youtube.com/watch?v=abcdefghijk", "title": "Разходка из отделите"}),
    ]
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks])


def build_site() -> dict[str, str]:
    """Build the site and return the addresses of its pages by kind."""
    site, home, _english = create_site()
    contacts = fill_contacts(site, street="бул. „Руски“ 44", postcode="6000")
    ContactPhone.objects.create(settings=contacts, number="042 648 143", role="регистрация и информация")
    section = StandardPageFactory(parent=home, title="Отдели и услуги", show_in_menus=True)
    for title in ("Събития", "Неработни дни", "За библиотекари", "За нас"):
        StandardPageFactory(parent=home, title=title, show_in_menus=True)
    standard = StandardPageFactory(parent=section, title="Читателска карта", body=every_block())
    long = StandardPageFactory(parent=section, title=LONG_WORD, lead=LONG_WORD, slug="dalga-duma")
    index = NewsIndexPageFactory(parent=home, show_in_menus=True)
    for number in range(15):
        NewsPageFactory(
            parent=index, title=f"Вест номер {number}", date=date(2026, 10, 1) - timedelta(number)
        )
    picture = ImageFactory()
    news = NewsPageFactory(
        parent=index, title="Липов цвят", image=picture, image_alt="Рисунка", body=every_block()
    )
    return {
        "home": home.url,
        "standard": standard.url,
        "long": long.url,
        "index": index.url,
        "news": news.url,
        "search": "/search/?q=карта",
        "english": "/en/",
    }

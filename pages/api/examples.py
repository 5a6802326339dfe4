"""Examples in the description of the API, one record of each kind; their words are told in both languages.

The records are made up; each is checked against its schema in a test.
"""

from typing import Any

from django.utils.translation import gettext_noop as _

Record = dict[str, Any]
HOST = "https://library.example"
API = f"{HOST}/api/v1"
IDS = (
    "0d4f6c1e-7a52-4a5e-9c39-5b1f0e2a8d11",
    "5be0a3c4-19f7-4d0c-8f3b-2a6d9c7e4f22",
    "9a7d2e58-63b1-4c8f-b0d6-7e1c3f5a9b33",
)


def one(record: Record) -> Record:
    """Return what an operation that answers with one record says beside its schema."""
    return {"responses": {200: {"content": {"application/json": {"example": record}}}}}


def page_of(record: Record) -> Record:
    """Return what an operation that answers with a page of records says beside its schema."""
    page = {"total": 1, "limit": 20, "offset": 0, "next": None, "previous": None, "items": [record]}
    return one(page)


TEXT: Record = {
    "html": _("<p>Елате <strong>всички</strong>. Входът е свободен.</p>"),
    "text": _("Елате всички. Входът е свободен."),
}

SIZES = [
    {"url": f"{HOST}/media/images/zala.{width}x{height}.webp", "width": width, "height": height}
    for width, height in ((480, 300), (960, 600), (1440, 900))
]
PICTURE: Record = {
    **SIZES[1],
    "alt": _("Деца четат в залата на библиотеката"),
    "credit": _("Снимка: библиотеката"),
    "sizes": SIZES,
}

MUNICIPALITY: Record = {
    "id": IDS[0],
    "self": f"{API}/municipalities/{IDS[0]}/",
    "slug": "chirpan",
    "name": _("Чирпан"),
    "code": "SZR36",
    "ekatte": "81414",
}

NEWS: Record = {
    "id": IDS[0],
    "self": f"{API}/news/{IDS[0]}/",
    "lang": "bg",
    "title": _("Нови книги за деца"),
    "url": f"{HOST}/novini/novi-knigi-za-deca/",
    "date": "2026-11-25",
    "lead": _("Детският отдел получи двеста нови заглавия."),
    "tags": [_("нови книги")],
    "image": PICTURE,
    "updated_at": "2026-11-25T10:30:00+02:00",
}

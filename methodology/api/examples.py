"""Examples of the department's records in the description of the API."""

from django.utils.translation import gettext_noop as _

from pages.api.examples import API, HOST, IDS, Record

MATERIAL: Record = {
    "id": IDS[0],
    "self": f"{API}/materials/{IDS[0]}/",
    "lang": "bg",
    "title": _("Указания за подбор на библиотечния фонд"),
    "url": f"{HOST}/metodika/ukazania-za-podbor/",
    "lead": _("Какво да остане и какво да се отчисли."),
    "category": {"slug": "ukazania", "name": _("Указания")},
    "audiences": [{"slug": "chitalishtni", "name": _("Читалищни библиотеки")}],
    "edition_date": "2026-03-01",
    "official_number": "",
    "source": "",
    "files": [
        {
            "title": _("Пълен текст"),
            "url": f"{HOST}/documents/12/ukazania.pdf",
            "type": "PDF",
            "size": 182_304,
        }
    ],
    "replaces": None,
    "updated_at": "2026-03-02T09:00:00+02:00",
}

LIBRARY: Record = {
    "id": IDS[0],
    "self": f"{API}/libraries/{IDS[0]}/",
    "name": _("Пробуда – 1861"),
    "kind": "chitalishte",
    "status": "active",
    "reg_no": 1042,
    "eik": "000817735",
    "municipality": {"name": _("Чирпан"), "slug": "chirpan", "code": "SZR36"},
    "settlement": {"name": _("Чирпан"), "slug": "81414", "code": "81414"},
    "address": _("пл. „Съединение“ № 1"),
    "phone": "0416 00 000",
    "email": "library@library.example",
    "website": HOST,
    "is_sample": True,
    "updated_at": "2026-03-02T09:00:00+02:00",
}

TRAINING: Record = {
    "id": IDS[0],
    "self": f"{API}/trainings/{IDS[0]}/",
    "title": _("Описание на местните издания"),
    "kind": "practicum",
    "status": "planned",
    "first_day": "2026-12-08",
    "last_day": "2026-12-08",
    "start_time": "09:30:00",
    "end_time": "16:00:00",
    "place": _("Компютърната зала, втори етаж"),
    "description": _("Упражнения с донесени от участниците издания."),
    "lecturers": _("методистите на библиотеката"),
    "capacity": 12,
    "registration": _("През сайта до 4 декември."),
    "registration_open": True,
    "registration_url": f"{HOST}/trainings/7/register/",
    "sessions": [
        {
            "id": IDS[1],
            "day": "2026-12-08",
            "start_time": "09:30:00",
            "end_time": "16:00:00",
            "topic": _("Описание на местните издания"),
            "lecturer": "",
            "place": _("Компютърната зала, втори етаж"),
        }
    ],
    "municipalities": ["chirpan"],
    "updated_at": "2026-11-20T11:15:00+02:00",
}

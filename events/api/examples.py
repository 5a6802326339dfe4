"""Examples of events, hours, closed days and departments in the description of the API."""

from django.utils.translation import gettext_noop as _

from pages.api.examples import API, HOST, IDS, PICTURE, TEXT, Record

EVENT: Record = {
    "id": IDS[0],
    "self": f"{API}/events/{IDS[0]}/",
    "lang": "bg",
    "title": _("Приказен час за деца"),
    "url": f"{HOST}/sabitia/prikazen-chas-za-deca/",
    "lead": _("Всяка сряда четем на глас."),
    "category": {"slug": "za-deca", "name": _("За деца")},
    "audiences": [{"slug": "deca", "name": _("Деца")}],
    "department": {"slug": "detski", "name": _("Детски отдел")},
    "municipality": {"slug": "chirpan", "name": _("Чирпан")},
    "location": _("Детски отдел"),
    "address": "",
    "places": [
        {
            "name": _("Детски отдел"),
            "address": "",
            "settlement": "",
            "municipality": {"slug": "chirpan", "name": _("Чирпан")},
        }
    ],
    "attendance_mode": "offline",
    "online_url": "",
    "status": "planned",
    "status_reason": "",
    "recurrence": "FREQ=WEEKLY;BYDAY=WE",
    "recurrence_text": _("всяка сряда"),
    "visiting_hours": [],
    "series": None,
    "organizer": "",
    "partners": [{"name": _("Детска градина „Слънце“"), "url": ""}],
    "registration_url": "",
    "registration_email": "",
    "capacity": 20,
    "price": _("вход свободен"),
    "contact": "",
    "image": PICTURE,
    "video_url": "",
    "files": [],
    "feed": f"{HOST}/feeds/event/{IDS[0]}.ics",
    "updated_at": "2026-11-20T11:15:00+02:00",
    "sequence": 1,
}

DATE: Record = {
    "id": IDS[1],
    "self": f"{API}/occurrences/{IDS[1]}/",
    "url": f"{HOST}/sabitia/prikazen-chas-za-deca/2026-11-25/",
    "kind": "session",
    "when": _("сряда, 25 ноември 2026 г., 18:00–19:30"),
    "start": "2026-11-25T18:00:00+02:00",
    "end": "2026-11-25T19:30:00+02:00",
    "all_day": False,
    "first_day": "2026-11-25",
    "last_day": "2026-11-25",
    "original_start": "2026-11-25T18:00:00+02:00",
    "status": "planned",
    "status_reason": "",
    "location": _("Детски отдел"),
    "note": "",
}

OCCURRENCE: Record = DATE | {"event": EVENT}
EVENT_WITH_DATES: Record = EVENT | {"occurrences": [DATE]}
EVENT_DETAIL: Record = EVENT | {"body": TEXT, "occurrences": [DATE]}

HOLIDAY: Record = {
    "kind": "closure",
    "closure": "no_readers",
    "text": _("неработен ден с читатели: всеки последен четвъртък от месеца"),
    "applied": True,
}

HOURS: Record = {
    "department": None,
    "timezone": "Europe/Sofia",
    "version": 42,
    "state": {
        "open": True,
        "closes": "2026-11-25T18:30:00+02:00",
        "opens": None,
        "until": "2026-11-25T18:30:00+02:00",
        "text": _("Отворено до 18:30 ч."),
    },
    "opening_hours": "Mo-Fr 08:30-18:30; Sa 08:30-14:30",
    "days": [
        {
            "date": "2026-11-26",
            "open": False,
            "intervals": [],
            "exceptional": True,
            "reasons": [HOLIDAY],
            "explanation": _("Затворено: неработен ден с читатели."),
        },
        {
            "date": "2026-11-27",
            "open": True,
            "intervals": [
                {
                    "opens": "08:30:00",
                    "closes": "18:30:00",
                    "start": "2026-11-27T08:30:00+02:00",
                    "end": "2026-11-27T18:30:00+02:00",
                }
            ],
            "exceptional": False,
            "reasons": [],
            "explanation": _("Отворено 8:30–18:30 ч.: обичайната седмица."),
        },
    ],
}

CLOSED_DAYS: Record = {
    "first_day": "2026-11-25",
    "last_day": "2026-12-31",
    "total": 1,
    "items": [
        {
            "date": "2026-11-26",
            "text": _("неработен ден с читатели"),
            "reasons": [HOLIDAY],
            "departments": [],
            "open_departments": [],
        }
    ],
}

DEPARTMENT: Record = {
    "id": IDS[2],
    "self": f"{API}/departments/{IDS[2]}/",
    "lang": "bg",
    "slug": "detski",
    "name": _("Детски отдел"),
    "description": TEXT,
    "services": [_("заемане за дома"), _("читалня")],
    "location": _("първи етаж"),
    "phone": "042 000 000",
    "email": "library@library.example",
    "hours": f"{API}/hours/?department=detski",
    "image": PICTURE,
}

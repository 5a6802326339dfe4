"""Calendars as programs really write them: each event is read right, or refused in words; no database."""

import pytest
from calendars import calendar, outlook_zone, vevent
from imported_calendars import TODAY, told

from events.imports import Candidate, Reading, read_calendar

FRIDAY = "20261204T180000"
WEEKLY = "RRULE:FREQ=WEEKLY;BYDAY=FR"
# As Exchange shows the zone of Sofia.
BY_CITIES = "(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius"
EXCHANGE_ZONE = outlook_zone(BY_CITIES).replace("BEGIN:STANDARD", "X-MICROSOFT-CDO-TZID:59\r\nBEGIN:STANDARD")


def event(*lines: str, start: str = "", title: str = "Клуб") -> str:
    return vevent("a@example", *lines, start=start, title=title)


def changed(moment: str, *lines: str, start: str, **values: str) -> str:
    return event(f"RECURRENCE-ID;{moment}", *lines, start=start, **values)


def only(reading: Reading) -> Candidate:
    assert [str(row.problem) for row in reading.refused] == []
    (candidate,) = reading.candidates
    return candidate


TIMES = [
    ("floating", calendar(event("DTSTART:20261204T180000")), "2026-12-04 18:00:00"),
    ("in UTC", calendar(event("DTSTART:20261204T160000Z")), "2026-12-04 18:00:00"),
    (
        "floating in a calendar of another zone",
        calendar(event("DTSTART:20261204T160000"), lines=["X-WR-TIMEZONE:Europe/London"]),
        "2026-12-04 18:00:00",
    ),
    (
        "a rule in UTC in a calendar of Sofia",
        calendar(event("DTSTART:20261204T160000Z", WEEKLY), lines=["X-WR-TIMEZONE:Europe/Sofia"]),
        "2026-12-04 18:00:00; FREQ=WEEKLY;BYDAY=FR",
    ),
    (
        "a calendar of an unknown zone",
        calendar(event(start=FRIDAY), lines=["X-WR-TIMEZONE:Ours"]),
        "2026-12-04 18:00:00",
    ),
    (
        "Outlook's zone by its cities, described",
        calendar(EXCHANGE_ZONE, event(f'DTSTART;TZID="{BY_CITIES}":20270704T180000')),
        "2027-07-04 18:00:00",
    ),
    (
        "Outlook's zone by its cities, not described",
        calendar(event(f'DTSTART;TZID="{BY_CITIES}":20270704T180000')),
        "2027-07-04 18:00:00",
    ),
    (
        "commas without quotes",
        calendar(outlook_zone("Athens, Bucharest"), event("DTSTART;TZID=Athens, Bucharest:20270704T180000")),
        "2027-07-04 18:00:00",
    ),
    ("small letters", calendar(event("DTSTART;TZID=europe/sofia:20270704T180000")), "2027-07-04 18:00:00"),
    ("an offset as a zone", calendar(event("DTSTART;TZID=GMT+0200:20270704T180000")), "2027-07-04 19:00:00"),
    ("Exchange's UTC", calendar(event("DTSTART;TZID=Microsoft/Utc:20261204T160000")), "2026-12-04 18:00:00"),
    ("Z and a zone", calendar(event("DTSTART;TZID=Europe/Sofia:20261204T160000Z")), "2026-12-04 18:00:00"),
    ("a day without VALUE", calendar(event("DTSTART:20261204", "DTEND:20261206")), "2026-12-04–2026-12-05"),
    (
        "a day that ends at an hour",
        calendar(event("DTSTART;VALUE=DATE:20261204", "DTEND:20261206T120000")),
        "2026-12-04–2026-12-06",
    ),
    (
        "an hour that ends on its day",
        calendar(event("DTEND;VALUE=DATE:20261204", start=FRIDAY)),
        "2026-12-04 18:00:00",
    ),
    (
        "an hour that ends on another day",
        calendar(event("DTEND;VALUE=DATE:20261206", start=FRIDAY)),
        "2026-12-04 18:00:00–2026-12-06 00:00:00",
    ),
    (
        "a length in weeks",
        calendar(event("DURATION:p1w", start=FRIDAY)),
        "2026-12-04 18:00:00–2026-12-11 18:00:00",
    ),
    ("an empty end", calendar(event("DTEND:", "DURATION:", start=FRIDAY)), "2026-12-04 18:00:00"),
    ("the hour that is skipped", calendar(event(start="20270328T033000")), "2027-03-28 03:30:00"),
]


@pytest.mark.parametrize(("data", "expected"), [row[1:] for row in TIMES], ids=[row[0] for row in TIMES])
def test_times_of_other_programs_are_what_clocks_in_sofia_show(data: bytes, expected: str) -> None:
    assert told(only(read_calendar(data, TODAY))) == expected


def lower_names(data: bytes) -> bytes:
    return b"\r\n".join(
        name.lower() + colon + value
        for name, colon, value in (line.partition(b":") for line in data.split(b"\r\n"))
    )


WHOLE = calendar(event(start=FRIDAY, title="Вечер\\nв читалището"))
FORMS = {
    "without DTSTAMP": WHOLE,
    "a mark at the beginning": b"\xef\xbb\xbf" + WHOLE,
    "UTF-16": WHOLE.decode().encode("utf-16"),
    "windows-1251": WHOLE.decode().encode("cp1251"),
    "CR": WHOLE.replace(b"\r\n", b"\r"),
    "LF": WHOLE.replace(b"\r\n", b"\n"),
    "doubled CR": WHOLE.replace(b"\r\n", b"\r\r\n"),
    "empty lines before": b"\r\n \r\n" + WHOLE,
    "no last end": WHOLE.replace(b"END:VCALENDAR", b""),
    "small names": lower_names(WHOLE),
    "folded in a letter": WHOLE.replace("ч".encode(), b"\xd1\n \x87"),
    "quoted-printable": calendar(
        event(
            "SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=92=D0=B5=D1=87=D0=B5=D1=80=0D=0A=",
            "=D0=B2 =D1=87=D0=B8=D1=82=D0=B0=D0=BB=D0=B8=D1=89=D0=B5=D1=82=D0=BE",
            start=FRIDAY,
            title="",
        )
    ),
}


@pytest.mark.parametrize("data", FORMS.values(), ids=FORMS)
def test_the_form_of_a_file_does_not_change_what_it_says(data: bytes) -> None:
    candidate = only(read_calendar(data, TODAY))
    assert (candidate.words.title, told(candidate)) == ("Вечер в читалището", "2026-12-04 18:00:00")


def test_a_file_in_the_old_cyrillic_says_so() -> None:
    ((line, problem),) = read_calendar(FORMS["windows-1251"], TODAY).problems
    assert (line, "windows-1251" in str(problem)) == (1, True)


def test_several_calendars_in_a_file_are_read_each_in_its_own_way() -> None:
    first = calendar(event("DTSTART:20261204T180000"), lines=["METHOD:CANCEL"])
    second = calendar(vevent("b", "DTSTART:20261204T160000"), lines=["X-WR-TIMEZONE:Europe/London"])
    reading = read_calendar(first + second, TODAY)
    assert [told(one) for one in reading.candidates] == [
        "2026-12-04 18:00:00; cancelled",
        "2026-12-04 18:00:00",
    ]


REFUSED = [
    ("no UID", calendar(vevent("", start=FRIDAY)), "няма UID"),
    (
        "a length below nothing",
        calendar(event("DURATION:-PT1H", start=FRIDAY)),
        "„-PT1H“ не е продължителност",
    ),
    ("1900", calendar(event(start="19000104T180000")), "Годината 1900 е извън 1990–2100"),
    ("an hour that is none", calendar(event(start="20261204T250000")), "не е дата или час"),
    (
        "this and following",
        calendar(event(WEEKLY, start=FRIDAY), changed("RANGE=THISANDFUTURE:20261211T180000", start=FRIDAY)),
        "тази и следващите дати",
    ),
    (
        "a period that ends before it starts",
        calendar(event("RDATE;VALUE=PERIOD:20261211T160000Z/20261211T150000Z", start=FRIDAY)),
        "Краят е преди началото",
    ),
    (
        "cancelled dates of a series that is elsewhere",
        calendar(
            changed("TZID=Europe/Sofia:20261211T180000", start="20261211T180000"), lines=["METHOD:CANCEL"]
        ),
        "Отменят се само отделни дати",
    ),
    ("an answer", calendar(event(start=FRIDAY), lines=["METHOD:REPLY"]), "METHOD:REPLY"),
    (
        "a title in Latin-1",
        calendar(event(start=FRIDAY, title="Café")).decode().encode("latin-1"),
        "не е записано в UTF-8",
    ),
    ("an excluded date that is none", calendar(event(WEEKLY, "EXDATE:zzz", start=FRIDAY)), "„zzz“ в EXDATE"),
    ("a zone nobody knows", calendar(event("DTSTART;TZID=Ours:20261204T180000")), "Часовата зона „Ours“"),
]


@pytest.mark.parametrize(("data", "message"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_cannot_be_read_is_refused_in_words_and_is_not_gone(data: bytes, message: str) -> None:
    reading = read_calendar(data, TODAY)
    assert not reading.candidates
    (row,) = reading.refused
    assert message in str(row.problem)
    assert reading.uids == ({"a@example"} if row.uid else set())


def test_a_message_that_cancels_an_event_cancels_it() -> None:
    data = calendar(event(WEEKLY, start=FRIDAY), lines=["METHOD:CANCEL"])
    assert told(only(read_calendar(data, TODAY))).endswith("cancelled")


def test_the_hour_of_a_zone_with_the_clock_of_sofia_is_not_remarked() -> None:
    data = calendar(event("DTSTART;TZID=FLE Standard Time:20270704T180000"))
    assert only(read_calendar(data, TODAY)).remarks == ()
    berlin = calendar(event("DTSTART;TZID=Europe/Berlin:20270704T180000"))
    assert ["Europe/Berlin" in str(one) for one in only(read_calendar(berlin, TODAY)).remarks] == [True]

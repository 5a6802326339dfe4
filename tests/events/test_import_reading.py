"""Reading calendars of other programs: their zones, rules, changed dates and faults; no database."""

import pytest
from calendars import calendar, outlook_zone, vevent
from imported_calendars import TODAY, event, one, read, refusal

from events.imports import Candidate, ImportProblem, read_calendar


def times(candidate: Candidate) -> str:
    start = f"{candidate.start_date} {candidate.start_time or '-'}"
    return f"{start} / {candidate.end_date or '-'} {candidate.end_time or '-'}"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["DTSTART;TZID=Europe/Sofia:20261204T180000"], "2026-12-04 18:00:00 / - -"),
        (["DTSTART:20261204T180000"], "2026-12-04 18:00:00 / - -"),
        (["DTSTART:20261204T160000Z", "DTEND:20261204T170000Z"], "2026-12-04 18:00:00 / - 19:00:00"),
        (["DTSTART;TZID=Europe/Berlin:20261204T233000", "DURATION:PT1H"], "2026-12-05 00:30:00 / - 01:30:00"),
        (["DTSTART;TZID=FLE Standard Time:20270704T180000"], "2027-07-04 18:00:00 / - -"),
        (
            ['DTSTART;TZID="/mozilla.org/20050126_1/Europe/Sofia":20261204T180000'],
            "2026-12-04 18:00:00 / - -",
        ),
        (["DTSTART;VALUE=DATE:20261204"], "2026-12-04 - / - -"),
        (["DTSTART;VALUE=DATE:20261204", "DTEND;VALUE=DATE:20261205"], "2026-12-04 - / - -"),
        (["DTSTART;VALUE=DATE:20261204", "DTEND;VALUE=DATE:20261204"], "2026-12-04 - / - -"),
        (["DTSTART;VALUE=DATE:20261204", "DTEND;VALUE=DATE:20270104"], "2026-12-04 - / 2027-01-03 -"),
        (["DTSTART;VALUE=DATE:20261204", "DURATION:P2D"], "2026-12-04 - / 2026-12-05 -"),
        (["DTSTART:20261204T220000", "DTEND:20261205T010000"], "2026-12-04 22:00:00 / 2026-12-05 01:00:00"),
        (
            [
                "DTSTART:20261204T000000",
                "DTEND:20261206T000000",
                "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
            ],
            "2026-12-04 - / 2026-12-05 -",
        ),
    ],
)
def test_times_are_read_as_the_clocks_of_sofia_show_them(lines: list[str], expected: str) -> None:
    assert times(one(event(*lines))) == expected


def test_a_zone_that_only_the_calendar_describes_is_followed() -> None:
    zoned = event("DTSTART;TZID=Customized Time Zone:20270704T180000")
    assert times(one(outlook_zone("Customized Time Zone"), zoned)) == "2027-07-04 18:00:00 / - -"
    assert "Часовата зона „Nowhere“ е непозната" in refusal(event("DTSTART;TZID=Nowhere:20270704T180000"))


def test_a_described_zone_that_would_never_end_is_not_followed() -> None:
    endless = outlook_zone("Slow").replace("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "FREQ=SECONDLY")
    assert "непозната" in refusal(endless, event("DTSTART;TZID=Slow:20270704T180000"))


def test_texts_come_without_markup_and_escapes() -> None:
    candidate = one(
        event(
            "DESCRIPTION:<p>Първо</p><script>alert(1)</script><p>Второ &amp\\; трето</p>",
            "LOCATION:ул. „Липа“ 1\\, Чирпан",
            "URL:javascript:alert(1)",
            "CATEGORIES:Срещи\\, разговори,Деца",
            start="20261204T180000",
            title="Вечер\\nс автор\\; вход свободен",
        )
    )
    words = candidate.words
    assert words.title == "Вечер с автор; вход свободен"
    assert words.text == "Първо\nВторо & трето"
    assert (words.location, words.link) == ("ул. „Липа“ 1, Чирпан", "")
    assert "javascript:alert(1)" in str(candidate.remarks[0])


def test_a_place_that_is_an_address_of_the_web_means_online() -> None:
    words = one(event("LOCATION:https://meet.example/abc", start="20261204T180000")).words
    assert (words.location, words.online_url) == ("", "https://meet.example/abc")


def test_a_long_text_is_shortened_and_told() -> None:
    candidate = one(event(f"DESCRIPTION:{'много думи ' * 2000}", start="20261204T180000"))
    assert len(candidate.words.text) <= 10_000
    assert "съкратен (DESCRIPTION)" in str(candidate.remarks[0])


@pytest.mark.parametrize(
    ("part", "message"),
    [
        (vevent("", start="20261204T180000"), "няма UID"),
        (vevent("a" * 300, start="20261204T180000"), "по-дълъг от 255"),
        (event(start="20261204T180000", title=""), "няма заглавие"),
        (event(), "няма начало"),
        (event("DTSTART:tomorrow"), "„tomorrow“ в DTSTART не е дата"),
        (event("DTSTART;VALUE=DATE:20260230"), "не е дата или час"),
        (event("DTSTART;VALUE=DATE:99990101"), "Годината 9999 е извън"),
        (event("DTEND:20261203T180000", start="20261204T180000"), "Краят е преди началото"),
        (event("DURATION:P99999999999D", start="20261204T180000"), "не е продължителност"),
        (event("CLASS:PRIVATE", start="20261204T180000"), "отбелязано като лично"),
        (event("RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY", start="20261204T180000"), "повече от едно правило"),
    ],
)
def test_an_event_that_cannot_be_imported_says_why(part: str, message: str) -> None:
    reading = read(part, vevent("good", start="20261204T180000"))
    assert message in str(reading.refused[0].problem)
    assert [candidate.uid for candidate in reading.candidates] == ["good"]


def test_broken_lines_are_told_with_their_numbers_and_the_rest_is_read() -> None:
    data = calendar(event("DESCRIPTION:one", "two without a colon", start="20261204T180000"), "END:VTODO")
    reading = read_calendar(data.replace(b"one", b"\xff\xfe"), TODAY)
    assert [line for line, _ in reading.problems] == [7, 8, 11]
    assert len(reading.candidates) == 1


def test_a_record_that_never_ends_is_refused_and_not_gone() -> None:
    open_ended = event(start="20261204T180000").removesuffix("END:VEVENT").rstrip()
    reading = read(open_ended, vevent("b", start="20261204T180000"))
    assert [row.uid for row in reading.refused] == ["a@example"]
    assert reading.uids == {"a@example", "b"}


def test_lines_folded_inside_a_letter_are_joined() -> None:
    data = calendar(event(start="20261204T180000", title="Читалище")).replace("т".encode(), b"\xd1\r\n \x82")
    (candidate,) = read_calendar(data, TODAY).candidates
    assert candidate.words.title == "Читалище"


def test_alarms_and_tasks_are_not_events() -> None:
    alarm = event("BEGIN:VALARM", "TRIGGER:-PT15M", "END:VALARM", start="20261204T180000")
    reading = read(alarm, "BEGIN:VTODO\r\nUID:t\r\nSUMMARY:Задача\r\nEND:VTODO")
    assert len(reading.candidates) == 1
    assert ["VTODO" in str(problem) for _, problem in reading.problems] == [True]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-a-calendar"),
        (b"<!doctype html><title>Login</title>", "not-a-calendar"),
        (b"BEGIN:VCALENDAR\r\n" + b"x" * 600_000, "too-large"),
        (calendar(*[vevent(str(number), start="20261204T180000") for number in range(1001)]), "too-many"),
        (b"BEGIN:VCALENDAR\r\n" + b"broken\r\n" * 10_000, "too-broken"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_whole(data: bytes, code: str) -> None:
    with pytest.raises(ImportProblem) as caught:
        read_calendar(data, TODAY)
    assert caught.value.code == code

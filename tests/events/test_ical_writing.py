"""VEVENTs and calendars, written from plain values and read back by independent readers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import libical
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from events.formats.ical import show_cancelled, write_calendar
from events.formats.ical.card import Card
from events.formats.ical.series import MAX_EXCEPTIONS, Instance, Moment, series_of
from events.formats.ical.vevent import write_series
from events.recurrence import Rule

PUBLISHED = datetime(2026, 9, 1, 9, 30, tzinfo=UTC)
CARD = Card(
    uid="6f0c9a5e-5f2f-4b52-9b3e-2f3f6f6f1a11",
    language="bg",
    summary="Читателски клуб „Липа“",
    url="https://library.example/sabitia/klub/",
    sequence=3,
    created=PUBLISHED,
    changed=PUBLISHED,
    description="Говорим за книги; носете си любимата, моля.\nВход свободен.",
    html="<p>Говорим за <strong>книги</strong>.</p>\n<ul>\n<li>чай</li>\n</ul>",
    location="Конферентна зала, първи етаж",
    categories=("Срещи, клубове", "За всички"),
)
HOUR = timedelta(hours=1)
WEEKLY = Rule.parse("FREQ=WEEKLY;BYDAY=WE")
FIRST = datetime(2026, 9, 2, 18, 0)


def usual(start: Moment = FIRST, length: timedelta = HOUR, status: str = "") -> Instance:
    return Instance(start, start, start + length, status)


def weekly(count: int) -> list[Instance]:
    return [usual(FIRST + timedelta(weeks=week)) for week in range(count)]


def written(instances: Sequence[Instance], first: Instance, rule: Rule | None = None) -> str:
    series = series_of(instances, first, rule)
    assert series is not None
    return write_series(CARD, series)


def read(vevents: str) -> list[Event]:
    text = write_calendar([vevents], "Събития", "teal", "bg")
    assert libical.errors(text) == []
    return [
        component for component in Calendar.from_ical(text).walk("VEVENT") if isinstance(component, Event)
    ]


def lines(vevents: str, name: str) -> list[str]:
    return [line for line in vevents.replace("\r\n ", "").split("\r\n") if line.startswith(name)]


def test_a_weekly_event_keeps_its_wall_clock_time_across_the_clock_change() -> None:
    text = written(weekly(20), usual(), WEEKLY)
    assert lines(text, "DTSTART") == ["DTSTART;TZID=Europe/Sofia:20260902T180000"]
    assert lines(text, "RRULE") == ["RRULE:FREQ=WEEKLY;BYDAY=WE"]
    assert (lines(text, "EXDATE"), lines(text, "RDATE"), len(read(text))) == ([], [], 1)


def test_until_is_written_in_utc_for_times_and_as_a_date_for_days() -> None:
    timed = Rule.parse("FREQ=WEEKLY;BYDAY=WE;UNTIL=20261230T180000")
    assert lines(written(weekly(18), usual(), timed), "RRULE") == [
        "RRULE:FREQ=WEEKLY;UNTIL=20261230T160000Z;BYDAY=WE"
    ]
    day = date(2026, 9, 2)
    days = [usual(day + timedelta(weeks=week), timedelta(days=1)) for week in range(3)]
    rule = Rule.parse("FREQ=WEEKLY;BYDAY=WE;UNTIL=20260916")
    text = written(days, days[0], rule)
    assert lines(text, "RRULE") == ["RRULE:FREQ=WEEKLY;UNTIL=20260916;BYDAY=WE"]
    assert lines(text, "DTSTART") == ["DTSTART;VALUE=DATE:20260902"]


def test_an_exhibition_is_one_span_of_days_with_an_exclusive_end() -> None:
    start = date(2026, 9, 10)
    text = written([usual(start, timedelta(days=31))], usual(start, timedelta(days=31)))
    assert lines(text, "DTSTART") == ["DTSTART;VALUE=DATE:20260910"]
    assert lines(text, "DTEND") == ["DTEND;VALUE=DATE:20261011"]
    assert lines(text, "TRANSP") == ["TRANSP:TRANSPARENT"]


def test_a_cancelled_date_is_an_override_with_its_reason_never_a_bare_exdate() -> None:
    rows = weekly(5)
    rows[2] = replace(rows[2], status="cancelled", reason="болест на лектора")
    text = written(rows, usual(), WEEKLY)
    master, override = read(text)
    assert lines(text, "EXDATE") == []
    assert lines(text, "RECURRENCE-ID") == ["RECURRENCE-ID;TZID=Europe/Sofia:20260916T180000"]
    assert (master["STATUS"], override["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert override["SUMMARY"] == "ОТМЕНЕНО: Читателски клуб „Липа“"
    assert override["DESCRIPTION"].startswith("Отменено: болест на лектора\n\n")
    assert (override["UID"], override["SEQUENCE"]) == (master["UID"], 3)


def test_a_moved_date_keeps_its_identity() -> None:
    rows = weekly(3)
    rows[1] = replace(
        rows[1], start=datetime(2026, 9, 10, 17), end=datetime(2026, 9, 10, 19), location="Зала 2"
    )
    _, override = read(written(rows, usual(), WEEKLY))
    assert override["RECURRENCE-ID"].dt.replace(tzinfo=None) == datetime(2026, 9, 9, 18)
    assert override["DTSTART"].dt.replace(tzinfo=None) == datetime(2026, 9, 10, 17)
    assert override["LOCATION"] == "Зала 2"


def test_a_single_event_that_moved_is_written_where_it_is_now() -> None:
    row = replace(usual(), start=datetime(2026, 9, 3, 17), end=datetime(2026, 9, 3, 18))
    text = written([row], usual())
    assert lines(text, "DTSTART") == ["DTSTART;TZID=Europe/Sofia:20260903T170000"]
    assert lines(text, "RECURRENCE-ID") == []


def test_a_date_that_went_away_is_an_exdate_and_an_extra_one_an_rdate() -> None:
    rows = weekly(4)
    extra = usual(datetime(2026, 9, 12, 11))
    text = written([rows[0], *rows[2:], extra], usual(), WEEKLY)
    assert lines(text, "EXDATE") == ["EXDATE;TZID=Europe/Sofia:20260909T180000"]
    assert lines(text, "RDATE") == ["RDATE;TZID=Europe/Sofia:20260912T110000"]
    assert len(read(text)) == 1


def test_all_day_exceptions_have_the_value_type_of_the_start() -> None:
    day = timedelta(days=1)
    rows = [usual(date(2026, 9, 2) + timedelta(weeks=week), day) for week in range(4)]
    rows[3] = replace(rows[3], status="cancelled")
    text = written([rows[0], *rows[2:], usual(date(2026, 9, 12), day)], rows[0], WEEKLY)
    assert lines(text, "EXDATE") == ["EXDATE;VALUE=DATE:20260909"]
    assert lines(text, "RDATE") == ["RDATE;VALUE=DATE:20260912"]
    assert lines(text, "RECURRENCE-ID") == ["RECURRENCE-ID;VALUE=DATE:20260923"]
    assert len(read(text)) == 2


def test_dates_before_the_first_row_are_not_exceptions() -> None:
    assert lines(written(weekly(10)[4:], usual(), WEEKLY), "EXDATE") == []


def test_too_many_exceptions_become_a_list_of_dates() -> None:
    rows = weekly(2 * MAX_EXCEPTIONS + 10)[::2]
    text = written(rows, usual(), WEEKLY)
    assert (lines(text, "RRULE"), lines(text, "EXDATE")) == (["RRULE:FREQ=DAILY;COUNT=1"], [])
    assert len(lines(text, "RDATE")) == len(rows) - 1
    assert len(read(text)) == 1


def test_a_start_in_the_skipped_hour_stays_the_wall_time_of_its_rule() -> None:
    start = datetime(2026, 3, 29, 3, 30)
    row = usual(datetime(2026, 3, 29, 4, 30))
    later = [usual(datetime(2026, 4, day, 3, 30)) for day in (5, 12)]
    text = written([row, *later], usual(start), Rule.parse("FREQ=WEEKLY;BYDAY=SU"))
    assert lines(text, "DTSTART") == ["DTSTART;TZID=Europe/Sofia:20260329T033000"]
    assert lines(text, "EXDATE") == []


def test_the_text_depends_on_the_content_only() -> None:
    assert written(weekly(5), usual(), WEEKLY) == written(list(reversed(weekly(5))), usual(), WEEKLY)
    (event,) = read(written(weekly(5), usual(), WEEKLY))
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == event["CREATED"].dt == PUBLISHED


def test_texts_categories_and_html_come_back_as_they_were() -> None:
    (event,) = read(written([usual()], usual()))
    assert event["DESCRIPTION"] == CARD.description
    assert event["X-ALT-DESC"] == CARD.html.replace("\n", " ")
    assert event["X-ALT-DESC"].params == {"FMTTYPE": "text/html"}
    assert [str(name) for name in event["CATEGORIES"].cats] == list(CARD.categories)
    assert (event["LOCATION"], event["URL"]) == (CARD.location, CARD.url)


def test_english_events_speak_english_only_when_the_catalogue_does() -> None:
    series = series_of([usual(status="cancelled")], usual(status="cancelled"), None)
    assert series is not None
    (summary,) = lines(write_series(replace(CARD, language="en"), series), "SUMMARY")
    assert summary.endswith(CARD.summary)


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200) | st.text(
    "абвгдежзийклмнопрстуфхцчшщъьюя „“–,;\\n", max_size=400
)


@given(title=TEXTS.filter(str.strip), description=TEXTS.filter(str.strip))
def test_lines_fold_at_75_octets_and_never_inside_a_letter(title: str, description: str) -> None:
    series = series_of([usual()], usual(), None)
    assert series is not None
    text = write_series(replace(CARD, summary=title, description=description), series)
    for line in text.encode().split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    (event,) = read(text)
    assert event["SUMMARY"] == title
    assert event["DESCRIPTION"] == description


def test_the_calendar_has_a_name_a_refresh_time_and_one_time_zone_with_yearly_rules() -> None:
    text = write_calendar([], "Събития на библиотеката", "teal", "bg")
    calendar = Calendar.from_ical(text)
    assert "METHOD" not in calendar
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Събития на библиотеката"
    assert lines(text, "REFRESH-INTERVAL") == ["REFRESH-INTERVAL;VALUE=DURATION:PT1H"]
    (zone,) = calendar.walk("VTIMEZONE")
    assert [part["RRULE"]["FREQ"] for part in zone.subcomponents] == [["YEARLY"], ["YEARLY"]]
    assert libical.errors(text) == []


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 28), 2), (date(2026, 3, 30), 3), (date(2026, 10, 26), 2)]
)
def test_the_time_zone_agrees_with_the_clocks(day: date, hours: int) -> None:
    zone = Calendar.from_ical(write_calendar([], "", "teal", "bg")).walk("VTIMEZONE")[0].to_tz()
    assert datetime(day.year, day.month, day.day, 12, tzinfo=zone).utcoffset() == timedelta(hours=hours)


def test_a_subscriber_chooses_what_happens_to_cancelled_dates() -> None:
    rows = weekly(3)
    rows[1] = replace(rows[1], status="cancelled")
    text = written([*rows, usual(datetime(2026, 9, 12, 11), status="cancelled")], usual(), WEEKLY)
    assert show_cancelled(text, "keep") == text
    marked = show_cancelled(text, "mark")
    assert lines(marked, "STATUS:CANCELLED") == []
    assert [line for line in lines(marked, "SUMMARY") if "ОТМЕНЕНО" in line]
    omitted = show_cancelled(text, "omit")
    (master,) = read(omitted)
    assert lines(omitted, "EXDATE") == ["EXDATE;TZID=Europe/Sofia:20260909T180000"]
    assert lines(omitted, "RDATE") == []
    assert master["SUMMARY"] == CARD.summary


def test_a_wholly_cancelled_event_is_omitted_on_request() -> None:
    rows = [replace(row, status="cancelled") for row in weekly(3)]
    text = written(rows, usual(status="cancelled"), WEEKLY)
    (event,) = read(text)
    assert (event["STATUS"], event["SUMMARY"][:10]) == ("CANCELLED", "ОТМЕНЕНО: ")
    assert show_cancelled(text, "omit") == ""


def test_an_event_without_dates_is_not_written() -> None:
    assert series_of([], usual(), WEEKLY) is None

"""Services with hours of their own, as the pages say them."""

from datetime import date, time

import pytest
from django.utils import translation

from events.hours import ClosureRule, DateException, Interval, Schedule, Service, Week, resolve
from events.timetable import Timetable
from events.wording.services import ServiceRow, ending_earlier, service_rows
from pages import versions

MONDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 29)


def span(opens: str, closes: str) -> Interval:
    return Interval(time.fromisoformat(opens), time.fromisoformat(closes))


HOUSE = Schedule(Week(((span("08:30", "18:30"),),) * 5 + ((), ())))
COPIES = Week(((span("09:00", "12:00"), span("13:00", "17:00")),) * 5 + ((), ()))


def rows(service: Service, day: date = MONDAY, house: Schedule = HOUSE, language: str = "bg") -> ServiceRow:
    hours = Timetable(versions.NEVER, house, (), {}, services={"": (service,)})
    with translation.override(language):
        (row,) = service_rows(hours, "", resolve(house, day))
    return row


CASES = [
    (Service("Карти"), MONDAY, HOUSE, ("8:30–18:30", True, "")),
    (Service("Карти", last_call=30), MONDAY, HOUSE, ("8:30–18:00", True, "приемаме до 18:00")),
    (Service("Копия", week=COPIES), MONDAY, HOUSE, ("9:00–12:00, 13:00–17:00", True, "приемаме до 17:00")),
    (Service("Копия", week=Week()), MONDAY, HOUSE, ("не се предлага", False, "")),
    (Service("Копия", week=COPIES), SUNDAY, HOUSE, ("затворено", False, "")),
    (
        Service("Копия", week=COPIES),
        MONDAY,
        Schedule(HOUSE.regular, exceptions=(DateException(MONDAY, (span("08:30", "11:00"),)),)),
        ("9:00–11:00", True, ""),
    ),
    (
        Service("Карти", last_call=240),
        MONDAY,
        Schedule(HOUSE.regular, exceptions=(DateException(MONDAY, (span("08:30", "11:00"),)),)),
        ("не се предлага", False, ""),
    ),
    (
        Service("Копия", week=COPIES),
        MONDAY,
        Schedule(HOUSE.regular, closures=(ClosureRule("repair", "ремонт", MONDAY),)),
        ("затворено", False, ""),
    ),
]


@pytest.mark.parametrize(("service", "day", "house", "expected"), CASES)
def test_a_service_says_its_hours_and_its_last_call(
    service: Service, day: date, house: Schedule, expected: tuple[str, bool, str]
) -> None:
    row = rows(service, day, house)
    assert (row.text, row.is_offered, row.note) == expected
    assert row.name == service.name


def test_it_speaks_english() -> None:
    row = rows(Service("Копия", "Copies", COPIES), language="en")
    assert (row.name, row.note) == ("Copies", "last call at 17:00")
    assert rows(Service("Копия"), language="en").name == "Копия"
    assert rows(Service("Копия", week=Week()), language="en").text == "not offered"


def test_only_services_that_end_before_the_doors_close_are_told_ahead() -> None:
    services = (Service("Карти"), Service("Поръчки", last_call=30), Service("Копия", week=Week()))
    hours = Timetable(versions.NEVER, HOUSE, (), {}, services={"": services})
    assert [row.name for row in ending_earlier(hours, resolve(HOUSE, MONDAY))] == ["Поръчки"]
    assert ending_earlier(hours, resolve(HOUSE, SUNDAY)) == []


def test_a_department_without_services_has_no_rows() -> None:
    hours = Timetable(versions.NEVER, HOUSE, (), {"izkustvo": Schedule(parent=HOUSE)})
    assert service_rows(hours, "izkustvo", resolve(HOUSE, MONDAY)) == []

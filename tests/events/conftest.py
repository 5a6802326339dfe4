"""A library with hours, departments, events and pages to show them, on Monday 23 November 2026, 10:00."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, NamedTuple

import pytest
import time_machine
from events_factories import (
    AudienceFactory,
    ClosedDayCalendarPageFactory,
    DepartmentFactory,
    DepartmentIndexPageFactory,
    EventCategoryFactory,
    EventIndexPageFactory,
    change,
    last_thursday,
    library_hours,
    opening_hours,
    published_event,
)
from pages_factories import MunicipalityFactory, create_site

from events import timetable
from events.models import (
    ClosedDayCalendarPage,
    DepartmentIndexPage,
    EventIndexPage,
    EventPage,
)

MONDAY_TEN = "2026-11-23T08:00:00+00:00"


@pytest.fixture(autouse=True)
def _fresh_timetable() -> None:
    """Let no test see the hours of another: at a standing clock their versions are alike."""
    timetable._held.clear()


@pytest.fixture
def monday() -> Iterator[time_machine.Traveller]:
    """Monday, 23 November 2026, 10:00 in Sofia; time stands still."""
    with time_machine.travel(MONDAY_TEN, tick=False) as traveller:
        yield traveller


@pytest.fixture
def programme(site: Any, home: Any, monday: Any) -> EventIndexPage:
    """An empty programme."""
    page: EventIndexPage = EventIndexPageFactory(parent=home, show_in_menus=True)
    return page


class Library(NamedTuple):
    """Pages and events of the fixture."""

    programme: EventIndexPage
    closed_days: ClosedDayCalendarPage
    departments: DepartmentIndexPage
    club: EventPage
    exhibition: EventPage
    meeting: EventPage


@pytest.fixture
def library(programme: EventIndexPage, home: Any) -> Library:
    """Usual hours, the art department's own, the last Thursday, a club, an exhibition, a meeting."""
    library_hours()
    art = DepartmentFactory(name="Изкуство", slug="izkustvo", location="втори етаж")
    DepartmentFactory(name="Читалня", slug="chitalnya")
    opening_hours([(day, "08:30", "17:00") for day in range(5)], art)
    last_thursday()
    category = EventCategoryFactory(name="Клуб", slug="klub")
    shared = {"category": category, "location": "Конферентна зала", "price": "вход свободен"}
    return Library(
        programme,
        ClosedDayCalendarPageFactory(parent=home),
        DepartmentIndexPageFactory(parent=home),
        _club(programme, **shared),
        _exhibition(programme, department=art),
        _meeting(programme, **shared),
    )


def _club(programme: EventIndexPage, **fields: Any) -> EventPage:
    """Every Wednesday for adults, cancelled on 2 December."""
    return published_event(
        programme,
        change("cancelled", datetime(2026, 12, 2, 18), reason="Лекторът е болен"),
        title="Клуб по четене",
        lead="Говорим за нови български разкази.",
        recurrence="FREQ=WEEKLY;BYDAY=WE",
        audiences=[AudienceFactory(name="за възрастни", slug="vazrastni")],
        **fields,
    )


def _exhibition(programme: EventIndexPage, **fields: Any) -> EventPage:
    """A month of whole days with an opening."""
    return published_event(
        programme,
        title="Улиците на правия град",
        start_date=date(2026, 11, 10),
        end_date=date(2026, 12, 12),
        start_time=None,
        end_time=None,
        opening_start=datetime.fromisoformat("2026-11-10T17:30+02:00"),
        **fields,
    )


def _meeting(programme: EventIndexPage, **fields: Any) -> EventPage:
    """Today, in another municipality, without a known end."""
    return published_event(
        programme,
        title="Среща с автор",
        start_date=date(2026, 11, 23),
        start_time=time(17, 30),
        end_time=None,
        municipality=MunicipalityFactory(name="Чирпан"),
        **fields,
    )


@pytest.fixture
def calendar(monday: Any) -> EventIndexPage:
    """An empty programme of a site that has an English half too."""
    page: EventIndexPage = EventIndexPageFactory(parent=create_site().home)
    return page

"""Every surface gives the same answer to "is it open?", for a thousand places and instants.

The pages are read as they were made up to thirteen days before the instant asked for, as from a cache.
"""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any, NamedTuple

import pytest
from django.test import Client
from events_factories import (
    ClosedDayCalendarPageFactory,
    ClosureFactory,
    DepartmentFactory,
    DepartmentIndexPageFactory,
    last_thursday,
    library_hours,
    opening_exception,
    opening_hours,
)
from hours_surfaces import (
    Place,
    by_api,
    by_clock,
    by_json_ld,
    by_osm,
    closed_in_api,
    closed_in_ics,
    closed_in_json,
    places,
    structured,
    titles_in_atom,
)

from events.hours import Day, resolve, state_at
from events.models import Department
from events.recurrence import localise, to_wall
from events.timetable import Timetable, timetable
from events.today import today_state
from events.wording.moments import day_heading

pytestmark = pytest.mark.django_db

D = date.fromisoformat
FIRST, DAYS, PAIRS = date(2026, 11, 23), 65, 1_000
# A page holds two weeks; it is asked about each of their days but the last.
EVERY = 13
SLUGS = ("", "izkustvo", "detski", "teen", "metodika", "nemski")


class Moment(NamedTuple):
    """When a page was made, and the pages and answers of that time, by the slug of their department."""

    made: datetime
    library: dict[str, Place]
    own: dict[str, Place]
    nodes: dict[str, dict[str, Any]]
    hours: dict[str, dict[str, Any]]


@pytest.fixture
def departments() -> dict[str, Department]:
    return {slug: DepartmentFactory(slug=slug, name=slug.capitalize()) for slug in SLUGS if slug}


@pytest.fixture
def rules(departments: dict[str, Department]) -> None:
    """Weeks, seasons, exceptions and closures of every kind, some on the same days."""
    library_hours()
    opening_hours([(day, "08:30", "17:00") for day in range(5)], departments["izkustvo"])
    breaks = [(day, *hours) for day in range(5) for hours in (("08:30", "12:30"), ("13:00", "17:00"))]
    opening_hours(breaks, departments["metodika"])
    opening_hours([(day, "11:00", "18:30") for day in range(6)], departments["teen"])
    winter = {"valid_from": D("2027-01-04"), "valid_until": D("2027-01-15"), "name": "Зима"}
    opening_hours([(day, "10:00", "16:00") for day in range(5)], **winter)
    opening_hours([(day, "12:00", "15:00") for day in range(3)], departments["teen"], **winter)
    last_thursday()
    for day, last in (("2026-12-24", "2026-12-26"), ("2026-12-28", None), ("2027-01-01", None)):
        ClosureFactory(kind="holiday", reason="Празник", start_date=D(day), end_date=last and D(last))
    ClosureFactory(
        start_date=D("2026-12-14"), end_date=D("2026-12-16"), departments=[departments["izkustvo"]]
    )
    ClosureFactory(
        start_date=D("2026-12-01"),
        recurrence="FREQ=WEEKLY;BYDAY=TU;COUNT=4",
        departments=[departments["nemski"]],
    )
    ClosureFactory(kind="election", start_date=D("2026-12-13"))
    opening_exception(D("2026-12-05"), ("08:30", "23:30"))
    opening_exception(D("2026-12-06"), ("10:00", "14:00"))
    opening_exception(D("2026-12-23"), ("08:30", "15:00"))
    opening_exception(D("2026-12-09"))
    opening_exception(D("2026-11-26"), ("10:00", "12:00"), department=departments["detski"])
    opening_exception(D("2026-12-15"), ("08:30", "13:00"), department=departments["izkustvo"])
    opening_exception(
        D("2026-12-31"), ("09:00", "11:00"), ("12:00", "13:00"), department=departments["metodika"]
    )


@pytest.fixture
def moments(site: Any, home: Any, monday: Any, client: Client, rules: None) -> list[Moment]:
    """The site as it was made every thirteen days, at different times of the day."""
    index = DepartmentIndexPageFactory(parent=home)
    ClosedDayCalendarPageFactory(parent=home)
    random = Random(7)
    found = []
    for ahead in range(0, DAYS, EVERY):
        made = localise(datetime.combine(FIRST + timedelta(days=ahead), time(random.randint(0, 23), 17)))
        monday.move_to(made)
        pages = {slug: client.get(f"{index.url}{slug}/" if slug else "/").content.decode() for slug in SLUGS}
        shown = {slug: places(page) for slug, page in pages.items()}
        found.append(
            Moment(
                made,
                {slug: shown[slug][0] for slug in SLUGS},
                {slug: shown[slug][-1] for slug in SLUGS},
                {slug: structured(pages[slug]) for slug in SLUGS},
                {slug: client.get(f"/api/v1/hours/?{_asked(slug)}").json() for slug in SLUGS},
            )
        )
    return found


def _asked(slug: str) -> str:
    window = f"from={FIRST}&to={FIRST + timedelta(days=DAYS)}"
    return f"{window}&department={slug}" if slug else window


def pairs() -> list[tuple[str, datetime]]:
    """Random places and instants; every second one within a minute of some full or half hour."""
    random = Random(2026)
    found = []
    for number in range(PAIRS):
        day = FIRST + timedelta(days=random.randrange(DAYS))
        minutes = random.randrange(24 * 60)
        if number % 2:
            minutes = min(max(minutes // 30 * 30 + random.choice((-1, 0, 1)), 0), 24 * 60 - 1)
        wall = datetime.combine(
            day, time(minutes // 60, minutes % 60, random.randrange(60) if number % 3 else 0)
        )
        found.append((random.choice(SLUGS), localise(wall)))
    return found


def test_every_surface_says_the_same_of_a_thousand_places_and_instants(moments: list[Moment]) -> None:
    hours, asked = timetable(), pairs()
    assert len(asked) == PAIRS
    for number, moment in enumerate(moments):
        first = FIRST + timedelta(days=number * EVERY)
        for slug in SLUGS:
            mine = [
                instant
                for place, instant in asked
                if place == slug and 0 <= (to_wall(instant).date() - first).days < EVERY
            ]
            of_api = moment.hours[slug]
            truth = [state_at(hours.schedule(slug), instant).is_open for instant in mine]
            of_library = [state_at(hours.library, instant).is_open for instant in mine]
            said = {
                "the page": by_clock(moment.own[slug].hours, mine),
                "the API": [by_api(of_api, instant) for instant in mine],
                "JSON-LD": [by_json_ld(moment.nodes[slug], instant) for instant in mine],
                "the text for maps": [
                    by_osm(moment.hours[slug]["opening_hours"], instant) for instant in mine
                ],
                "the words": [today_state(hours.schedule(slug), instant).is_open for instant in mine],
            }
            for surface, answers in said.items():
                wrong = [
                    (instant, right)
                    for instant, right, one in zip(mine, truth, answers, strict=True)
                    if one is not right
                ]
                assert not wrong, (surface, slug, moment.made, wrong[:3])
            assert by_clock(moment.library[slug].hours, mine) == of_library, ("the masthead", moment.made)


def test_the_words_of_every_page_and_of_the_api_are_those_of_their_moment(moments: list[Moment]) -> None:
    hours = timetable()
    for moment in moments:
        for slug in SLUGS:
            state = state_at(hours.schedule(slug), moment.made)
            of_api = moment.hours[slug]["state"]
            assert of_api["open"] is state.is_open
            assert (of_api["closes"] or of_api["opens"]) == (state.changes and state.changes.isoformat())
            assert _is_open(moment.own[slug]) is state.is_open, (slug, moment.made)
            assert _is_open(moment.library[slug]) is state_at(hours.library, moment.made).is_open


def _is_open(place: Place) -> bool:
    return "state--open" in place.says or "is-open" in place.says


def _closed(hours: Timetable, slug: str) -> list[date]:
    """The days that are closed, though the usual week would open or a closure says so."""
    days = [resolve(hours.schedule(slug), FIRST + timedelta(days=ahead)) for ahead in range(DAYS + 1)]
    return [day.day for day in days if _is_told(day)]


def _is_told(day: Day) -> bool:
    return day.is_exceptional and not day.is_open and bool(day.closures or day.usual)


@pytest.mark.parametrize("slug", SLUGS)
def test_closed_days_are_the_same_in_every_feed_and_in_the_hours(
    slug: str, client: Client, site: Any, monday: Any, rules: None
) -> None:
    query, right = _asked(slug), _closed(timetable(), slug)
    # Without a department the feeds tell of all of them; those of the whole library name none.
    of_ics = [day for day, said in closed_in_ics(client, query) if slug or "(" not in said.split(":")[0]]
    of_json = [day for day, where in closed_in_json(client, query) if slug or not where]
    of_api = [day for day, scope in closed_in_api(client, query) if slug or not scope]
    of_atom = titles_in_atom(client, query)
    headings = [day_heading(day) for day in right]
    assert of_ics == of_json == of_api == right
    assert len(right) > 3
    if slug:
        assert sorted(title.rpartition(" – ")[2] for title in of_atom) == sorted(headings)
    else:
        assert {*headings} <= {title.rpartition(" – ")[2] for title in of_atom}


def test_instants_are_asked_on_both_sides_of_opening_and_closing() -> None:
    near = [instant for _, instant in pairs() if abs(instant.astimezone(UTC).minute % 30 - 15) >= 14]
    assert len(near) > PAIRS / 3

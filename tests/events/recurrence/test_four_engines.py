"""Four recurrence engines that share no code find the same dates for the rules we let an editor make.

python-dateutil expands for us; libical is behind GNOME and KDE, ical.js behind Thunderbird, rrule behind
many web calendars. What they agree on is what a subscriber's phone shows.
"""

import json
import subprocess
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import libical
import pytest
from javascript import node, package

from events.recurrence import MONTH_DAYS, NTH, Frequency, Rule, WeekdayNum, localise
from pages.ical import TIMEZONE

RULES = 2_400
SCRIPT = Path(__file__).parents[2] / "recurrence_engines.mjs"

# Longer than a year, so that every window holds both clock changes; a yearly rule needs more of them.
WINDOW = timedelta(days=430)
YEARLY_WINDOW = timedelta(days=12 * 366)

# The last Sundays of March and October, and a 29 February.
SPECIAL_DAYS = (
    date(2026, 3, 29),
    date(2027, 3, 28),
    date(2026, 10, 25),
    date(2027, 10, 31),
    date(2028, 2, 29),
)
HOURS = (
    time(0, 0),
    time(2, 59),
    time(3, 0),
    time(3, 30),
    time(4, 0),
    time(10, 15),
    time(18, 0),
    time(23, 59),
)

Dates = list[str]


@dataclass(frozen=True)
class Case:
    """A rule with a start that is one of its dates, and the end of the window."""

    rule: Rule
    start: date

    @property
    def before(self) -> date:
        return self.start + (YEARLY_WINDOW if self.rule.frequency is Frequency.YEARLY else WINDOW)

    def __str__(self) -> str:
        return f"{self.start.isoformat()} {self.rule}"


def some_start(random: Random) -> date:
    day = date(2024, 1, 1) + timedelta(days=random.randrange(2000))
    if random.random() < 0.3:
        day = random.choice(SPECIAL_DAYS) - timedelta(days=random.choice((0, 0, 7, 14, 28)))
    return day if random.random() < 0.25 else datetime.combine(day, random.choice(HOURS))


def some_days(random: Random, frequency: Frequency) -> tuple[list[WeekdayNum], list[int]]:
    if frequency is Frequency.WEEKLY:
        return [WeekdayNum(0, day) for day in random.sample(range(7), random.randint(1, 4))], []
    if frequency is not Frequency.MONTHLY:
        return [], []
    if random.random() < 0.4:
        return [], random.sample(MONTH_DAYS, random.choice((1, 1, 2, 3)))
    return [
        WeekdayNum(random.choice(NTH), random.randrange(7)) for _ in range(random.choice((1, 1, 2, 3)))
    ], []


def some_case(random: Random) -> Case:
    start = some_start(random)
    frequency = random.choice((*Frequency, Frequency.WEEKLY, Frequency.MONTHLY))
    byday, bymonthday = some_days(random, frequency)
    rule = Rule(frequency, random.choice((1, 1, 1, 2, 3, 4, 5, 13)), tuple(byday), tuple(bymonthday))
    start = rule.aligned(start)
    ending = random.choice(("never", "count", "until", "until"))
    last = start + timedelta(days=random.randrange(700))
    if ending == "until" and isinstance(last, datetime) and random.random() < 0.5:
        last = datetime.combine(last, time(23, 59, 59))
    return Case(
        Rule(
            *(frequency, rule.interval, rule.byday, rule.bymonthday),
            count=random.randint(1, 80) if ending == "count" else None,
            until=last if ending == "until" else None,
        ),
        start,
    )


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    """Different rules, the same on every run."""
    random = Random(2026)
    found: dict[str, Case] = {}
    while len(found) < RULES:
        case = some_case(random)
        found.setdefault(str(case), case)
    return list(found.values())


@pytest.fixture(scope="module")
def ours(cases: list[Case]) -> list[Dates]:
    """The dates of our own door, which python-dateutil works out."""
    return [
        [day.isoformat() for day in case.rule.dates(case.start, case.start, case.before)] for case in cases
    ]


@pytest.fixture(scope="module")
def javascript(cases: list[Case]) -> dict[str, list[Dates]]:
    """The dates of ical.js and of rrule, worked out by one process."""
    asked = {
        "icalJs": package("ical.js/dist/ical.js"),
        "rrule": package("rrule/dist/es5/rrule.js"),
        "timezone": TIMEZONE,
        "cases": [
            {
                "start": case.start.isoformat(),
                "rule": case.rule.for_feed(case.start),
                "wallRule": str(case.rule),
                "before": case.before.isoformat(),
            }
            for case in cases
        ],
    }
    command = [node(), str(SCRIPT)]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    found: dict[str, list[Dates]] = json.loads(done.stdout)
    return found


def assert_alike(cases: list[Case], ours: list[Dates], theirs: list[Dates]) -> None:
    differing = [
        f"{case}\n  ours   {mine[:6]} … {len(mine)}\n  theirs {other[:6]} … {len(other)}"
        for case, mine, other in zip(cases, ours, theirs, strict=True)
        if mine != other
    ]
    assert not differing, f"{len(differing)} of {len(cases)} rules differ:\n" + "\n".join(differing[:10])


def test_the_rules_are_of_every_kind_and_cross_both_clock_changes(
    cases: list[Case], ours: list[Dates]
) -> None:
    kinds = Counter(case.rule.frequency for case in cases)
    assert all(kinds[frequency] >= RULES / 10 for frequency in Frequency)
    crossing = 0
    for case, dates in zip(cases, ours, strict=True):
        assert dates[0] == case.start.isoformat()
        if isinstance(case.start, datetime):
            offsets = [localise(datetime.fromisoformat(day)).utcoffset() for day in dates]
            crossing += sum(a != b for a, b in pairwise(offsets)) >= 2
    assert crossing >= 500


def test_29_february_is_among_the_rules(cases: list[Case]) -> None:
    leap = [case for case in cases if "BYMONTH=2;BYMONTHDAY=29" in case.rule.for_feed(case.start)]
    assert leap


def test_libical_finds_the_same_dates(cases: list[Case], ours: list[Dates]) -> None:
    theirs = []
    for case, mine in zip(cases, ours, strict=True):
        first = case.start if isinstance(case.start, datetime) else datetime.combine(case.start, time.min)
        found = libical.expand(str(case.rule.fitted_to(first)), first, len(mine) + 1)
        shown = [(day if isinstance(case.start, datetime) else day.date()).isoformat() for day in found]
        theirs.append([day for day in shown if day < case.before.isoformat()])
    assert_alike(cases, ours, theirs)


@pytest.mark.parametrize("engine", ["icalJs", "rrule"])
def test_the_engines_of_browsers_find_the_same_dates(
    cases: list[Case], ours: list[Dates], javascript: dict[str, list[Dates]], engine: str
) -> None:
    assert_alike(cases, ours, javascript[engine])

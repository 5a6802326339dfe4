"""A library and its departments for the tests of opening hours, and random ones."""

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import strategies as st

from events.hours import ClosureRule, DateException, Day, Interval, Schedule, Season, Week
from events.recurrence import Rule


def hours(text: str) -> tuple[Interval, ...]:
    """Intervals from `8:30-12:00 13:00-18:30`."""
    return tuple(Interval(*map(_time, part.split("-"))) for part in text.split())


def _time(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def week(weekdays: str, saturday: str = "", sunday: str = "") -> Week:
    """The same hours from Monday to Friday, and those of the weekend."""
    return Week((hours(weekdays),) * 5 + (hours(saturday), hours(sunday)))


def verdict(day: Day) -> str:
    """Hours and trace in one line; what did not apply stands in brackets."""
    told = [reason.kind.value + (f":{reason.key}" if reason.key else "") for reason in day.reasons]
    trace = [name if reason.applied else f"({name})" for name, reason in zip(told, day.reasons, strict=True)]
    return " ".join([", ".join(map(str, day.intervals)) or "closed", *trace])


LIBRARY_WEEK = week("8:30-18:30", "8:30-14:30")
ART_WEEK = week("8:30-17:00")

STANDING = ClosureRule(
    "no_readers",
    "Неработен ден с читатели",
    date(2014, 1, 1),
    rule=Rule.monthly_on_weekday(-1, 3),
    key="standing",
    reason_en="No service to readers",
)
CHRISTMAS = ClosureRule(
    "holiday", "Рождество Христово", date(2025, 12, 25), date(2025, 12, 26), key="christmas"
)

LIBRARY = Schedule(LIBRARY_WEEK, closures=(STANDING, CHRISTMAS), name="Библиотеката")
ART = Schedule(ART_WEEK, parent=LIBRARY, name="Изкуство")
CHILDREN = Schedule(parent=LIBRARY, name="Детски отдел")

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
LAST_THURSDAY, FRIDAY = date(2026, 11, 26), date(2026, 11, 27)
SATURDAY, SUNDAY = date(2026, 11, 28), date(2026, 11, 29)
JULY_MONDAY = date(2026, 7, 6)
LAST_THURSDAY_OF_JULY = date(2026, 7, 30)
CHRISTMAS_DAY = date(2025, 12, 25)

SUMMER = Season(date(2026, 7, 1), date(2026, 8, 31), week("9:00-17:00"), "Лято", key="summer")
JULY = Season(date(2026, 7, 1), date(2026, 7, 31), week("9:00-16:00"), "Юли", key="july")
REPAIR = ClosureRule("repair", "Ремонт на залата", date(2026, 11, 23), date(2026, 11, 27), key="repair")


def on(day: date, text: str, key: str = "x") -> DateException:
    """An exception on a date."""
    return DateException(day, hours(text), "Промяна", key=key)


def library(**more: object) -> Schedule:
    """The library with more rules beside its own."""
    extra = {name: getattr(LIBRARY, name) + given for name, given in more.items()}
    return replace(LIBRARY, **extra)


def art(parent: Schedule = LIBRARY, **own: object) -> Schedule:
    """A department with hours of its own."""
    return replace(ART, parent=parent, **own)


def children(parent: Schedule = LIBRARY, **own: object) -> Schedule:
    """A department that follows the library."""
    return replace(CHILDREN, parent=parent, **own)


FIRST, LAST = date(2026, 1, 1), date(2026, 2, 28)
DAYS = st.dates(FIRST, LAST)
INTERVALS = st.builds(
    lambda opens, length: Interval(time(opens // 4, opens % 4 * 15), _after(opens + length)),
    st.integers(24, 80),
    st.integers(1, 15),
)
DAY_HOURS = st.lists(INTERVALS, max_size=3).map(tuple)
WEEKS = st.builds(lambda some, others: Week((some, others) * 3 + ((),)), DAY_HOURS, DAY_HOURS)
EXCEPTIONS = st.builds(DateException, DAYS, DAY_HOURS, st.sampled_from(("", "а", "б")))
RULES = st.sampled_from((None, Rule.monthly_on_weekday(-1, 3), Rule.weekly([0, 2]), Rule.daily(5, count=9)))


def _after(quarters: int) -> time:
    return time(quarters // 4, quarters % 4 * 15)


@st.composite
def seasons(draw: st.DrawFn) -> Season:
    """A season of up to two months."""
    start = draw(DAYS)
    return Season(
        start, start + timedelta(days=draw(st.integers(0, 60))), draw(WEEKS), draw(st.text(max_size=2))
    )


@st.composite
def closures(draw: st.DrawFn) -> ClosureRule:
    """A closure of a day, a period or a rule."""
    start = draw(DAYS)
    end = draw(st.none() | st.integers(0, 30).map(lambda length: start + timedelta(days=length)))
    return ClosureRule(
        draw(st.sampled_from(("holiday", "repair"))),
        draw(st.sampled_from(("а", "б"))),
        start,
        end,
        draw(RULES),
        draw(st.sampled_from(("", "one", "two"))),
    )


def schedules(parent: st.SearchStrategy[Schedule | None], name: str) -> st.SearchStrategy[Schedule]:
    """A random schedule in the first two months of 2026."""
    return st.builds(
        Schedule,
        st.none() | WEEKS,
        st.lists(seasons(), max_size=3).map(tuple),
        st.lists(EXCEPTIONS, max_size=4).map(tuple),
        st.lists(closures(), max_size=4).map(tuple),
        parent,
        st.just(name),
    )


LIBRARIES = schedules(st.none(), "library")
DEPARTMENTS = schedules(LIBRARIES, "department")

"""Categories, audiences, departments, opening hours and closures."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Model

from events.actions import propose_holidays
from events.hours import proposed_holidays
from events.models import (
    Audience,
    Closure,
    Department,
    EventCategory,
    ExceptionInterval,
    OpeningException,
    OpeningHours,
    OpeningInterval,
    Service,
    ServiceInterval,
)
from library_site.demo.content import Item, items
from library_site.demo.days import WEEKDAYS, interval, resolve
from library_site.demo.loaders.bench import Bench
from library_site.demo.loaders.english import translate
from pages import versions

WEEK = timedelta(days=7)
THURSDAY = 3


def load_terms(bench: Bench, model: type[Any], name: str) -> dict[str, Any]:
    """Make the words of a small vocabulary in both languages; return the Bulgarian rows by slug."""
    rows: dict[str, Any] = {}
    for place, item in enumerate(items(name), 1):
        bench.words.learn(item)
        defaults = {"name": item["name"], "sort_order": place * 10}
        row, _ = model.objects.get_or_create(slug=item["slug"], locale=bench.bg, defaults=defaults)
        translate(row, bench.words, bench.en, item["slug"])
        rows[item["slug"]] = row
    return rows


def load_departments(bench: Bench) -> dict[str, Department]:
    """Make the departments in both languages; return the Bulgarian ones by slug."""
    rows: dict[str, Department] = {}
    for place, item in enumerate(items("departments"), 1):
        row = Department.objects.filter(slug=item["slug"], locale=bench.bg).first()
        if row is None:
            row = _department(bench, item, place)
        _learn_department(bench, item)
        translate(row, bench.words, bench.en, item["slug"])
        rows[item["slug"]] = row
    return rows


def _department(bench: Bench, item: Item, place: int) -> Department:
    row = Department(
        slug=item["slug"],
        locale=bench.bg,
        name=item["name"],
        location=item["location"],
        phone=item["phone"],
        description=f"<p>{item['description']}</p>",
        services=_one_a_line(item["services"]),
        image_id=bench.shelf.pictures[item["image"]],
        sort_order=place * 10,
    )
    row.full_clean()
    row.save()
    return row


def _learn_department(bench: Bench, item: Item) -> None:
    bench.words.learn({name: item[name] for name in ("name", "name_en", "location", "location_en")})
    bench.words.say(f"<p>{item['description']}</p>", f"<p>{item['description_en']}</p>")
    bench.words.say(_one_a_line(item["services"]), _one_a_line(item["services_en"]))


def _one_a_line(services: str) -> str:
    parts = [part.strip() for part in services.rstrip(".").split(";")]
    return "\n".join(part[0].upper() + part[1:] for part in parts)


def load_vocabularies(bench: Bench) -> dict[str, dict[str, Any]]:
    """Make everything events are sorted by; return rows by kind and slug."""
    return {
        "categories": load_terms(bench, EventCategory, "categories"),
        "audiences": load_terms(bench, Audience, "audiences"),
        "departments": load_departments(bench),
    }


def load_hours(bench: Bench, departments: dict[str, Department]) -> None:
    """Make the regular weeks, the summers of three years, the exceptions and the services with hours."""
    for item in items("regular"):
        _week(item, departments, None, None, item["name"])
    for item in items("seasons"):
        for year in range(bench.today.year - 1, bench.today.year + 2):
            first, last = (date.fromisoformat(f"{year}-{item[side]}") for side in ("from", "until"))
            _week(item, departments, first, last, f"{item['name']} {year}")
    for item in items("exceptions"):
        _exception(item, departments, free_day(resolve(item["on"], bench.today)))
    for place, item in enumerate(items("services"), 1):
        _service(item, departments, place)


def _week(
    item: Item, departments: dict[str, Department], first: date | None, last: date | None, name: str
) -> None:
    department = departments.get(item.get("department", ""))
    if OpeningHours.objects.filter(department=department, valid_from=first).exists():
        return
    week = OpeningHours(department=department, name=name, valid_from=first, valid_until=last)
    week.intervals = _intervals(OpeningInterval, item["days"])
    _save(week)


def _intervals(model: type[Any], days: dict[str, str]) -> list[Any]:
    rows = []
    for day, said in days.items():
        for text in said.split(","):
            opens, closes = interval(text)
            rows.append(model(weekday=WEEKDAYS.index(day), opens=opens, closes=closes))
    return rows


def _service(item: Item, departments: dict[str, Department], place: int) -> None:
    if Service.objects.filter(name=item["name"]).exists():
        return
    service = Service(
        department=departments.get(item.get("department", "")),
        name=item["name"],
        name_en=item["name_en"],
        last_call=item.get("last_call", 0),
        sort_order=place * 10,
    )
    service.intervals.set(_intervals(ServiceInterval, item.get("days", {})))
    _save(service)


def _exception(item: Item, departments: dict[str, Department], day: date) -> None:
    if OpeningException.objects.filter(reason=item["reason"]).exists():
        return
    opens, closes = interval(item["hours"])
    said = OpeningException(
        department=departments.get(item.get("department", "")),
        date=day,
        reason=item["reason"],
        reason_en=item["reason_en"],
        announcement=item.get("announcement", ""),
        announcement_en=item.get("announcement_en", ""),
    )
    said.intervals.set([ExceptionInterval(opens=opens, closes=closes)])
    _save(said)


def free_day(day: date) -> date:
    """The day, or the same weekday of a later week, that is no public holiday and no last Thursday."""
    holidays = {one.day for year in (day.year, day.year + 1) for one in proposed_holidays(year)}
    while day in holidays or (day.weekday() == THURSDAY and (day + WEEK).month != day.month):
        day += WEEK
    return day


def load_closures(bench: Bench, departments: dict[str, Department]) -> None:
    """Make the standing rule, single closures, and the holidays of three years, the next one's proposed."""
    for item in items("closures"):
        if not Closure.objects.filter(kind=item["kind"], reason=item["reason"]).exists():
            _closure(bench, item, departments)
    for year in range(bench.today.year - 1, bench.today.year + 2):
        _holidays(year, confirmed=year <= bench.today.year)
    versions.bump("hours")


def _closure(bench: Bench, item: Item, departments: dict[str, Department]) -> None:
    start = resolve(item["start"], bench.today)
    days = item.get("days", 1)
    row = Closure(
        kind=item["kind"],
        reason=item["reason"],
        reason_en=item["reason_en"],
        start_date=start,
        end_date=start + timedelta(days=days - 1) if days > 1 else None,
        recurrence=item.get("rule", ""),
        announcement=item["announcement"],
        announcement_en=item["announcement_en"],
        announce_from=resolve(item["announce"], bench.today) if "announce" in item else None,
        state=item.get("state", Closure.State.CONFIRMED),
    )
    _save(row)
    row.departments.set([departments[slug] for slug in item.get("departments", [])])


def _holidays(year: int, confirmed: bool) -> None:
    for row in propose_holidays(year):
        row.state = Closure.State.CONFIRMED if confirmed else Closure.State.PROPOSED
        row.save()


def _save(row: Model) -> None:
    row.full_clean()
    row.save()

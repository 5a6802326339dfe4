"""Factories of events, opening hours and closures."""

from datetime import date, time
from typing import Any

import factory
import wagtail_factories
from pages_factories import locale

from events.models import (
    Audience,
    ClosedDayCalendarPage,
    Closure,
    Department,
    DepartmentIndexPage,
    EventCategory,
    EventIndexPage,
    EventPage,
    ExceptionInterval,
    OccurrenceChange,
    OpeningException,
    OpeningHours,
    OpeningInterval,
)
from events.recurrence import localise


class EventIndexPageFactory(wagtail_factories.PageFactory):
    """A programme; needs `parent`, a home page."""

    class Meta:
        model = EventIndexPage

    title = "Събития"
    slug = ""


class ClosedDayCalendarPageFactory(wagtail_factories.PageFactory):
    """A closed-day calendar; needs `parent`."""

    class Meta:
        model = ClosedDayCalendarPage

    title = "Неработни дни"
    slug = ""


class DepartmentIndexPageFactory(wagtail_factories.PageFactory):
    """The departments; needs `parent`."""

    class Meta:
        model = DepartmentIndexPage

    title = "Отдели и услуги"
    slug = ""


class EventPageFactory(wagtail_factories.PageFactory):
    """An event page, saved but not published through an action; needs `parent`. See `published_event`."""

    class Meta:
        model = EventPage

    title = factory.Sequence(lambda number: f"Клуб по четене {number}")
    slug = ""
    start_date = date(2026, 11, 25)
    start_time = time(18, 0)
    end_time = time(19, 30)


class EventCategoryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = EventCategory

    locale = factory.LazyFunction(lambda: locale("bg"))
    name = factory.Sequence(lambda number: f"Категория {number}")
    slug = factory.Sequence(lambda number: f"kategoria-{number}")


class AudienceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Audience

    locale = factory.LazyFunction(lambda: locale("bg"))
    name = factory.Sequence(lambda number: f"Публика {number}")
    slug = factory.Sequence(lambda number: f"publika-{number}")


class DepartmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Department

    locale = factory.LazyFunction(lambda: locale("bg"))
    name = factory.Sequence(lambda number: f"Отдел {number}")
    slug = factory.Sequence(lambda number: f"otdel-{number}")


class ClosureFactory(factory.django.DjangoModelFactory):
    """A confirmed closure of the whole library for one day, unless told otherwise."""

    class Meta:
        model = Closure
        skip_postgeneration_save = True

    kind = Closure.Kind.OTHER
    reason = "Учение за евакуация"
    start_date = date(2026, 11, 25)

    @factory.post_generation
    def departments(self: Any, create: bool, extracted: list[Department] | None, **kwargs: Any) -> None:
        if create and extracted:
            self.departments.set(extracted)


def published_event(parent: Any, *changes: OccurrenceChange, **values: Any) -> EventPage:
    """Publish an event the way the admin does: as a draft, then a revision."""
    event = EventPageFactory(parent=parent, live=False, **values)
    event.changes.set(changes)
    event.full_clean()
    event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


def republish(event: EventPage, *changes: OccurrenceChange, **values: Any) -> EventPage:
    """Publish an event with other values; its changes are replaced when any are given."""
    for name, value in values.items():
        setattr(event, name, value)
    if changes:
        event.changes.set(changes)
    event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


def change(kind: str, moment: Any = None, **values: Any) -> OccurrenceChange:
    """An unsaved change of one date; times are naive wall-clock datetimes."""
    for name in ("new_start", "new_end"):
        if values.get(name):
            values[name] = localise(values[name])
    return OccurrenceChange(kind=kind, recurrence_id=localise(moment) if moment else None, **values)


def opening_hours(
    rows: list[tuple[int, str, str]], department: Department | None = None, **values: Any
) -> OpeningHours:
    """A week from rows of weekday (0 = Monday), opens, closes."""
    hours = OpeningHours.objects.create(department=department, **{"name": "Редовно работно време", **values})
    for weekday, opens, closes in rows:
        OpeningInterval.objects.create(
            opening_hours=hours,
            weekday=weekday,
            opens=time.fromisoformat(opens),
            closes=time.fromisoformat(closes),
        )
    return hours


def library_hours() -> OpeningHours:
    """Monday to Friday 8:30–18:30, Saturday 8:30–14:30."""
    return opening_hours([*((day, "08:30", "18:30") for day in range(5)), (5, "08:30", "14:30")])


def opening_exception(day: date, *rows: tuple[str, str], **values: Any) -> OpeningException:
    """A date with hours of its own; closed without rows."""
    said = OpeningException.objects.create(date=day, **{"reason": "Промяна", **values})
    for opens, closes in rows:
        ExceptionInterval.objects.create(
            opening_exception=said, opens=time.fromisoformat(opens), closes=time.fromisoformat(closes)
        )
    return said


def last_thursday(**values: Any) -> Closure:
    """The standing rule: the last Thursday of every month is a day without readers."""
    return ClosureFactory(
        **{
            "kind": Closure.Kind.NO_READERS,
            "reason": "",
            "start_date": date(2024, 1, 1),
            "recurrence": "FREQ=MONTHLY;BYDAY=-1TH",
            **values,
        }
    )

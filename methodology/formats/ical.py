"""Trainings as VEVENTs: one for each day, whose UID never changes."""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Event

from methodology.models import Training, TrainingSession
from methodology.trainings.stages import TrainingStatus
from pages.ical import as_text

NAMESPACE = uuid.UUID("7d4a1f60-9d0e-5a55-8a4b-1c5d3e2f7a90")
SOFIA = ZoneInfo("Europe/Sofia")


def write_training(training: Training, url: str) -> Iterator[str]:
    """Give the VEVENTs of a training, in the active language; one over all its days when none is planned."""
    sessions = list(training.sessions.all())
    for number, session in enumerate(sessions, 1):
        yield as_text(_day(training, session, number, len(sessions), url))
    if not sessions:
        yield as_text(_whole(training, url))


def _day(training: Training, session: TrainingSession, number: int, many: int, url: str) -> Event:
    event = _event(training, session.uid, max(training.changed_at, session.changed_at), url)
    event.add("dtstart", datetime.combine(session.day, session.start_time, SOFIA))
    event.add("dtend", datetime.combine(session.day, session.end_time, SOFIA))
    title = training.title
    if many > 1:
        values = {"title": title, "number": number, "many": many}
        title = _("%(title)s (ден %(number)s от %(many)s)") % values
    event.add("summary", _marked(training, title))
    lines = [session.topic, session.lecturer or training.lecturers, training.description]
    _texts(event, lines, session.place or training.place)
    return event


def _whole(training: Training, url: str) -> Event:
    event = _event(training, uuid.uuid5(NAMESPACE, str(training.pk)), training.changed_at, url)
    event.add("dtstart", training.start_date)
    event.add("dtend", training.last_day + timedelta(days=1))
    event.add("summary", _marked(training, training.title))
    _texts(event, [training.lecturers, training.description], training.place)
    return event


def _event(training: Training, uid: uuid.UUID, changed: datetime, url: str) -> Event:
    event = Event()
    event.add("uid", str(uid))
    for name in ("dtstamp", "last-modified"):
        event.add(name, changed.astimezone(UTC))
    cancelled = training.status == TrainingStatus.CANCELLED
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("categories", [training.get_kind_display()])
    if url:
        event.add("url", url)
    return event


def _texts(event: Event, lines: list[str], place: str) -> None:
    description = "\n\n".join(line for line in lines if line)
    if description:
        event.add("description", description)
    if place:
        event.add("location", place)


def _marked(training: Training, title: str) -> str:
    cancelled = training.status == TrainingStatus.CANCELLED
    return _("ОТМЕНЕНО: %(title)s") % {"title": title} if cancelled else title

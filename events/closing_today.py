"""What closing today would do, before it is done."""

from dataclasses import dataclass, field
from datetime import datetime, time
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale

from events.hours import Day, resolve
from events.models import Closure, EventOccurrence
from events.models.affected import Hit, hits_of
from events.recurrence import localise
from events.timetable import timetable
from events.wording.differences import day_text
from pages.navigation import active_language

if TYPE_CHECKING:
    from events.forms.close_today import CloseTodayForm

MOST = 50


@dataclass(frozen=True, slots=True)
class Effects:
    """What is open today now, by place, and the events that are hit."""

    open_now: list[tuple[str, str]] = field(default_factory=list)
    is_closed: bool = False
    hits: list[Hit] = field(default_factory=list)


def what_it_does(form: "CloseTodayForm") -> Effects:
    """The effects of the form as it is filled in; of closing everything when it is not or has errors."""
    values = getattr(form, "cleaned_data", {}) if not form.errors else {}
    department, since = values.get("department", form.place), form.closes_at if values else None
    hours, today = timetable(), timezone.localdate()
    slugs = [department.slug] if department else ["", *hours.schedules]
    days = {slug: resolve(hours.schedule(slug), today) for slug in slugs}
    names = {slug: hours.name(slug, active_language()) or _("цялата библиотека") for slug in slugs}
    scope = [department.slug] if department else []
    kind, reason = form.kind, values.get("reason") or form.initial.get("reason", "")
    closure = Closure(kind=kind, start_date=today, reason=reason)
    return Effects(
        [(names[slug], day_text(days[slug])) for slug in slugs if not slug or _differs(days, slug)],
        is_closed=not any(day.is_open for day in days.values()),
        hits=hits_of(closure, scope) if since is None else _later(scope, since),
    )


def _differs(days: dict[str, Day], slug: str) -> bool:
    return "" not in days or days[slug].intervals != days[""].intervals


def _later(scope: list[str], since: time) -> list[Hit]:
    """Today's events that are not over at an hour; of one without a known end the start counts."""
    language, today = Locale.get_default().language_code, timezone.localdate()
    found = EventOccurrence.objects.public().in_language(language).with_event().not_cancelled().upcoming()
    found = found.filter(first_day=today, all_day=False)
    if scope:
        found = found.in_department(*scope)
    closes = localise(datetime.combine(today, since))
    late = Q(has_end=True, end__gt=closes) | Q(has_end=False, start__gte=closes)
    return [Hit(row) for row in found.filter(late)[:MOST]]

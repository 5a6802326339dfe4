"""The department's own sections of the passport; each is capped, so the sheet stays one or two pages."""

from typing import TYPE_CHECKING

from django.db.models import Count, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from methodology.models import (
    Consultation,
    Cooperation,
    FollowUp,
    Library,
    LibraryStatusChange,
    Post,
    Registration,
    Visit,
)
from methodology.passport.registry import Context, register_section

if TYPE_CHECKING:
    from django.db.models import Model

MAX_ROWS = 12
MAX_FINDINGS = 40


def register() -> None:
    """Put the sections on the sheet; called in `ready()`."""
    for order, (name, title, context) in enumerate(SECTIONS, start=1):
        template = f"methodology/passport/{name}.html"
        register_section(name, title, template=template, context=context, order=order * 100)


def branches(library: Library) -> Context | None:
    """Its branches: one query."""
    rows = list(library.branches.with_place().order_by("name")[:MAX_ROWS])
    return {"rows": rows} if rows else None


def people(library: Library) -> Context | None:
    """Who works there and who worked before: one query."""
    posts = Post.objects.filter(library=library).select_related("person").order_by("-since", "-pk")
    return _rows(posts)


def trainings(library: Library) -> Context | None:
    """Which trainings its people attended: one query."""
    attended = Registration.objects.attended().filter(library=library).select_related("training")
    return _rows(attended.order_by("-training__start_date", "name"))


def visits(library: Library) -> Context | None:
    """Visits and surveys with what was found: one query, one for the findings, one for their topics."""
    rows = Visit.objects.filter(library=library).prefetch_related("findings__topic").order_by("-date", "-pk")
    return _rows(rows)


def consultations(library: Library) -> Context | None:
    """The latest consultations, and how many there were: two queries."""
    records = Consultation.objects.filter(library=library)
    totals = records.aggregate(number=Count("pk"), attendances=Sum("reached"))
    if not totals["number"]:
        return None
    return {"rows": list(records.order_by("-date", "-pk")[:MAX_ROWS]), **totals}


def follow_ups(library: Library) -> Context | None:
    """What is left to do: one query."""
    return _rows(FollowUp.objects.open().of_library(library.pk))


def cooperation(library: Library) -> Context | None:
    """What was done about it together with the municipality: one query."""
    return _rows(Cooperation.objects.filter(library=library))


def history(library: Library) -> Context | None:
    """When it was closed and opened: one query."""
    return _rows(LibraryStatusChange.objects.filter(library=library))


SECTIONS = (
    ("branches", _("Филиали"), branches),
    ("people", _("Хора"), people),
    ("trainings", _("Обучения на хората"), trainings),
    ("visits", _("Посещения и проучвания"), visits),
    ("consultations", _("Консултации"), consultations),
    ("follow_ups", _("За проследяване"), follow_ups),
    ("cooperation", _("Сътрудничество с общината"), cooperation),
    ("history", _("История на състоянието"), history),
)


def _rows(records: "QuerySet[Model]") -> Context | None:
    rows = list(records[: MAX_ROWS + 1])
    more = len(rows) > MAX_ROWS
    number = _("над %(most)s") % {"most": MAX_ROWS} if more else len(rows)
    return {"rows": rows[:MAX_ROWS], "more": more, "number": number} if rows else None

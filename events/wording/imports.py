"""How an import of events is told, in the active language."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.imports import Candidate
from events.planning.when import as_moment
from events.wording.moments import period
from pages.navigation import active_language

# By the states of a plan.
STATE_NAMES = {
    "new": gettext_lazy("Ново"),
    "changed": gettext_lazy("Променено"),
    "edited": gettext_lazy("Променено тук след вноса"),
    "same": gettext_lazy("Без промяна"),
    "gone": gettext_lazy("Изчезнало от източника"),
    "deleted": gettext_lazy("Изтрито тук"),
    "refused": gettext_lazy("Отказано"),
}


def says_when(candidate: Candidate) -> str:
    """The first date of a candidate, how it repeats, and how many of its dates differ."""
    when = candidate.when
    start = as_moment(when.start)
    end = start + when.length
    last = (end - timedelta(days=1)).date() if when.all_day else end.date()
    said = period(start.date(), last, when.all_day, start, end if when.has_end else None)
    if when.rule:
        said += f"; {when.rule.sentence(active_language(), candidate.start_date)}"
    if candidate.changes:
        said += "; " + _("промени и допълнителни дати: %(number)s") % {"number": len(candidate.changes)}
    return said

"""The public holidays of a year, proposed as closures for an editor to confirm."""

from django.db import transaction
from django.db.models import Q
from wagtail.log_actions import log

from events.hours import ProposedHoliday, proposed_holidays
from events.models import Closure

PROPOSED = "events.holiday.propose"


@transaction.atomic
def propose_holidays(year: int) -> list[Closure]:
    """Propose the holidays that were not proposed before, whatever became of them; HoursError for a bad year.

    Days off of the state administration only are left out: they do not bind a library.
    """
    found = [one for one in proposed_holidays(year) if not one.administration_only]
    of_year = Q(start_date__year=year) | Q(holiday_date__year=year)
    rows = Closure.objects.filter(of_year, kind=Closure.Kind.HOLIDAY)
    known = {day for days in rows.values_list("start_date", "holiday_date") for day in days}
    fresh = [_proposal(one) for one in found if one.day not in known]
    made = Closure.objects.bulk_create(fresh)
    for closure in made:
        log(closure, PROPOSED)
    return made


def _proposal(holiday: ProposedHoliday) -> Closure:
    return Closure(
        kind=Closure.Kind.HOLIDAY,
        state=Closure.State.PROPOSED,
        start_date=holiday.day,
        holiday_date=holiday.day,
        reason=holiday.name[:200],
        reason_en=holiday.name_en[:200],
    )

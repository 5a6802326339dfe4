"""The public holidays of a year, proposed as closures for an editor to confirm."""

from django.db import transaction

from events.hours import ProposedHoliday, proposed_holidays
from events.models import Closure


@transaction.atomic
def propose_holidays(year: int) -> list[Closure]:
    """Propose the holidays that were not proposed before, whatever became of them; HoursError for a bad year.

    Days off of the state administration only are left out: they do not bind a library.
    """
    holidays = Closure.objects.filter(kind=Closure.Kind.HOLIDAY, start_date__year=year)
    known = set(holidays.values_list("start_date", flat=True))
    fresh = [
        Closure(
            kind=Closure.Kind.HOLIDAY,
            state=Closure.State.PROPOSED,
            start_date=holiday.day,
            reason=_reason(holiday),
        )
        for holiday in proposed_holidays(year)
        if not holiday.administration_only and holiday.day not in known
    ]
    return Closure.objects.bulk_create(fresh)


def _reason(holiday: ProposedHoliday) -> str:
    return holiday.name[:200]

"""Holidays are proposed, and the database keeps what the forms promise."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from events_factories import (
    DepartmentFactory,
    opening_exception,
    opening_hours,
)

from events.actions import propose_holidays
from events.hours import HoursError
from events.models import Closure

pytestmark = pytest.mark.django_db


def test_holidays_are_proposed_once_and_close_nothing_by_themselves(db: Any, locales: Any) -> None:
    proposed = propose_holidays(2027)
    assert date(2027, 3, 3) in {one.start_date for one in proposed}
    assert {one.state for one in proposed} == {"proposed"}
    labour_day = next(one for one in proposed if one.start_date == date(2027, 5, 4))
    assert labour_day.reason.startswith("Ден на труда")
    assert labour_day.reason_en == "Labour Day and International Workers' Solidarity Day (substitute day)"
    dropped = Closure.objects.get(start_date=date(2027, 3, 3))
    dropped.state = Closure.State.WITHDRAWN
    dropped.save()
    assert propose_holidays(2027) == []
    assert not Closure.objects.confirmed().exists()


@pytest.mark.parametrize("year", [1989, 2101, 0, -5])
def test_holidays_of_an_impossible_year_are_refused(db: Any, year: int) -> None:
    with pytest.raises(HoursError):
        propose_holidays(year)


@pytest.mark.parametrize("department", [None, "art"])
def test_the_database_itself_knows_no_second_exception_or_week(locales: Any, department: Any) -> None:
    art = DepartmentFactory() if department else None
    opening_exception(date(2026, 12, 24), department=art)
    opening_hours([], art)
    with pytest.raises(IntegrityError), transaction.atomic():
        opening_exception(date(2026, 12, 24), department=art)
    with pytest.raises(IntegrityError), transaction.atomic():
        opening_hours([], art)
    opening_exception(date(2026, 12, 24), department=DepartmentFactory())
    opening_hours([], art, valid_from=date(2027, 7, 1), valid_until=date(2027, 7, 2))

"""What readers look for, counted by day, without anything about the reader."""

import re
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from pages.models import SearchedQuery

MAX_LENGTH = 100
MAX_WORDS = 8
# A flood of invented queries must not fill the database.
MAX_ROWS_A_DAY = 5_000
KEPT = timedelta(days=180)

# Anything with digits in this number may be a telephone, a card, a personal number.
_MANY_DIGITS = re.compile(r"\d(?:[\s./()+-]*\d){4,}")


def may_be_kept(query: str, typed: list[str]) -> bool:
    """Tell whether a query is no address, no number and no whole letter that somebody pasted."""
    if "@" in query or _MANY_DIGITS.search(query):
        return False
    return bool(typed) and len(typed) <= MAX_WORDS and len(" ".join(typed)) <= MAX_LENGTH


def record(query: str, typed: list[str], language: str, found: int) -> None:
    """Count a query for today. One query; three for one that is new today."""
    if not may_be_kept(query, typed):
        return
    day = timezone.localdate()
    row = {"day": day, "language": language, "text": " ".join(typed)}
    if SearchedQuery.objects.filter(**row).update(hits=F("hits") + 1, found=found):
        return
    if SearchedQuery.objects.filter(day=day).count() >= MAX_ROWS_A_DAY:
        return
    try:
        with transaction.atomic():
            SearchedQuery.objects.create(**row, found=found)
    except IntegrityError:
        # Somebody else asked the same at the same moment.
        SearchedQuery.objects.filter(**row).update(hits=F("hits") + 1, found=found)


def forget_old() -> int:
    """Delete the counts that are older than half a year; return how many."""
    return SearchedQuery.objects.filter(day__lt=timezone.localdate() - KEPT).delete()[0]

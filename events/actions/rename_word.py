"""Events whose category, department or municipality has a new name."""

from datetime import datetime

from django.db.models import Q

from events import vocabulary
from events.actions.retell import retell
from events.models import EventPage

# The names of models, and the fields by which events point to them.
WORD_FIELDS = {"eventcategory": "category", "department": "department", "municipality": "municipality"}


def rename_word(kind: str, slug: str, now: datetime | None = None) -> int:
    """Write a new name into the feed texts of the events that use it; return how many changed.

    `kind` is the name of the model; KeyError for one that is not a word of events. Safe to run twice; a
    slug that is gone has no events.
    """
    vocabulary.forget()
    named = Q(**{f"{WORD_FIELDS[kind]}__slug": slug})
    if kind == "municipality":
        named |= Q(further_places__municipality__slug=slug)
    return retell(EventPage.objects.filter(named).distinct(), now)

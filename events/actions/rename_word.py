"""Events whose category, audience, department, municipality, series or picture has changed."""

from datetime import datetime

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import ReferenceIndex

from events import vocabulary
from events.actions.retell import retell
from events.models import EventPage

# The names of models, and the fields by which events point to them.
WORD_FIELDS = {
    "eventcategory": "category",
    "audience": "audiences",
    "department": "department",
    "municipality": "municipality",
}


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


def redraw(kind: str, pk: int, now: datetime | None = None) -> int:
    """Write the texts of the events that show a picture or link to a page anew; return how many changed.

    `kind` is the label of the model, such as "pages.LibraryImage". Safe to run twice; a record that is
    gone is shown by no event.
    """
    record = apps.get_model(kind).objects.filter(pk=pk).first()
    if record is None:
        return 0
    references = ReferenceIndex.get_references_to(record)
    pages = references.filter(content_type=ContentType.objects.get_for_model(EventPage))
    return retell(EventPage.objects.filter(pk__in=[int(one.object_id) for one in pages]), now)


def tell_series(meetings: list[int], now: datetime | None = None) -> int:
    """Write the texts of the meetings of a series that was renamed, shown or hidden; return how many changed.

    Safe to run twice; an event that is gone has nothing to tell.
    """
    return retell(EventPage.objects.filter(pk__in=meetings), now)

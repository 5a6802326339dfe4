"""What may be asked of an embed, alike in its data, its frame and its plain HTML."""

from typing import Annotated, Literal

from django.utils.translation import gettext_noop as _
from ninja import Schema
from pydantic import Field

from events.api.filters import EventFilters
from pages.api.query import Slug, StrictQuery

Scheme = Literal["light", "dark", "auto"]
Version = Annotated[str, Field(max_length=64, pattern=r"^[0-9a-f]*$")]

MOST_EVENTS = 20
MOST_CLOSED_DAYS = 24


class EmbedQuery(StrictQuery):
    """What every embed may say; `v` is the version of the script that asks."""

    v: Version = Field("", description=_("Версия на скрипта, който пита."))


class EventsEmbedQuery(EmbedQuery, EventFilters):
    """Which events an embed shows, and how many."""

    limit: int = Field(5, ge=1, le=MOST_EVENTS, description=_("Колко събития да се покажат."))


class HoursEmbedQuery(EmbedQuery):
    """Whose hours an embed shows."""

    department: Slug | None = Field(None, description=_("Отдел (адресна дума); без него – библиотеката."))


class ClosedDaysEmbedQuery(HoursEmbedQuery):
    """Which closed days an embed shows, and how many."""

    limit: int = Field(5, ge=1, le=MOST_CLOSED_DAYS, description=_("Колко периода да се покажат."))


class Dress(Schema):
    """How a frame looks; an element takes the same from its attributes."""

    scheme: Scheme = Field("light", description=_("Светли или тъмни цветове."))
    subscribe: bool = Field(False, description=_("true: с връзка за абонамент."))


class EventsFrameQuery(EventsEmbedQuery, Dress):
    """A frame with events."""


class HoursFrameQuery(HoursEmbedQuery, Dress):
    """A frame with hours."""


class ClosedDaysFrameQuery(ClosedDaysEmbedQuery, Dress):
    """A frame with closed days."""

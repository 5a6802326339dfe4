"""A series: the meetings of a club, the lectures of a cycle, each an event of its own."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from pages.blocks import BODY_BLOCKS
from pages.models import LibraryPageMixin
from pages.navigation import active_language
from pages.paging import page_of

if TYPE_CHECKING:
    from events.models.event_page import EventPage
    from events.querysets.occurrences import EventOccurrenceQuerySet

COMING = 30
PAST_PER_PAGE = 20


class EventSeriesPageMixin(LibraryPageMixin):
    """What a series says about itself."""

    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("изображение"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    lead = models.TextField(
        _("увод"),
        max_length=400,
        blank=True,
        help_text=_("За кого е и как се участва, с едно-две изречения. До 400 знака."),
    )
    body = StreamField(BODY_BLOCKS, verbose_name=_("съдържание"), blank=True, max_num=100)
    image_alt = models.CharField(_("описание на изображението"), max_length=250, blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Изображение")),
        FieldPanel("body"),
    ]
    search_fields = [
        *LibraryPageMixin.search_fields,
        index.SearchField("lead", boost=1.5),
        index.SearchField("body"),
    ]
    override_translatable_fields = [SynchronizedField("image", overridable=False)]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.image_id and not self.image_alt.strip():
            raise ValidationError({"image_alt": _("Опишете с няколко думи какво се вижда на изображението.")})


def series_in_language(event: "EventPage") -> "EventSeriesPage | None":
    """The series of an event in the event's own language, when readers can see it.

    A query more for a translated event: its series is named in the default language.
    """
    series = event.series
    if series is not None and series.locale_id != event.locale_id:
        series = series.get_translation_or_none(event.locale)
    return series if series is not None and series.live else None


@dataclass(frozen=True)
class ShownSeries:
    """A series as a page of an event names it; `lang` is its language when it is not the event's own."""

    title: str
    url: str
    lang: str = ""


def shown_series(event: "EventPage") -> ShownSeries | None:
    """The series of an event for its readers: in their language, else as it was written, marked so."""
    series = series_in_language(event) or event.series
    if series is None or not series.live:
        return None
    lang = "" if series.locale_id == event.locale_id else series.locale.language_code
    return ShownSeries(series.title, series.get_url() or "", lang)


class EventSeriesPage(EventSeriesPageMixin, Page):
    """A series with its coming and past meetings."""

    parent_page_types = ["events.EventIndexPage"]
    subpage_types: list[str] = []
    template = "events/series_page.html"
    search_fields = Page.search_fields + EventSeriesPageMixin.search_fields

    class Meta:
        verbose_name = _("поредица")
        verbose_name_plural = _("поредици")

    def meetings(self) -> "EventOccurrenceQuerySet":
        """The public dates of its events, in the active language, with what a row shows."""
        from events.models.occurrences import EventOccurrence

        public = EventOccurrence.objects.public().in_language(active_language())
        return public.in_series(self.translation_key).with_event().with_audiences().with_places()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The coming meetings and one page of the past ones."""
        from events.event_ld import series_data

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        coming = list(self.meetings().upcoming()[: COMING + 1])
        return {
            **context,
            "coming": coming[:COMING],
            "structured": series_data(request, self, coming),
            "more": len(coming) > COMING,
            "page_obj": page_of(request, Paginator(self.meetings().past(), PAST_PER_PAGE)),
        }

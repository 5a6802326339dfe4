"""„Снимки от събитието“: what an event looked like, added to it afterwards as a page of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Prefetch
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultipleChooserPanel
from wagtail.images import get_image_model_string
from wagtail.models import Orderable, Page, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from events.models.limits import raise_all, year_errors
from events.querysets.photo_reports import PhotoReportManager
from events.sections import section_urls
from pages.models import LibraryPageMixin

if TYPE_CHECKING:
    from events.models.event_page import EventPage

MAX_PHOTOS = 60
REPORTS_IN_EVENT = 3
PHOTOS_IN_EVENT = 8


class PhotoReportPageMixin(LibraryPageMixin):
    """The day, a short text and who took the pictures.

    A report is published by itself: subscribers of the event hear nothing of it.
    """

    taken_on = models.DateField(
        _("ден на събитието"), help_text=_("По него снимките се подреждат. Не може да е в бъдещето.")
    )
    text = models.TextField(
        _("текст"), max_length=1500, blank=True, help_text=_("Как мина, с няколко изречения.")
    )
    credit = models.CharField(
        _("автор на снимките"),
        max_length=160,
        blank=True,
        help_text=_("Показва се веднъж, за всички снимки без свой автор."),
    )

    content_panels = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("taken_on"), FieldPanel("credit")]),
        FieldPanel("text"),
        MultipleChooserPanel(
            "photos",
            label=_("Снимка"),
            heading=_("Снимки"),
            chooser_field_name="image",
            min_num=1,
            max_num=MAX_PHOTOS,
        ),
    ]
    search_fields = [
        *LibraryPageMixin.search_fields,
        index.SearchField("text"),
        index.FilterField("taken_on"),
    ]
    override_translatable_fields = [SynchronizedField("taken_on", overridable=False)]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        errors = year_errors({"taken_on": self.taken_on})
        if not errors and self.taken_on and self.taken_on > timezone.localdate():
            text = _("Този ден още не е дошъл. Снимките се добавят след събитието.")
            errors["taken_on"] = ValidationError(text, code="future")
        raise_all(errors)


class PhotoReportPage(PhotoReportPageMixin, Page):
    """The pictures of one event, or of one date of it."""

    objects = PhotoReportManager()

    parent_page_types = ["events.EventPage"]
    subpage_types: list[str] = []
    template = "events/photo_report_page.html"
    search_fields = Page.search_fields + PhotoReportPageMixin.search_fields

    class Meta:
        verbose_name = _("снимки от събитието")
        verbose_name_plural = _("снимки от събитията")

    @property
    def event(self) -> "EventPage":
        """The event it belongs to."""
        found: EventPage = self.get_parent().specific
        return found

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The pictures, and the event."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "event": self.event, "photos": photos_of(self), "urls": section_urls(request)}


class ReportPhoto(TranslatableMixin, Orderable):
    """One picture with what is seen on it."""

    report = ParentalKey("events.PhotoReportPage", on_delete=models.CASCADE, related_name="photos")
    image = models.ForeignKey(
        get_image_model_string(), verbose_name=_("изображение"), on_delete=models.CASCADE, related_name="+"
    )

    alt_text = models.CharField(
        _("какво се вижда"),
        max_length=250,
        blank=True,
        help_text=_("Чете се на хора, които не виждат. Празно: описанието на самото изображение."),
    )
    credit = models.CharField(
        _("автор"), max_length=160, blank=True, help_text=_("Само ако не е авторът на всички снимки.")
    )

    override_translatable_fields = [SynchronizedField("image", overridable=False)]
    panels = [FieldPanel("image"), FieldRowPanel([FieldPanel("alt_text"), FieldPanel("credit")])]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("снимка")
        verbose_name_plural = _("снимки")

    def __str__(self) -> str:
        return self.alt

    def clean(self) -> None:
        super().clean()
        if self.image_id and not self.alt.strip():
            raise ValidationError({"alt_text": _("Опишете с няколко думи какво се вижда на снимката.")})

    @property
    def alt(self) -> str:
        """What is seen on the picture."""
        return self.alt_text or getattr(self.image, "description", "")

    @property
    def author(self) -> str:
        """Who made it, when it is not the author of the whole report."""
        return self.credit or getattr(self.image, "credit", "")


def day_of_pictures(event: "EventPage") -> date | None:
    """The first day of the last date of an event that has begun; None when none has."""
    begun = event.occurrences.filter(first_day__lte=timezone.localdate()).not_cancelled()
    last = begun.order_by("-start").first()
    return last.first_day if last else None


def begin_report(page: Page, event: "EventPage") -> None:
    """Fill in what a new report of an event begins with."""
    page.title = (_("Снимки: %(title)s") % {"title": event.title})[:255]
    page.taken_on = day_of_pictures(event) or timezone.localdate()


@dataclass(frozen=True)
class ShownReport:
    """A report inside its event: the first pictures, how many there are, its language when it is another."""

    report: PhotoReportPage
    photos: list["ReportPhoto"]
    total: int
    lang: str = ""


def photos_of(report: PhotoReportPage) -> list[ReportPhoto]:
    """The pictures of a report, saved or in preview, in their order."""
    rows: Iterable[ReportPhoto] = report.photos.all()
    return [row for row in rows if row.image_id]


def reports_of(event: "EventPage") -> list[ShownReport]:
    """The latest public photo reports of an event; no query for one that no language has pages under.

    A translated event without reports of its own shows those it was translated from: pictures need no words.
    """
    found = _reports_under(event) if event.numchild else []
    if not found and event.locale.language_code != settings.LANGUAGE_CODE:
        others = type(event).objects.filter(translation_key=event.translation_key, numchild__gt=0, live=True)
        source = others.filter(locale__language_code=settings.LANGUAGE_CODE).first()
        found = _reports_under(source, settings.LANGUAGE_CODE) if source else []
    return found


def _reports_under(event: "EventPage", lang: str = "") -> list[ShownReport]:
    found = PhotoReportPage.objects.child_of(event).live().public().order_by("-taken_on", "-pk")
    pictures = ReportPhoto.objects.select_related("image").prefetch_related("image__renditions")
    rows = found.prefetch_related(Prefetch("photos", queryset=pictures.order_by("sort_order", "pk")))
    shown = [(report, photos_of(report)) for report in rows[:REPORTS_IN_EVENT]]
    return [ShownReport(report, photos[:PHOTOS_IN_EVENT], len(photos), lang) for report, photos in shown]

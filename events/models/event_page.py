"""An event: what, when, where and for whom."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Page, PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from events import vocabulary
from events.forms.event_page import EventPageForm
from events.models.event_facts import rule_sentence
from events.models.event_parts import EventDates, EventDetails, EventPlace
from events.models.event_routes import EventRoutes
from pages.blocks import BODY_BLOCKS
from pages.models import LibraryPageMixin

# In another language only words differ: an event has one time, one place, one state.
SYNCHRONISED = (
    *("start_date", "start_time", "end_date", "end_time", "recurrence", "opening_start"),
    *("category", "series", "audiences", "department", "municipality", "settlement"),
    *("attendance_mode", "online_url", "status", "closure_policy"),
    *("registration_url", "registration_email", "capacity", "image", "video_url"),
)


class EventPageMixin(EventDates, EventPlace, EventDetails, LibraryPageMixin):
    """Everything an event page has beyond Wagtail's own page."""

    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("изображение"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    audiences = ParentalManyToManyField(
        "events.Audience", verbose_name=_("публика"), blank=True, related_name="+"
    )

    lead = models.TextField(
        _("увод"), max_length=400, blank=True, help_text=_("Най-важното с едно-две изречения. До 400 знака.")
    )
    body = StreamField(BODY_BLOCKS, verbose_name=_("съдържание"), blank=True, max_num=100)
    image_alt = models.CharField(
        _("описание на изображението"),
        max_length=250,
        blank=True,
        help_text=_("Какво се вижда, с едно изречение: чете се на хора, които не виждат изображението."),
    )

    base_form_class = EventPageForm
    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        *EventDates.date_panels,
        *EventPlace.place_panels,
        *EventDetails.audience_panels,
        *EventDetails.status_panels,
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Изображение")),
        FieldPanel("body"),
        *EventDetails.registration_panels,
    ]
    search_fields = [
        *LibraryPageMixin.search_fields,
        index.SearchField("lead", boost=1.5),
        index.SearchField("body"),
        index.SearchField("location"),
        index.SearchField("organizer"),
        index.FilterField("start_date"),
    ]
    override_translatable_fields = [SynchronizedField(name, overridable=False) for name in SYNCHRONISED]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.image_id and not self.image_alt.strip():
            raise ValidationError({"image_alt": _("Опишете с няколко думи какво се вижда на изображението.")})

    @property
    def category_name(self) -> str:
        """The category in the active language."""
        return vocabulary.name_of("category", self.category)

    @property
    def department_name(self) -> str:
        """The department in the active language."""
        return vocabulary.name_of("department", self.department)

    @property
    def audience_text(self) -> str:
        """The audiences in the active language, with commas."""
        return ", ".join(vocabulary.name_of("audience", one) for one in self.audiences.all())

    @property
    def rule_sentence(self) -> str:
        """How it repeats, in the active language; empty for a single event."""
        return rule_sentence(self)

    @property
    def uid(self) -> str:
        """What subscribers know the event by: the same in all languages, for ever."""
        return str(self.translation_key)


# django-stubs finds no manager on the rows of changes, which point here.
class EventPage(EventRoutes, EventPageMixin, Page):  # type: ignore[django-manager-missing]
    """An event."""

    objects: ClassVar[PageManager] = PageManager()

    parent_page_types = ["events.EventIndexPage"]
    subpage_types = ["events.PhotoReportPage"]
    template = "events/event_page.html"
    search_fields = Page.search_fields + EventPageMixin.search_fields

    class Meta:
        verbose_name = _("събитие")
        verbose_name_plural = _("събития")

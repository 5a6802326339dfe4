"""For whom an event is, who organises it, in what state it is."""

from django.db import models
from django.forms import CheckboxSelectMultiple, Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from events.models.event_files import MAX_FILES
from events.models.partners import MAX_PARTNERS, only_https


class EventStatus(models.TextChoices):
    """The state of a whole event."""

    PLANNED = "planned", _("планирано")
    CONFIRMED = "confirmed", _("потвърдено")
    CANCELLED = "cancelled", _("отменено")
    POSTPONED = "postponed", _("отложено")
    FULL = "full", _("местата са заети")


class ClosurePolicy(models.TextChoices):
    """What happens to a date of the event on a day when the library is closed."""

    KEEP = "keep", _("провежда се")
    CANCEL = "cancel", _("отменя се")
    ASK = "ask", _("редакторът решава")


class EventDetails(models.Model):
    """State, category, organiser, registration and price, as information."""

    category = models.ForeignKey(
        "events.EventCategory",
        verbose_name=_("категория"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    series = models.ForeignKey(
        "events.EventSeriesPage",
        verbose_name=_("поредица"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Клуб или цикъл, на който това е една от срещите."),
    )

    status = models.CharField(
        _("състояние"), max_length=10, choices=EventStatus.choices, default=EventStatus.PLANNED
    )
    status_reason = models.CharField(
        _("причина"),
        max_length=200,
        blank=True,
        help_text=_("Защо е отменено или отложено. Посетителите я виждат."),
    )
    closure_policy = models.CharField(
        _("в ден, когато е затворено"),
        max_length=10,
        choices=ClosurePolicy.choices,
        default=ClosurePolicy.ASK,
    )
    organizer = models.CharField(_("организатор"), max_length=200, blank=True)
    registration_url = models.URLField(_("адрес за записване"), max_length=500, blank=True)
    registration_email = models.EmailField(_("електронна поща за записване"), blank=True)
    capacity = models.PositiveSmallIntegerField(_("брой места"), null=True, blank=True)
    price = models.CharField(
        _("цена"), max_length=80, blank=True, help_text=_("С думи, например „вход свободен“.")
    )
    contact = models.CharField(
        _("за въпроси"), max_length=200, blank=True, help_text=_("Телефон или електронна поща.")
    )

    video_url = models.URLField(
        _("видео"),
        max_length=500,
        blank=True,
        validators=[only_https],
        help_text=_("Запис или излъчване: адресът на видеото в YouTube, Vimeo или другаде."),
    )

    status_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("status"), FieldPanel("status_reason")]),
                FieldPanel("closure_policy"),
            ],
            heading=_("Състояние"),
        ),
    ]
    audience_panels = [
        MultiFieldPanel(
            [
                FieldPanel("category", widget=Select),
                FieldPanel("series", widget=Select),
                FieldPanel("audiences", widget=CheckboxSelectMultiple),
            ],
            heading=_("Какво и за кого"),
        ),
    ]
    registration_panels = [
        MultiFieldPanel(
            [
                FieldPanel("organizer"),
                FieldRowPanel([FieldPanel("registration_url"), FieldPanel("registration_email")]),
                FieldRowPanel([FieldPanel("capacity"), FieldPanel("price")]),
                FieldPanel("contact"),
            ],
            heading=_("Организатор и записване"),
        ),
        InlinePanel("partners", heading=_("Партньори"), label=_("Институция"), max_num=MAX_PARTNERS),
        MultiFieldPanel([FieldPanel("video_url")], heading=_("Видео")),
        InlinePanel("files", heading=_("Файлове"), label=_("Файл"), max_num=MAX_FILES),
    ]

    class Meta:
        abstract = True

"""Where an event takes place, or how to follow it online."""

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from events.models.further_places import MAX_PLACES, Location, Where
from events.models.limits import Errors, raise_all


class AttendanceMode(models.TextChoices):
    """How one attends; the words of schema.org's eventAttendanceMode."""

    OFFLINE = "offline", _("на място")
    ONLINE = "online", _("онлайн")
    MIXED = "mixed", _("на място и онлайн")


class EventPlace(Location, models.Model):
    """The department, the place in words, where it is, and the address of an online event."""

    department = models.ForeignKey(
        "events.Department",
        verbose_name=_("отдел"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    municipality = models.ForeignKey(
        "pages.Municipality",
        verbose_name=_("община"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("По нея сайтовете на общините показват събитието."),
    )
    settlement = models.ForeignKey(
        "pages.Settlement",
        verbose_name=_("населено място"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Само ако не е в града на библиотеката. Общината се попълва по него."),
    )

    attendance_mode = models.CharField(
        _("участие"), max_length=10, choices=AttendanceMode.choices, default=AttendanceMode.OFFLINE
    )
    location = models.CharField(
        _("място"), max_length=160, blank=True, help_text=_("Например: „Конферентна зала, първи етаж“.")
    )
    address = models.CharField(
        _("адрес"), max_length=200, blank=True, help_text=_("Само ако не е в сградата на библиотеката.")
    )
    online_url = models.URLField(_("адрес за онлайн участие"), max_length=500, blank=True)

    place_panels = [
        MultiFieldPanel(
            [
                FieldPanel("location"),
                FieldPanel("department", widget=Select),
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("settlement"), FieldPanel("municipality", widget=Select)]),
                FieldRowPanel([FieldPanel("attendance_mode"), FieldPanel("online_url")]),
            ],
            heading=_("Къде"),
        ),
        InlinePanel(
            "further_places",
            heading=_("Други места"),
            label=_("Място"),
            help_text=_("Ако събитието е на няколко места, например в няколко читалища."),
            max_num=MAX_PLACES,
        ),
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        errors: Errors = self.settle()
        if self.attendance_mode == AttendanceMode.ONLINE and not self.online_url:
            text = _("Събитието е онлайн: въведете адреса, на който може да се гледа.")
            errors["online_url"] = ValidationError(text, code="missing")
        raise_all(errors)

    @property
    def where(self) -> Where:
        """The main place in words."""
        return Where(self.location, self.address, self.settlement_name, self.municipality_name)

    @property
    def places(self) -> list[Where]:
        """The main place, when there is one, and the further ones."""
        return [place for place in (self.where, *self._further()) if any(place)]

    @property
    def place_texts(self) -> list[str]:
        """Every place in words; the municipality of the main one is said elsewhere."""
        main = self.where._replace(municipality="")
        return [place.text for place in (main, *self._further()) if any(place)]

    @property
    def place_names(self) -> list[str]:
        """What lists call the places; the address of the main one is on the page of the event."""
        further = [place.name or place.text for place in self._further()]
        return [name for name in (self.location, *further) if name]

    def _further(self) -> list[Where]:
        return [row.where for row in self.further_places.all()]  # type: ignore[attr-defined]

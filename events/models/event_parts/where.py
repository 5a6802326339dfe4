"""Where an event takes place, or how to follow it online."""

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel


class AttendanceMode(models.TextChoices):
    """How one attends; the words of schema.org's eventAttendanceMode."""

    OFFLINE = "offline", _("на място")
    ONLINE = "online", _("онлайн")
    MIXED = "mixed", _("на място и онлайн")


class EventPlace(models.Model):
    """The department, the place in words, the municipality, and the address of an online event."""

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
                FieldRowPanel(
                    [FieldPanel("department", widget=Select), FieldPanel("municipality", widget=Select)]
                ),
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("attendance_mode"), FieldPanel("online_url")]),
            ],
            heading=_("Къде"),
        ),
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.attendance_mode == AttendanceMode.ONLINE and not self.online_url:
            raise ValidationError(
                {"online_url": _("Събитието е онлайн: въведете адреса, на който може да се гледа.")}
            )

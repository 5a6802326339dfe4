"""Who the library is and how to reach it; shown on every page."""

from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable, Site

from pages.languages import in_language

PHONE = RegexValidator(
    r"^\+?[0-9][0-9 ()/–-]{3,28}$",
    _("Впишете телефон само с цифри, интервали и тирета, например 042 648 131."),
)


@register_setting(icon="home", order=10)
class ContactSettings(BaseSiteSetting, ClusterableModel):
    """Names, address, telephones and social links of the library."""

    name = models.CharField(_("пълно име"), max_length=160, blank=True)
    name_en = models.CharField(_("пълно име на английски"), max_length=160, blank=True)
    short_name = models.CharField(_("кратко име"), max_length=80, blank=True)
    short_name_en = models.CharField(_("кратко име на английски"), max_length=80, blank=True)
    tagline = models.CharField(_("подзаглавие"), max_length=160, blank=True)
    tagline_en = models.CharField(_("подзаглавие на английски"), max_length=160, blank=True)
    street = models.CharField(_("улица и номер"), max_length=160, blank=True)
    street_en = models.CharField(_("улица и номер на английски"), max_length=160, blank=True)
    postcode = models.CharField(
        _("пощенски код"),
        max_length=4,
        blank=True,
        validators=[RegexValidator(r"^[0-9]{4}$", _("Пощенският код има четири цифри."))],
    )
    city = models.CharField(_("населено място"), max_length=80, blank=True)
    city_en = models.CharField(_("населено място на английски"), max_length=80, blank=True)
    email = models.EmailField(_("електронна поща"), blank=True)
    map_url = models.URLField(
        _("връзка към карта"), help_text=_("Отваря се едва когато посетителят я избере."), blank=True
    )
    latitude = models.DecimalField(
        _("географска ширина"),
        max_digits=8,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("географска дължина"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel(["name", "name_en"]),
                FieldRowPanel(["short_name", "short_name_en"]),
                FieldRowPanel(["tagline", "tagline_en"]),
            ],
            _("Име"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(["street", "street_en"]),
                FieldRowPanel(["postcode", "city", "city_en"]),
                FieldRowPanel(["map_url"]),
                FieldRowPanel(["latitude", "longitude"]),
            ],
            _("Адрес"),
        ),
        FieldPanel("email"),
        InlinePanel("phones", heading=_("Телефони"), label=_("телефон"), max_num=12),
        InlinePanel("social_links", heading=_("Социални мрежи"), label=_("връзка"), max_num=8),
    ]

    class Meta:
        verbose_name = _("контакти")
        verbose_name_plural = _("контакти")

    def __str__(self) -> str:
        return self.display_name

    @classmethod
    def for_request(cls, request: HttpRequest) -> Self:
        """The contacts of the site asked for, read once a request; empty ones where nobody has entered any.

        Wagtail's own would make the missing row: a reader's first visit would write, and change what is held.
        """
        name = cls.get_cache_attr_name()
        held: Self | None = getattr(request, name, None)
        if held is None:
            site = Site.find_for_request(request)
            if site is None:
                raise cls.DoesNotExist
            held = cls.base_queryset().filter(site=site).first() or cls(site=site)
            held._request = request
            setattr(request, name, held)
        return held

    @classmethod
    def base_queryset(cls) -> models.QuerySet[Self]:
        """Return the settings with their telephones and links, in three queries."""
        return super().base_queryset().prefetch_related("phones", "social_links")

    @property
    def display_name(self) -> str:
        """The full name in the active language."""
        return in_language(self, "name")

    @property
    def display_short_name(self) -> str:
        """The short name in the active language, or the full one."""
        return in_language(self, "short_name") or self.display_name

    @property
    def display_tagline(self) -> str:
        """The line under the name in the active language."""
        return in_language(self, "tagline")

    @property
    def display_street(self) -> str:
        """The street in the active language."""
        return in_language(self, "street")

    @property
    def display_city(self) -> str:
        """The town in the active language."""
        return in_language(self, "city")


class ContactPhone(Orderable):
    """A telephone and who answers it."""

    settings = ParentalKey(ContactSettings, on_delete=models.CASCADE, related_name="phones")
    number = models.CharField(_("номер"), max_length=30, validators=[PHONE])
    role = models.CharField(_("кой отговаря"), max_length=80, blank=True)
    role_en = models.CharField(_("кой отговаря, на английски"), max_length=80, blank=True)

    panels = [FieldRowPanel(["number", "role", "role_en"])]

    class Meta(Orderable.Meta):
        verbose_name = _("телефон")
        verbose_name_plural = _("телефони")

    def __str__(self) -> str:
        return self.number

    @property
    def display_role(self) -> str:
        """Who answers, in the active language."""
        return in_language(self, "role")

    @property
    def dialled(self) -> str:
        """The number as a `tel:` link takes it, with the country's code: "+35942648131"."""
        digits = "".join(char for char in self.number if char.isdigit())
        if self.number.lstrip().startswith("+"):
            return f"+{digits}"
        return f"+359{digits.removeprefix('0')}"


class SocialLink(Orderable):
    """A page of the library in a social network."""

    settings = ParentalKey(ContactSettings, on_delete=models.CASCADE, related_name="social_links")
    label = models.CharField(_("име на мрежата"), max_length=60)
    url = models.URLField(_("адрес"))

    panels = [FieldRowPanel(["label", "url"])]

    class Meta(Orderable.Meta):
        verbose_name = _("връзка към социална мрежа")
        verbose_name_plural = _("връзки към социални мрежи")

    def __str__(self) -> str:
        return self.label

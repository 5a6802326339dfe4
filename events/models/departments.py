"""The service units of the library."""

from django.conf import settings
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from events.forms.departments import HeadsForm
from events.querysets.departments import DepartmentQuerySet

TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul"]


# django-stubs finds no manager on the cluster models that point here.
class Department(TranslatableMixin, models.Model):  # type: ignore[django-manager-missing]
    """A service unit with a place, contacts and, if it has its own, opening hours."""

    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("снимка"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    heads = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("завеждащи"),
        blank=True,
        related_name="headed_departments",
        help_text=_("Променят часовете и затварянията само на този отдел, ако ролята им не дава повече."),
    )

    name = models.CharField(_("име"), max_length=120)
    slug = models.SlugField(
        _("адресна дума"),
        max_length=60,
        help_text=_(
            "Малки латински букви, цифри и тирета. По нея отделът се познава на всички езици; "
            "след публикуване не я променяйте."
        ),
    )
    description = RichTextField(_("представяне"), blank=True, features=TEXT_FEATURES)
    services = models.TextField(_("услуги"), blank=True, help_text=_("По една услуга на ред."))
    location = models.CharField(
        _("място в сградата"), max_length=120, blank=True, help_text=_("Например: първи етаж, стая 12.")
    )
    phone = models.CharField(_("телефон"), max_length=40, blank=True)
    email = models.EmailField(_("електронна поща"), blank=True)
    sort_order = models.PositiveSmallIntegerField(
        _("ред"), default=100, help_text=_("По-малкото число стои по-напред в списъците.")
    )

    objects = DepartmentQuerySet.as_manager()

    # Rights and addresses hang on the slug: it is neither translated nor changed by a head.
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]
    base_form_class = HeadsForm
    panels = [
        FieldPanel("name"),
        FieldPanel("slug", permission="events.oversee_department"),
        FieldPanel("description"),
        FieldPanel("services"),
        FieldPanel("image"),
        MultiFieldPanel(
            [FieldPanel("location"), FieldRowPanel([FieldPanel("phone"), FieldPanel("email")])],
            heading=_("Къде е и как да се свържете"),
        ),
        FieldPanel("sort_order"),
        FieldPanel("heads", permission="events.oversee_department", widget=CheckboxSelectMultiple),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("отдел")
        verbose_name_plural = _("отдели")
        ordering = ["sort_order", "name"]
        permissions = [
            (
                "oversee_department",
                _("Може да променя часовете и затварянията на всички отдели и на библиотеката"),
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "slug"],
                name="department_slug_per_locale",
                violation_error_message=_("Вече има отдел с тази адресна дума. Изберете друга."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def service_list(self) -> list[str]:
        """The services, one text each, without empty lines."""
        return [line.strip() for line in self.services.splitlines() if line.strip()]

"""The people of the libraries and their qualification."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from methodology.querysets import PersonQuerySet
from methodology.validators import validate_phone


class Qualification(models.TextChoices):
    """Education, in the divisions of the national statistics of libraries."""

    LIBRARY_DEGREE = "library-degree", gettext_lazy("висше библиотечно")
    DEGREE_AND_COURSE = "degree-and-course", gettext_lazy("висше, с библиотечен курс")
    DEGREE = "degree", gettext_lazy("висше")
    SECONDARY_AND_COURSE = "secondary-and-course", gettext_lazy("средно, с библиотечен курс")
    SECONDARY = "secondary", gettext_lazy("средно")
    BELOW_SECONDARY = "below-secondary", gettext_lazy("без средно")


class Person(index.Indexed, models.Model):
    """Somebody who works in a library; once erased, a row without a name that keeps the counts true."""

    name = models.CharField(gettext_lazy("име"), max_length=150)
    email = models.EmailField(gettext_lazy("ел. поща"), blank=True)
    phone = models.CharField(gettext_lazy("телефон"), max_length=100, blank=True, validators=[validate_phone])
    qualification = models.CharField(
        gettext_lazy("образование"), max_length=24, choices=Qualification.choices, blank=True
    )
    note = models.TextField(gettext_lazy("бележка"), max_length=2000, blank=True)
    erased_at = models.DateTimeField(gettext_lazy("данните са заличени"), null=True, editable=False)

    objects = PersonQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldRowPanel([FieldPanel("email"), FieldPanel("phone")])],
            heading=gettext_lazy("Човек"),
        ),
        MultiFieldPanel(
            [FieldPanel("qualification"), FieldPanel("note")], heading=gettext_lazy("Квалификация")
        ),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("erased_at"),
    ]

    class Meta:
        verbose_name = gettext_lazy("библиотекар")
        verbose_name_plural = gettext_lazy("хора в библиотеките")
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name

    @property
    def is_erased(self) -> bool:
        """Whether only the counts of this person are left."""
        return self.erased_at is not None

    @property
    def present_posts(self) -> str:
        """Where the person works today and as what; for people fetched with their posts."""
        today = timezone.localdate()
        held = [post for post in self.posts.all() if post.tenure.holds_on(today)]
        return "; ".join(f"{post.library} ({post.get_role_display()})" for post in held)

    def clean(self) -> None:
        super().clean()
        self.name = " ".join(self.name.split())
        if self.is_erased:
            raise ValidationError(_("Данните на този човек са заличени и не се попълват отново."))
        twin = self._twin()
        if twin is not None:
            message = _("С този адрес вече е записан %(name)s. Един човек се записва веднъж.")
            raise ValidationError({"email": message % {"name": twin.name}})

    def _twin(self) -> "Person | None":
        if not self.email:
            return None
        return Person.objects.filter(email__iexact=self.email).exclude(pk=self.pk).first()

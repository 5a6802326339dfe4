"""Who worked where, as what, and when."""

import datetime
from decimal import Decimal
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from methodology.querysets import PostQuerySet
from methodology.tenure import Clash, Tenure, clashes, is_step
from pages.bulgarian import dates
from pages.navigation import active_language


class PostRole(models.TextChoices):
    """What people do in the libraries of the region."""

    LIBRARIAN = "librarian", gettext_lazy("библиотекар")
    HEAD = "head", gettext_lazy("ръководител на библиотека")
    SECRETARY = "secretary", gettext_lazy("секретар на читалище")
    CHAIR = "chair", gettext_lazy("председател на читалище")
    ORGANISER = "organiser", gettext_lazy("организатор")
    OTHER = "other", gettext_lazy("друга длъжност")


CLASHES = {
    Clash.SAME_LIBRARY: gettext_lazy(
        "%(person)s вече има длъжност в тази библиотека (%(days)s). Поправете датите или приключете старата."
    ),
    Clash.TWO_FULL_TIMES: gettext_lazy(
        "%(person)s по същото време е на пълна щатна бройка в „%(library)s“ (%(days)s). "
        "Поправете датите или щатната бройка."
    ),
}


class Post(models.Model):
    """A post of a person in a library; the days are inclusive, without a last one it lasts."""

    person = models.ForeignKey(
        "methodology.Person",
        verbose_name=gettext_lazy("човек"),
        on_delete=models.PROTECT,
        related_name="posts",
    )
    library = models.ForeignKey(
        "methodology.Library",
        verbose_name=gettext_lazy("библиотека"),
        on_delete=models.PROTECT,
        related_name="posts",
    )
    role = models.CharField(
        gettext_lazy("длъжност"), max_length=12, choices=PostRole.choices, default=PostRole.LIBRARIAN
    )
    share = models.DecimalField(
        gettext_lazy("щатна бройка"),
        max_digits=3,
        decimal_places=2,
        default=Decimal(1),
        help_text=gettext_lazy("От 0 (без щат) до 1 през 0,25; половин щат е 0,5."),
    )
    since = models.DateField(gettext_lazy("от"))
    until = models.DateField(
        gettext_lazy("до"),
        null=True,
        blank=True,
        help_text=gettext_lazy("Последният ден. Празно: работи и сега."),
    )

    objects: ClassVar = PostQuerySet.as_manager()

    panels = [
        FieldPanel("person"),
        FieldPanel("library"),
        FieldRowPanel([FieldPanel("role"), FieldPanel("share")]),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
    ]

    class Meta:
        verbose_name = gettext_lazy("длъжност")
        verbose_name_plural = gettext_lazy("длъжности")
        ordering = ("-since", "-id")
        constraints = (
            models.CheckConstraint(
                name="post_ends_after_it_begins",
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
            ),
        )
        indexes = (models.Index(fields=("library", "until"), name="post_by_library"),)

    def __str__(self) -> str:
        return f"{self.person} – {self.get_role_display()}, {self.library}"

    @property
    def tenure(self) -> Tenure:
        """The post as the plain rules see it."""
        return Tenure(self.library_id, self.since, self.until, self.share)

    @property
    def days(self) -> str:
        """The days in words: „от 1.03.2020 г.“."""
        return days_in_words(self.since, self.until)

    def clean(self) -> None:
        super().clean()
        errors: dict[str, str] = {}
        if self.share is not None and not is_step(self.share):
            errors["share"] = _("Въведете 0, 0,25, 0,5, 0,75 или 1.")
        if self.since and self.until and self.until < self.since:
            errors["until"] = _("Последният ден е преди първия. Поправете една от двете дати.")
        if not errors:
            errors = self._clash_errors()
        if errors:
            raise ValidationError(errors)

    def _clash_errors(self) -> dict[str, str]:
        if not (self.person_id and self.library_id and self.since and self.share is not None):
            return {}
        others = {
            post.tenure: post
            for post in Post.objects.filter(person=self.person_id)
            .exclude(pk=self.pk)
            .select_related("library")
        }
        for clash, tenure in clashes(self.tenure, others):
            other = others[tenure]
            values = {"person": self.person, "library": other.library, "days": other.days}
            return {"since": str(CLASHES[clash]) % values}
        return {}


def days_in_words(since: datetime.date, until: datetime.date | None) -> str:
    """Return „1 март 2020 – 3 май 2024 г.“, or „от 1 март 2020 г.“ for a post that lasts."""
    if until is None:
        return _("от %(day)s") % {"day": dates.long_date(since, active_language())}
    return dates.date_range(since, until, active_language())

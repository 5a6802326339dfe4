"""What every record of the department's work has: a day, a place, a project, something to come back to."""

import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# Work is not recorded further ahead; a later day is a slip of the pen.
AHEAD = datetime.timedelta(days=366)
FIRST_DAY = datetime.date(1954, 4, 1)


class AboutPlace(models.Model):
    """A record of a day; its municipality is kept with it, so that counting needs no way around."""

    date = models.DateField(gettext_lazy("дата"), default=timezone.localdate, db_index=True)
    library = models.ForeignKey(
        "methodology.Library",
        verbose_name=gettext_lazy("библиотека"),
        on_delete=models.PROTECT,
        related_name="%(class)ss",
        null=True,
        blank=True,
    )
    municipality = models.ForeignKey(
        "pages.Municipality",
        verbose_name=gettext_lazy("община"),
        on_delete=models.PROTECT,
        related_name="%(class)ss",
        null=True,
        blank=True,
    )
    project = models.CharField(
        gettext_lazy("проект"),
        max_length=150,
        blank=True,
        db_index=True,
        help_text=gettext_lazy("Името на проекта, по който е работата, за да се брои към него."),
    )
    follow_up = models.CharField(
        gettext_lazy("какво остава да се направи"),
        max_length=500,
        blank=True,
        help_text=gettext_lazy("Влиза в списъка „За проследяване“."),
    )
    due_on = models.DateField(gettext_lazy("до кога"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=gettext_lazy("записал"),
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        editable=False,
    )

    class Meta:
        abstract = True
        ordering = ("-date", "-id")

    def clean(self) -> None:
        super().clean()
        if self.library_id and self.library is not None:
            self.municipality_id = self.library.municipality_id
        self.project = " ".join(self.project.split())
        errors: dict[str, str] = {}
        if self.date and not FIRST_DAY <= self.date <= timezone.localdate() + AHEAD:
            errors["date"] = _("Проверете годината на датата.")
        if self.due_on and not self.follow_up:
            errors["follow_up"] = _("Напишете какво остава да се направи до тази дата.")
        if self.date and self.due_on and self.due_on < self.date:
            errors["due_on"] = _("Този срок е преди датата на записа. Поправете едната от двете дати.")
        if errors:
            raise ValidationError(errors)

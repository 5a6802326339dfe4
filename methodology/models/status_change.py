"""When a library was closed and opened again."""

from django.db import models
from django.utils.translation import gettext_lazy

from methodology.models.library import Library, LibraryStatus


class LibraryStatusChange(models.Model):
    """One turn in the life of a library; the library itself keeps what it is now."""

    library = models.ForeignKey(Library, on_delete=models.CASCADE, related_name="status_changes")
    was = models.CharField(gettext_lazy("преди"), max_length=20, choices=LibraryStatus.choices)
    status = models.CharField(gettext_lazy("състояние"), max_length=20, choices=LibraryStatus.choices)
    day = models.DateField(gettext_lazy("от"))
    reason = models.CharField(gettext_lazy("причина"), max_length=500, blank=True)

    class Meta:
        verbose_name = gettext_lazy("промяна на състоянието")
        verbose_name_plural = gettext_lazy("промени на състоянието")
        ordering = ("-day", "-id")
        constraints = (models.UniqueConstraint(fields=("library", "day"), name="one_status_change_a_day"),)

    def __str__(self) -> str:
        return f"{self.library}: {self.get_status_display()}"

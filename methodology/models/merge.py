"""What was merged into what, so that it can be told and taken back."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy


class RecordMerge(models.Model):
    """A duplicate that went into another record: what it held and which records moved."""

    model = models.CharField(gettext_lazy("вид записи"), max_length=100)
    kept_id = models.BigIntegerField()
    duplicate_id = models.BigIntegerField()
    kept_label = models.CharField(gettext_lazy("остава"), max_length=255)
    duplicate_label = models.CharField(gettext_lazy("слято"), max_length=255)
    # Field by field, as they were.
    duplicate_values = models.JSONField(encoder=DjangoJSONEncoder)
    filled_fields = models.JSONField(encoder=DjangoJSONEncoder)
    # "app.Model.field" → keys of the rows that pointed at the duplicate.
    moved = models.JSONField(encoder=DjangoJSONEncoder)
    merged_at = models.DateTimeField(gettext_lazy("на"), auto_now_add=True)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=gettext_lazy("от"),
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
    )
    undone_at = models.DateTimeField(gettext_lazy("върнато на"), null=True)

    class Meta:
        verbose_name = gettext_lazy("сливане")
        verbose_name_plural = gettext_lazy("сливания")
        ordering = ("-merged_at", "-id")
        indexes = (models.Index(fields=("model", "kept_id"), name="merge_by_kept"),)

    def __str__(self) -> str:
        return f"{self.duplicate_label} → {self.kept_label}"

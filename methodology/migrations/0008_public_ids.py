"""Ids of libraries and trainings for the readers of the API, the same that were derived until now."""

import uuid

from django.db import migrations, models
from django.utils import timezone

LIBRARIES = uuid.UUID("8a2f3f0e-6c0f-5b8e-9f55-6d1a3d6b7c21")
TRAININGS = uuid.UUID("3c1c1d2a-2a55-5d0a-8f4e-0b7f6a4f9f10")


def give_ids(apps, schema_editor):
    """Write the id that each record has been known by."""
    for row in apps.get_model("methodology", "Library").objects.only("pk", "reg_no").iterator():
        known = f"chitalishte-{row.reg_no}" if row.reg_no else f"library-{row.pk}"
        row.uid = uuid.uuid5(LIBRARIES, known)
        row.save(update_fields=["uid"])
    for row in apps.get_model("methodology", "Training").objects.only("pk").iterator():
        row.uid = uuid.uuid5(TRAININGS, str(row.pk))
        row.save(update_fields=["uid"])


def _uid(**more):
    return models.UUIDField(default=uuid.uuid4, editable=False, **more)


class Migration(migrations.Migration):
    dependencies = [("methodology", "0007_materials_read_reviewed_and_due")]

    operations = [
        migrations.AddField("library", "uid", _uid(null=True)),
        migrations.AddField("training", "uid", _uid(null=True)),
        migrations.AddField(
            "library", "changed_at", models.DateTimeField(auto_now=True, default=timezone.now), False
        ),
        migrations.RunPython(give_ids, migrations.RunPython.noop),
        migrations.AlterField("library", "uid", _uid(unique=True)),
        migrations.AlterField("training", "uid", _uid(unique=True)),
    ]

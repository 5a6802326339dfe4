"""Calendars are read in the order of first publication without sorting their texts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0010_running_imports")]

    operations = [
        migrations.AddIndex(
            model_name="eventpublication",
            index=models.Index(fields=["first_published_at", "event"], name="publication_order"),
        ),
    ]

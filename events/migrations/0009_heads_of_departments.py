"""Departments name their heads; whoever could close all departments until now still can."""

from typing import Any

from django.conf import settings
from django.db import migrations, models

OVERSEE = "Може да променя часовете и затварянията на всички отдели и на библиотеката"


def keep_rights(apps: Any, schema_editor: Any) -> None:
    """Let groups that may change closures oversee all departments, as before; a new database has none yet."""
    Permission = apps.get_model("auth", "Permission")
    closures = Permission.objects.filter(content_type__app_label="events", codename="change_closure")
    groups = list(apps.get_model("auth", "Group").objects.filter(permissions__in=closures))
    if not groups:
        return
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="events", model="department"
    )
    oversee, _ = Permission.objects.get_or_create(
        content_type=kind, codename="oversee_department", defaults={"name": OVERSEE}
    )
    for group in groups:
        group.permissions.add(oversee)


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0008_programme_parts"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="department",
            options={
                "ordering": ["sort_order", "name"],
                "permissions": [("oversee_department", OVERSEE)],
                "verbose_name": "отдел",
                "verbose_name_plural": "отдели",
            },
        ),
        migrations.AddField(
            model_name="department",
            name="heads",
            field=models.ManyToManyField(
                blank=True,
                help_text=(
                    "Променят часовете и затварянията само на този отдел, ако ролята им не дава повече."
                ),
                related_name="headed_departments",
                to=settings.AUTH_USER_MODEL,
                verbose_name="завеждащи",
            ),
        ),
        migrations.RunPython(keep_rights, migrations.RunPython.noop),
    ]

from typing import Any

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import modelcluster.fields
from django.db import migrations, models

# Name, kind, reason and announcement in Bulgarian and English.
TEMPLATES = (
    (
        "Авария",
        "other",
        "авария в сградата",
        "a fault in the building",
        "Днес не обслужваме читатели заради авария в сградата. Извинете ни за неудобството.",
        "Today we cannot serve readers because of a fault in the building. We apologise.",
    ),
    (
        "Няма ток или вода",
        "other",
        "няма ток или вода в сградата",
        "no electricity or water in the building",
        "Днес не обслужваме читатели: в сградата няма ток или вода. Извинете ни за неудобството.",
        "Today we cannot serve readers: there is no electricity or water in the building. We apologise.",
    ),
    (
        "Лошо време",
        "other",
        "опасно време",
        "dangerous weather",
        "Днес не обслужваме читатели заради опасното време. Пазете се.",
        "Today we do not serve readers because of the dangerous weather. Stay safe.",
    ),
    (
        "Извънредно затваряне",
        "other",
        "извънредно затваряне",
        "extraordinary closure",
        "Днес библиотеката е затворена извънредно. Извинете ни за неудобството.",
        "Today the library is closed for an extraordinary reason. We apologise.",
    ),
    (
        "Избори",
        "election",
        "изборен ден: в сградата има избирателна секция",
        "election day: the building is a polling station",
        "В изборния ден не обслужваме читатели: в сградата има избирателна секция.",
        "On election day we do not serve readers: the building is a polling station.",
    ),
    (
        "Инвентаризация",
        "inventory",
        "инвентаризация на фонда",
        "stocktaking",
        "Броим фонда и не обслужваме читатели. Благодарим за търпението.",
        "We are taking stock and do not serve readers. Thank you for your patience.",
    ),
    (
        "Ремонт",
        "repair",
        "ремонт",
        "repairs",
        "Не обслужваме читатели заради ремонт. Благодарим за търпението.",
        "We do not serve readers because of repairs. Thank you for your patience.",
    ),
)


def keep_one_of_each(apps: Any, schema_editor: Any) -> None:
    """Of doubles, which no form lets in, keep the row that holds already, so that no day changes."""
    exceptions: dict[Any, list[Any]] = {}
    for row in apps.get_model("events", "OpeningException").objects.order_by("pk"):
        exceptions.setdefault((row.department_id, row.date), []).append(row)
    for rows in exceptions.values():
        rows.sort(key=lambda row: (sorted(row.intervals.values_list("opens", "closes")), row.reason, row.pk))
    weeks: dict[Any, list[Any]] = {}
    for row in apps.get_model("events", "OpeningHours").objects.filter(valid_from=None).order_by("-pk"):
        weeks.setdefault(row.department_id, []).append(row)
    for rows in (*exceptions.values(), *weeks.values()):
        for row in rows[1:]:
            row.delete()
    _settle(schema_editor)


def remember_holidays(apps: Any, schema_editor: Any) -> None:
    """The first closure for a holiday of a date is the one proposed for it."""
    known = set()
    closures = apps.get_model("events", "Closure").objects.filter(kind="holiday", recurrence="")
    for row in closures.order_by("pk"):
        if row.start_date not in known:
            known.add(row.start_date)
            row.holiday_date = row.start_date
            row.save(update_fields=["holiday_date"])
    _settle(schema_editor)


def write_templates(apps: Any, schema_editor: Any) -> None:
    """The templates every library needs; it changes them as it likes."""
    names = ("name", "kind", "reason", "reason_en", "announcement", "announcement_en")
    for place, texts in enumerate(TEMPLATES, 1):
        values = dict(zip(names, texts, strict=True))
        apps.get_model("events", "ClosureTemplate").objects.create(sort_order=10 * place, **values)


def _settle(schema_editor: Any) -> None:
    # PostgreSQL makes no index on a table with checks still to come.
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0004_imports"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClosureTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "announcement",
                    models.TextField(
                        blank=True,
                        help_text="Показва се над страниците на сайта.",
                        max_length=1000,
                        verbose_name="съобщение",
                    ),
                ),
                (
                    "announcement_en",
                    models.TextField(blank=True, max_length=1000, verbose_name="съобщение на английски"),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Пише го на бутона, например „Няма ток или вода“.",
                        max_length=60,
                        verbose_name="име",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("no_readers", "неработен ден с читатели"),
                            ("holiday", "официален празник"),
                            ("repair", "ремонт"),
                            ("inventory", "инвентаризация"),
                            ("election", "избори"),
                            ("other", "друго"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="вид",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        help_text="Посетителите я виждат.", max_length=200, verbose_name="причина"
                    ),
                ),
                (
                    "reason_en",
                    models.CharField(blank=True, max_length=200, verbose_name="причина на английски"),
                ),
                (
                    "for_today",
                    models.BooleanField(
                        default=True,
                        help_text="Без отметка шаблонът се предлага само за ново затваряне.",
                        verbose_name="предлага се при „Затваряме днес“",
                    ),
                ),
                (
                    "sort_order",
                    models.PositiveSmallIntegerField(
                        default=100,
                        help_text="По-малкото число стои по-напред в списъците.",
                        verbose_name="ред",
                    ),
                ),
            ],
            options={
                "verbose_name": "шаблон за затваряне",
                "verbose_name_plural": "шаблони за затваряне",
                "ordering": ["sort_order", "name"],
            },
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Например: „Копирни услуги“.", max_length=120, verbose_name="услуга"
                    ),
                ),
                ("name_en", models.CharField(blank=True, max_length=120, verbose_name="услуга на английски")),
                (
                    "last_call",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Например 30: до половин час преди затварянето на отдела. 0: до самия край.",
                        validators=[
                            django.core.validators.MaxValueValidator(
                                240, "Най-много %(limit_value)s минути преди затварянето."
                            )
                        ],
                        verbose_name="последно приемане, минути преди края",
                    ),
                ),
                (
                    "sort_order",
                    models.PositiveSmallIntegerField(
                        default=100,
                        help_text="По-малкото число стои по-напред в списъците.",
                        verbose_name="ред",
                    ),
                ),
            ],
            options={
                "verbose_name": "услуга с часове",
                "verbose_name_plural": "услуги с часове",
                "ordering": ["department__sort_order", "sort_order", "name"],
            },
        ),
        migrations.CreateModel(
            name="ServiceInterval",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("opens", models.TimeField(verbose_name="отваря")),
                ("closes", models.TimeField(verbose_name="затваря")),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "понеделник"),
                            (1, "вторник"),
                            (2, "сряда"),
                            (3, "четвъртък"),
                            (4, "петък"),
                            (5, "събота"),
                            (6, "неделя"),
                        ],
                        verbose_name="ден",
                    ),
                ),
            ],
            options={
                "verbose_name": "интервал на услуга",
                "verbose_name_plural": "интервали на услуги",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="closure",
            name="holiday_date",
            field=models.DateField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="openingexception",
            name="announcement",
            field=models.TextField(
                blank=True,
                help_text="Показва се над страниците на сайта.",
                max_length=1000,
                verbose_name="съобщение",
            ),
        ),
        migrations.AddField(
            model_name="openingexception",
            name="announcement_en",
            field=models.TextField(blank=True, max_length=1000, verbose_name="съобщение на английски"),
        ),
        migrations.RunPython(keep_one_of_each, migrations.RunPython.noop),
        migrations.RunPython(remember_holidays, migrations.RunPython.noop),
        migrations.RunPython(write_templates, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="closure",
            constraint=models.UniqueConstraint(fields=("holiday_date",), name="closure_once_per_holiday"),
        ),
        migrations.AddConstraint(
            model_name="openingexception",
            constraint=models.UniqueConstraint(
                django.db.models.functions.comparison.Coalesce("department", 0),
                models.F("date"),
                name="one_exception_a_day",
                violation_error_message="За тази дата вече има изключение. Променете него, вместо да добавяте второ.",
            ),
        ),
        migrations.AddConstraint(
            model_name="openinghours",
            constraint=models.UniqueConstraint(
                django.db.models.functions.comparison.Coalesce("department", 0),
                condition=models.Q(("valid_from", None)),
                name="one_regular_week",
                violation_error_message="Вече има редовна седмица за това място. Променете нея или въведете сезон.",
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="department",
            field=models.ForeignKey(
                blank=True,
                help_text="Оставете празно за услуга на цялата библиотека.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="timed_services",
                to="events.department",
                verbose_name="отдел",
            ),
        ),
        migrations.AddField(
            model_name="serviceinterval",
            name="service",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="intervals", to="events.service"
            ),
        ),
    ]

from decimal import Decimal

import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("methodology", "0001_initial"),
        ("pages", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=150, verbose_name="име")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="ел. поща")),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9+()/,;. -]{5,}\\Z",
                                "Въведете телефон с цифри, например 042 648 131. Няколко номера се отделят със запетая.",
                                code="phone",
                            )
                        ],
                        verbose_name="телефон",
                    ),
                ),
                (
                    "qualification",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("library-degree", "висше библиотечно"),
                            ("degree-and-course", "висше, с библиотечен курс"),
                            ("degree", "висше"),
                            ("secondary-and-course", "средно, с библиотечен курс"),
                            ("secondary", "средно"),
                            ("below-secondary", "без средно"),
                        ],
                        max_length=24,
                        verbose_name="образование",
                    ),
                ),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="бележка")),
                (
                    "erased_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="данните са заличени"),
                ),
            ],
            options={
                "verbose_name": "библиотекар",
                "verbose_name_plural": "хора в библиотеките",
                "ordering": ("name", "id"),
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.AlterModelOptions(
            name="library",
            options={
                "ordering": ("name", "id"),
                "permissions": (("oversee_library", "Може да вижда записите за цялата мрежа"),),
                "verbose_name": "библиотека",
                "verbose_name_plural": "библиотеки",
            },
        ),
        migrations.CreateModel(
            name="Administration",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=255, verbose_name="адрес")),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9+()/,;. -]{5,}\\Z",
                                "Въведете телефон с цифри, например 042 648 131. Няколко номера се отделят със запетая.",
                                code="phone",
                            )
                        ],
                        verbose_name="телефон",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="ел. поща")),
                ("website", models.URLField(blank=True, verbose_name="интернет страница")),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="бележка")),
                (
                    "municipality",
                    models.OneToOneField(
                        error_messages={"unique": "Администрацията на тази община вече е записана."},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="administration",
                        to="pages.municipality",
                        verbose_name="община",
                    ),
                ),
            ],
            options={
                "verbose_name": "общинска администрация",
                "verbose_name_plural": "общински администрации",
                "ordering": ("municipality__name", "id"),
            },
        ),
        migrations.CreateModel(
            name="AdministrationContact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("role", models.CharField(max_length=150, verbose_name="длъжност")),
                ("name", models.CharField(blank=True, max_length=150, verbose_name="име")),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9+()/,;. -]{5,}\\Z",
                                "Въведете телефон с цифри, например 042 648 131. Няколко номера се отделят със запетая.",
                                code="phone",
                            )
                        ],
                        verbose_name="телефон",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="ел. поща")),
                (
                    "administration",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="methodology.administration",
                    ),
                ),
            ],
            options={
                "verbose_name": "лице за контакт",
                "verbose_name_plural": "лица за контакт",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MunicipalExpert",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "municipalities",
                    modelcluster.fields.ParentalManyToManyField(
                        related_name="experts", to="pages.municipality", verbose_name="вижда записите на"
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="municipal_expert",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="потребител",
                    ),
                ),
            ],
            options={
                "verbose_name": "експерт в община",
                "verbose_name_plural": "експерти в общините",
                "ordering": ("user__last_name", "user__username"),
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("librarian", "библиотекар"),
                            ("head", "ръководител на библиотека"),
                            ("secretary", "секретар на читалище"),
                            ("chair", "председател на читалище"),
                            ("organiser", "организатор"),
                            ("other", "друга длъжност"),
                        ],
                        default="librarian",
                        max_length=12,
                        verbose_name="длъжност",
                    ),
                ),
                (
                    "share",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("1"),
                        help_text="От 0 (без щат) до 1 през 0,25; половин щат е 0,5.",
                        max_digits=3,
                        verbose_name="щатна бройка",
                    ),
                ),
                ("since", models.DateField(verbose_name="от")),
                (
                    "until",
                    models.DateField(
                        blank=True,
                        help_text="Последният ден. Празно: работи и сега.",
                        null=True,
                        verbose_name="до",
                    ),
                ),
                (
                    "library",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="methodology.library",
                        verbose_name="библиотека",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="methodology.person",
                        verbose_name="човек",
                    ),
                ),
            ],
            options={
                "verbose_name": "длъжност",
                "verbose_name_plural": "длъжности",
                "ordering": ("-since", "-id"),
                "indexes": [models.Index(fields=["library", "until"], name="post_by_library")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="post_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="име")),
                (
                    "sort_order",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="По-малкото число стои по-напред.", verbose_name="ред"
                    ),
                ),
                (
                    "in_use",
                    models.BooleanField(
                        default=True,
                        help_text="Без отметка темата остава в старите записи, но не се предлага за нови.",
                        verbose_name="ползва се",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="methodology.topic",
                        verbose_name="част от",
                    ),
                ),
            ],
            options={
                "verbose_name": "тема",
                "verbose_name_plural": "теми",
                "ordering": ("sort_order", "name", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("parent", "name"),
                        name="topic_once_in_its_parent",
                        violation_error_message="На това място вече има такава тема.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("parent", None)),
                        fields=("name",),
                        name="topic_once_at_the_top",
                        violation_error_message="На това място вече има такава тема.",
                    ),
                ],
            },
        ),
    ]

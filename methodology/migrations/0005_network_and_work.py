import uuid

import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import modelsearch.index
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("methodology", "0004_surveys"),
        ("pages", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Consultation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "date",
                    models.DateField(
                        db_index=True, default=django.utils.timezone.localdate, verbose_name="дата"
                    ),
                ),
                (
                    "project",
                    models.CharField(
                        blank=True,
                        db_index=True,
                        help_text="Името на проекта, по който е работата, за да се брои към него.",
                        max_length=150,
                        verbose_name="проект",
                    ),
                ),
                (
                    "follow_up",
                    models.CharField(
                        blank=True,
                        help_text="Влиза в списъка „За проследяване“.",
                        max_length=500,
                        verbose_name="какво остава да се направи",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="до кога")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("phone", "телефон"),
                            ("email", "ел. поща"),
                            ("social-group", "група в социална мрежа"),
                            ("on-site", "на място"),
                            ("meeting", "среща"),
                        ],
                        default="phone",
                        max_length=16,
                        verbose_name="как",
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1440)],
                        verbose_name="минути",
                    ),
                ),
                (
                    "reached",
                    models.PositiveIntegerField(
                        default=1,
                        help_text="За публикация в група – колко души са я видели. Брои се като участия.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100000),
                        ],
                        verbose_name="достигнати хора",
                    ),
                ),
                ("question", models.CharField(max_length=500, verbose_name="въпрос")),
                ("answer", models.TextField(blank=True, max_length=10000, verbose_name="отговор")),
                (
                    "source",
                    models.CharField(
                        choices=[("department", "отделът"), ("enquiry-desk", "„Попитай библиотекаря“")],
                        default="department",
                        max_length=16,
                        verbose_name="източник",
                    ),
                ),
                (
                    "external_reference",
                    models.CharField(
                        blank=True,
                        help_text="Номерът на въпроса, за да се брои само веднъж.",
                        max_length=64,
                        verbose_name="номер при източника",
                    ),
                ),
            ],
            options={
                "verbose_name": "консултация",
                "verbose_name_plural": "консултации",
                "ordering": ("-date", "-id"),
                "abstract": False,
            },
            bases=(models.Model, modelsearch.index.Indexed),
        ),
        migrations.CreateModel(
            name="Cooperation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "date",
                    models.DateField(
                        db_index=True, default=django.utils.timezone.localdate, verbose_name="дата"
                    ),
                ),
                (
                    "project",
                    models.CharField(
                        blank=True,
                        db_index=True,
                        help_text="Името на проекта, по който е работата, за да се брои към него.",
                        max_length=150,
                        verbose_name="проект",
                    ),
                ),
                (
                    "follow_up",
                    models.CharField(
                        blank=True,
                        help_text="Влиза в списъка „За проследяване“.",
                        max_length=500,
                        verbose_name="какво остава да се направи",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="до кога")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("agreement", "споразумение"),
                            ("joint-action", "съвместна дейност"),
                            ("problem", "проблем"),
                            ("recommendation", "препоръка"),
                            ("follow-up", "проследяване"),
                        ],
                        max_length=16,
                        verbose_name="вид",
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="накратко")),
                ("text", models.TextField(blank=True, max_length=5000, verbose_name="описание")),
            ],
            options={
                "verbose_name": "запис за сътрудничество",
                "verbose_name_plural": "сътрудничество с общините",
                "ordering": ("-date", "-id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=500, verbose_name="какво остава да се направи")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="до кога")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="направено на")),
                ("outcome", models.CharField(blank=True, max_length=500, verbose_name="резултат")),
            ],
            options={
                "verbose_name": "задача за проследяване",
                "verbose_name_plural": "за проследяване",
                "ordering": (models.OrderBy(models.F("due_on"), nulls_last=True), "id"),
            },
        ),
        migrations.CreateModel(
            name="LibraryStatusChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "was",
                    models.CharField(
                        choices=[("active", "действаща"), ("closed", "закрита")],
                        max_length=20,
                        verbose_name="преди",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("active", "действаща"), ("closed", "закрита")],
                        max_length=20,
                        verbose_name="състояние",
                    ),
                ),
                ("day", models.DateField(verbose_name="от")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="причина")),
            ],
            options={
                "verbose_name": "промяна на състоянието",
                "verbose_name_plural": "промени на състоянието",
                "ordering": ("-day", "-id"),
            },
        ),
        migrations.CreateModel(
            name="RecordMerge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("model", models.CharField(max_length=100, verbose_name="вид записи")),
                ("kept_id", models.BigIntegerField()),
                ("duplicate_id", models.BigIntegerField()),
                ("kept_label", models.CharField(max_length=255, verbose_name="остава")),
                ("duplicate_label", models.CharField(max_length=255, verbose_name="слято")),
                (
                    "duplicate_values",
                    models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder),
                ),
                ("filled_fields", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("moved", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("merged_at", models.DateTimeField(auto_now_add=True, verbose_name="на")),
                ("undone_at", models.DateTimeField(null=True, verbose_name="върнато на")),
            ],
            options={
                "verbose_name": "сливане",
                "verbose_name_plural": "сливания",
                "ordering": ("-merged_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "date",
                    models.DateField(
                        db_index=True, default=django.utils.timezone.localdate, verbose_name="дата"
                    ),
                ),
                (
                    "project",
                    models.CharField(
                        blank=True,
                        db_index=True,
                        help_text="Името на проекта, по който е работата, за да се брои към него.",
                        max_length=150,
                        verbose_name="проект",
                    ),
                ),
                (
                    "follow_up",
                    models.CharField(
                        blank=True,
                        help_text="Влиза в списъка „За проследяване“.",
                        max_length=500,
                        verbose_name="какво остава да се направи",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="до кога")),
                (
                    "kind",
                    models.CharField(
                        choices=[("visit", "посещение на място"), ("survey", "теренно проучване")],
                        default="visit",
                        max_length=8,
                        verbose_name="вид",
                    ),
                ),
                (
                    "met",
                    models.PositiveSmallIntegerField(
                        default=1,
                        help_text="Колко души от библиотеката са участвали. Брои се като участия.",
                        validators=[django.core.validators.MaxValueValidator(1000)],
                        verbose_name="срещнати хора",
                    ),
                ),
                (
                    "visitors",
                    models.CharField(
                        blank=True,
                        help_text="Кой от отдела е бил там.",
                        max_length=255,
                        verbose_name="от отдела",
                    ),
                ),
                ("summary", models.TextField(blank=True, max_length=5000, verbose_name="накратко")),
            ],
            options={
                "verbose_name": "посещение",
                "verbose_name_plural": "посещения и проучвания",
                "ordering": ("-date", "-id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VisitFinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("finding", "констатация"), ("recommendation", "препоръка")],
                        default="finding",
                        max_length=14,
                        verbose_name="вид",
                    ),
                ),
                ("text", models.TextField(max_length=2000, verbose_name="текст")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="да се провери до")),
            ],
            options={
                "verbose_name": "констатация или препоръка",
                "verbose_name_plural": "констатации и препоръки",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WaitingRegister",
            fields=[
                (
                    "token",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=255)),
                ("data", models.BinaryField()),
                ("created_at", models.DateTimeField(db_index=True)),
            ],
            options={
                "verbose_name": "чакащ регистър",
                "verbose_name_plural": "чакащи регистри",
            },
        ),
        migrations.AddField(
            model_name="library",
            name="branch_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="branches",
                to="methodology.library",
                verbose_name="филиал на",
            ),
        ),
        migrations.AddField(
            model_name="library",
            name="hours",
            field=models.TextField(
                blank=True,
                help_text="Както стои на вратата, например „понеделник – петък 8:00–12:00“.",
                max_length=500,
                verbose_name="работно време",
            ),
        ),
        migrations.AddField(
            model_name="library",
            name="library_no",
            field=models.CharField(
                blank=True,
                help_text="Номерът в регистъра на обществените библиотеки.",
                max_length=20,
                validators=[
                    django.core.validators.RegexValidator(
                        "^[\\w/-]{1,20}\\Z",
                        "Номерът е от цифри и букви, без интервали, например 1782.",
                        code="library_no",
                    )
                ],
                verbose_name="номер на библиотеката",
            ),
        ),
        migrations.AddConstraint(
            model_name="library",
            constraint=models.UniqueConstraint(
                condition=models.Q(("library_no", ""), _negated=True),
                fields=("library_no",),
                name="library_no_once",
                violation_error_message="Вече има библиотека с този номер в регистъра на обществените библиотеки.",
            ),
        ),
        migrations.AddField(
            model_name="consultation",
            name="library",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)ss",
                to="methodology.library",
                verbose_name="библиотека",
            ),
        ),
        migrations.AddField(
            model_name="consultation",
            name="municipality",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)ss",
                to="pages.municipality",
                verbose_name="община",
            ),
        ),
        migrations.AddField(
            model_name="consultation",
            name="persons",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True,
                related_name="consultations",
                to="methodology.person",
                verbose_name="кой е потърсил консултацията",
            ),
        ),
        migrations.AddField(
            model_name="consultation",
            name="recorded_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="записал",
            ),
        ),
        migrations.AddField(
            model_name="consultation",
            name="topics",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True, related_name="consultations", to="methodology.topic", verbose_name="теми"
            ),
        ),
        migrations.AddField(
            model_name="cooperation",
            name="about",
            field=models.ForeignKey(
                blank=True,
                help_text="Записът, който се проследява.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="sequels",
                to="methodology.cooperation",
                verbose_name="по повод на",
            ),
        ),
        migrations.AddField(
            model_name="cooperation",
            name="administration",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="cooperation",
                to="methodology.administration",
                verbose_name="общинска администрация",
            ),
        ),
        migrations.AddField(
            model_name="cooperation",
            name="library",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)ss",
                to="methodology.library",
                verbose_name="библиотека",
            ),
        ),
        migrations.AddField(
            model_name="cooperation",
            name="municipality",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)ss",
                to="pages.municipality",
                verbose_name="община",
            ),
        ),
        migrations.AddField(
            model_name="cooperation",
            name="recorded_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="записал",
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="consultation",
            field=models.OneToOneField(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tracked",
                to="methodology.consultation",
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="cooperation",
            field=models.OneToOneField(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tracked",
                to="methodology.cooperation",
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="library",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="follow_ups",
                to="methodology.library",
                verbose_name="библиотека",
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="municipality",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="follow_ups",
                to="pages.municipality",
                verbose_name="община",
            ),
        ),
        migrations.AddField(
            model_name="librarystatuschange",
            name="library",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="status_changes",
                to="methodology.library",
            ),
        ),
        migrations.AddField(
            model_name="recordmerge",
            name="merged_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="от",
            ),
        ),
        migrations.AddField(
            model_name="visit",
            name="library",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)ss",
                to="methodology.library",
                verbose_name="библиотека",
            ),
        ),
        migrations.AddField(
            model_name="visit",
            name="municipality",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)ss",
                to="pages.municipality",
                verbose_name="община",
            ),
        ),
        migrations.AddField(
            model_name="visit",
            name="persons",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True, related_name="visits", to="methodology.person", verbose_name="с кого"
            ),
        ),
        migrations.AddField(
            model_name="visit",
            name="recorded_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="записал",
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="visit",
            field=models.OneToOneField(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tracked",
                to="methodology.visit",
            ),
        ),
        migrations.AddField(
            model_name="visitfinding",
            name="topic",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="findings",
                to="methodology.topic",
                verbose_name="тема",
            ),
        ),
        migrations.AddField(
            model_name="visitfinding",
            name="visit",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="findings", to="methodology.visit"
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="finding",
            field=models.OneToOneField(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tracked",
                to="methodology.visitfinding",
            ),
        ),
        migrations.AddField(
            model_name="waitingregister",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddIndex(
            model_name="consultation",
            index=models.Index(fields=["municipality", "date"], name="consultation_by_place"),
        ),
        migrations.AddConstraint(
            model_name="consultation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("external_reference", ""), _negated=True),
                fields=("source", "external_reference"),
                name="question_counted_once",
                violation_error_message="Въпросът с този номер вече е записан като консултация. Всеки се брои веднъж.",
            ),
        ),
        migrations.AddConstraint(
            model_name="librarystatuschange",
            constraint=models.UniqueConstraint(fields=("library", "day"), name="one_status_change_a_day"),
        ),
        migrations.AddIndex(
            model_name="recordmerge",
            index=models.Index(fields=["model", "kept_id"], name="merge_by_kept"),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(fields=["municipality", "date"], name="visit_by_place"),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.UniqueConstraint(
                fields=("library", "date", "kind"),
                name="one_visit_a_day",
                violation_error_message="За този ден вече има такова посещение в библиотеката. Допълнете него.",
            ),
        ),
        migrations.AddIndex(
            model_name="followup",
            index=models.Index(fields=["library", "done_on"], name="follow_up_by_library"),
        ),
    ]

"""Where a library stands, for the map."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    """Two optional numbers; taking them back loses nothing else."""

    dependencies = [("methodology", "0005_network_and_work")]

    operations = [
        migrations.AddField(
            model_name="library",
            name="latitude",
            field=models.DecimalField(
                blank=True,
                decimal_places=5,
                help_text="За картата, например 42,42580. Без нея точката е край центъра на общината.",
                max_digits=8,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(-90),
                    django.core.validators.MaxValueValidator(90),
                ],
                verbose_name="географска ширина",
            ),
        ),
        migrations.AddField(
            model_name="library",
            name="longitude",
            field=models.DecimalField(
                blank=True,
                decimal_places=5,
                help_text="Например 25,63450.",
                max_digits=8,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(-180),
                    django.core.validators.MaxValueValidator(180),
                ],
                verbose_name="географска дължина",
            ),
        ),
    ]

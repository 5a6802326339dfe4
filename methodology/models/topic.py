"""What consultations and trainings are about: a tree of topics."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from methodology.querysets import TopicQuerySet

# A topic, its parts and their parts; deeper trees are not filled in.
MAX_DEPTH = 3
TWICE = gettext_lazy("На това място вече има такава тема.")


class Topic(models.Model):
    """A topic; what is filed under its parts counts for it too."""

    parent = models.ForeignKey(
        "self",
        verbose_name=gettext_lazy("част от"),
        on_delete=models.PROTECT,
        related_name="parts",
        null=True,
        blank=True,
    )
    name = models.CharField(gettext_lazy("име"), max_length=100)
    sort_order = models.PositiveSmallIntegerField(
        gettext_lazy("ред"), default=0, help_text=gettext_lazy("По-малкото число стои по-напред.")
    )
    in_use = models.BooleanField(
        gettext_lazy("ползва се"),
        default=True,
        help_text=gettext_lazy("Без отметка темата остава в старите записи, но не се предлага за нови."),
    )

    # How deep it stands; `as_tree` knows.
    depth = 0

    objects = TopicQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldPanel("parent"),
        FieldRowPanel([FieldPanel("sort_order"), FieldPanel("in_use")]),
    ]

    class Meta:
        verbose_name = gettext_lazy("тема")
        verbose_name_plural = gettext_lazy("теми")
        ordering = ("sort_order", "name", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("parent", "name"), name="topic_once_in_its_parent", violation_error_message=TWICE
            ),
            # Two rows without a parent are not the same parent to a database.
            models.UniqueConstraint(
                fields=("name",),
                condition=models.Q(parent=None),
                name="topic_once_at_the_top",
                violation_error_message=TWICE,
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> str:
        """The topic with what it is part of: „Фонд › Отчисляване“."""
        return " › ".join(topic.name for topic in reversed([self, *self.above()]))

    def above(self) -> list["Topic"]:
        """Return what this is part of, the nearest first; a circle is walked once."""
        found: list[Topic] = []
        topic = self.parent
        while topic is not None and topic not in found and len(found) < MAX_DEPTH:
            found.append(topic)
            topic = topic.parent
        return found

    def clean(self) -> None:
        super().clean()
        self.name = " ".join(self.name.split())
        if self.parent is None:
            return
        if self.pk and self.pk in {topic.pk for topic in self.above()}:
            raise ValidationError({"parent": _("Темата не може да е част от самата себе си.")})
        if len(self.above()) + self._height() > MAX_DEPTH:
            message = _("Темите имат най-много %(depth)s равнища. Изберете по-горна тема.")
            raise ValidationError({"parent": message % {"depth": MAX_DEPTH}})

    def _height(self) -> int:
        if not self.pk or not self.parts.exists():
            return 1
        return 3 if Topic.objects.filter(parent__parent=self.pk).exists() else 2

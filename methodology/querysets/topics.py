"""The questions asked about topics."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce

if TYPE_CHECKING:
    from methodology.models import Topic


class TopicQuerySet(models.QuerySet["Topic"]):
    """The tree of topics, three levels deep."""

    def in_use(self) -> Self:
        """Leave out what is no more offered."""
        return self.filter(in_use=True)

    def within(self, topic: "Topic | int") -> Self:
        """Keep a topic, its parts and their parts."""
        return self.filter(Q(pk=_pk(topic)) | Q(parent=topic) | Q(parent__parent=topic))

    def with_above(self) -> Self:
        """Fetch what each topic is part of in the same query."""
        return self.select_related("parent__parent")

    def in_tree_order(self) -> Self:
        """Put each topic before its parts, and these before the next topic."""
        return self.order_by(
            Coalesce("parent__parent__sort_order", "parent__sort_order", "sort_order"),
            Coalesce("parent__parent__pk", "parent__pk", "pk"),
            *(_second(name) for name in ("sort_order", "pk")),
            *(_third(name) for name in ("sort_order", "pk")),
        )

    def as_tree(self) -> "list[Topic]":
        """Return all topics, each followed by its parts; one query."""
        children: dict[int | None, list[Topic]] = {}
        for topic in self.with_above():
            children.setdefault(topic.parent_id, []).append(topic)
        return list(_walk(None, children, depth=0))


def _second(name: str) -> Case:
    """What orders the second level: the topic there; topics of the first level come before all."""
    return Case(
        When(parent__parent__isnull=False, then=F(f"parent__{name}")),
        When(parent__isnull=False, then=F(name)),
        default=Value(-1),
    )


def _third(name: str) -> Case:
    """What orders the third level; its second level comes before."""
    return Case(When(parent__parent__isnull=False, then=F(name)), default=Value(-1))


def _walk(parent: int | None, children: "dict[int | None, list[Topic]]", depth: int) -> "list[Topic]":
    found: list[Topic] = []
    for topic in children.get(parent, []):
        topic.depth = depth
        found += [topic, *_walk(topic.pk, children, depth + 1)]
    return found


def _pk(topic: "Topic | int") -> int:
    return topic if isinstance(topic, int) else topic.pk

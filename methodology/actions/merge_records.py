"""Two records of one library, or of one person, become one; the merge is kept and can be taken back."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from methodology.models import Library, Person, RecordMerge
from methodology.tenure import clashes
from pages.versions import bump

Mergeable = Library | Person
NEVER_FILLED = {"id", "status", "is_sample", "erased_at"}


@dataclass
class MergePlan:
    """What a merge would do: which records move, which empty fields are filled, what stands against it."""

    moves: list[tuple[str, int]] = field(default_factory=list)
    fills: list[tuple[str, str]] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)


class MergeRecords:
    """Moves everything that points at the duplicate to the record that stays, and deletes the duplicate."""

    def __init__(self, kept: Mergeable, duplicate: Mergeable, *, user: Any) -> None:
        self.kept = kept
        self.duplicate = duplicate
        self.user = user
        self.dropped: dict[str, list[dict[str, Any]]] = {}

    def plan(self) -> MergePlan:
        """Tell what would happen, changing nothing."""
        plan = MergePlan(conflicts=list(self._conflicts()))
        for pointer in pointers(type(self.kept)):
            number = _rows(pointer, self.duplicate.pk).count()
            if number:
                plan.moves.append((str(pointer.model._meta.verbose_name_plural), number))
        for name in self._fillable():
            label = self.kept._meta.get_field(name).verbose_name  # type: ignore[union-attr]
            plan.fills.append((str(label), str(getattr(self.duplicate, name))))
        return plan

    @transaction.atomic
    def execute(self) -> RecordMerge:
        """Merge; ValidationError and no change when something stands against it."""
        conflicts = list(self._conflicts())
        if conflicts:
            raise ValidationError(conflicts)
        record = RecordMerge(
            model=self.kept._meta.label,
            kept_id=self.kept.pk,
            duplicate_id=self.duplicate.pk,
            kept_label=str(self.kept)[:255],
            duplicate_label=str(self.duplicate)[:255],
            duplicate_values=_values(self.duplicate),
            filled_fields={
                name: _values(self.duplicate)[name] for name in map(self._attname, self._fillable())
            },
            moved={_name(pointer): self._move(pointer) for pointer in pointers(type(self.kept))},
            merged_by=self.user,
        )
        record.moved["dropped"] = self.dropped
        # A unique number can move only after the duplicate has let it go.
        self.duplicate.delete()
        for name, value in record.filled_fields.items():
            setattr(self.kept, name, value)
        self.kept.save()
        record.save()
        log(self.kept, "methodology.merge", user=self.user, data={"duplicate": record.duplicate_label})
        bump("libraries")
        return record

    def _move(self, pointer: Any) -> list[int]:
        moved = []
        for key in _rows(pointer, self.duplicate.pk).values_list("pk", flat=True):
            row = pointer.model._base_manager.filter(pk=key)
            try:
                with transaction.atomic():
                    row.update(**{pointer.name: self.kept})
                moved.append(key)
            except IntegrityError:
                # The same link twice is one link; anything else is somebody's decision.
                if not pointer.model._meta.auto_created:
                    message = _("И двата записа имат „%(record)s“. Изтрийте единия и опитайте пак.")
                    raise ValidationError(message % {"record": row.get()}) from None
                self.dropped.setdefault(_name(pointer), []).extend(row.values())
                row.delete()
        return moved

    def _conflicts(self) -> Iterator[str]:
        if type(self.kept) is not type(self.duplicate) or self.kept.pk == self.duplicate.pk:
            yield _("Изберете два различни записа от един вид.")
            return
        if isinstance(self.kept, Library) and isinstance(self.duplicate, Library):
            yield from self._branch_conflicts(self.kept, self.duplicate)
        here = list(self.kept.posts.with_parts())
        for post in self.duplicate.posts.with_parts():
            if isinstance(self.kept, Person):
                same, moved = here, post.tenure
            else:
                same = [mine for mine in here if mine.person_id == post.person_id]
                moved = replace(post.tenure, library=self.kept.pk)
            for _clash, _tenure in clashes(moved, [mine.tenure for mine in same]):
                message = _("Длъжностите се застъпват: %(post)s (%(days)s). Поправете датите и опитайте пак.")
                yield message % {"post": post, "days": post.days}

    def _branch_conflicts(self, kept: Library, duplicate: Library) -> Iterator[str]:
        if kept.branch_of_id == duplicate.pk or duplicate.branch_of_id == kept.pk:
            yield _("Едната библиотека е филиал на другата. Махнете връзката, ако е една и съща.")

    def _fillable(self) -> list[str]:
        return [
            one.name
            for one in self.kept._meta.concrete_fields
            if one.name not in NEVER_FILLED
            and getattr(self.kept, one.attname) in ("", None)
            and getattr(self.duplicate, one.attname) not in ("", None)
        ]

    def _attname(self, name: str) -> str:
        return str(self.kept._meta.get_field(name).attname)  # type: ignore[union-attr]


class UndoMerge:
    """Takes a merge back: the duplicate stands again with what was moved from it."""

    def __init__(self, record: RecordMerge, *, user: Any) -> None:
        self.record = record
        self.user = user

    @transaction.atomic
    def execute(self) -> Mergeable:
        """Restore; ValidationError when the records have changed too much."""
        record, model = self.record, apps.get_model(self.record.model)
        kept = model._default_manager.filter(pk=record.kept_id).first()
        if record.undone_at is not None or kept is None:
            raise ValidationError(_("Това сливане вече не може да се върне."))
        for name, value in record.filled_fields.items():
            one = model._meta.get_field(name)
            if getattr(kept, name) == one.to_python(value):
                setattr(kept, name, None if one.null else "")
        kept.save()
        restored = model(
            **{
                name: model._meta.get_field(name).to_python(value)
                for name, value in record.duplicate_values.items()
            }
        )
        try:
            with transaction.atomic():
                restored.save(force_insert=True)
        except IntegrityError:
            message = _("Номерът на слетия запис вече е зает от друг. Сверете номерата и опитайте пак.")
            raise ValidationError(message) from None
        for pointer in pointers(model):
            keys = record.moved.get(_name(pointer), [])
            _rows(pointer, kept.pk).filter(pk__in=keys).update(**{pointer.name: restored})
            for values in record.moved.get("dropped", {}).get(_name(pointer), []):
                pointer.model(**values).save(force_insert=True)
        record.undone_at = timezone.now()
        record.save(update_fields=["undone_at"])
        log(kept, "methodology.unmerge", user=self.user, data={"duplicate": record.duplicate_label})
        bump("libraries")
        return restored


def pointers(model: type[models.Model]) -> list[Any]:
    """Return the foreign keys of all models that point at a model, links of many to many included."""
    related: list[Any] = list(model._meta.get_fields(include_hidden=True))
    return [one.field for one in related if one.auto_created and not one.concrete and not one.many_to_many]


def _rows(pointer: Any, key: int) -> models.QuerySet[Any]:
    rows: models.QuerySet[Any] = pointer.model._base_manager.filter(**{pointer.name: key})
    return rows


def _name(pointer: Any) -> str:
    return f"{pointer.model._meta.label}.{pointer.name}"


def _values(record: models.Model) -> dict[str, Any]:
    return {one.attname: getattr(record, one.attname) for one in record._meta.concrete_fields}

"""Erasing what is known of a person; the counts stay."""

import json
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Revision

from methodology.models import Consultation, Cooperation, FollowUp, Person, Visit, VisitFinding
from methodology.trainings.personal_data import erase_registrations

# Texts somebody may have written the name into.
FREE_TEXTS: tuple[tuple[type[models.Model], tuple[str, ...]], ...] = (
    (Consultation, ("question", "answer", "follow_up")),
    (Visit, ("summary", "follow_up", "visitors")),
    (VisitFinding, ("text",)),
    (Cooperation, ("title", "text", "follow_up")),
    (FollowUp, ("text", "outcome")),
)


class ErasePerson:
    """Leaves a nameless row, so that posts, consultations, visits and attendances still count."""

    def __init__(self, person: Person, *, user: Any) -> None:
        self.person = person
        self.user = user
        self.placeholder = _("заличен човек № %(number)s") % {"number": person.pk}

    @transaction.atomic
    def execute(self) -> Person:
        """Erase everywhere; an erased person is left as it is."""
        person = self.person
        if person.is_erased:
            return person
        said = [text for text in (person.name, person.email, person.phone) if text]
        erase_registrations(person, self.placeholder)
        person.name, person.email, person.phone, person.note = self.placeholder, "", "", ""
        person.erased_at = timezone.now()
        # Saving also rewrites what the search index holds.
        person.save()
        for text in said:
            self._erase_texts(text)
            self._erase_traces(text)
        log(person, "methodology.erase", user=self.user)
        return person

    def _erase_texts(self, said: str) -> None:
        for model, names in FREE_TEXTS:
            for row in model._base_manager.filter(_any_holds(names, said)):
                for name in names:
                    setattr(row, name, getattr(row, name).replace(said, self.placeholder))
                row.save()

    def _erase_traces(self, said: str) -> None:
        """Rewrite labels in the log and in revisions, and forget finished tasks that name the person."""
        for entry in ModelLogEntry.objects.filter(_log_holds(said, self.person)):
            entry.label = entry.label.replace(said, self.placeholder)
            entry.data = _replaced(entry.data, said, self.placeholder)
            entry.save(update_fields=["label", "data"])
        for revision in _holding(Revision.objects.all(), "content", said):
            revision.content = _replaced(revision.content, said, self.placeholder)
            revision.object_str = revision.object_str.replace(said, self.placeholder)
            revision.save(update_fields=["content", "object_str"])
        for task in _holding(DBTaskResult.objects.all(), "args_kwargs", said):
            task.args_kwargs = _replaced(task.args_kwargs, said, self.placeholder)
            task.save(update_fields=["args_kwargs"])


def _any_holds(names: tuple[str, ...], said: str) -> Q:
    found = Q()
    for name in names:
        found |= Q(**{f"{name}__contains": said})
    return found


def _log_holds(said: str, person: Person) -> Q:
    kind = ContentType.objects.get_for_model(Person)
    return Q(label__contains=said) | Q(content_type=kind, object_id=str(person.pk))


def _holding(records: Any, name: str, said: str) -> Any:
    """Keep the records whose JSON holds a text; databases write letters in it in two ways."""
    escaped = json.dumps(said)[1:-1]
    rows = records.annotate(_text=Cast(name, models.TextField()))
    return rows.filter(Q(_text__contains=said) | Q(_text__contains=escaped))


def _replaced(value: Any, said: str, placeholder: str) -> Any:
    if isinstance(value, str):
        return value.replace(said, placeholder)
    if isinstance(value, dict):
        return {name: _replaced(inner, said, placeholder) for name, inner in value.items()}
    return [_replaced(inner, said, placeholder) for inner in value] if isinstance(value, list) else value

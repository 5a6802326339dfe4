"""The long form of a consultation or visit: people of its library, topics as a tree."""

from typing import Any

from django import forms
from django.db.models import Q
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from methodology.models import Person, Topic


class TopicsField(forms.ModelMultipleChoiceField[Topic]):
    """Topics by their place in the tree."""

    widget = CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        """Return the topic with what it is part of."""
        return str(obj.path)


class WorkForm(WagtailAdminModelForm):
    """Offers the people of the chosen library, and the topics in use."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "persons" in self.fields:
            self._offer_people()
        if "topics" in self.fields:
            self._offer_topics()

    def _offer_people(self) -> None:
        field = self.fields["persons"]
        chosen = [person.pk for person in self.instance.persons.all()] if self.instance.pk else []
        library = self.data.get("library") or self.instance.library_id
        posts = Q(posts__library=library) if str(library or "").isdigit() else Q(pk__in=())
        field.queryset = Person.objects.known().filter(posts | Q(pk__in=chosen)).distinct()
        field.widget = CheckboxSelectMultiple(choices=field.choices)
        field.help_text = _("Хората от библиотеката. При нов запис ги отбележете, след като го запазите.")

    def _offer_topics(self) -> None:
        old = self.fields["topics"]
        chosen = [topic.pk for topic in self.instance.topics.all()] if self.instance.pk else []
        topics = Topic.objects.filter(Q(in_use=True) | Q(pk__in=chosen)).with_above().in_tree_order()
        self.fields["topics"] = TopicsField(topics, required=False, label=old.label)

"""The department's work in the demo: loaded once, true by its own rules, about nobody real."""

import datetime
from typing import Any

import pytest

from library_site.demo.loaders.bench import Bench
from library_site.demo.loaders.network import load_libraries, load_places
from library_site.demo.loaders.work import load_work
from methodology.models import Administration, Consultation, Cooperation, FollowUp, Person, Post, Topic, Visit

pytestmark = pytest.mark.django_db
MODELS = (Topic, Person, Post, Administration, Cooperation, Visit, Consultation, FollowUp)


def test_the_work_is_loaded_once_and_keeps_the_rules() -> None:
    load_places()
    load_libraries()
    nothing: Any = None
    bench = Bench(datetime.date(2026, 11, 24), nothing, nothing, nothing)
    load_work(bench)
    numbers = [model._default_manager.count() for model in MODELS]
    assert all(numbers)
    load_work(bench)
    assert [model._default_manager.count() for model in MODELS] == numbers
    for model in (Post, Cooperation, Visit, Consultation):
        for row in model._default_manager.all():
            row.full_clean()
    assert {row.municipality.name for row in Administration.objects.all()} == {
        "Мъглиж",
        "Павел баня",
        "Опан",
        "Чирпан",
    }
    assert all(person.email.endswith("@example.org") for person in Person.objects.all())
    assert FollowUp.objects.overdue(bench.today).exists()

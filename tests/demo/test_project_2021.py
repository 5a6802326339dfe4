"""The 2021 project in the demo: the report gives what was published of it, figure by figure."""

import datetime
import io
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from docx import Document

from library_site.demo.content import table
from library_site.demo.loaders.bench import Bench
from library_site.demo.loaders.network import load_libraries, load_places
from library_site.demo.loaders.project import load_project
from library_site.demo.loaders.training_work import load_training_work
from library_site.demo.loaders.work import load_work
from methodology.activity import build
from methodology.counting import Period, Scope
from methodology.models import Consultation, Person, Post, Registration, Visit

pytestmark = pytest.mark.django_db
PAGE = "/admin/methodology/activity/"
# What the library published of the project (sentences of its reports), not what the demo says of itself.
PUBLISHED = {
    "consultations": 274,
    "consultation_attendances": 2812,
    "visits": 17,
    "visits_settlements": 17,
    "visits_libraries": 17,
    "visits_met": 24,
    "surveys": 38,
    "surveys_settlements": 38,
    "surveys_libraries": 38,
    "surveys_met": 76,
    "held-practicum": 4,
    "came-practicum": 22,
    "held-computer-skills": 2,
    "libraries": 68,
    "people": 186,
}
SENTENCES = (
    "274 консултации към 2812 участници",
    "Посещения на място: 17 населени места, 17 библиотеки, 24 човека.",
    "Теренно анкетно проучване: 38 населени места, 38 библиотеки, 76 човека.",
    "4 практикума с 22 участници",
    "2 обучения по компютърни и информационни умения",
    "68 библиотеки и 186 човека",
)


@pytest.fixture
def project() -> str:
    nothing: Any = None
    bench = Bench(datetime.date(2026, 11, 24), nothing, nothing, nothing)
    load_places()
    load_libraries()
    load_training_work(bench)
    load_work(bench)
    load_project()
    name: str = table("project_2021")["name"]
    return name


def test_the_report_gives_the_published_figures(project: str, admin_user: User) -> None:
    report = build(Scope(Period.year(2021), admin_user, project=project))
    found = {line.now.name: line.now.value for section in report.sections for line in section.lines}
    assert {name: found[name] for name in PUBLISHED} == PUBLISHED
    words = " ".join(section.text for section in report.sections)
    assert [text for text in SENTENCES if text not in words] == []


def test_the_document_says_the_published_sentences(project: str, admin_client: Client) -> None:
    query = {"year": 2021, "project": project}
    content = admin_client.get(f"{PAGE}report.docx", query).content
    written = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)
    assert [text for text in SENTENCES if text not in written] == []
    page = admin_client.get(PAGE, query).content.decode()
    assert [text for text in SENTENCES if text not in page] == []


def test_one_record_less_and_the_figures_are_others(project: str, admin_user: User) -> None:
    Visit.objects.for_project(project).of_kind("survey").first().delete()
    Consultation.objects.for_project(project).order_by("-reached").first().delete()
    report = build(Scope(Period.year(2021), admin_user, project=project))
    words = " ".join(section.text for section in report.sections)
    assert "37 населени места, 37 библиотеки, 74 човека" in words
    assert "273 консултации към 2747 участници" in words


def test_the_project_is_loaded_once_and_keeps_the_rules(project: str) -> None:
    models: tuple[type[Model], ...] = (Visit, Consultation, Person, Post, Registration)
    before = [model._default_manager.count() for model in models]
    load_project()
    assert [model._default_manager.count() for model in models] == before
    for row in [*Visit.objects.all(), *Post.objects.all(), *Consultation.objects.all()[:40]]:
        row.full_clean()


def test_the_survey_went_to_the_three_municipalities(project: str) -> None:
    places = Visit.objects.for_project(project).of_kind("survey").values_list("municipality__name", flat=True)
    assert set(places) == {"Мъглиж", "Павел баня", "Чирпан"}

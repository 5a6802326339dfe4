"""What came of the work in the activity report: answers after trainings and downloads of materials."""

import datetime
import io
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from docx import Document
from methodology_factories import LibraryFactory, MaterialFactory, MaterialFileFactory, TrainingFactory
from pages_factories import DocumentFactory
from pypdf import PdfReader
from trainings_factories import RegistrationFactory

from methodology.activity import Report, build
from methodology.counting import Period, Scope
from methodology.models import (
    DownloadDay,
    MunicipalExpert,
    Question,
    QuestionSet,
    Survey,
    SurveyAnswer,
    Training,
)

DAY = datetime.date(2026, 3, 10)
YEAR = Period.year(2026)


@pytest.fixture
def questions(db: None) -> QuestionSet:
    made = QuestionSet(name="Обратна връзка", purpose="after")
    made.questions = [
        Question(text="Научихте ли нещо?", measure="knowledge", sort_order=0),
        Question(text="Ще го приложите ли?", measure="application", sort_order=1),
    ]
    made.save()
    return made


def survey(
    questions: QuestionSet,
    knowledge: list[int],
    application: list[int] | None = None,
    *,
    closed: bool = True,
    purpose: str = "after",
    **training: Any,
) -> Survey:
    """Make a survey with these answers; twelve were asked."""
    values = {"kind": "practicum", "status": "attended", "start_date": DAY} | training
    held = training.get("training") or TrainingFactory(**values)
    made: Survey = Survey.objects.create(
        training=held,
        question_set=questions,
        purpose=purpose,
        opened_on=held.start_date,
        closes_on=held.start_date,
        closed_on=held.start_date if closed else None,
        invited=12,
        answered=len(knowledge),
    )
    first, second = questions.questions.all()
    for question, scores in ((first, knowledge), (second, application or [])):
        for score in scores:
            SurveyAnswer.objects.create(survey=made, question=question, score=score)
    return made


def lines(report: Report) -> dict[str, Any]:
    return {line.now.name: line for section in report.sections for line in section.lines}


def told(report: Report, name: str) -> tuple[str, str, str]:
    line = lines(report)[name]
    return line.now.text, line.then.text, line.change


def test_answers_are_counted_and_medians_come_from_enough_of_them_only(
    questions: QuestionSet, admin_user: User
) -> None:
    survey(questions, [4, 4, 5, 5, 5, 5], [3, 3, 3, 3])
    survey(questions, [4, 4, 4, 4, 4])
    # Neither too few answers, nor an open survey, nor another purpose moves a median.
    survey(questions, [1, 1, 1, 1])
    survey(questions, [1] * 9, closed=False)
    survey(questions, [1] * 9, purpose="follow-up")
    survey(questions, [3] * 5, start_date=DAY.replace(year=2025))
    survey(questions, [1] * 5, start_date=DAY.replace(year=2027))
    report = build(Scope(YEAR, admin_user))
    assert told(report, "surveys_asked") == ("5", "1", "+4")
    assert told(report, "surveys_invited") == ("60", "12", "+48")
    assert told(report, "surveys_answered") == ("33", "5", "+28")
    # 4 six times and 5 four times.
    assert told(report, "median-knowledge") == ("4", "3", "+1")
    # Four of the six answered the second question: too few.
    assert "median-application" not in lines(report)
    text = {section.name: section.text for section in report.sections}["surveys"]
    assert text.startswith("5 анкети; отговорили са 33 от 60 поканени. Медианите са по скала от 1 до 5")


def test_a_median_between_two_points_is_written_with_a_comma_and_has_no_per_cent(
    questions: QuestionSet, admin_user: User
) -> None:
    survey(questions, [4, 4, 4, 5, 5, 5], [2] * 5)
    survey(questions, [5] * 5, start_date=DAY.replace(year=2025))
    report = build(Scope(YEAR, admin_user))
    assert told(report, "median-knowledge") == ("4,5", "5", "−0,5")
    assert told(report, "median-application") == ("2", "–", "–")
    assert lines(report)["median-knowledge"].percent == ""


@pytest.mark.parametrize("narrowed", [{}, {"project": "Читалня"}, {"municipality": True}])
def test_the_numbers_open_the_surveys_they_come_from(
    admin_client: Client, admin_user: User, questions: QuestionSet, narrowed: dict[str, Any]
) -> None:
    library = LibraryFactory()
    inside = TrainingFactory(
        title="Практикум вътре", status="attended", start_date=DAY, project="Читалня", kind="practicum"
    )
    RegistrationFactory(training=inside, library=library, days_attended=1)
    survey(questions, [4, 4, 4, 5, 5], training=inside)
    survey(questions, [5, 5], training=inside, purpose="follow-up")
    survey(questions, [2] * 6, title="Практикум другаде")
    survey(questions, [2] * 6, title="Практикум преди", start_date=DAY.replace(year=2025), project="Читалня")
    if "municipality" in narrowed:
        narrowed = {"municipality": library.municipality}
    report = build(Scope(YEAR, admin_user, **narrowed))
    totals = {
        "surveys_asked": len,
        "surveys_invited": lambda rows: sum(row.invited for row in rows),
        "surveys_answered": lambda rows: sum(row.answered for row in rows),
    }
    for name, total in totals.items():
        for figure in (lines(report)[name].now, lines(report)[name].then):
            rows = admin_client.get(figure.url).context["paginator"].object_list
            assert total(rows) == figure.value, name
    page = admin_client.get(lines(report)["median-knowledge"].now.url)
    assert [one.purpose for one in page.context["paginator"].object_list] == ["after"] * (
        1 if narrowed else 2
    )
    said = page.content.decode()
    assert "Практикум вътре" in said
    assert ("Практикум другаде" in said) is not bool(narrowed)
    assert "Практикум преди" not in said
    assert "<strong>4</strong> (5)" in said


@pytest.fixture
def taken(site: Any) -> None:
    """Two files of a material taken nine times in March and four times the year before."""
    material = MaterialFactory(title="Указания за инвентаризация")
    for title, downloads in (("Указания", 7), ("Образец", 2)):
        document = DocumentFactory(title=title)
        MaterialFileFactory(page=material, document=document)
        DownloadDay.objects.create(document=document, day=DAY, downloads=downloads)
        DownloadDay.objects.create(document=document, day=DAY.replace(year=2025), downloads=2)


def test_downloads_of_materials_are_counted_and_open_the_files(
    admin_client: Client, admin_user: User, taken: None
) -> None:
    report = build(Scope(Period.from_to(DAY, DAY), admin_user))
    assert told(report, "downloads") == ("9", "0", "+9")
    assert told(report, "downloads_files") == ("2", "0", "+2")
    year = build(Scope(YEAR, admin_user))
    assert told(year, "downloads") == ("9", "4", "+5")
    line = lines(year)["downloads"]
    for figure in (line.now, line.then):
        page = admin_client.get(figure.url)
        rows = page.context["paginator"].object_list
        assert sum(row.taken for row in rows) == figure.value
        assert len(rows) == 2
        assert "Указания за инвентаризация" in page.content.decode()
    assert "Изтеглени са 2 файла на методически материали, общо 9 пъти." in {
        section.text for section in year.sections
    }
    # Files belong to no municipality and no project.
    assert "downloads" not in lines(build(Scope(YEAR, admin_user, project="Читалня")))


def test_the_page_the_pdf_and_the_document_tell_both(
    admin_client: Client, questions: QuestionSet, taken: None
) -> None:
    survey(questions, [4, 4, 4, 5, 5, 5])
    query = {"year": 2026}
    page = admin_client.get(reverse("methodology_activity"), query).content.decode()
    pdf = admin_client.get(reverse("methodology_activity_pdf"), query).content
    text = " ".join(" ".join(one.extract_text() for one in PdfReader(io.BytesIO(pdf)).pages).split())
    document = Document(io.BytesIO(admin_client.get(reverse("methodology_activity_docx"), query).content))
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["Медиана: знания", "4,5", "–", "–", ""] in cells
    assert ["Изтегляния на файлове", "9", "4", "+5", "+125 %"] in cells
    for said in (page, text):
        assert "Медиана: знания" in said
        assert "4,5" in said
        assert "Изтегляния на файлове" in said
    assert reverse("methodology_surveys") in page
    assert "отговорили са 6 от 12 поканени" in text


def test_whoever_reads_one_municipality_is_told_of_neither(questions: QuestionSet, taken: None) -> None:
    library = LibraryFactory()
    training: Training = TrainingFactory(status="attended", start_date=DAY)
    RegistrationFactory(training=training, library=library, days_attended=1)
    survey(questions, [4] * 6, training=training)
    expert = User.objects.create_user("expert", password="lipa")
    expert.groups.add(Group.objects.get(name="Експерт в община"))
    rights = MunicipalExpert(user=expert)
    rights.municipalities = [library.municipality]
    rights.save()
    report = build(Scope(YEAR, User.objects.get(pk=expert.pk)))
    assert {"surveys", "materials"}.isdisjoint(section.name for section in report.sections)
    assert lines(report)["training_attendances"].now.value == 1

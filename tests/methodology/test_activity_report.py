"""The activity report: a period beside the one before it, every number open, on the screen and on paper."""

import datetime
import io
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from methodology_factories import (
    ConsultationFactory,
    CooperationFactory,
    LibraryFactory,
    PersonFactory,
    TrainingFactory,
    VisitFactory,
)
from pages_factories import MunicipalityFactory, SettlementFactory
from pypdf import PdfReader
from trainings_factories import RegistrationFactory

from methodology.actions.erase_person import ErasePerson
from methodology.activity import Report, build
from methodology.counting import Period, Scope
from methodology.models import Library, Person

PAGE = "/admin/methodology/activity/"
DAY = datetime.date(2026, 3, 10)


def library(code: str, name: str) -> Library:
    place = MunicipalityFactory(code=code, name=name, slug=code.lower())
    settlement = SettlementFactory(ekatte=f"99{code[3:]}1", name=name, municipality=place)
    made: Library = LibraryFactory(settlement=settlement, name=f"Библиотека {name}")
    return made


@pytest.fixture
def work(db: None) -> Library:
    """Two consultations, a visit, a survey and a training of 2026 in one place; less of 2025 in another."""
    here, there = library("SZR22", "Мъглиж"), library("SZR36", "Чирпан")
    rada = PersonFactory(name="Рада Тайна")
    ConsultationFactory(library=here, persons=[rada], project="Читалня")
    ConsultationFactory(library=here, channel="social-group", reached=143, question="Тайна ли е?")
    VisitFactory(library=here, date=DAY, met=2)
    VisitFactory(library=here, date=DAY, kind="survey", met=1)
    training = TrainingFactory(kind="practicum", status="attended", start_date=DAY)
    RegistrationFactory(training=training, library=here, person=rada, name="Рада Тайна", days_attended=5)
    TrainingFactory(kind="seminar", status="held", start_date=DAY)
    TrainingFactory(kind="seminar", status="planned", start_date=DAY)
    CooperationFactory(administration__municipality=here.municipality, date=DAY)
    ConsultationFactory(library=there, date=DAY.replace(year=2025))
    return here


@pytest.fixture
def report(work: Library, admin_user: User) -> Report:
    return build(Scope(Period.year(2026), admin_user))


def numbers(report: Report) -> dict[str, tuple[int, int]]:
    return {
        line.now.name: (line.now.value, line.then.value)
        for section in report.sections
        for line in section.lines
    }


def test_each_number_stands_beside_that_of_the_period_before(report: Report) -> None:
    found = numbers(report)
    assert found["consultations"] == (2, 1)
    assert found["consultation_attendances"] == (144, 1)
    assert found["channel-social-group"] == (1, 0)
    assert (found["visits"], found["visits_met"]) == ((1, 0), (2, 0))
    assert (found["surveys"], found["surveys_libraries"], found["surveys_met"]) == ((1, 0), (1, 0), (1, 0))
    assert (found["trainings"], found["held-practicum"], found["came-practicum"]) == ((2, 0), (1, 0), (1, 0))
    assert (found["trained_people"], found["attendance_days"]) == ((1, 0), (5, 0))
    assert (found["libraries"], found["people"]) == ((1, 1), (1, 0))
    assert found["cooperation-agreement"] == (1, 0)
    assert found["network"] == (2, 2)
    # What nothing is recorded of is left out, the totals are not.
    assert "channel-email" not in found


def test_differences_are_said_with_their_sign_and_never_divided_by_nothing(report: Report) -> None:
    lines = {line.now.name: line for section in report.sections for line in section.lines}
    assert (lines["consultations"].change, lines["consultations"].percent) == ("+1", "+100 %")
    assert (lines["visits"].change, lines["visits"].percent) == ("+1", "")
    assert (lines["network"].change, lines["network"].percent) == ("0", "0 %")


def test_the_words_say_the_same_numbers(report: Report) -> None:
    said = {section.name: section.text for section in report.sections}
    assert "2 консултации към 144 участници" in said["consultations"]
    assert "Посещения на място: 1 населено място, 1 библиотека, 2 човека." in said["visits"]
    assert "1 практикум с 1 участник и 1 семинар с 0 участници" in said["trainings"]
    assert any("На 1 проведено обучение присъствието още не е потвърдено" in note for note in report.notes)


def test_nothing_is_said_in_words_of_nothing(db: None, admin_user: User) -> None:
    empty = build(Scope(Period.year(2026), admin_user))
    assert [section.text for section in empty.sections] == [
        "За този период няма записана работа с библиотеки.",
        "Няма записани консултации.",
        "Няма записани посещения и проучвания.",
        "Няма проведени обучения.",
        "Няма анкети след обучения.",
        "Няма изтеглени файлове на методически материали.",
        "Няма записи за сътрудничество с общините.",
        "В края на периода работят 0 библиотеки.",
    ]


TOTALS = {
    "consultation_attendances": lambda rows: sum(row.reached for row in rows),
    "visits_met": lambda rows: sum(row.met for row in rows),
    "surveys_met": lambda rows: sum(row.met for row in rows),
    "visits_settlements": lambda rows: len({row.settlement_id for row in rows}),
    "surveys_settlements": lambda rows: len({row.settlement_id for row in rows}),
    "attendance_days": lambda rows: sum(row.days_attended for row in rows),
}


@pytest.mark.parametrize("project", ["", "Читалня"])
def test_every_number_opens_the_records_it_counts(
    admin_client: Client, admin_user: User, work: Library, project: str
) -> None:
    for municipality in (None, work.municipality):
        report = build(Scope(Period.year(2026), admin_user, municipality, project))
        for section in report.sections:
            for line in section.lines:
                for figure in (line.now, line.then):
                    assert counted(admin_client, figure.name, figure.url) == figure.value, figure


def counted(client: Client, name: str, url: str) -> int:
    response = client.get(url)
    assert response.status_code == 200, url
    return int(TOTALS.get(name, len)(response.context["paginator"].object_list))


def test_the_table_of_municipalities_adds_up_and_opens_its_records(
    admin_client: Client, report: Report
) -> None:
    table = report.municipalities
    assert table is not None
    assert [row.name for row in table.rows] == ["Мъглиж", "Чирпан"]
    assert [[cell.value for cell in row.cells] for row in table.rows] == [[1, 2, 144, 2, 1, 1], [0] * 6]
    assert table.totals == [1, 2, 144, 2, 1, 1]
    for place, cell in enumerate(table.rows[0].cells):
        name = "consultation_attendances" if place == 2 else ""
        assert counted(admin_client, name, cell.url) == cell.value, table.headings[place]


@given(st.dates(datetime.date(2001, 1, 1), datetime.date(2099, 1, 1)), st.integers(0, 4000))
def test_the_period_before_ends_where_the_period_begins(first: datetime.date, length: int) -> None:
    period = Period.from_to(first, first + datetime.timedelta(days=length))
    before = period.previous
    assert before.before == period.first
    assert before.first < before.before
    whole_months = period.first.day == period.before.day == 1
    assert whole_months or before.before - before.first == period.before - period.first


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.year(2021), "2020-01-01", "2020-12-31"),
        (Period.quarter(2026, 1), "2025-10-01", "2025-12-31"),
        (Period.quarter(2026, 4), "2026-07-01", "2026-09-30"),
        (Period.from_to(datetime.date(2026, 3, 10), datetime.date(2026, 3, 12)), "2026-03-07", "2026-03-09"),
    ],
)
def test_a_year_is_compared_with_a_year_and_a_quarter_with_a_quarter(
    period: Period, first: str, last: str
) -> None:
    assert (str(period.previous.first), str(period.previous.last)) == (first, last)


@pytest.mark.parametrize(
    ("query", "about"),
    [
        ({"year": "2026"}, "2026 г."),
        ({"year": "2026", "quarter": "1"}, "1 януари – 31 март 2026\u00a0г."),
        ({"first": "2026-03-01", "last": "2026-03-15", "year": "2020"}, "1–15 март 2026\u00a0г."),
        ({"year": "2026", "project": "Читалня"}, "2026 г., проект „Читалня“"),
    ],
)
def test_the_period_is_chosen_in_the_address(
    admin_client: Client, work: Library, query: dict[str, str], about: str
) -> None:
    assert admin_client.get(PAGE, query).context["report"].about == about


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("first=2026-03-02&last=2026-03-01", "Последният ден е преди първия."),
        ("first=2026-03-02", "Въведете и двата дни или изберете година."),
        ("first=2001-01-01&last=2026-01-01", "най-много 10 години"),
        ("first=0001-01-01&last=0001-01-02", "Проверете годината на датата."),
        ("year=99999", "2100"),
        ("quarter=7", "7"),
        ("municipality=999999", "избор"),
    ],
)
def test_a_wrong_period_is_said_at_its_field(admin_client: Client, db: None, query: str, said: str) -> None:
    for name in ("activity", "activity_pdf", "activity_docx"):
        response = admin_client.get(f"{reverse(f'methodology_{name}')}?{query}")
        assert response.status_code == (422 if name == "activity" else 200)
        if name == "activity":
            assert said in response.content.decode()


def test_the_page_names_the_period_before_and_offers_both_files(admin_client: Client, work: Library) -> None:
    page = admin_client.get(PAGE, {"year": 2026}).content.decode()
    for said in ("Отчет за дейността", "2025 г.", "report.docx?first=2026-01-01", "report.pdf?first="):
        assert said in page
    dashboard = admin_client.get("/admin/methodology/dashboard/", {"year": 2026}).content.decode()
    assert f'href="{PAGE}?first=2026-01-01&amp;last=2026-12-31' in dashboard


def test_the_pdf_and_the_document_say_what_the_page_says_and_name_nobody(
    admin_client: Client, work: Library, report: Report
) -> None:
    query = {"year": 2026}
    pdf = admin_client.get(reverse("methodology_activity_pdf"), query)
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages)
    document = Document(io.BytesIO(admin_client.get(reverse("methodology_activity_docx"), query).content))
    written = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    for section in report.sections:
        assert section.text in written
        assert " ".join(section.text.split()) in " ".join(text.split())
    assert ["Консултации", "2", "1", "+1", "+100 %"] in cells
    assert ["Общо", "1", "2", "144", "2", "1", "1"] in cells
    for secret in ("Рада", "Тайна"):
        assert secret not in text + written + str(cells)
    assert "no-store" in pdf["Cache-Control"]
    assert document.core_properties.author == "" or "библиотека" in document.core_properties.author.lower()


def test_the_document_is_bulgarian_and_its_tables_repeat_their_headings(
    admin_client: Client, work: Library
) -> None:
    document = Document(io.BytesIO(admin_client.get(reverse("methodology_activity_docx")).content))
    assert document.core_properties.language == "bg-BG"
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in document.tables)
    assert next(part.style.name for part in document.paragraphs) == "Title"


REPORT_QUERIES = (
    *("libraries reached in any way", "people named", "records of cooperation") * 2,
    *("consultations by channel", "consulted libraries") * 2,
    *("visits by kind", "libraries visited", "libraries surveyed") * 2,
    *("trainings by kind", "attendances by kind", "people trained", "libraries of those trained") * 2,
    *("surveys with those asked", "answers by survey, measure and point") * 2,
    *("downloads of files",) * 2,
    *("cooperation by kind",) * 2,
    *("the network by kind",) * 2,
    "libraries reached in each municipality",
    "consultations in each",
    "attendances of consultations in each",
    "visits in each",
    "attendances of trainings in each",
    "cooperation in each",
    "the municipalities",
    "trainings whose attendance is not confirmed",
)


def test_the_report_asks_the_same_however_much_is_recorded(
    work: Library, admin_user: User, count_queries: Any
) -> None:
    for _ in range(2):
        with count_queries(*REPORT_QUERIES):
            build(Scope(Period.year(2026), admin_user))
        for _ in range(4):
            row = ConsultationFactory(persons=[PersonFactory()])
            VisitFactory(library=row.library)
            CooperationFactory(administration__municipality=row.municipality)


def test_erasing_a_person_changes_no_number_of_the_report(work: Library, admin_user: User) -> None:
    scope = Scope(Period.year(2026), admin_user)
    before = numbers(build(scope))
    ErasePerson(Person.objects.get(name="Рада Тайна"), user=admin_user).execute()
    assert numbers(build(scope)) == before
    assert not scope.attendances().filter(name__contains="Рада").exists()

"""Figures: attendances, people and libraries differ, and each number opens the records it counts."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from methodology_factories import (
    ConsultationFactory,
    CooperationFactory,
    FollowUpFactory,
    LibraryFactory,
    PersonFactory,
    TrainingFactory,
    VisitFactory,
)
from trainings_factories import RegistrationFactory

from methodology.charts import bars, region_map
from methodology.counting import Period, Scope, figures
from methodology.geography import CENTRES

pytestmark = pytest.mark.django_db
DASHBOARD = "/admin/methodology/dashboard/"


@pytest.fixture
def scope(admin_user: User) -> Scope:
    return Scope(Period.year(2026), admin_user)


def values(scope: Scope) -> dict[str, int]:
    return {figure.name: figure.value for figure in figures(scope)}


@pytest.fixture
def work() -> Any:
    """One library consulted three times by two people and visited twice; another one in the year before."""
    library, rada, mina = LibraryFactory(), PersonFactory(), PersonFactory()
    ConsultationFactory(library=library, persons=[rada], project="Читалня")
    ConsultationFactory(library=library, persons=[rada, mina], reached=2)
    ConsultationFactory(library=library, reached=140, channel="social-group")
    ConsultationFactory(library=None, reached=5)
    VisitFactory(library=library, date=datetime.date(2026, 1, 1), kind="survey", met=2)
    VisitFactory(library=library, date=datetime.date(2026, 12, 31), met=1)
    CooperationFactory()
    for project in ("Читалня", ""):
        training = TrainingFactory(start_date="2026-05-04", status="attended", project=project)
        RegistrationFactory(training=training, library=library, person=rada, days_attended=2)
        RegistrationFactory(training=training, library=library, days_attended=0)
    unconfirmed = TrainingFactory(start_date="2026-05-05", status="held")
    RegistrationFactory(training=unconfirmed, library=library, days_attended=1)
    ConsultationFactory(date=datetime.date(2025, 12, 31))
    ConsultationFactory(date=datetime.date(2027, 1, 1), library=library)
    return library


def test_attendances_people_and_libraries_are_counted_apart(scope: Scope, work: Any) -> None:
    assert values(scope) == {
        "consultations": 4,
        "consultation_attendances": 148,
        "consulted_libraries": 1,
        "visits": 2,
        "surveys": 1,
        "visit_attendances": 3,
        "visited_libraries": 1,
        "visited_settlements": 1,
        "training_attendances": 2,
        "trained_libraries": 1,
        "libraries": 1,
        "people": 2,
        "cooperation": 1,
    }


def test_a_project_and_a_municipality_narrow_every_figure(scope: Scope, work: Any) -> None:
    project = values(Scope(scope.period, scope.user, project="Читалня"))
    assert (project["consultations"], project["people"], project["visits"]) == (1, 1, 0)
    elsewhere = values(Scope(scope.period, scope.user, municipality=LibraryFactory().municipality))
    here = values(Scope(scope.period, scope.user, municipality=work.municipality))
    assert here["consultations"] == 3
    assert elsewhere["consultations"] in (0, 3)


# What a figure counts in the list that it opens: its rows, unless another way is named here.
COUNTED: dict[str, Callable[[Any], int]] = {
    "consultation_attendances": lambda rows: sum(row.reached for row in rows),
    "visit_attendances": lambda rows: sum(row.met for row in rows),
    "visited_settlements": lambda rows: len({row.settlement_id for row in rows}),
}


@pytest.mark.parametrize("project", ["", "Читалня"])
def test_every_figure_opens_just_as_many_records(
    admin_client: Client, scope: Scope, work: Any, project: str
) -> None:
    narrowed = Scope(scope.period, scope.user, municipality=work.municipality, project=project)
    for figure in figures(narrowed):
        response = admin_client.get(figure.url)
        assert response.status_code == 200, figure.name
        rows = response.context["paginator"].object_list
        assert COUNTED.get(figure.name, len)(rows) == figure.value, figure.name


def test_the_dashboard_shows_figures_charts_and_what_is_overdue(admin_client: Client, work: Any) -> None:
    FollowUpFactory(text="Закъсняла задача", due_on=datetime.date(2020, 1, 1))
    page = admin_client.get(DASHBOARD, {"year": 2026}).content.decode()
    for said in ("Участия в консултации", ">148<", "Хора (назовани поименно)", "Закъсняла задача", "<svg"):
        assert said in page
    for wrong in ("year=1", "year=x", "municipality=999999", "year=2026&project=%00"):
        assert admin_client.get(f"{DASHBOARD}?{wrong}").status_code == 200


DASHBOARD_QUERIES = (
    "how many consultations",
    "how many libraries they reached",
    "how many attended them",
    "how many libraries were visited",
    "in how many settlements",
    "how many visits",
    "how many surveys",
    "how many people were met",
    "how many attendances of trainings",
    "from how many libraries",
    "how many libraries were reached at all",
    "how many people are named",
    "how many records of cooperation",
    "consultations by month",
    "consultations by channel",
    "the network by municipality",
    "what is overdue",
    "the municipalities to choose from",
)


def test_the_dashboard_asks_the_same_however_much_is_recorded(
    rf: Any, admin_user: User, work: Any, count_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.template.loader import render_to_string

    from methodology.views.network import dashboard

    # The frame of the admin has its own questions; here only those of this page count.
    name = "methodology/admin/dashboard_body.html"
    monkeypatch.setattr(dashboard, "render", lambda request, _, context: render_to_string(name, context))
    for _ in range(2):
        request = rf.get("/")
        request.user = User.objects.get(pk=admin_user.pk)
        with count_queries(*DASHBOARD_QUERIES):
            dashboard.dashboard(request)
        for _ in range(5):
            ConsultationFactory(persons=[PersonFactory()])
            VisitFactory()
            FollowUpFactory(due_on=datetime.date(2020, 1, 1))


def test_bars_are_in_proportion_and_nothing_is_drawn_of_nothing() -> None:
    chart = bars([("а", 10, ""), ("б", 5, ""), ("в", 0, "")])
    assert chart is not None
    assert [bar.width / chart.bars[0].width for bar in chart.bars] == [1, 0.5, 0]
    assert bars([("а", 0, "")]) is None
    assert bars([]) is None


def test_the_map_keeps_north_above_and_east_right() -> None:
    rows = [(code, code, place, "") for place, code in enumerate(CENTRES, start=1)]
    spots = {spot.label: spot for spot in region_map([*rows, ("XXX99", "чужда", 3, "")], CENTRES, "SZR31")}
    assert len(spots) == 11
    assert spots["SZR12"].y < spots["SZR31"].y < spots["SZR36"].y
    assert spots["SZR24"].x < spots["SZR12"].x < spots["SZR31"].x < spots["SZR27"].x
    assert all(0 < spot.x < 620 and 0 < spot.y < 460 for spot in spots.values())
    assert [label for label, spot in spots.items() if spot.marked] == ["SZR31"]

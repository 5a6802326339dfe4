"""The department's report of its materials: what is due for review, what is downloaded, who may see it."""

import datetime
import io
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from materials_with_files import document, published
from methodology_factories import (
    CategoryFactory,
    MaterialFactory,
    MethodologyIndexFactory,
)
from openpyxl import load_workbook
from pages_factories import create_site

from methodology.models import DownloadDay

pytestmark = pytest.mark.django_db
NOON = "2026-11-23T12:00:00+02:00"


@pytest.fixture(autouse=True)
def _today() -> Any:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def index() -> Any:
    return MethodologyIndexFactory(parent=create_site(english=True).home)


def test_what_is_due_for_review_is_on_the_dashboard_and_first_in_the_report(
    admin_client: Client, index: Any
) -> None:
    days = {"Просрочен": -3, "Скоро": 20, "Далечен": 200}
    for title, number in days.items():
        day = datetime.date(2026, 11, 23) + datetime.timedelta(days=number)
        MaterialFactory(parent=index, title=title, review_on=day)
    MaterialFactory(parent=index, title="Без преглед")
    home = " ".join(admin_client.get("/admin/").content.decode().split())
    assert "трябваше до 20 ноември 2026 г." in home
    assert "Скоро" in home
    assert "Далечен" not in home[home.index("methodology-materials") :].split("</section>")[0]
    report = admin_client.get(reverse("methodology_materials")).content.decode()
    places = [report.index(f">{title}<") for title in (*days, "Без преглед")]
    assert places == sorted(places)
    due = admin_client.get(reverse("methodology_materials"), {"state": "review"}).content.decode()
    assert ">Скоро<" in due
    assert ">Далечен<" not in due


def test_the_report_counts_downloads_and_leaves_as_a_workbook(admin_client: Client, index: Any) -> None:
    held = document("Протокол")
    page = published(index, held, title="Образец", category=CategoryFactory(name="Образци", slug="obraztsi"))
    DownloadDay.objects.create(document=held, day=datetime.date(2026, 11, 1), downloads=4)
    DownloadDay.objects.create(document=held, day=datetime.date(2024, 1, 1), downloads=5)
    answer = admin_client.get(reverse("methodology_materials"), {"export": "xlsx"})
    content = answer.getvalue() if answer.streaming else answer.content
    rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    assert rows[1][:2] == (page.title, "Образци")
    assert rows[1][-2:] == (4, 9)


def test_the_report_does_not_ask_more_when_there_is_more(
    admin_client: Client, index: Any, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert admin_client.get(reverse("methodology_materials")).status_code == 200
        return len(captured)

    published(index, document("Първи"))
    asked()
    first = asked()
    for number in range(3):
        published(index, document(f"Файл {number}"))
    assert asked() == first


def test_the_report_is_for_those_who_edit_materials(
    client: Client, index: Any, django_user_model: Any
) -> None:
    from django.contrib.auth.models import Group

    MaterialFactory(parent=index)
    for role, status in (("Методист", 200), ("Експерт в община", 302)):
        user = django_user_model.objects.create_user(role, password="x")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        assert client.get(reverse("methodology_materials")).status_code == status

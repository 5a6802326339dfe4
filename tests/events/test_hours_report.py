"""Who changed the hours and closed what, as a report."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from events_factories import ClosureFactory, EventCategoryFactory, library_hours, opening_exception
from openpyxl import load_workbook
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from events.actions import CloseToday, ConfirmClosure
from events.models import Closure

pytestmark = pytest.mark.django_db

REPORT = reverse("events_hours_report")


@pytest.fixture
def admin(client: Any, django_user_model: Any, programme: Any) -> Any:
    library_hours()
    client.user = django_user_model.objects.create_superuser("admin", password="lipa")
    client.force_login(client.user)
    return client


def rows(admin: Any, **query: str) -> list[dict[str, str]]:
    response = admin.get(REPORT, {"export": "csv", **query})
    assert response.status_code == 200
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_every_path_to_a_change_is_in_the_report(admin: Any, capsys: Any) -> None:
    ConfirmClosure(ClosureFactory(state="proposed"), admin.user).execute()
    call_command("propose_holidays", "2030")
    admin.post(reverse("events_holidays", args=[2031]), {})
    texts = {"reason": "авария"}
    CloseToday(Closure.Kind.OTHER, texts, user=admin.user, day=date(2026, 11, 23)).execute()
    exception = opening_exception(date(2026, 12, 24))
    admin.post(reverse("wagtailsnippets_events_openingexception:delete", args=[exception.pk]))
    said = {row["Действие"] for row in rows(admin)}
    assert {"Потвърждаване на затваряне", "Предлагане на празник", "„Затваряме днес“: цял ден"} <= said
    who = {row["Действие"]: row["Кой"] for row in rows(admin)}
    assert who["Предлагане на празник"] == "командата или системата"
    assert who["Потвърждаване на затваряне"] == "admin"
    page = admin.get(REPORT).content.decode()
    assert "„Затваряме днес“: цял ден" in page


def test_the_report_is_narrowed_by_kind_action_person_and_time(admin: Any) -> None:
    ConfirmClosure(ClosureFactory(state="proposed", reason="Учение"), admin.user).execute()
    log(opening_exception(date(2026, 12, 24)), "wagtail.edit")
    assert len(rows(admin)) == 2
    assert len(rows(admin, action="events.closure.confirm")) == 1
    assert len(rows(admin, user=str(admin.user.pk))) == 1
    assert len(rows(admin, label="Учение")) == 1
    assert len(rows(admin, timestamp_from="2026-11-24")) == 0
    assert admin.get(REPORT, {"action": "nonsense", "user": "x", "content_type": "0"}).status_code == 200


def test_the_report_tells_of_nothing_else(admin: Any) -> None:
    log(EventCategoryFactory(), "wagtail.create", user=admin.user)
    assert ModelLogEntry.objects.count() == 1
    assert rows(admin) == []
    assert "Няма такива промени" in admin.get(REPORT).content.decode()


def test_a_spreadsheet_runs_no_formula(admin: Any) -> None:
    ConfirmClosure(ClosureFactory(state="proposed", reason="=2+5"), admin.user).execute()
    response = admin.get(REPORT, {"export": "xlsx"})
    content = b"".join(response.streaming_content) if response.streaming else response.content
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)

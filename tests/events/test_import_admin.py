"""The import in the admin: choose a calendar, see what would happen, decide."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
import time_machine
from calendars import WEEKLY, calendar, vevent
from django.contrib.auth.models import Group, Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission

from events import tasks
from events.actions.import_events import ImportEvents
from events.actions.waiting_import import carry_out_import
from events.models import EventIndexPage, EventPage, ImportedEvent, WaitingImport

pytestmark = pytest.mark.django_db

TALK = vevent("talk@example", "DURATION:PT1H", "LOCATION:Зала 1", start="20261204T173000")
CLUB = vevent("club@example", WEEKLY, title="Клуб", start="20261125T180000")
REFUSED = vevent("bad@example", "DURATION:-PT1H", title="Назад във времето", start="20261204T173000")


@pytest.fixture
def admin(client: Client) -> Client:
    """A browser with a superuser signed in."""
    client.force_login(User.objects.create_superuser("admin", password="lipa"))
    return client


def editor(page: Any, *permissions: str) -> Client:
    """A browser with somebody who may do so much under a page."""
    group = Group.objects.create(name="Завеждащ")
    for permission in permissions:
        GroupPagePermission.objects.create(group=group, page=page, permission=_permission(permission))
    user = User.objects.create_user("zav", password="lipa")
    user.groups.add(group)
    user.user_permissions.add(_permission("access_admin"))
    browser = Client()
    browser.force_login(user)
    return browser


def _permission(codename: str) -> Permission:
    return Permission.objects.filter(content_type__app_label__startswith="wagtail").get(codename=codename)


def upload(browser: Client, page: EventIndexPage, data: bytes, **values: Any) -> Any:
    file = SimpleUploadedFile("programa.ics", data, content_type="text/calendar")
    return browser.post(reverse("events_import"), {"file": file, "page": page.pk, **values})


def decide(browser: Client, preview: str, **choices: str) -> Any:
    expected = browser.get(preview).context["form"]["expected"].value()
    return browser.post(preview, {"expected": expected, **choices})


def test_a_file_is_previewed_and_imported_when_confirmed(admin: Client, programme: EventIndexPage) -> None:
    preview = upload(admin, programme, calendar(TALK, CLUB, REFUSED)).url
    page = admin.get(preview).content.decode()
    assert not EventPage.objects.exists()
    for text in ("Ново: 2", "Отказано: 1", "Среща с автор", "Зала 1", "всяка сряда", "Започва на ред"):
        assert text in page
    assert "„-PT1H“ не е продължителност" in page
    response = decide(admin, preview)
    result = admin.get(response.url).content.decode()
    assert "нови събития: 2" in result
    assert reverse("wagtailadmin_explore", args=[programme.pk]) in result
    assert EventPage.objects.filter(live=False).count() == 2
    assert set(ImportedEvent.objects.values_list("source", flat=True)) == {"programa.ics"}
    assert EventPage.objects.first().owner.username == "admin"
    assert bytes(WaitingImport.objects.get().data) == b""


def test_the_result_can_be_returned_to(admin: Client, programme: EventIndexPage) -> None:
    preview = upload(admin, programme, calendar(TALK)).url
    result = decide(admin, preview).url
    assert admin.get(preview).url == result
    page = admin.get(reverse("events_import")).content.decode()
    assert f'href="{result}"' in page
    assert editor(programme, "add_page").get(result).status_code == 404


def test_while_the_import_runs_the_page_asks_again_and_a_second_decision_changes_nothing(
    admin: Client, programme: EventIndexPage, monkeypatch: pytest.MonkeyPatch, monday: time_machine.Traveller
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(tasks, "import_events", SimpleNamespace(enqueue=asked.append))
    preview = upload(admin, programme, calendar(TALK)).url
    expected = admin.get(preview).context["form"]["expected"].value()
    result = admin.post(preview, {"expected": expected}).url
    assert admin.post(preview, {"expected": expected}).url == result
    assert len(asked) == 1
    page = admin.get(result)
    assert page["Refresh"]
    assert "Вносът се изпълнява" in page.content.decode()
    monday.shift(timedelta(minutes=5))
    assert "необичайно дълго" in admin.get(result).content.decode()
    assert not EventPage.objects.exists()
    for _ in range(2):
        carry_out_import(UUID(asked[0]))
    assert EventPage.objects.count() == 1
    assert "Refresh" not in admin.get(result).headers


@pytest.mark.parametrize(
    ("part", "written", "told"), [(2, 0, "Нищо не е записано"), (1, 1, "записаното не се повтаря")]
)
def test_a_failure_leaves_nothing_half_saved_and_can_be_tried_again(
    admin: Client,
    programme: EventIndexPage,
    monkeypatch: pytest.MonkeyPatch,
    part: int,
    written: int,
    told: str,
) -> None:
    monkeypatch.setattr("events.actions.import_events.PART", part)
    asked: list[str] = []
    monkeypatch.setattr(tasks, "import_events", SimpleNamespace(enqueue=asked.append))
    preview = upload(admin, programme, calendar(TALK, CLUB)).url
    result = decide(admin, preview).url
    made = ImportEvents._make

    def fails_at_the_second(action: ImportEvents, candidate: Any) -> None:
        if EventPage.objects.exists():
            raise OSError("disk full")
        made(action, candidate)

    with monkeypatch.context() as patched:
        patched.setattr(ImportEvents, "_make", fails_at_the_second)
        with pytest.raises(OSError, match="disk full"):
            carry_out_import(UUID(asked[0]))
    assert EventPage.objects.count() == ImportedEvent.objects.count() == written
    assert told in admin.get(result).content.decode()
    decide(admin, preview)
    carry_out_import(UUID(asked[1]))
    assert EventPage.objects.count() == 2


def test_who_loses_the_right_before_the_task_runs_imports_nothing(
    programme: EventIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(tasks, "import_events", SimpleNamespace(enqueue=asked.append))
    browser = editor(programme, "add_page", "change_page")
    result = decide(browser, upload(browser, programme, calendar(TALK)).url).url
    GroupPagePermission.objects.all().delete()
    assert carry_out_import(UUID(asked[0])) is False
    assert not EventPage.objects.exists()
    assert WaitingImport.objects.get().state == "failed"
    assert result


def test_the_second_time_nothing_is_left_to_import(admin: Client, programme: EventIndexPage) -> None:
    decide(admin, upload(admin, programme, calendar(TALK)).url)
    page = admin.get(upload(admin, programme, calendar(TALK)).url).content.decode()
    assert "Без промяна: 1" in page
    assert "Внасяне" not in page


def test_publishing_is_offered_to_those_who_may(programme: EventIndexPage) -> None:
    browser = editor(programme, "add_page", "change_page")
    preview = upload(browser, programme, calendar(TALK)).url
    assert "publish" not in browser.get(preview).context["form"].fields
    assert decide(browser, preview, publish="on").status_code == 302
    assert not EventPage.objects.get().live


def test_publishing_on_choice_publishes(programme: EventIndexPage) -> None:
    browser = editor(programme, "add_page", "change_page", "publish_page")
    decide(browser, upload(browser, programme, calendar(TALK)).url, publish="on")
    assert EventPage.objects.get().live


def test_who_may_not_add_events_may_not_import(programme: EventIndexPage) -> None:
    browser = editor(programme, "change_page")
    assert browser.get(reverse("events_import")).status_code == 302
    assert upload(browser, programme, calendar(TALK)).url == reverse("wagtailadmin_home")
    assert not WaitingImport.objects.exists()


def test_a_preview_belongs_to_who_made_it(admin: Client, programme: EventIndexPage) -> None:
    preview = upload(admin, programme, calendar(TALK)).url
    other = editor(programme, "add_page")
    assert other.get(preview).url == reverse("events_import")
    assert other.post(preview, {"expected": "x"}).url == reverse("events_import")
    assert not EventPage.objects.exists()


def test_a_preview_waits_for_an_hour(
    admin: Client, programme: EventIndexPage, monday: time_machine.Traveller
) -> None:
    preview = upload(admin, programme, calendar(TALK)).url
    monday.shift(timedelta(minutes=61))
    assert admin.get(preview).url == reverse("events_import")
    upload(admin, programme, calendar(CLUB))
    assert WaitingImport.objects.count() == 1


def test_what_changed_since_the_preview_is_shown_again(admin: Client, programme: EventIndexPage) -> None:
    preview = upload(admin, programme, calendar(TALK)).url
    expected = admin.get(preview).context["form"]["expected"].value()
    decide(admin, upload(admin, programme, calendar(TALK)).url)
    response = admin.post(preview, {"expected": expected}, follow=True)
    assert "Междувременно нещо се е променило" in response.content.decode()
    assert EventPage.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html>not a calendar</html>", "Това не е календар"),
        (calendar(*(vevent(f"{number}", start="20261204T173000") for number in range(1001))), "1000 записа"),
        (b"BEGIN:VCALENDAR\r\n" + b"x" * 520_000, "по-голям от 500 KB"),
    ],
)
def test_a_calendar_beyond_the_limits_is_refused_at_its_field(
    admin: Client, programme: EventIndexPage, data: bytes, message: str
) -> None:
    response = upload(admin, programme, data)
    assert response.status_code == 422
    assert message in str(response.context["form"].errors["file"])
    assert not WaitingImport.objects.exists()


def test_a_request_of_fifty_megabytes_is_refused_unread(admin: Client, programme: EventIndexPage) -> None:
    class Unreadable:
        def read(self, *args: int) -> bytes:
            raise AssertionError("The body was read.")

        readline = read

    response = admin.generic(
        "POST",
        reverse("events_import"),
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(50 * 1024 * 1024),
        **{"wsgi.input": Unreadable()},
    )
    assert response.status_code == 413
    assert "по-голям от 500 KB" in response.content.decode()


def test_the_form_is_protected_against_other_sites(programme: EventIndexPage) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(User.objects.create_superuser("admin", password="lipa"))
    assert upload(browser, programme, calendar(TALK)).status_code == 403


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("javascript:alert(1)", "https:// или http://"),
        ("file:///etc/passwd", "https:// или http://"),
        ("http://127.0.0.1:9/a.ics", "не е публичен"),
        ("http://[::ffff:10.0.0.1]/a.ics", "не е публичен"),
        ("https://user:secret@example.org/a.ics", "име и парола"),
        ("https://example.org:99999/a.ics", "Адресът не е верен"),
    ],
)
def test_a_dangerous_address_is_refused_at_its_field(
    admin: Client, programme: EventIndexPage, address: str, message: str
) -> None:
    response = admin.post(reverse("events_import"), {"address": address, "page": programme.pk})
    assert message in str(response.context["form"].errors["address"])


def test_either_a_file_or_an_address_is_needed(admin: Client, programme: EventIndexPage) -> None:
    response = admin.post(reverse("events_import"), {"page": programme.pk})
    assert "едното от двете" in response.content.decode()


def test_the_menu_leads_to_the_import(admin: Client, programme: EventIndexPage) -> None:
    assert reverse("events_import") in admin.get(reverse("wagtailadmin_home")).content.decode()


def test_texts_of_the_calendar_are_escaped(admin: Client, programme: EventIndexPage) -> None:
    evil = vevent(
        "a", "LOCATION:<script>x</script>", title='Урок <b onclick="x">"тест"', start="20261204T173000"
    )
    preview = upload(admin, programme, calendar(evil)).url
    assert "<script>x" not in admin.get(preview).content.decode()
    decide(admin, preview)
    assert EventPage.objects.get().title == 'Урок "тест"'

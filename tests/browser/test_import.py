"""An editor takes a calendar in: sees what would happen, decides, waits; a wrong file loses nothing."""

from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from calendars import calendar_file, vevent
from events_factories import EventIndexPageFactory
from pages_factories import create_site
from playwright.sync_api import Page, expect

from events import tasks
from events.actions.import_events import ImportEvents
from events.actions.waiting_import import carry_out_import
from events.imports import read_calendar
from events.models import EventPage

PHONE = {"viewport": {"width": 360, "height": 740}}
# Next month, so that no event is over, whenever the test runs.
DAY = date.today() + timedelta(days=30)
START = f"{DAY:%Y%m%d}T180000"
TALK = vevent("talk@example", "DURATION:PT1H", "LOCATION:Зала 1", start=START)
CLUB = vevent("club@example", "RRULE:FREQ=DAILY", title="Клуб по четене", start=START)
GONE = vevent("gone@example", title="Отпаднало", start=START)
BACKWARDS = vevent("bad@example", "DURATION:-PT1H", title="Назад във времето", start=START)


@pytest.fixture
def editor(
    open_site: Any, live_server: Any, transactional_db: None, root: Any, django_user_model: Any
) -> Page:
    """Somebody who has imported a calendar before; its talk has moved since, and one event is gone."""
    programme = EventIndexPageFactory(parent=create_site().home)
    django_user_model.objects.create_superuser("redaktor", password="lipite-cvetyat")
    before = "\r\n".join(["BEGIN:VCALENDAR", TALK.replace("Зала 1", "Зала 2"), GONE, "END:VCALENDAR"])
    reading = read_calendar(before.encode(), date.today())
    ImportEvents(programme, "Читалището", reading).execute()
    page: Page = open_site(live_server.url, **PHONE)
    page.goto("/admin/login/")
    page.fill("#id_username", "redaktor")
    page.fill("#id_password", "lipite-cvetyat")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")
    page.goto("/admin/events/import/")
    return page


def asked(page: Page, file: Path) -> None:
    page.set_input_files("#id_file", file)
    page.fill("#id_source", "Читалището")
    page.get_by_role("button", name="Преглед").click()


def fits(page: Page, tmp_path: Path, name: str) -> None:
    """Nothing sticks out of the phone; keep what it looks like."""
    page.screenshot(path=tmp_path / f"{name}.png", full_page=True)
    assert page.evaluate("document.querySelector('main').scrollWidth") <= 360, name


def test_a_calendar_is_previewed_decided_about_and_imported_in_the_background(
    editor: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, axe: Any
) -> None:
    queued: list[str] = []
    monkeypatch.setattr(tasks, "import_events", SimpleNamespace(enqueue=queued.append))
    asked(editor, calendar_file(tmp_path / "programa.ics", TALK, CLUB, BACKWARDS))
    for state, title, told in (
        ("changed", "Среща с автор", "Зала 1"),
        ("new", "Клуб по четене", "всеки ден"),
        ("refused", "Назад във времето", "не е продължителност"),
        ("gone", "Отпаднало", "Изчезнало от източника"),
    ):
        row = editor.locator(f"tr[data-state={state}]")
        expect(row).to_contain_text(title)
        expect(row).to_contain_text(told)
    fits(editor, tmp_path, "preview")
    assert axe(editor) == []
    editor.get_by_label("публикуване").check()
    editor.get_by_role("button", name="Внасяне").click()
    result = editor.locator("[role=status]:not(.messages)")
    expect(result).to_contain_text("Вносът се изпълнява")
    assert EventPage.objects.filter(live=True).count() == 0
    carry_out_import(UUID(queued[0]))
    # The page asks by itself.
    expect(result).to_contain_text("нови събития: 1", timeout=15_000)
    expect(result).to_contain_text("обновени събития: 1")
    fits(editor, tmp_path, "result")
    assert set(EventPage.objects.filter(live=True).values_list("title", flat=True)) == {
        "Среща с автор",
        "Клуб по четене",
    }


def test_a_wrong_file_is_refused_in_words_and_nothing_typed_is_lost(editor: Page, tmp_path: Path) -> None:
    editor.watch.allow("422")  # type: ignore[attr-defined]
    picture = tmp_path / "plakat.ics"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))
    asked(editor, picture)
    expect(editor.get_by_text("Това не е календар")).to_be_visible()
    expect(editor.locator("#id_source")).to_have_value("Читалището")
    fits(editor, tmp_path, "refused")
    large = tmp_path / "golyam.ics"
    large.write_bytes(b"BEGIN:VCALENDAR\r\n" + b"X-A:b\r\n" * 100_000)
    editor.watch.allow("413")  # type: ignore[attr-defined]
    asked(editor, large)
    expect(editor.get_by_text("по-голям от 500 KB")).to_be_visible()
    assert EventPage.objects.filter(live=True).count() == 0
    asked(editor, calendar_file(tmp_path / "programa.ics", TALK, CLUB))
    expect(editor.locator("tr[data-state=new]")).to_contain_text("Клуб по четене")

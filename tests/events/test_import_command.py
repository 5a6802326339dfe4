"""The command that imports a calendar from a file."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from calendars import WEEKLY, calendar_file, vevent
from django.core.management import CommandError, call_command
from events_factories import EventIndexPageFactory

from events.models import EventIndexPage, EventPage

pytestmark = pytest.mark.django_db

CLUB = vevent("club@example", WEEKLY, "DURATION:PT90M", "LOCATION:Зала 1", start="20261125T180000")
TALK = vevent("talk@example", "DTEND;TZID=Europe/Sofia:20261204T190000", start="20261204T173000")


def told(path: Path | str, **options: Any) -> str:
    out = StringIO()
    call_command("import_events", str(path), stdout=out, **options)
    return out.getvalue()


def test_the_command_imports_a_file_and_says_what_it_did(programme: EventIndexPage, tmp_path: Path) -> None:
    path = calendar_file(tmp_path / "club.ics", CLUB, "BROKEN LINE", TALK)
    first, second = told(path), told(path)
    assert "Ред 12: Редът не е във вида ИМЕ:СТОЙНОСТ и е пропуснат: „BROKEN LINE“." in first
    said = first.replace("\N{NO-BREAK SPACE}", " ")
    assert "Ново: Среща с автор (сряда, 25 ноември 2026 г., 18:00–19:30; всяка сряда)" in said
    assert "Ново: 2\n" in first
    assert "Записани: 2 нови, 0 обновени, 0 оттеглени." in first
    assert "Без промяна: 2\n" in second
    assert EventPage.objects.count() == 2


def test_a_dry_run_of_the_command_writes_nothing(programme: EventIndexPage, tmp_path: Path) -> None:
    said = told(calendar_file(tmp_path / "club.ics", CLUB), dry_run=True)
    assert "Ново: 1\n" in said
    assert "Нищо не е записано." in said
    assert not EventPage.objects.exists()


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("file:///etc/passwd", "https:// или http://"),
        ("javascript:alert(1)", "https:// или http://"),
        ("ftp://example.org/a.ics", "https:// или http://"),
        ("http://127.0.0.1/a.ics", "не е публичен"),
        ("no-such-file.ics", "не може да се прочете"),
    ],
)
def test_the_command_refuses_what_it_must_not_read(
    programme: EventIndexPage, address: str, message: str
) -> None:
    with pytest.raises(CommandError, match=message):
        told(address)


def test_a_large_file_is_refused_unread(programme: EventIndexPage, tmp_path: Path) -> None:
    path = tmp_path / "large.ics"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    with pytest.raises(CommandError, match="по-голям от 500 KB"):
        told(path)


def test_the_command_asks_which_programme_when_there_are_several(
    programme: EventIndexPage, home: Any, tmp_path: Path
) -> None:
    other = EventIndexPageFactory(parent=home, title="Филиал")
    path = calendar_file(tmp_path / "club.ics", TALK)
    with pytest.raises(CommandError, match="--page"):
        told(path)
    told(path, page=other.pk)
    assert EventPage.objects.get().get_parent().pk == other.pk


def test_the_command_says_when_there_is_no_programme(home: Any, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Няма такава програма"):
        told(calendar_file(tmp_path / "club.ics", TALK))

"""Programs that people subscribe with see an edit, a move, a cancellation and a deletion, over HTTP."""

import json
import os
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from events_factories import EventIndexPageFactory, change, published_event, republish
from pages_factories import create_site

READERS = Path(os.environ.get("READERS_VENV", Path(__file__).parents[2] / ".venv-readers")) / "bin"
ADDRESS = "/feeds/events.ics"

pytestmark = pytest.mark.django_db(transaction=True)

VDIRSYNCER = """\
[general]
status_path = "{folder}/status/"
[pair library]
a = "here"
b = "there"
collections = null
conflict_resolution = "b wins"
[storage here]
type = "filesystem"
path = "{folder}/calendar/"
fileext = ".ics"
[storage there]
type = "http"
url = "{url}"
"""
KHAL = """\
[calendars]
[[library]]
path = {folder}/calendar/
readonly = True
[locale]
local_timezone = Europe/Sofia
default_timezone = Europe/Sofia
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""
IN_ICAL = """\
import sys
from datetime import date
from ical.calendar_stream import IcsCalendarStream
calendar = IcsCalendarStream.calendar_from_ics(sys.stdin.read())
for event in calendar.timeline.overlapping(date(2026, 11, 1), date(2027, 1, 31)):
    print(event.dtstart.strftime("%Y-%m-%d %H:%M"), event.status and event.status.value, event.summary)
"""


def run(program: str, *arguments: str, **options: Any) -> str:
    """Run a program of the readers' environment; skips the test where there is none."""
    path = READERS / program
    if not path.exists():
        pytest.skip(f"no {program}: make readers")
    done = subprocess.run(
        [str(path), *arguments], capture_output=True, text=True, timeout=120, check=False, **options
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


class Subscriber:
    """vdirsyncer fetches the calendar, khal shows it."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        (folder / "calendar").mkdir()
        (folder / "vdirsyncer").write_text(VDIRSYNCER.format(folder=folder, url=url))
        (folder / "khal").write_text(KHAL.format(folder=folder))
        self.environment = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
        self._sync("discover", "library")

    def sees(self) -> list[tuple[str, str]]:
        """The starts and titles of November to January, after fetching anew."""
        self._sync("sync")
        arguments = ("list", "--json", "start", "--json", "title", "2026-11-01", "2027-01-31")
        shown = run("khal", "-c", str(self.folder / "khal"), *arguments, env=self.environment)
        days = [json.loads(line) for line in shown.splitlines() if line.startswith("[")]
        return sorted((event["start"], event["title"]) for day in days for event in day)

    def _sync(self, *arguments: str) -> None:
        run("vdirsyncer", "-c", str(self.folder / "vdirsyncer"), *arguments, env=self.environment)


@pytest.fixture
def programme(locales: Any, root: Any) -> Any:
    return EventIndexPageFactory(parent=create_site().home)


@pytest.fixture
def subscriber(tmp_path: Path, live_server: Any, programme: Any) -> Subscriber:
    return Subscriber(tmp_path, f"{live_server.url}{ADDRESS}?from=2026-11-01")


def test_a_subscriber_sees_an_edit_a_move_a_cancellation_and_a_deletion(
    programme: Any, subscriber: Subscriber
) -> None:
    club = published_event(programme, title="Клуб", recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=3")
    other = published_event(programme, title="Лекция", start_date=datetime(2026, 12, 1).date())
    dates = [f"2026-{day} 18:00" for day in ("11-25", "12-02", "12-09")]
    lecture = ("2026-12-01 18:00", "Лекция")
    assert subscriber.sees() == sorted([lecture, *((date, "Клуб") for date in dates)])
    club = republish(club, title="Клуб „Липа“")
    assert subscriber.sees() == sorted([lecture, *((date, "Клуб „Липа“") for date in dates)])
    moved = change("moved", datetime(2026, 12, 2, 18), new_start=datetime(2026, 12, 3, 17))
    cancelled = change("cancelled", datetime(2026, 12, 9, 18), reason="ремонт")
    republish(club, moved, cancelled)
    expected = [
        ("2026-11-25 18:00", "Клуб „Липа“"),
        lecture,
        ("2026-12-03 17:00", "Клуб „Липа“"),
        ("2026-12-09 18:00", "ОТМЕНЕНО: Клуб „Липа“"),
    ]
    assert subscriber.sees() == expected
    other.delete()
    assert subscriber.sees() == [row for row in expected if row != lecture]


def test_another_library_for_calendars_reads_the_same_dates(
    live_server: Any, programme: Any, client: Any
) -> None:
    cancelled = change("cancelled", datetime(2026, 12, 2, 18))
    published_event(programme, cancelled, title="Клуб", recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=3")
    text = client.get(f"{ADDRESS}?from=2026-11-01").content.decode()
    lines = run("python", "-c", IN_ICAL, input=text).splitlines()
    assert lines == [
        "2026-11-25 18:00 CONFIRMED Клуб",
        "2026-12-02 18:00 CANCELLED ОТМЕНЕНО: Клуб",
        "2026-12-09 18:00 CONFIRMED Клуб",
    ]

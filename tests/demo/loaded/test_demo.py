"""The demo as a whole, as of a fixed Monday."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from demo_content import MORNING, TODAY, rolled_back
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page, Revision

from events.announcements import banner_lines
from events.hours import lost_hours, resolve
from events.models import Closure, EventOccurrence, EventPage, OpeningException, OpeningHours
from events.timetable import closed_days, timetable
from library_site.demo.counts import counts
from library_site.demo.load import load
from library_site.demo.loaders.staff import PASSWORD, STAFF
from methodology.models import Library, MaterialPage, Training
from pages.models import ContactSettings, Municipality, NewsPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def bulgarian_events() -> Any:
    return EventPage.objects.live().filter(locale__language_code="bg")


def test_every_english_text_is_there(demo: Any) -> None:
    assert demo.words.missing == set()


def test_there_are_sixty_events_and_more_with_descriptions() -> None:
    events = list(bulgarian_events())

    assert len(events) >= 60
    assert all(event.lead and event.body for event in events)


@pytest.mark.parametrize(
    "rule",
    [
        r"FREQ=WEEKLY;BYDAY=\w\w",
        r"FREQ=WEEKLY;BYDAY=\w\w,\w\w",
        r"FREQ=WEEKLY;INTERVAL=2;BYDAY=\w\w",
        r"FREQ=WEEKLY;BYDAY=\w\w;UNTIL=\w+",
        r"FREQ=WEEKLY;BYDAY=\w\w,\w\w;COUNT=\d+",
        r"FREQ=MONTHLY;BYDAY=[1-4]\w\w",
        r"FREQ=MONTHLY;BYDAY=-1\w\w",
        r"FREQ=MONTHLY;INTERVAL=2;BYDAY=\d\w\w",
        r"FREQ=MONTHLY;BYMONTHDAY=\d+",
        r"FREQ=MONTHLY;BYMONTHDAY=-1",
        r"FREQ=YEARLY",
        r"FREQ=DAILY;COUNT=\d+",
        r"FREQ=DAILY;INTERVAL=2;COUNT=\d+",
    ],
)
def test_every_kind_of_rule_is_shown(rule: str) -> None:
    rules = set(bulgarian_events().values_list("recurrence", flat=True))

    assert any(re.fullmatch(rule, one) for one in rules)


@pytest.mark.parametrize("status", ["cancelled", "postponed", "moved", "full", "planned"])
def test_every_state_of_a_date_is_shown(status: str) -> None:
    assert EventOccurrence.objects.in_language("bg").upcoming().filter(status=status).exists()


@pytest.mark.parametrize("days_ahead", [0, 1, 2])
def test_something_is_on_today_and_on_the_next_days(days_ahead: int) -> None:
    day = TODAY + timedelta(days=days_ahead)
    sessions = EventOccurrence.objects.in_language("bg").between(day, day + timedelta(days=1))

    assert [one for one in sessions if one.first_day == one.last_day == day]


def test_exhibitions_run_and_open_again() -> None:
    occurrences = EventOccurrence.objects.in_language("bg")

    assert len(occurrences.running_spans(TODAY)) >= 3
    assert occurrences.upcoming().filter(kind="opening").exists()


def test_other_municipalities_have_events_of_their_own() -> None:
    slugs = set(bulgarian_events().values_list("municipality__slug", flat=True))

    assert slugs == set(Municipality.objects.values_list("slug", flat=True))


def test_the_last_thursday_is_closed_and_only_confirmed_holidays_close() -> None:
    assert date(2026, 11, 26) in {one.date for one in closed_days(TODAY, date(2026, 12, 1))}
    proposed = Closure.objects.filter(kind="holiday", state="proposed")
    assert {one.start_date.year for one in proposed} == {2027}


def test_a_year_of_hours_shows_every_kind_of_change() -> None:
    hours = timetable()
    changes = {"longer": 0, "shorter": 0, "extra": 0}
    for said in OpeningException.objects.select_related("department"):
        day = resolve(hours.schedule(said.department.slug if said.department else ""), said.date)
        assert day.applied[0].text == said.reason
        changes["extra" if not day.usual else "shorter" if lost_hours(day) else "longer"] += 1
    assert min(changes.values()) >= 1
    kinds = set(Closure.objects.filter(state="confirmed").values_list("kind", flat=True))
    assert kinds >= {"no_readers", "holiday", "repair", "inventory", "election"}
    art = [resolve(hours.schedule("izkustvo"), TODAY + timedelta(days=number)) for number in range(30)]
    assert [
        day.day.weekday() for day in art if any(one.closure_kind == "repair" for one in day.closures)
    ] == [0, 1, 2]
    assert any(line.day is None for line in banner_lines(hours, TODAY))


def test_summer_hours_cover_last_year_this_year_and_the_next() -> None:
    summers = OpeningHours.objects.filter(department=None).exclude(valid_from=None)

    assert sorted(one.valid_from.year for one in summers) == [2025, 2026, 2027]


def test_the_news_fill_a_year_and_many_have_pictures() -> None:
    news = NewsPage.objects.filter(locale__language_code="bg")
    months = {(one.date.year, one.date.month) for one in news}

    assert news.count() >= 40
    assert len(months) >= 11
    assert news.exclude(image=None).count() >= 12
    assert news.exclude(related_event=None).count() >= 8
    assert max(one.date for one in news) <= TODAY


def test_the_region_is_there_and_its_libraries_are_marked_as_samples() -> None:
    assert Municipality.objects.count() == 11
    assert MaterialPage.objects.filter(locale__language_code="bg").count() == 20
    assert Training.objects.public().upcoming().exists()
    assert Library.objects.count() >= 40
    assert not Library.objects.exclude(is_sample=True).exists()


def test_every_staff_role_can_sign_in() -> None:
    people = [authenticate(username=name, password=PASSWORD) for name in STAFF]

    assert {person and person.wagtail_userprofile.preferred_language for person in people} == {"bg"}
    assert [name for name, person in zip(STAFF, people, strict=True) if person.is_superuser] == ["admin"]


def test_the_contacts_are_the_librarys() -> None:
    contacts = ContactSettings.objects.get()

    assert contacts.short_name == "Библиотека „Захарий Княжески“"
    assert contacts.phones.count() == 3


@pytest.mark.parametrize("language", ["bg", "en"])
def test_every_page_answers(language: str) -> None:
    pages = Page.objects.live().filter(depth__gt=1, locale__language_code=language)
    client = Client()
    answers = {page.url: client.get(page.url).status_code for page in pages}

    assert len(answers) >= 30
    assert {url: status for url, status in answers.items() if status != 200} == {}


def test_english_pages_have_no_bulgarian_titles() -> None:
    titles = Page.objects.filter(depth__gt=1, locale__language_code="en").values_list("title", flat=True)

    assert [title for title in titles if re.search("[а-я]", title.lower())] == []


def state() -> Any:
    """What must be the same after a second loading."""
    pages = list(Page.objects.order_by("pk").values_list("pk", "url_path"))
    occurrences = set(EventOccurrence.objects.values_list("pk", "slug"))
    return counts(), pages, Revision.objects.count(), occurrences


@pytest.mark.once
def test_loading_again_changes_nothing() -> None:
    before = state()
    with rolled_back():
        load(TODAY, say=lambda name: None)
        assert state() == before


@pytest.mark.once
def test_a_page_that_an_editor_changed_stays_as_it_is() -> None:
    with rolled_back():
        event = bulgarian_events().get(title="Приказна сряда")
        event.lead = "Променено от редактор."
        event.save_revision(user=get_user_model().objects.get(username="redaktor")).publish()
        load(TODAY, say=lambda name: None)
        event.refresh_from_db()
        assert event.lead == "Променено от редактор."


LATER = MORNING + timedelta(days=40)


@pytest.fixture(scope="module")
def later(demo: Any, django_db_blocker: Any) -> Iterator[dict[str, int]]:
    """The demo loaded once more, on another day and twice as large: the numbers from before."""
    with django_db_blocker.unblock(), rolled_back(), time_machine.travel(LATER):
        numbers = {"events": bulgarian_events().count(), "libraries": Library.objects.count()}
        load(LATER.date(), scale=2, say=lambda name: None)
        yield numbers


def test_a_real_site_is_left_alone(settings: Any) -> None:
    settings.LIBRARY_DEMO = False

    with pytest.raises(CommandError, match="--force"):
        call_command("demo")


@pytest.mark.parametrize("arguments", [("--scale", "0"), ("--scale", "много"), ("--today", "2026-02-30")])
def test_a_wrong_argument_is_refused(arguments: tuple[str, str]) -> None:
    with pytest.raises(CommandError):
        call_command("demo", *arguments)


@pytest.mark.once
def test_a_larger_scale_has_as_many_times_the_events(later: dict[str, int]) -> None:
    assert bulgarian_events().count() == 2 * later["events"]
    assert Library.objects.count() == 2 * later["libraries"]


@pytest.mark.once
def test_the_demo_is_alive_on_another_day(later: dict[str, int]) -> None:
    rows = EventOccurrence.objects.in_language("bg").between(LATER.date(), LATER.date() + timedelta(days=1))
    assert [one for one in rows if one.event.title.startswith("Премиера")]

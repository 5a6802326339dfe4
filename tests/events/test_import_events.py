"""Importing calendars: drafts, updates instead of doubles, an editor's work kept, nothing half-saved."""

from datetime import date, time
from typing import Any

import pytest
from calendars import WEEKLY, calendar, vevent
from django.utils import timezone
from events_factories import EventCategoryFactory, published_event

from events.actions.import_events import Choices, ImportEvents, Outcome
from events.actions.import_plan import Plan, State
from events.formats.ical import write_calendar
from events.imports import read_calendar
from events.models import EventIndexPage, EventOccurrence, EventPage, ImportedEvent

pytestmark = pytest.mark.django_db

CLUB = vevent("club@example", WEEKLY, "DURATION:PT90M", "LOCATION:Зала 1", start="20261125T180000")
TALK = vevent("talk@example", "DTEND;TZID=Europe/Sofia:20261204T190000", start="20261204T173000")


def action(index: EventIndexPage, *parts: str, source: str = "club.ics", **choices: bool) -> ImportEvents:
    reading = read_calendar(calendar(*parts), timezone.localdate())
    return ImportEvents(index, source, reading, choices=Choices(**choices))


def run(index: EventIndexPage, *parts: str, **options: Any) -> Outcome:
    return action(index, *parts, **options).execute()


def plan(index: EventIndexPage, *parts: str, **options: Any) -> Plan:
    return action(index, *parts, **options).plan()


def states(planned: Plan) -> list[str]:
    return [row.state.value for row in planned.rows]


def test_imported_events_are_drafts_with_their_dates_and_words(programme: EventIndexPage) -> None:
    outcome = run(programme, CLUB, TALK)
    assert (outcome.made, outcome.updated) == (2, 0)
    club, talk = EventPage.objects.order_by("path")
    assert (club.live, club.recurrence, club.location) == (False, "FREQ=WEEKLY;BYDAY=WE", "Зала 1")
    assert (club.start_date, club.start_time, club.end_time) == (date(2026, 11, 25), time(18), time(19, 30))
    assert (talk.slug, talk.start_time, talk.end_time) == ("sreshta-s-avtor-2", time(17, 30), time(19))
    assert not EventOccurrence.objects.exists()


def test_the_same_calendar_imported_again_changes_nothing(programme: EventIndexPage) -> None:
    run(programme, CLUB, TALK)
    before = list(EventPage.objects.values_list("pk", "latest_revision_id"))
    outcome = run(programme, CLUB, TALK)
    assert states(outcome.plan) == ["same", "same"]
    assert (outcome.made, outcome.updated) == (0, 0)
    assert list(EventPage.objects.values_list("pk", "latest_revision_id")) == before


def test_a_changed_event_is_updated_and_not_doubled(programme: EventIndexPage) -> None:
    run(programme, CLUB)
    outcome = run(programme, CLUB.replace("Зала 1", "Зала 2"))
    assert states(outcome.plan) == ["changed"]
    assert EventPage.objects.get().get_latest_revision_as_object().location == "Зала 2"
    assert states(plan(programme, CLUB.replace("Зала 1", "Зала 2"))) == ["same"]


def test_a_plan_writes_nothing(programme: EventIndexPage) -> None:
    assert states(plan(programme, CLUB, TALK)) == ["new", "new"]
    assert not EventPage.objects.exists()
    assert not ImportedEvent.objects.exists()


def edit(event: EventPage, **values: Any) -> None:
    page = event.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision()


def test_what_an_editor_changed_after_the_import_is_not_overwritten(programme: EventIndexPage) -> None:
    run(programme, CLUB)
    event = EventPage.objects.get()
    edit(event, title="Клуб „Липа“")
    changed = CLUB.replace("Зала 1", "Зала 2")
    outcome = run(programme, changed)
    assert states(outcome.plan) == ["edited"]
    page = EventPage.objects.get().get_latest_revision_as_object()
    assert (page.title, page.location) == ("Клуб „Липа“", "Зала 1")
    assert run(programme, changed, overwrite=True).updated == 1
    page = EventPage.objects.get().get_latest_revision_as_object()
    assert (page.title, page.location) == ("Среща с автор", "Зала 2")


def test_opening_and_saving_a_page_without_a_change_does_not_count_as_editing(
    programme: EventIndexPage,
) -> None:
    long = "DESCRIPTION:" + "Първи абзац.\\nВтори абзац."
    run(programme, vevent("a", long, start="20261204T173000"))
    event = EventPage.objects.get()
    page = event.get_latest_revision_as_object()
    page.body = [("text", page.body[0].value.source.replace("<p>", '<p data-block-key="x1">'))]
    page.image_alt = "друго поле"
    page.save_revision()
    again = plan(programme, vevent("a", long, "LOCATION:Зала", start="20261204T173000"))
    assert states(again) == ["changed"]


def test_an_event_that_is_gone_is_listed_and_withdrawn_only_on_choice(programme: EventIndexPage) -> None:
    run(programme, CLUB, TALK, publish=True)
    assert EventPage.objects.live().count() == 2
    outcome = run(programme, CLUB)
    assert states(outcome.plan) == ["same", "gone"]
    assert EventPage.objects.live().count() == 2
    assert run(programme, CLUB, withdraw=True).withdrawn == 1
    assert EventPage.objects.live().count() == 1
    assert states(plan(programme, CLUB)) == ["same"]
    assert states(plan(programme, CLUB, TALK)) == ["same", "changed"]


def test_a_past_event_is_not_gone_when_the_source_forgets_it(
    programme: EventIndexPage,
) -> None:
    run(programme, CLUB, vevent("old@example", start="20261101T100000"))
    assert states(plan(programme, CLUB)) == ["same"]


def test_a_refused_event_is_not_gone(programme: EventIndexPage) -> None:
    run(programme, TALK)
    broken = TALK.replace("DTEND;TZID=Europe/Sofia:20261204", "DTEND;TZID=Europe/Sofia:20261203")
    assert states(plan(programme, broken)) == ["refused"]


def test_an_event_deleted_here_comes_back_only_on_choice(programme: EventIndexPage) -> None:
    run(programme, TALK)
    EventPage.objects.get().delete()
    assert states(run(programme, TALK).plan) == ["deleted"]
    assert not EventPage.objects.exists()
    assert run(programme, TALK, restore=True).made == 1
    assert states(plan(programme, TALK)) == ["same"]


def test_publishing_is_a_choice_and_gives_dates(programme: EventIndexPage) -> None:
    run(programme, TALK, publish=True)
    occurrence = EventOccurrence.objects.get()
    assert occurrence.event.live
    assert occurrence.slug == "2026-12-04"


def test_an_update_of_a_live_event_waits_as_a_draft(programme: EventIndexPage) -> None:
    run(programme, TALK, publish=True)
    run(programme, TALK.replace("173000", "180000"))
    event = EventPage.objects.get()
    assert (event.live, event.has_unpublished_changes, event.start_time) == (True, True, time(17, 30))


def test_the_same_event_from_another_source_is_refused_with_its_name(programme: EventIndexPage) -> None:
    run(programme, TALK)
    (row,) = plan(programme, TALK, source="other.ics").rows
    assert row.state is State.REFUSED
    assert row.remarks == ("Внесено е от друг източник: „club.ics“. Впишете него, за да се обнови.",)


def test_our_own_calendar_is_not_imported_back(programme: EventIndexPage) -> None:
    event = published_event(programme, title="Наше")
    text = write_calendar([event.publication.vevents], "Събития", "green", "bg")
    reading = read_calendar(text.encode(), timezone.localdate())
    (row,) = ImportEvents(programme, "ours.ics", reading).plan().rows
    assert (row.state, row.remarks) == (
        State.REFUSED,
        ("Събитието е от този сайт и вече е в програмата.",),
    )


def test_changed_dates_become_changes_and_reach_the_programme(programme: EventIndexPage) -> None:
    moved = vevent(
        "club@example",
        "RECURRENCE-ID;TZID=Europe/Sofia:20261209T180000",
        "DURATION:PT1H",
        "LOCATION:Двор",
        start="20261210T170000",
    )
    cancelled = vevent(
        "club@example",
        "RECURRENCE-ID;TZID=Europe/Sofia:20261216T180000",
        "STATUS:CANCELLED",
        title="",
        start="20261216T180000",
    )
    club = CLUB.replace(WEEKLY, f"{WEEKLY};UNTIL=20270101T000000Z\r\nEXDATE:20261202T160000Z")
    run(programme, club, moved, cancelled, publish=True)
    found = {row.slug: (row.status, row.place) for row in EventOccurrence.objects.order_by("start")}
    assert found == {
        "2026-11-25": ("planned", "Зала 1"),
        "2026-12-02": ("cancelled", "Зала 1"),
        "2026-12-09": ("moved", "Двор"),
        "2026-12-16": ("cancelled", "Зала 1"),
        "2026-12-23": ("planned", "Зала 1"),
        "2026-12-30": ("planned", "Зала 1"),
    }


def test_a_known_category_is_chosen_and_an_unknown_one_told(programme: EventIndexPage) -> None:
    category = EventCategoryFactory(name="Срещи")
    outcome = run(programme, vevent("a", "CATEGORIES:Непозната,срещи", start="20261204T173000"))
    assert EventPage.objects.get().category == category
    assert outcome.plan.rows[0].remarks == ("Няма такава категория: Непозната.",)


def test_what_the_form_of_events_refuses_is_refused_with_its_words(programme: EventIndexPage) -> None:
    daily = vevent("a", "DURATION:P3D", "RRULE:FREQ=DAILY;COUNT=5", start="20261204T173000")
    outcome = run(programme, daily, TALK)
    assert states(outcome.plan) == ["refused", "new"]
    assert "по-дълго от времето между две повторения" in outcome.plan.rows[0].remarks[0]


@pytest.mark.parametrize(("part", "written"), [(2, 0), (1, 1)])
def test_when_one_event_cannot_be_written_nothing_of_its_part_is_and_the_rest_can_follow(
    programme: EventIndexPage, monkeypatch: pytest.MonkeyPatch, part: int, written: int
) -> None:
    original = EventPage.save_revision
    saved = []

    def failing(page: EventPage, **values: Any) -> Any:
        saved.append(page)
        if len(saved) == 2:
            raise OSError("the disk is full")
        return original(page, **values)

    monkeypatch.setattr("events.actions.import_events.PART", part)
    with monkeypatch.context() as broken:
        broken.setattr(EventPage, "save_revision", failing)
        with pytest.raises(OSError, match="disk"):
            action(programme, CLUB, TALK).execute()
    assert EventPage.objects.count() == written
    assert ImportedEvent.objects.count() == written
    assert run(programme, CLUB, TALK).made == 2 - written
    assert EventPage.objects.count() == 2


def test_what_another_import_wrote_meanwhile_is_not_written_twice(
    programme: EventIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = action(programme, CLUB, TALK)
    planned = late.plan()
    run(programme, CLUB)
    monkeypatch.setattr(late, "plan", lambda: planned)
    assert late.execute().made == 1
    assert EventPage.objects.count() == 2


def test_single_dates_of_a_series_do_not_replace_the_series(programme: EventIndexPage) -> None:
    run(programme, CLUB)
    date_alone = vevent("club@example", "RECURRENCE-ID:20261202T180000", start="20261202T190000")
    (row,) = plan(programme, date_alone).rows
    assert (row.state.value, "цялата поредица" in row.remarks[0]) == ("refused", True)

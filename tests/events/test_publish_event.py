"""Publishing writes rows that keep their identity."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from events_factories import (
    EventIndexPageFactory,
    change,
    published_event,
    republish,
)
from wagtail.models import PageViewRestriction

from events.actions import PublishEvent, roll_occurrences
from events.models import EventOccurrence, EventPage, EventPublication
from pages import versions

pytestmark = pytest.mark.django_db

WEEKLY = {"recurrence": "FREQ=WEEKLY;BYDAY=WE;COUNT=6"}


def identities(event: EventPage) -> dict[str, tuple[int, Any]]:
    return {row.slug: (row.pk, row.uuid) for row in event.occurrences.all()}


def statuses(event: EventPage) -> dict[str, str]:
    return {row.slug: row.status for row in event.occurrences.all()}


def test_a_single_event_has_one_date_in_wall_clock_time(programme: Any) -> None:
    row = published_event(programme).occurrences.get()
    assert (row.slug, row.local_start, row.local_end) == (
        "2026-11-25",
        datetime(2026, 11, 25, 18, 0),
        datetime(2026, 11, 25, 19, 30),
    )


def test_a_weekly_event_keeps_its_hour_over_clock_changes_for_two_years(programme: Any) -> None:
    rows = list(published_event(programme, recurrence="FREQ=WEEKLY;BYDAY=WE").occurrences.all())
    assert {row.local_start.time() for row in rows} == {time(18, 0)}
    assert {row.start.utcoffset() for row in rows} == {timedelta(0)}
    assert 100 <= len(rows) <= 106
    assert rows[-1].first_day > date(2028, 11, 1)


def test_an_exhibition_is_one_span_with_its_opening_apart(programme: Any) -> None:
    event = published_event(
        programme,
        start_time=None,
        end_time=None,
        end_date=date(2026, 12, 20),
        opening_start=datetime.fromisoformat("2026-11-25T17:30+02:00"),
    )
    span, opening = event.occurrences.order_by("kind", "start").reverse()
    assert (span.all_day, span.first_day, span.last_day) == (True, date(2026, 11, 25), date(2026, 12, 20))
    assert (opening.kind, opening.slug) == ("opening", "2026-11-25-1730")
    assert span.end.isoformat() == "2026-12-20T22:00:00+00:00"


def test_an_event_past_midnight_ends_on_the_next_day(programme: Any) -> None:
    event = published_event(programme, end_date=date(2026, 11, 26), end_time=time(1, 0))
    assert event.occurrences.get().last_day == date(2026, 11, 26)


def test_an_event_without_an_end_says_so(programme: Any) -> None:
    row = published_event(programme, end_time=None).occurrences.get()
    assert (row.has_end, row.local_end) == (False, None)


@pytest.mark.parametrize(
    "values",
    [
        {"start_time": time(17, 0)},
        {"location": "Детски отдел"},
        {"recurrence": "FREQ=WEEKLY;BYDAY=WE;COUNT=12"},
        {"title": "Нов клуб"},
        {"status": "full"},
    ],
)
def test_dates_keep_their_identity_when_time_place_or_length_change(
    programme: Any, values: dict[str, Any]
) -> None:
    event = published_event(programme, **WEEKLY)
    before = identities(event)
    after = identities(republish(event, **values))
    assert before.items() <= after.items()


def test_a_changed_rule_removes_only_the_dates_that_went_away(programme: Any) -> None:
    event = published_event(programme, **WEEKLY)
    before = identities(event)
    after = identities(republish(event, recurrence="FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=3"))
    assert list(after) == ["2026-11-25", "2026-12-09", "2026-12-23"]
    assert after.items() <= before.items()


def test_publishing_again_changes_no_row(programme: Any) -> None:
    event = published_event(programme, change("cancelled", datetime(2026, 12, 2, 18)), **WEEKLY)
    before = list(EventOccurrence.objects.order_by("pk").values())
    republish(event)
    assert list(EventOccurrence.objects.order_by("pk").values()) == before


def test_single_dates_are_cancelled_moved_postponed_noted_and_added(programme: Any) -> None:
    event = published_event(
        programme,
        change("cancelled", datetime(2026, 11, 25, 18), reason="Лекторът е болен"),
        change("moved", datetime(2026, 12, 2, 18), new_start=datetime(2026, 12, 3, 17), location="Читалня"),
        change("postponed", datetime(2026, 12, 9, 18)),
        change("note", datetime(2026, 12, 16, 18), note="Носете тетрадка."),
        change("extra", new_start=datetime(2026, 12, 20, 11)),
        **WEEKLY,
    )
    rows = {row.slug: row for row in event.occurrences.all()}
    assert (rows["2026-11-25"].status, rows["2026-11-25"].status_reason) == ("cancelled", "Лекторът е болен")
    moved = rows["2026-12-02"]
    assert (moved.status, moved.place, moved.local_start) == (
        "moved",
        "Читалня",
        datetime(2026, 12, 3, 17),
    )
    assert moved.local_end == datetime(2026, 12, 3, 18, 30)
    assert moved.was == "сряда, 2 декември 2026\xa0г., 18:00"
    assert rows["2026-12-09"].status == "postponed"
    assert (rows["2026-12-16"].status, rows["2026-12-16"].note) == ("planned", "Носете тетрадка.")
    assert rows["2026-12-20"].local_start == datetime(2026, 12, 20, 11)


@pytest.mark.parametrize("start_time", [time(18, 0), None])
def test_a_date_that_is_added_to_a_day_of_the_rule_takes_place_once(
    programme: Any, start_time: time | None
) -> None:
    values = WEEKLY | {"start_time": start_time, "end_time": None}
    event = published_event(programme, **values)
    before = identities(event)
    extra = change("extra", new_start=datetime(2026, 12, 2, 18))
    assert identities(republish(event, extra)) == before
    assert identities(republish(event)) == before


def test_a_cancelled_date_stays_cancelled_when_the_hour_of_the_event_changes(programme: Any) -> None:
    event = published_event(programme, change("cancelled", datetime(2026, 12, 2, 18)), **WEEKLY)
    event = republish(event, start_time=time(17, 0))
    assert statuses(event)["2026-12-02"] == "cancelled"


def test_a_moved_date_stays_moved_when_the_rule_grows(programme: Any) -> None:
    moved = change("moved", datetime(2026, 12, 2, 18), new_start=datetime(2026, 12, 3, 17))
    event = published_event(programme, moved, **WEEKLY)
    before = identities(event)["2026-12-02"]
    event = republish(event, recurrence="FREQ=WEEKLY;BYDAY=MO,WE;COUNT=12")
    row = event.occurrences.get(slug="2026-12-02")
    assert ((row.pk, row.uuid), row.local_start) == (before, datetime(2026, 12, 3, 17))


def test_the_state_of_the_event_is_the_state_of_its_dates(programme: Any) -> None:
    event = published_event(programme, status="cancelled", status_reason="Грипна ваканция", **WEEKLY)
    assert set(statuses(event).values()) == {"cancelled"}
    event = republish(event, status="confirmed", status_reason="")
    assert set(statuses(event).values()) == {"confirmed"}


def test_a_draft_changes_nothing_public(programme: Any) -> None:
    event = published_event(programme, **WEEKLY)
    before = identities(event), versions.current("events"), EventPublication.objects.get().vevents
    event.start_date, event.recurrence = date(2027, 1, 4), ""
    event.full_clean()
    event.save_revision()
    event.save()
    event = EventPage.objects.get(pk=event.pk)
    assert (identities(event), versions.current("events"), event.publication.vevents) == before


def test_each_publish_is_one_change_for_subscribers(programme: Any) -> None:
    event = published_event(programme, **WEEKLY)
    event = republish(republish(event))
    publication = EventPublication.objects.get()
    assert publication.sequence == 2
    assert publication.vevents.count("UID:") >= 1


def test_withdrawing_hides_the_dates_and_keeps_their_identity(programme: Any) -> None:
    event = published_event(programme, **WEEKLY)
    before, version = identities(event), versions.current("events").number
    event.unpublish()
    assert not EventOccurrence.objects.public().exists()
    assert versions.current("events").number > version
    event = EventPage.objects.get(pk=event.pk)
    assert EventPublication.objects.get().withdrawn_at
    event = republish(event)
    assert identities(event) == before
    assert EventPublication.objects.get().withdrawn_at is None


def test_deleting_an_event_removes_its_dates_and_raises_the_version(programme: Any) -> None:
    event = published_event(programme, **WEEKLY)
    version = versions.current("events").number
    event.delete()
    assert not EventOccurrence.objects.exists()
    assert versions.current("events").number > version


def test_an_event_behind_a_restriction_is_not_public(programme: Any) -> None:
    event = published_event(programme, **WEEKLY)
    version = versions.current("events").number
    PageViewRestriction.objects.create(page=programme, restriction_type=PageViewRestriction.LOGIN)
    assert not EventOccurrence.objects.public().exists()
    assert versions.current("events").number > version
    PageViewRestriction.objects.all().delete()
    assert EventOccurrence.objects.public().count() == event.occurrences.count()


def test_renaming_the_programme_gives_subscribers_the_new_addresses(
    programme: Any, django_capture_on_commit_callbacks: Any
) -> None:
    event = published_event(programme)
    version = versions.current("events").number
    assert "/sabitia/" in EventPublication.objects.get().vevents
    with django_capture_on_commit_callbacks(execute=True):
        programme.slug = "afish"
        programme.save_revision().publish()
    assert versions.current("events").number > version
    publication = EventPublication.objects.get(event=event)
    assert ("/afish/" in publication.vevents, publication.sequence) == (True, 1)


def test_moving_an_event_gives_subscribers_the_new_address(programme: Any, home: Any) -> None:
    event = published_event(programme)
    other = EventIndexPageFactory(parent=home, title="Летни събития")
    event.move(other, pos="last-child")
    assert "/letni-sabitia/" in EventPublication.objects.get().vevents


def test_the_window_rolls_and_a_second_roll_does_nothing(programme: Any, monday: Any) -> None:
    event = published_event(programme, recurrence="FREQ=MONTHLY;BYDAY=-1WE")
    before, sequence = identities(event), EventPublication.objects.get().sequence
    monday.move_to("2027-06-01T08:00:00+00:00")
    assert roll_occurrences() == 1
    after = identities(event)
    assert before.items() <= after.items()
    assert len(after) == len(before) + 7
    assert EventPublication.objects.get().sequence == sequence
    version = versions.current("events").number
    assert roll_occurrences() == 0
    assert versions.current("events").number == version


def test_a_new_day_by_itself_raises_the_versions_once(programme: Any, monday: Any) -> None:
    published_event(programme)
    before = versions.current("events").number
    monday.move_to("2026-11-24T08:00:00+00:00")
    assert roll_occurrences() == 0
    assert versions.current("events").number == before + 1
    roll_occurrences()
    assert versions.current("events").number == before + 1


def test_dates_before_the_window_are_history_and_stay(programme: Any, monday: Any) -> None:
    event = published_event(programme, recurrence="FREQ=MONTHLY;BYDAY=-1WE")
    monday.move_to("2029-06-01T08:00:00+00:00")
    event = republish(event, recurrence="FREQ=MONTHLY;BYDAY=1WE")
    slugs = list(identities(event))
    assert {"2026-11-25", "2027-05-26"} <= set(slugs)
    assert "2028-11-29" not in slugs


def test_publishing_a_weekly_event_takes_as_many_queries_as_a_single_one(
    programme: Any, count_queries: Any
) -> None:
    event = published_event(programme, recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=40")
    event.start_time = time(17, 0)
    with count_queries(
        "open the transaction",
        "the changes of single dates",
        "the rows there are",
        "the rows that changed",
        "what has been published before",
        "the audiences",
        "the partners",
        "the files",
        "the further places",
        "the language of the texts",
        "the library, for the organiser and the place",
        "save the publication with its texts",
        "save the records of the rows",
        "raise the version of all events",
        "read it",
        "the last mark in the order of changes",
        "a new mark",
        "close the transaction",
    ):
        PublishEvent(event).execute()

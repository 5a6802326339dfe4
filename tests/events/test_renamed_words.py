"""A new name of a category, a department or a municipality reaches the calendars of subscribers."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from events_factories import AudienceFactory, DepartmentFactory, EventCategoryFactory, published_event
from pages_factories import ImageFactory, MunicipalityFactory, fill_contacts

from events import actions, tasks
from events.models import EventOccurrence, EventPublication, EventSeriesPage
from pages import versions

pytestmark = pytest.mark.django_db


def test_a_renamed_category_is_written_into_the_calendars_of_its_events(programme: Any) -> None:
    category = EventCategoryFactory(name="Клуб", slug="klub")
    event = published_event(programme, category=category)
    other = published_event(programme, category=EventCategoryFactory(name="Лекция"))
    before = versions.current("events").number
    category.name = "Клубове"
    category.save()
    told = EventPublication.objects.get(event=event)
    assert "CATEGORIES:Клубове" in told.vevents
    assert told.sequence == 1
    assert "SEQUENCE:1" in told.vevents
    assert EventPublication.objects.get(event=other).sequence == 0
    assert versions.current("events").number > before


def test_the_name_in_another_language_reaches_the_events_of_that_language(
    programme: Any, english_home: Any, locales: Any
) -> None:
    category = EventCategoryFactory(name="Клуб", slug="klub")
    english = EventCategoryFactory(name="Club", slug="klub", locale=locales.en)
    event = published_event(programme, category=category)
    programme.copy_for_translation(locales.en).save_revision().publish()
    translated = event.copy_for_translation(locales.en)
    translated.save_revision().publish()
    english.name = "Reading club"
    english.save()
    assert "CATEGORIES:Reading club" in EventPublication.objects.get(event=translated).vevents
    assert EventPublication.objects.get(event=event).sequence == 0


@pytest.mark.parametrize("factory", [EventCategoryFactory, DepartmentFactory, MunicipalityFactory])
def test_saving_a_word_without_a_new_name_is_no_news_to_subscribers(programme: Any, factory: Any) -> None:
    word = factory()
    field = {"EventCategory": "category"}.get(type(word).__name__, type(word).__name__.lower())
    published_event(programme, **{field: word})
    before = versions.current("events").number
    word.save()
    assert EventPublication.objects.get().sequence == 0
    assert versions.current("events").number == before + 1


def test_an_event_that_was_withdrawn_is_left_alone(programme: Any) -> None:
    category = EventCategoryFactory(name="Клуб")
    event = published_event(programme, category=category)
    event.unpublish()
    category.name = "Клубове"
    category.save()
    assert "CATEGORIES:Клуб\r\n" in EventPublication.objects.get().vevents


def test_renaming_twice_and_a_slug_that_is_gone_change_nothing(programme: Any) -> None:
    category = EventCategoryFactory(name="Клуб")
    published_event(programme, category=category)
    assert actions.rename_word("eventcategory", category.slug) == 0
    assert actions.rename_word("municipality", "no-such") == 0


def test_rolling_the_window_writes_the_texts_that_an_older_version_did_not_store(programme: Any) -> None:
    event = published_event(programme, title="Клуб")
    EventPublication.objects.update(record="", body_record="")
    event.occurrences.update(record="")
    assert not EventOccurrence.objects.told().exists()
    assert actions.roll_occurrences() == 1
    assert EventOccurrence.objects.told().count() == 1
    assert EventPublication.objects.get().sequence == 0
    assert actions.roll_occurrences() == 0


def test_a_renamed_audience_and_a_redrawn_picture_reach_the_records(programme: Any) -> None:
    audience, image = AudienceFactory(name="деца"), ImageFactory()
    published_event(programme, audiences=[audience], image=image, image_alt="Зала")
    audience.name = "ученици"
    audience.save()
    assert "ученици" in EventPublication.objects.get().record
    image.credit = "Иван Иванов"
    image.save()
    assert "Иван Иванов" in EventPublication.objects.get().record
    assert actions.redraw("pages.LibraryImage", 0) == 0


def test_the_name_of_the_library_and_its_address_reach_every_calendar(client: Any, programme: Any) -> None:
    published_event(programme, title="Клуб")
    fill_contacts(programme.get_site(), name="Библиотека", short_name="", email="a@library.example")
    first = client.get("/feeds/events.ics")
    assert "X-WR-CALNAME:Събития – Библиотека" in first.content.decode()
    contacts = fill_contacts(programme.get_site(), name="Читалня", short_name="", email="b@library.example")
    contacts.save()
    second = client.get("/feeds/events.ics", headers={"If-None-Match": first["ETag"]})
    assert second.status_code == 200
    assert "X-WR-CALNAME:Събития – Читалня" in second.content.decode()
    assert "mailto:b@library.example" in second.content.decode()


def test_a_series_that_is_renamed_hidden_or_deleted_is_told_by_its_meetings(
    client: Client, programme: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    series = programme.add_child(instance=EventSeriesPage(title="Клуб по четене"))
    event = published_event(programme, series=series)

    def told() -> str | None:
        found = client.get(f"/api/v1/events/{event.uid}/").json()["series"]
        return found and str(found["title"])

    assert told() == "Клуб по четене"
    series.title = "Клуб „Липа“"
    series.save_revision().publish()
    assert told() == "Клуб „Липа“"
    series.unpublish()
    assert told() is None
    series.save_revision().publish()
    assert told() == "Клуб „Липа“"
    # The task runs once the series is gone.
    queued: list[list[int]] = []
    monkeypatch.setattr(tasks, "tell_series", SimpleNamespace(enqueue=queued.append))
    series.delete()
    actions.tell_series(*queued)
    assert told() is None

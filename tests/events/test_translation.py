"""An event in English: its own page and dates, the same identity for subscribers."""

from datetime import date, datetime, time
from typing import Any

import pytest
from django.test import TestCase
from events_factories import (
    AudienceFactory,
    EventCategoryFactory,
    change,
    library_hours,
    published_event,
    republish,
)
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from events.models import EventOccurrence, EventPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def english(programme: Any, english_home: Any, locales: Any) -> EventPage:
    """A weekly event, submitted for translation and published in English with its title translated."""
    library_hours()
    category = EventCategoryFactory(name="Клуб", slug="klub")
    EventCategoryFactory(
        name="Club", slug="klub", locale=locales.en, translation_key=category.translation_key
    )
    adults = AudienceFactory(name="за възрастни", slug="vazrastni")
    AudienceFactory(
        name="for adults", slug="vazrastni", locale=locales.en, translation_key=adults.translation_key
    )
    event = published_event(
        programme,
        change("cancelled", datetime(2026, 12, 2, 18), reason="Лекторът е болен"),
        title="Клуб по четене",
        recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=6",
        category=category,
        audiences=[adults],
    )
    programme.copy_for_translation(locales.en).save_revision().publish()
    translate(event, locales.en)
    return EventPage.objects.get(locale=locales.en)


def translate(event: EventPage, locale: Any) -> None:
    """Send a page to English and publish it there with a translated title."""
    source, _ = TranslationSource.update_or_create_from_instance(event)
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=locale)
    for segment in source.stringsegment_set.select_related("string", "context"):
        if segment.context.path == "title":
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=locale,
                context=segment.context,
                defaults={"data": "Reading club"},
            )
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)


def test_a_translation_has_the_same_uid_and_dates_of_its_own(english: EventPage) -> None:
    source = EventPage.objects.exclude(pk=english.pk).get()
    assert english.uid == source.uid
    assert [row.slug for row in english.occurrences.all()] == [row.slug for row in source.occurrences.all()]
    assert not set(english.occurrences.values_list("pk")) & set(source.occurrences.values_list("pk"))
    assert english.occurrences.get(slug="2026-12-02").status == "cancelled"


def test_a_new_hour_reaches_the_translation_when_it_is_synchronised(english: EventPage, locales: Any) -> None:
    source = EventPage.objects.exclude(pk=english.pk).get()
    before = set(english.occurrences.values_list("pk", "uuid"))
    source = republish(source, start_time=time(17, 0), category=None)
    translate(source, locales.en)
    english = EventPage.objects.get(pk=english.pk)
    assert {row.local_start.time() for row in english.occurrences.all()} == {time(17, 0)}
    assert set(english.occurrences.values_list("pk", "uuid")) == before
    assert english.category is None


def test_each_language_has_its_own_programme(client: Any, english: EventPage) -> None:
    assert EventOccurrence.objects.public().in_language("en").count() == 6
    page = client.get(english.get_parent().url).content.decode()
    assert "Reading club" in page
    assert "for adults" in page
    assert "възрастни" not in page
    assert "Клуб по четене" not in page
    assert "Reading club" not in client.get("/sabitia/").content.decode()


def test_the_english_page_says_rule_category_and_dates_in_english(client: Any, english: EventPage) -> None:
    assert english.url.startswith("/en/")
    page = client.get(english.url).content.decode()
    assert "Every Wednesday" in page
    assert "Wednesday, 25 November 2026, 18:00–19:30" in page
    assert ">Club<" in page


def test_a_filter_finds_english_events_by_the_same_word(client: Any, english: EventPage) -> None:
    url = english.get_parent().url
    assert "Reading club" in client.get(f"{url}?category=klub").content.decode()


def test_no_event_is_only_in_the_other_language_by_mistake(english: EventPage) -> None:
    keys = Page.objects.type(EventPage).values_list("translation_key", flat=True)
    assert len(set(keys)) == 1
    assert english.start_date == date(2026, 11, 25)

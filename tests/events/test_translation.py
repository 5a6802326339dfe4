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
from pages_factories import ImageFactory
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from events.models import EventOccurrence, EventPage, EventSeriesPage, PhotoReportPage, ReportPhoto

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


def series_of(english: EventPage, programme: Any) -> EventSeriesPage:
    """Put both languages of the event into a Bulgarian series, as publishing does."""
    series: EventSeriesPage = programme.add_child(instance=EventSeriesPage(title="Поредица за четящи"))
    EventPage.objects.update(series=series)
    return series


@pytest.mark.parametrize("date_of_it", ["", "2026-11-25/"])
def test_a_series_that_is_not_translated_is_named_in_its_own_language_and_marked_so(
    client: Any, english: EventPage, programme: Any, date_of_it: str
) -> None:
    series = series_of(english, programme)
    page = client.get(f"{english.url}{date_of_it}").content.decode()
    assert f'href="{series.url}" rel="noopener" lang="bg" hreflang="bg">Поредица за четящи</a>' in page
    series.unpublish()
    assert "Поредица за четящи" not in client.get(f"{english.url}{date_of_it}").content.decode()


def test_a_translated_series_is_named_in_the_language_of_the_page(
    client: Any, english: EventPage, programme: Any, locales: Any
) -> None:
    translated = series_of(english, programme).copy_for_translation(locales.en)
    translated.title = "Readers' series"
    translated.save_revision().publish()
    page = client.get(english.url).content.decode()
    assert f'href="{translated.url}" rel="noopener">Readers&#x27; series</a>' in page
    assert "Поредица за четящи" not in page


def test_other_meetings_of_an_untranslated_series_stand_under_its_name(
    client: Any, english: EventPage, programme: Any, locales: Any
) -> None:
    other = published_event(programme, title="Клуб за млади", start_date=date(2026, 12, 3))
    other.copy_for_translation(locales.en).save_revision().publish()
    series = series_of(english, programme)
    page = client.get(english.url).content.decode()
    assert "More in this category" not in page
    assert f'<a href="{series.url}" lang="bg" hreflang="bg">Поредица за четящи</a></div>' in page


def test_pictures_without_a_translation_are_shown_on_the_english_page_and_their_words_marked(
    client: Any, english: EventPage, programme: Any
) -> None:
    source = EventPage.objects.exclude(pk=english.pk).get()
    photo = ReportPhoto(image=ImageFactory(), alt_text="Пълна зала")
    report = PhotoReportPage(
        title="Снимки от клуба", text="Четохме.", taken_on=date(2026, 11, 20), photos=[photo], live=False
    )
    source.add_child(instance=report)
    assert "Пълна зала" not in client.get(english.url).content.decode()
    report.save_revision().publish()
    page = client.get(english.url).content.decode()
    for told in (
        '<div class="prose" lang="bg"><p>Четохме.</p></div>',
        '<ul class="gallery" role="list" lang="bg">',
        f'<a href="{report.url}" lang="bg" hreflang="bg">Снимки от клуба</a>',
        'alt="Пълна зала"',
    ):
        assert told in page
    assert 'lang="bg"' not in client.get(source.url).content.decode().partition("<main")[2]
    assert "Снимки от клуба" not in client.get(f"{english.get_parent().url}snimki/").content.decode()


def test_pictures_of_the_translation_itself_come_first(client: Any, english: EventPage) -> None:
    source = EventPage.objects.exclude(pk=english.pk).get()
    for event, title in ((source, "Снимки от клуба"), (english, "Pictures of the club")):
        photo = ReportPhoto(image=ImageFactory(), alt_text="Hall")
        report = PhotoReportPage(title=title, taken_on=date(2026, 11, 20), photos=[photo])
        event.refresh_from_db()
        event.add_child(instance=report)
    page = client.get(english.url).content.decode()
    assert "Pictures of the club" in page
    assert "Снимки от клуба" not in page

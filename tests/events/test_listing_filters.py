"""Narrowing the programme: words, filters in use, the calendar of a filter, what search engines see."""

import html
import re
from datetime import date
from typing import Any

import pytest
from events_factories import published_event

from events.models import EventOccurrence

pytestmark = pytest.mark.django_db


def body_of(client: Any, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return html.unescape(response.content.decode())


def titles(body: str) -> set[str]:
    return set(re.findall(r'class="event__title"><a href="[^"]*">([^<]*)</a>', body))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("клубове", {"Клуб по четене"}),
        ("РАЗКАЗИТЕ нов", {"Клуб по четене"}),
        ("зала", {"Клуб по четене", "Среща с автор"}),
        ("автор клуб", set()),
        ("avtor", {"Среща с автор"}),
        ("„автор“ -- %", {"Среща с автор"}),
        ("!!!", set()),
        ("nyama\x00takova", set()),
    ],
)
def test_words_find_events_by_title_lead_and_place_in_any_form(
    client: Any, library: Any, words: str, found: set[str]
) -> None:
    response = client.get(library.programme.url, {"q": words})
    assert response.status_code == 200
    assert titles(html.unescape(response.content.decode())) == found


def test_words_and_filters_narrow_together(client: Any, library: Any) -> None:
    body = body_of(client, f"{library.programme.url}?q=зала&audience=vazrastni")
    assert titles(body) == {"Клуб по четене"}


def test_a_very_long_search_is_cut_at_two_hundred_characters(client: Any, library: Any) -> None:
    body = body_of(client, f"{library.programme.url}?q={'автор ' * 2000}")
    assert max(len(value) for value in re.findall(r'name="q" value="([^"]*)"', body)) <= 200
    assert titles(body) == {"Среща с автор"}


@pytest.mark.parametrize("more", [0, 10])
def test_search_asks_two_queries_more_whatever_it_finds(library: Any, count_queries: Any, more: int) -> None:
    for number in range(more):
        published_event(library.programme, title=f"Клуб номер {number}")
    with count_queries("the version of the words known to search", "the events that hold the words"):
        occurrences = EventOccurrence.objects.public().matching("клуб")
    with count_queries("their dates"):
        assert len({row.event_id for row in occurrences}) == 1 + more


def test_each_filter_in_use_can_be_taken_away_alone(client: Any, library: Any) -> None:
    url = library.programme.url
    body = body_of(client, f"{url}?q=зала&category=klub&from=2026-11-24")
    removed = re.findall(r'<a href="([^"]*)" rel="nofollow">махнете', body)
    assert removed == [
        f"{url}?category=klub&from=2026-11-24",
        f"{url}?q=%D0%B7%D0%B0%D0%BB%D0%B0&from=2026-11-24",
        f"{url}?q=%D0%B7%D0%B0%D0%BB%D0%B0&category=klub",
    ]
    assert "филтъра „Категория: Клуб“" in body
    assert "24 ноември 2026 г." in body.replace("\xa0", " ")
    assert 'rel="nofollow">махнете' not in body_of(client, url)


@pytest.mark.parametrize(
    ("query", "feed"),
    [
        ("", "/feeds/events.ics"),
        ("category=klub&audience=vazrastni", "/feeds/events.ics?category=klub&audience=vazrastni"),
        (
            "q=зала&department=izkustvo",
            "/feeds/events.ics?q=%D0%B7%D0%B0%D0%BB%D0%B0&department=izkustvo",
        ),
        ("category=nyama-takava", "/feeds/events.ics"),
    ],
)
def test_the_calendar_to_subscribe_to_holds_what_the_filters_choose(
    client: Any, library: Any, query: str, feed: str
) -> None:
    status = 404 if "nyama" in query else 200
    body = body_of(client, f"{library.programme.url}?{query}", status)
    assert f'<a href="{feed}">' in body
    assert client.get(feed).status_code == 200


@pytest.mark.parametrize("query", ["category=klub", "q=клуб", "from=2026-12-01", "page=2", "q=няма"])
def test_narrowed_deep_and_empty_pages_are_not_for_search_engines(
    client: Any, library: Any, query: str
) -> None:
    body = body_of(client, f"{library.programme.url}?{query}")
    assert 'name="robots" content="noindex"' in body
    assert 'rel="canonical"' not in body


def test_the_programme_itself_is_for_search_engines_under_one_address(client: Any, library: Any) -> None:
    body = body_of(client, f"{library.programme.url}?utm_source=pismo")
    assert f'<link rel="canonical" href="http://localhost{library.programme.url}">' in body
    assert "noindex" not in body


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("клубове", {"Клуб на приятелите"}),
        ("ПИСАТЕЛЯТ", {"Вечер с писател"}),
        ("klub", {"Клуб на приятелите"}),
        ("зала", {"Клуб на приятелите", "Вечер с писател"}),
        ("автор", set()),
        ("!!!", set()),
    ],
)
def test_words_find_past_events_in_the_archive_of_their_year(
    client: Any, library: Any, words: str, found: set[str]
) -> None:
    for title in ("Клуб на приятелите", "Вечер с писател"):
        published_event(library.programme, title=title, location="Зала 2", start_date=date(2026, 10, 7))
    published_event(library.programme, title="Клуб отпреди", location="Зала", start_date=date(2025, 10, 7))
    response = client.get(f"{library.programme.url}arhiv/2026/", {"q": words})
    assert response.status_code == 200
    body = html.unescape(response.content.decode())
    assert set(re.findall(r'</time> <a href="[^"]*">([^<]*)</a>', body)) == found
    assert ("noindex" in body, f'name="q" value="{words}"' in body) == (True, True)


def test_words_stay_when_the_reader_goes_to_another_year_or_takes_them_away(
    client: Any, library: Any
) -> None:
    for year in (2025, 2026):
        published_event(library.programme, title="Клуб", start_date=date(year, 10, 7))
    body = body_of(client, f"{library.programme.url}arhiv/2026/?q=клуб&category=klub")
    assert f'href="{library.programme.url}arhiv/2026/?category=klub"' in body
    assert 'arhiv/2025/?q=%D0%BA%D0%BB%D1%83%D0%B1&category=klub"' in body


@pytest.mark.parametrize("url", ["/feeds/events.ics", "/feeds/events.json", "/feeds/events.atom"])
def test_words_narrow_a_feed_as_they_narrow_the_programme(client: Any, library: Any, url: str) -> None:
    body = client.get(url, {"q": "клубове"}).content.decode()
    assert ("Клуб по четене" in body, "Среща с автор" in body) == (True, False)

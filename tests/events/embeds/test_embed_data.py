"""What the elements are told: coming dates, hours and closed days, ready in words."""

import json
import re
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from events_factories import change, opening_exception, published_event, republish

from events.embeds.scripts import NAMES, current
from events.models import EventPage
from pages.early import middleware as early

pytestmark = pytest.mark.django_db


def read(client: Client, kind: str, **query: Any) -> Any:
    response = client.get(f"/embed/v1/{kind}.json", query)
    assert response.status_code == 200, response.content
    return response.json()


def test_the_coming_dates_come_in_order_and_in_words(client: Client, library: Any) -> None:
    first, second, *_rest = read(client, "events")["items"]
    assert [first["title"], second["title"]] == ["Среща с автор", "Клуб по четене"]
    assert second["when"] == "сряда, 25 ноември 2026\u00a0г., 18:00–19:30"
    assert (second["day"], second["month"]) == ("25", "ноември")
    assert second["meta"] == "Конферентна зала · за възрастни · вход свободен"
    assert second["url"].startswith("http://")
    assert client.get(second["url"]).status_code == 200


def test_a_cancelled_date_stays_and_says_why(client: Client, library: Any) -> None:
    row = next(row for row in read(client, "events")["items"] if row["start"].startswith("2026-12-02"))
    assert (row["state"], row["note"]) == ("cancelled", "Отменено – Лекторът е болен")


def test_an_exhibition_that_is_on_stands_apart_with_its_last_day(client: Client, library: Any) -> None:
    shown = read(client, "events")
    assert [(row["before"], row["day"], row["title"]) for row in shown["running"]] == [
        ("до", "12", "Улиците на правия град")
    ]
    assert "Улиците на правия град" not in [row["title"] for row in shown["items"]]


def test_an_exhibition_to_come_is_a_coming_date(client: Client, library: Any) -> None:
    dates = {"start_date": date(2026, 11, 24), "end_date": date(2026, 12, 1)}
    published_event(library.programme, title="Икони", start_time=None, end_time=None, **dates)
    assert "Икони" in [row["title"] for row in read(client, "events")["items"]]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({"municipality": "chirpan"}, {"Среща с автор"}),
        ({"category": "klub", "audience": "vazrastni"}, {"Клуб по четене"}),
        ({"department": "izkustvo"}, set()),
    ],
)
def test_filters_narrow_as_in_the_feeds(client: Client, library: Any, query: Any, titles: set[str]) -> None:
    assert {row["title"] for row in read(client, "events", **query)["items"]} == titles


def test_more_rows_come_than_are_shown_so_that_the_list_stays_full(client: Client, library: Any) -> None:
    shown = read(client, "events", limit=2)
    assert (shown["limit"], len(shown["items"])) == (2, 12)


@pytest.mark.parametrize(
    ("kind", "query", "field"),
    [
        ("events", {"municipality": "atlantida"}, "municipality"),
        ("events", {"limit": "21"}, "limit"),
        ("events", {"limit": "many"}, "limit"),
        ("events", {"where": "here"}, "where"),
        ("events", {"v": "<script>"}, "v"),
        ("hours", {"department": "atlantida"}, "department"),
        ("closed-days", {"department": ["a", "b"]}, "department"),
        ("closed-days", {"lang": "de"}, "lang"),
    ],
)
def test_what_is_not_understood_is_refused_by_name(
    client: Client, library: Any, kind: str, query: Any, field: str
) -> None:
    response = client.get(f"/embed/v1/{kind}.json", query)
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
    assert [error["field"] for error in response.json()["errors"]] == [field]


@pytest.mark.parametrize("kind", ["events", "hours", "closed-days"])
def test_every_origin_may_read_and_ask_again_without_a_cookie(
    client: Client, library: Any, kind: str
) -> None:
    response = client.get(f"/embed/v1/{kind}.json")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies
    again = client.get(f"/embed/v1/{kind}.json", headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_an_edit_a_closure_and_a_withdrawal_each_give_other_bytes(client: Client, library: Any) -> None:
    seen = [client.get("/embed/v1/events.json")["ETag"]]
    republish(library.club, change("moved", datetime(2026, 11, 25, 18), new_start=datetime(2026, 11, 26, 18)))
    seen.append(client.get("/embed/v1/events.json")["ETag"])
    EventPage.objects.get(pk=library.meeting.pk).unpublish()
    seen.append(client.get("/embed/v1/events.json")["ETag"])
    hours = client.get("/embed/v1/hours.json")["ETag"]
    opening_exception(date(2026, 11, 24), reason="Учение")
    assert client.get("/embed/v1/hours.json")["ETag"] != hours
    assert len(set(seen)) == 3


def test_within_a_day_the_bytes_do_not_depend_on_the_minute(
    client: Client, library: Any, monday: Any
) -> None:
    morning = [client.get(f"/embed/v1/{kind}.json").content for kind in ("events", "hours", "closed-days")]
    monday.move_to("2026-11-23T20:00:00+00:00")
    evening = [client.get(f"/embed/v1/{kind}.json").content for kind in ("events", "hours", "closed-days")]
    assert morning == evening
    monday.move_to("2026-11-23T22:30:00+00:00")
    assert "Среща с автор" not in client.get("/embed/v1/events.json").content.decode()


def test_hours_tell_two_weeks_the_usual_week_and_why_a_day_is_closed(client: Client, library: Any) -> None:
    shown = read(client, "hours")
    assert len(shown["rows"]) == 14
    assert [day["date"] for day in shown["days"]][:14] == [row["date"] for row in shown["rows"]]
    assert shown["usual"] == [["понеделник – петък", "8:30–18:30"], ["събота", "8:30–14:30"]]
    thursday = next(row for row in shown["rows"] if row["date"] == "2026-11-26")
    assert (thursday["state"], thursday["text"]) == ("closed", "затворено")
    assert "неработен ден с читатели" in thursday["note"]
    assert {day["date"]: day["open"] for day in shown["days"]}["2026-11-26"] == []


def test_hours_of_a_department_are_its_own(client: Client, library: Any) -> None:
    shown = read(client, "hours", department="izkustvo")
    assert (shown["name"], shown["rows"][0]["text"]) == ("Изкуство", "8:30–17:00")
    assert shown["words"]["name"] == "Работно време: Изкуство"


def test_closed_days_in_a_row_are_one_line(client: Client, library: Any) -> None:
    for day in (date(2026, 12, 7), date(2026, 12, 8)):
        opening_exception(day, reason="Ремонт")
    rows = read(client, "closed-days")["items"]
    assert [row["when"] for row in rows[:2]] == [
        "четвъртък, 26 ноември 2026\u00a0г.",
        "7–8 декември 2026\u00a0г.",
    ]
    assert rows[1]["reason"] == "Ремонт"


def test_english_words_for_english_readers(client: Client, library: Any) -> None:
    assert read(client, "hours", lang="en")["words"]["open"] == "Open until {time}"
    assert read(client, "closed-days", lang="en")["items"][0]["when"] == "Thursday, 26 November 2026"


def test_each_query_has_a_reason(
    client: Client, library: Any, count_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nothing is answered from memory here.
    monkeypatch.setattr(early, "key_of", lambda request: None)
    etag = client.get("/embed/v1/events.json")["ETag"]
    with count_queries(
        "the version",
        "coming dates with their events in one join",
        "their audiences",
        "their further places",
        "exhibitions that are on",
        "the audiences of these",
        "the further places of these",
        "where the programme stands",
        "the site of this host, for the addresses of pages",
    ):
        client.get("/embed/v1/events.json")
    with count_queries("the version"):
        client.get("/embed/v1/events.json", headers={"If-None-Match": etag})


def test_no_word_of_a_script_is_missing(client: Client, library: Any) -> None:
    # A calendar there is for two of them; the last two are said on the site's own pages only.
    assert "subscribe" in read(client, "events")["words"]
    for name in NAMES:
        asked = set(re.findall(r"words\.(\w+)", current(name).body)) - {"replace", "subscribe", "at", "left"}
        assert asked <= set(read(client, name)["words"]), name


def test_the_answer_is_json_of_a_few_kilobytes(client: Client, library: Any) -> None:
    response = client.get("/embed/v1/events.json", {"limit": 20})
    assert response["Content-Type"] == "application/json"
    assert len(json.dumps(response.json(), ensure_ascii=False).encode()) < 20_000

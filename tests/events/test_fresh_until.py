"""No cache keeps a page past the moment at which its words about now cease to be true."""

import re
from typing import Any

import pytest
from django.http import HttpRequest
from django.utils import timezone

from pages.freshness import cache_control, shortened, true_until

USUAL = "public, max-age=60, s-maxage=300, stale-while-revalidate=600"


def times(response: Any) -> list[int]:
    return [int(seconds) for seconds in re.findall(r"=(\d+)", response["Cache-Control"])]


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (10_000, [60, 300, 600]),
        (900, [60, 300, 600]),
        (600, [60, 300, 300]),
        (120, [60, 120, 0]),
        (45, [45, 45, 0]),
        (0, [0, 0, 0]),
        (-5, [0, 0, 0]),
    ],
)
def test_what_is_kept_and_served_stale_ends_in_time(left: int, told: list[int]) -> None:
    assert [int(seconds) for seconds in re.findall(r"=(\d+)", shortened(USUAL, left))] == told
    assert shortened(USUAL, left).startswith("public, max-age=")


def test_the_earliest_end_counts() -> None:
    request = HttpRequest()
    now = timezone.now()
    assert cache_control(request, USUAL) == USUAL
    for minutes in (30, 1, 20):
        true_until(request, now + timezone.timedelta(minutes=minutes))
    assert "s-maxage=59" in cache_control(request, USUAL) or "s-maxage=60" in cache_control(request, USUAL)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("now", "path", "told"),
    [
        ("2026-11-23T08:00:00+00:00", "/", [60, 300, 600]),
        ("2026-11-23T06:29:10+00:00", "/", [50, 50, 0]),
        ("2026-11-23T15:28:00+00:00", "/", [60, 120, 0]),
        ("2026-11-23T16:29:30+00:00", "/sabitia/", [30, 30, 0]),
        ("2026-11-23T21:58:00+00:00", "/nerabotni-dni/", [60, 120, 0]),
        ("2026-11-23T14:59:40+00:00", "/otdeli-i-uslugi/izkustvo/", [20, 20, 0]),
        ("2026-11-23T14:59:40+00:00", "/otdeli-i-uslugi/", [20, 20, 0]),
        ("2026-11-23T14:59:40+00:00", "/api/v1/hours/?department=izkustvo", [20, 20, 0]),
        ("2026-11-23T14:59:40+00:00", "/api/v1/hours/", [60, 60, 600]),
    ],
    ids=[
        "in the middle of the day",
        "before opening",
        "before the last hour",
        "before closing, on a page of events",
        "before midnight",
        "before a department closes",
        "before one of the departments closes",
        "the API, before a department closes",
        "the API of the library at that time",
    ],
)
def test_a_cache_lets_go_at_the_next_change(
    client: Any, library: Any, monday: Any, now: str, path: str, told: list[int]
) -> None:
    monday.move_to(now)
    assert times(client.get(path)) == told


@pytest.mark.django_db
def test_the_state_in_the_api_is_never_confirmed_past_its_change(
    client: Any, library: Any, monday: Any
) -> None:
    monday.move_to("2026-11-23T16:29:00+00:00")
    before = client.get("/api/v1/hours/")
    assert before.json()["state"]["text"] == "отворено до 18:30"
    same = {"If-None-Match": before["ETag"]}
    assert client.get("/api/v1/hours/", headers=same).status_code == 304
    monday.move_to("2026-11-23T16:30:00+00:00")
    after = client.get("/api/v1/hours/", headers=same)
    assert (after.status_code, after.json()["state"]["open"]) == (200, False)

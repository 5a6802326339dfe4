"""How often one caller may ask, who the caller is, and what a key changes."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from pages.api.problems import Problem
from pages.early import middleware as early
from pages.models import PartnerKey, RateCount
from pages.partners.limits import callers, limiter
from pages.partners.limits.callers import caller_of
from pages.partners.limits.limiter import Limiter, _in_redis, shared_count
from pages.visitors.address import client_address

pytestmark = pytest.mark.django_db

ADDRESS = "/api/v1/municipalities/"


@pytest.fixture(autouse=True)
def _limits(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.LIBRARY_REQUESTS_PER_MINUTE = 20
    callers.forget_keys()
    monkeypatch.setattr(limiter, "limiter", Limiter())
    # What is answered from memory is not counted; here nothing is.
    monkeypatch.setattr(early, "key_of", lambda request: None)


def key(**values: Any) -> str:
    partner = PartnerKey(**{"name": "Община Чирпан", "per_minute": 40, **values})
    issued = partner.issue()
    partner.save()
    return issued


def asked(client: Client, times: int, **headers: str) -> list[int]:
    return [client.get(ADDRESS, headers=headers).status_code for _time in range(times)]


def test_who_asks_too_often_is_told_when_to_come_back(client: Client) -> None:
    with time_machine.travel("2026-11-23T08:00:15+00:00", tick=False):
        assert asked(client, 20) == [200] * 20
        response = client.get(ADDRESS)
    assert (response.status_code, response["Content-Type"]) == (429, "application/problem+json")
    assert response["Retry-After"] == "45"
    assert response.json()["detail"] == "Твърде много заявки: до 20 в минута. Опитайте пак след 45 секунди."
    assert response["Access-Control-Allow-Origin"] == "*"


def test_the_next_minute_begins_anew(client: Client) -> None:
    with time_machine.travel("2026-11-23T08:00:15+00:00", tick=False) as clock:
        asked(client, 21)
        clock.shift(60)
        assert asked(client, 1) == [200]


@pytest.mark.parametrize("address", ["/feeds/closed-days.ics", "/embed/v1/hours.js"])
def test_feeds_and_embeds_are_limited_too(client: Client, site: Any, address: str) -> None:
    with time_machine.travel("2026-11-23T08:00:15+00:00", tick=False):
        assert 429 in [client.get(address).status_code for _time in range(21)]


def test_every_address_has_a_limit_of_its_own(client: Client) -> None:
    with time_machine.travel("2026-11-23T08:00:15+00:00", tick=False):
        asked(client, 21)
        assert client.get(ADDRESS, REMOTE_ADDR="203.0.113.9").status_code == 200


def test_several_processes_count_together(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with time_machine.travel("2026-11-23T08:00:15+00:00", tick=False):
        assert asked(client, 18) == [200] * 18
        monkeypatch.setattr(limiter, "limiter", Limiter())
        assert asked(client, 4) == [200, 200, 200, 429] or asked(client, 1) == [429]


def test_an_ordinary_reader_costs_no_query(settings: Any, count_queries: Any, rf: RequestFactory) -> None:
    settings.LIBRARY_REQUESTS_PER_MINUTE = 600
    with count_queries():
        for _time in range(59):
            limiter.refuse_flood(rf.get(ADDRESS))
    with count_queries("no row yet", "make one", "count", "forget the minutes before", "how many there are"):
        limiter.refuse_flood(rf.get(ADDRESS))


def test_old_minutes_are_forgotten(client: Client) -> None:
    RateCount.objects.create(key="x", number=5, resets_at=timezone.now() - timedelta(seconds=1))
    asked(client, 20)
    assert not RateCount.objects.filter(key="x").exists()


def test_a_key_raises_the_limit_and_names_the_caller(client: Client, rf: RequestFactory) -> None:
    issued = key()
    with time_machine.travel("2026-11-23T08:00:15+00:00", tick=False):
        assert asked(client, 41, **{"X-Api-Key": issued}) == [200] * 40 + [429]
    request = rf.get(ADDRESS, headers={"X-Api-Key": issued})
    assert caller_of(request).partner == "Община Чирпан"


@pytest.mark.parametrize("wrong", ["nonsense", "x" * 5000, "ключ"])
def test_an_unknown_key_is_refused_in_words(client: Client, wrong: str) -> None:
    response = client.get(ADDRESS, headers={"X-Api-Key": wrong})
    assert (response.status_code, response.json()["code"]) == (401, "unknown-key")


def test_a_withdrawn_key_is_refused(client: Client) -> None:
    issued = key()
    assert asked(client, 1, **{"X-Api-Key": issued}) == [200]
    PartnerKey.objects.update(is_active=False)
    callers.forget_keys()
    assert asked(client, 1, **{"X-Api-Key": issued}) == [401]


def test_only_a_digest_of_a_key_is_kept(client: Client) -> None:
    issued = key()
    stored = " ".join(str(value) for value in PartnerKey.objects.values_list()[0])
    assert issued not in stored
    assert issued.startswith(PartnerKey.objects.get().prefix)


def test_a_key_is_shown_once_in_the_admin(client: Client) -> None:
    client.force_login(User.objects.create_superuser("admin", password="lipa"))
    form = {"name": "Чирпан", "per_minute": "100", "is_active": "on"}
    page = client.post(reverse("partner_keys:add"), form, follow=True).content.decode()
    shown = page.partition("Ключът на „Чирпан“ е ")[2].partition(". Запишете")[0]
    assert len(shown) == 32
    assert asked(Client(), 1, **{"X-Api-Key": shown}) == [200]
    assert shown not in client.get(reverse("partner_keys:index")).content.decode()


CHAINS = [
    # The address of the connection, what X-Forwarded-For says, who it is.
    ("203.0.113.5", "", "203.0.113.5"),
    ("203.0.113.5", "198.51.100.1", "203.0.113.5"),
    ("10.0.0.2", "198.51.100.1", "198.51.100.1"),
    ("10.0.0.2", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
    ("10.0.0.2", "198.51.100.1, 10.0.0.3", "198.51.100.1"),
    ("", "198.51.100.1", "198.51.100.1"),
    ("10.0.0.2", "nonsense", "nonsense"),
]


@pytest.mark.parametrize(("connection", "forwarded", "who"), CHAINS)
def test_only_proxies_of_ours_are_believed(
    rf: RequestFactory, settings: Any, connection: str, forwarded: str, who: str
) -> None:
    settings.LIBRARY_TRUSTED_PROXIES = ["10.0.0.0/8"]
    request = rf.get("/", REMOTE_ADDR=connection, HTTP_X_FORWARDED_FOR=forwarded)
    assert client_address(request) == who


def test_an_address_is_never_kept_and_is_another_one_tomorrow(rf: RequestFactory) -> None:
    request = rf.get("/", REMOTE_ADDR="203.0.113.5")
    with time_machine.travel("2026-11-23T08:00:00+00:00", tick=False) as clock:
        today = caller_of(request).key
        clock.shift(24 * 3600)
        assert caller_of(request).key != today
    assert "203" not in today or len(today) == 32
    same = [rf.get("/", REMOTE_ADDR=f"2001:db8::{part}") for part in ("1", "ffff")]
    assert caller_of(same[0]).key == caller_of(same[1]).key


def test_redis_counts_where_there_is_one(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1",
        }
    }
    assert shared_count() is _in_redis
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    assert shared_count() is not _in_redis
    # The same words on any cache: portions add up within a minute, and minutes are apart.
    cache.clear()
    assert [_in_redis("x", 1, 5), _in_redis("x", 1, 5), _in_redis("x", 2, 5)] == [5, 10, 5]


def test_an_answer_from_memory_is_given_without_counting(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(limiter, "limiter", Limiter())
    assert asked(client, 60) == [200] * 60


def test_no_limit_is_no_limit(client: Client, settings: Any) -> None:
    settings.LIBRARY_REQUESTS_PER_MINUTE = 0
    assert asked(client, 50) == [200] * 50


def test_the_problem_carries_its_header() -> None:
    problem = Problem(429, "too-many-requests", "", headers={"Retry-After": "1"})
    assert problem.headers["Retry-After"] == "1"

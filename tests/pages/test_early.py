"""Public answers from memory: quick, bounded, and gone with the first change."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from pages_factories import MunicipalityFactory

from pages import versions
from pages.early import Answer, Memory, Terms
from pages.early.middleware import memory
from pages.models import ContentVersion

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/municipalities/"
GZIP = {"Accept-Encoding": "gzip"}


@pytest.fixture
def clock() -> Iterator[Any]:
    with time_machine.travel("2026-11-23T08:00:00+00:00", tick=False) as traveller:
        for number in range(12):
            MunicipalityFactory(name=f"Община {number}", code=f"SZR{number:02}")
        traveller.shift(60)
        versions.watched()
        yield traveller


def names(client: Client) -> list[str]:
    return [item["name"] for item in client.get(ADDRESS).json()["items"]]


def test_the_second_reader_costs_no_query_and_gets_the_same_answer(
    client: Client, clock: Any, count_queries: Any
) -> None:
    for headers in ({}, GZIP):
        first = client.get(ADDRESS, headers=headers)
        with count_queries():
            again = client.get(ADDRESS, headers=headers)
        assert again.content == first.content
        assert dict(again.headers) == {**first.headers, "Content-Length": str(len(first.content))}


def test_a_reader_who_has_it_costs_no_query(client: Client, clock: Any, count_queries: Any) -> None:
    first = client.get(ADDRESS)
    for sent in (first["ETag"], "*", f'W/{first["ETag"]}, "x"', f'{first["ETag"][:-1]}-gzip"'):
        with count_queries():
            again = client.get(ADDRESS, headers={"If-None-Match": sent})
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
        assert again["Access-Control-Allow-Origin"] == "*"
        assert "Content-Type" not in again
    assert client.get(ADDRESS, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_304_alone_is_remembered_until_somebody_needs_the_bytes(
    client: Client, clock: Any, count_queries: Any
) -> None:
    etag = client.get(ADDRESS)["ETag"]
    memory.clear()
    known = {"If-None-Match": etag}
    assert client.get(ADDRESS, headers=known).status_code == 304
    with count_queries():
        assert client.get(ADDRESS, headers=known).status_code == 304
    assert len(client.get(ADDRESS).json()["items"]) == 12
    with count_queries():
        assert len(client.get(ADDRESS).json()["items"]) == 12


def test_head_is_answered_from_what_get_has_left(client: Client, clock: Any, count_queries: Any) -> None:
    got = client.get(ADDRESS)
    with count_queries():
        head = client.head(ADDRESS)
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", got["ETag"])
    assert head["Content-Length"] == str(len(got.content))


def test_the_order_of_parameters_makes_no_difference(client: Client, clock: Any, count_queries: Any) -> None:
    client.get(f"{ADDRESS}?limit=5&lang=en")
    with count_queries():
        client.get(f"{ADDRESS}?lang=en&limit=5")
    assert client.get(f"{ADDRESS}?lang=en&limit=4").json()["limit"] == 4


def test_a_change_is_seen_at_once_by_the_process_that_made_it(client: Client, clock: Any) -> None:
    client.get(ADDRESS)
    MunicipalityFactory(name="Чирпан", code="SZR36")
    assert client.get(ADDRESS).json()["total"] == 13


def test_a_change_by_another_process_is_seen_within_a_second(client: Client, clock: Any) -> None:
    client.get(ADDRESS)
    client.get(ADDRESS)
    MunicipalityFactory._meta.model.objects.filter(slug="obshtina-1").update(name="Друга")
    ContentVersion.objects.filter(name="libraries").update(number=999)
    clock.shift(0.5)
    assert "Друга" not in names(client)
    clock.shift(0.6)
    assert "Друга" in names(client)


def test_a_new_day_makes_the_answer_anew(client: Client, clock: Any) -> None:
    before = client.get(ADDRESS)
    clock.move_to("2026-11-23T21:59:59+00:00")
    assert client.get(ADDRESS)["Last-Modified"] == before["Last-Modified"]
    clock.move_to("2026-11-23T22:00:01+00:00")
    assert client.get(ADDRESS)["Last-Modified"] != before["Last-Modified"]


def test_no_cache_keeps_a_held_answer_beyond_its_end(client: Client, clock: Any) -> None:
    assert "max-age=60," in client.get(ADDRESS)["Cache-Control"]
    clock.move_to("2026-11-23T21:59:50+00:00")
    held = client.get(ADDRESS)
    assert held["Cache-Control"] == "public, max-age=10, s-maxage=10, stale-while-revalidate=0"
    known = client.get(ADDRESS, headers={"If-None-Match": held["ETag"]})
    assert (known.status_code, known["Cache-Control"]) == (304, held["Cache-Control"])


def test_who_is_signed_in_neither_gives_nor_gets_a_held_answer(clock: Any, count_queries: Any) -> None:
    staff = Client()
    staff.force_login(User.objects.create_superuser("editor", "editor@library.example", "x"))
    staff.get(ADDRESS)
    assert len(memory) == 0
    Client().get(ADDRESS)
    assert len(memory) == 1
    with count_queries("the version of the records", "how many", "the records"):
        staff.get(ADDRESS)
    with count_queries("the version of the records", "how many", "the records"):
        Client().get(ADDRESS, headers={"Authorization": "Bearer x"})
    with count_queries("whose key it is"):
        assert Client().get(ADDRESS, headers={"X-Api-Key": "x"}).status_code == 401
    assert len(memory) == 1


def test_each_host_and_scheme_has_its_own_answers(client: Client, clock: Any) -> None:
    first = client.get(f"{ADDRESS}?limit=2").json()["next"]
    other = client.get(f"{ADDRESS}?limit=2", headers={"Host": "other.example"}).json()["next"]
    secure = client.get(f"{ADDRESS}?limit=2", secure=True).json()["next"]
    assert len({first, other, secure}) == 3


@pytest.mark.parametrize("address", [f"{ADDRESS}?nonsense=1", "/api/v1/nothing/", "/healthz", "/api/v1/docs"])
def test_errors_and_what_nobody_allowed_are_not_held(client: Client, clock: Any, address: str) -> None:
    client.get(address)
    client.post(address)
    assert [key for key in memory._held if not str(key[2]).endswith("/docs")] == []


def answer(size: int) -> Answer:
    return Answer(Terms({}, 4e9, 0), (), "x", b"x" * size)


def test_the_memory_is_bounded_and_what_is_asked_for_stays() -> None:
    held = Memory(most_bytes=40_000)
    for number in range(10):
        held.put(number, answer(7_000))
        held.get(0)
    assert held.size <= 40_000
    assert held.get(0) is not None
    assert held.get(1) is None
    assert held.get(9) is not None
    held.put("large", answer(20_000))
    assert held.get("large") is None
    held.put(0, answer(1))
    held.drop(0)
    held.clear()
    assert (len(held), held.size) == (0, 0)


def test_versions_are_read_once_a_second(clock: Any, count_queries: Any) -> None:
    versions.forget()
    with count_queries("all versions"):
        for _ in range(5):
            versions.watched()
    clock.shift(2)
    with count_queries("all versions"):
        versions.watched()

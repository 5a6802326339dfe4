"""The API's door: what it refuses, how it says so, and what its answers carry."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import URLPattern
from pages_factories import MunicipalityFactory

from pages import versions
from pages.api.application import api
from pages.api.urls import urlpatterns
from pages.early.middleware import memory

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/municipalities/"


def problem(response: Any) -> dict[str, Any]:
    assert response["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = json.loads(response.content)
    assert set(body) == {"type", "title", "status", "detail", "code", "errors"}
    assert body["status"] == response.status_code
    return body


@pytest.mark.parametrize(
    ("query", "field", "code"),
    [
        ("nonsense=1", "nonsense", "unknown-parameter"),
        ("limit=0", "limit", "greater-than-equal"),
        ("limit=101", "limit", "less-than-equal"),
        ("limit=ten", "limit", "int-parsing"),
        ("limit=1.5", "limit", "int-parsing"),
        ("limit=", "limit", "int-parsing"),
        ("limit=5&limit=6", "limit", "repeated"),
        ("offset=-1", "offset", "greater-than-equal"),
        ("offset=12345678901234567890", "offset", "less-than-equal"),
        ("offset=" + "9" * 250, "offset", "less-than-equal"),
        ("lang=de", "lang", "literal-error"),
        ("lang=%00", "lang", "bad-value"),
        ("%00=1", "", "bad-value"),
        ("limit=%FF", "limit", "bad-value"),
        ("limit=" + "1" * 400, "limit", "bad-value"),
    ],
)
def test_a_bad_parameter_is_refused_with_its_name(client: Client, query: str, field: str, code: str) -> None:
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code == 400
    errors = problem(response)["errors"]
    assert [(error["field"], error["code"]) for error in errors] == [(field, code)]
    assert errors[0]["message"].endswith(".")


def test_all_unknown_parameters_are_named_at_once_in_the_language_asked_for(client: Client) -> None:
    body = problem(client.get(f"{ADDRESS}?a=1&b=2&lang=bg"))
    assert body["detail"] == "Параметрите „a“, „b“ не могат да се приемат."
    assert (
        body["errors"][0]["message"]
        == "Няма такъв параметър. Възможните са: lang, fields, limit, offset, order."
    )


@pytest.mark.parametrize("query", ["a=" + "b" * 10_000, "&".join(f"a{i}=1" for i in range(200))])
def test_a_huge_query_is_refused_unread(client: Client, query: str) -> None:
    assert problem(client.get(f"{ADDRESS}?{query}"))["code"] == "too-long"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_a_method_that_writes_is_not_allowed(client: Client, method: str) -> None:
    response = getattr(client, method)(ADDRESS)
    assert problem(response)["code"] == "method-not-allowed"
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_an_unknown_method_is_not_allowed(client: Client) -> None:
    assert client.generic("BREW", ADDRESS).status_code == 405


@pytest.mark.parametrize("path", ["/api/v1/nothing/", "/api/v1/municipalities/1/", "/api/v1/%00/"])
def test_an_unknown_address_is_a_problem_too(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert problem(response)["code"] == "not-found"


def test_the_root_leads_to_the_documentation(client: Client) -> None:
    response = client.get("/api/v1/")
    assert (response.status_code, response["Location"]) == (302, "/api/v1/docs")


def test_a_missing_closing_slash_is_added(client: Client) -> None:
    response = client.get("/api/v1/municipalities?lang=en")
    assert (response.status_code, response["Location"]) == (301, "/api/v1/municipalities/?lang=en")


def test_any_origin_may_read_and_no_cookie_is_set(client: Client) -> None:
    for response in (client.get(ADDRESS), client.get(f"{ADDRESS}?x=1"), client.options(ADDRESS)):
        assert response["Access-Control-Allow-Origin"] == "*"
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
    preflight = client.options(ADDRESS)
    assert (preflight.status_code, preflight["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")


def test_head_says_what_get_says_without_the_body(client: Client) -> None:
    got, head = client.get(ADDRESS), client.head(ADDRESS)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("ETag", "Last-Modified", "Content-Type", "Cache-Control"):
        assert head[name] == got[name]
    assert int(head["Content-Length"]) == len(got.content)


@pytest.fixture
def stamped(client: Client) -> Iterator[Any]:
    MunicipalityFactory()
    versions.bump("libraries")
    return client.get(ADDRESS)


def test_an_unchanged_answer_is_304_for_one_query(client: Client, stamped: Any, count_queries: Any) -> None:
    memory.clear()
    versions.forget()
    with count_queries("the version of the records"):
        response = client.get(ADDRESS, headers={"If-None-Match": stamped["ETag"]})
    assert (response.status_code, response.content) == (304, b"")
    assert response["ETag"] == stamped["ETag"]
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("sent", ["*", 'W/"x", {etag}', "W/{etag}"])
def test_every_form_of_if_none_match_is_understood(client: Client, stamped: Any, sent: str) -> None:
    headers = {"If-None-Match": sent.format(etag=stamped["ETag"])}
    assert client.get(ADDRESS, headers=headers).status_code == 304


def test_if_none_match_star_does_not_hide_a_bad_query(client: Client) -> None:
    assert client.get(f"{ADDRESS}?x=1", headers={"If-None-Match": "*"}).status_code == 400


def test_if_modified_since_is_understood_when_there_is_no_etag(client: Client) -> None:
    with time_machine.travel("2026-11-23T08:00:00+00:00", tick=False) as clock:
        versions.bump("libraries")
        clock.shift(5)
        since = {"If-Modified-Since": client.get(ADDRESS)["Last-Modified"]}
        for _ in "the whole way", "the early path":
            assert client.get(ADDRESS, headers=since).status_code == 304
            assert client.get(ADDRESS, headers={"If-Modified-Since": "yesterday"}).status_code == 200
            assert client.get(ADDRESS, headers={**since, "If-None-Match": '"other"'}).status_code == 200


def test_two_changes_in_one_second_are_not_taken_for_one(client: Client) -> None:
    with time_machine.travel("2026-11-23T08:00:00.2+00:00", tick=False) as clock:
        versions.bump("libraries")
        first = client.get(ADDRESS)
        clock.shift(0.5)
        MunicipalityFactory()
        versions.bump("libraries")
        clock.shift(5)
        since = {"If-Modified-Since": first["Last-Modified"]}
        assert client.get(ADDRESS, headers=since).status_code == 200


def test_a_change_gives_another_etag(client: Client, stamped: Any) -> None:
    MunicipalityFactory(name="Чирпан", code="SZR36")
    versions.bump("libraries")
    response = client.get(ADDRESS, headers={"If-None-Match": stamped["ETag"]})
    assert response.status_code == 200
    assert response["ETag"] != stamped["ETag"]


def test_gzip_has_an_etag_of_its_own_and_304_answers_with_it(client: Client) -> None:
    for number in range(12):
        MunicipalityFactory(name=f"Община {number}", code=f"SZR{number:02}")
    packed = client.get(ADDRESS, headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    plain = client.get(ADDRESS)
    assert packed["ETag"] == f'{plain["ETag"][:-1]}-gzip"'
    again = client.get(ADDRESS, headers={"If-None-Match": packed["ETag"], "Accept-Encoding": "gzip"})
    assert (again.status_code, again["ETag"]) == (304, packed["ETag"])


def test_pages_link_to_their_neighbours(client: Client) -> None:
    for number in range(5):
        MunicipalityFactory(name=f"Община {number}", code=f"SZR{number:02}")
    body = client.get(f"{ADDRESS}?limit=2&offset=2").json()
    assert (body["total"], len(body["items"])) == (5, 2)
    assert body["next"].endswith("?limit=2&offset=4")
    assert body["previous"].endswith("?limit=2&offset=0")
    last = client.get(body["next"]).json()
    assert (len(last["items"]), last["next"]) == (1, None)


def test_english_names_are_given_on_request(client: Client) -> None:
    MunicipalityFactory()
    assert client.get(f"{ADDRESS}?lang=en").json()["items"][0]["name"] == "Stara Zagora"


def operations() -> list[str]:
    return [path for path in api.get_openapi_schema()["paths"] if "{" not in path]


def test_no_operation_ignores_a_parameter_in_silence(client: Client, site: Any) -> None:
    for path in operations():
        response = client.get(f"{path}?nonsense=1")
        assert response.status_code == 400, path
        assert problem(response)["errors"][0]["field"] == "nonsense", path


def test_every_address_is_behind_the_door(client: Client, site: Any) -> None:
    assert all(isinstance(pattern, URLPattern) for pattern in urlpatterns)
    for path in [*operations(), "/api/v1/docs", "/api/v1/openapi.json"]:
        assert client.post(path).status_code == 405, path


def test_programs_are_answered_before_sessions_and_languages_and_pages_after_them(
    client: Client, site: Any
) -> None:
    with_session = {settings.SESSION_COOKIE_NAME: "not-one-of-ours"}
    for path in (ADDRESS, "/api/v1/openapi.json", "/feeds/events.ics", "/embed/v1/events.json"):
        client.cookies.load(with_session)
        answer = client.get(path, {"lang": "en"})
        assert (answer.status_code, answer["Content-Language"]) == (200, "en"), path
        assert answer["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'", path
        assert int(answer["Content-Length"]) == len(answer.content), path
        assert not hasattr(answer.wsgi_request, "session"), path
    for path in ("/api/v1/docs", "/embed/frame/events/", "/embed/html/events/", "/embed/"):
        page = client.get(path)
        assert "script-src 'self'" in page["Content-Security-Policy"], path
        assert hasattr(page.wsgi_request, "session"), path


def test_an_error_of_ours_behind_the_door_is_the_error_page(
    client: Client, site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*names: str) -> Any:
        raise RuntimeError

    monkeypatch.setattr("pages.api.conditional.versions.all_current", broken)
    client.raise_request_exception = False
    assert client.get(ADDRESS).status_code == 500

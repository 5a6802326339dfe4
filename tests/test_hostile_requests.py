"""Requests no honest client sends: always an answer of the 4xx kind, on every database."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pages.api.application import api

pytestmark = pytest.mark.django_db

UNKNOWN = "6f0c9a5e-5f2f-4b52-9b3e-2f3f6f6f1a11"
# Addresses that are regular expressions.
SAMPLES = {
    "newest_script": "/embed/v1/events.js",
    "pinned_script": "/embed/v1/events.00000000.js",
    "unknown": "/api/v1/nothing/",
}
VALUES = [
    *("", "\x00", "a\x00b", "9" * 20, "-1", "1e308", "NaN", "null", "[null]", "true", "0"),
    *("2026-02-30", "0000-00-00", "9999-12-31", "2026-01-01T00:00:00Z", "' OR 1=1 --", "%", "%00"),
    *("../../etc/passwd", "а" * 300, "x" * 3000, "\ud7ff", "\U0001f4da", "<script>", "\r\nX: y", "{}"),
]


def doors(patterns: Sequence[Any], before: str = "/") -> Iterator[str]:
    """An address behind each public door of the site, so that a new one is asked without anybody's doing."""
    for one in patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from doors(one.url_patterns, route)
        elif getattr(one.callback, "is_public_door", False):
            known = SAMPLES.get(one.name or "", "" if "^" in route else route)
            yield from [re.sub("<[^>]+>", UNKNOWN, known)] if known else []


def described() -> dict[str, list[str]]:
    """The addresses of the API with the parameters each of them knows."""
    return {
        path.partition("{")[0] + (f"{UNKNOWN}/" if "{" in path else ""): [
            parameter["name"] for parameter in operation["get"]["parameters"] if parameter["in"] == "query"
        ]
        for path, operation in api.get_openapi_schema()["paths"].items()
    }


FILTERS = ["lang", "from", "to", "municipality", "category", "audience", "department", "cancelled"]
# Each parameter is read alike everywhere: the first few are enough where none are described.
ADDRESSES = dict.fromkeys(doors(get_resolver().url_patterns), FILTERS[:4]) | described()
OTHERS = set(ADDRESSES) - set(described())
ALIKE = {"lang", "limit", "offset", "fields", "order", "include"}
# A frame tells people what is wrong.
FOR_PEOPLE = "/embed/frame/"


def problem_code(response: Any) -> str:
    assert response["Content-Type"] == "application/problem+json"
    return str(response.json()["code"])


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_value_of_any_parameter_breaks_an_answer(client: Client, site: Any, address: str) -> None:
    asked = [
        (name, value)
        for name in [*ADDRESSES[address], "$where"]
        for value in (VALUES[::4] if name in ALIKE or address in OTHERS else VALUES)
    ]
    for name, value in asked:
        response = client.get(address, {name: value})
        assert response.status_code < 500, (name, value)
        if response.status_code >= 400 and not address.startswith(FOR_PEOPLE):
            problem_code(response)


@pytest.mark.parametrize("address", ADDRESSES)
def test_odd_methods_and_headers_have_an_answer(client: Client, site: Any, address: str) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "X" * 50):
        response = client.generic(method, address)
        assert (response.status_code, problem_code(response)) == (405, "method-not-allowed")
    assert client.options(address).status_code == 204
    for headers in (
        {"If-None-Match": "*"},
        {"If-None-Match": '"' * 500},
        {"If-Modified-Since": "Thu, 99 Foo 2026 99:99:99 GMT"},
        {"Accept": "image/png"},
        {"Accept-Encoding": "br;q=0, gzip;q=x, *"},
        {"Accept-Language": "xx-" * 300},
        {"Cookie": "sessionid=%00; csrftoken=x"},
    ):
        assert client.get(address, headers=headers).status_code < 500, headers
    long = client.get(f"{address}?lang={'a' * 10_000}")
    assert (long.status_code, problem_code(long)) == (400, "too-long")


def test_every_kind_of_address_is_asked() -> None:
    assert {"/feeds/events.atom", "/feeds/events/delta", "/oembed", "/embed/v1/hours.json"} < set(ADDRESSES)
    assert {"/api/v1/openapi.json", "/api/v1/departments/", "/feeds/trainings.ics"} < set(ADDRESSES)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    address=st.sampled_from(list(ADDRESSES)),
    query=st.dictionaries(
        st.sampled_from([*FILTERS, "limit", "offset", "tag", "kind"]) | st.text(max_size=8),
        st.sampled_from(VALUES) | st.text(max_size=40),
        max_size=4,
    ),
)
def test_no_combination_of_parameters_breaks_an_answer(
    client: Client, site: Any, address: str, query: dict[str, str]
) -> None:
    encodable = {
        name.encode("utf-8", "replace").decode(): value.encode("utf-8", "replace").decode()
        for name, value in query.items()
    }
    assert client.get(address, encodable).status_code < 500

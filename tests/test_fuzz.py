"""Requests made from the description of the API: never an error of ours, always an answer as described.

The suite asks a few of each kind; `make fuzz` asks 20,000. FUZZ_EXAMPLES is how many an operation gets.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
import schemathesis
from django.test import Client
from events_factories import EventIndexPageFactory, published_event
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pages_factories import NewsIndexPageFactory, NewsPageFactory, create_site
from requests import Request
from schemathesis.checks import not_a_server_error
from schemathesis.core.transport import Response
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from pages.api.application import api

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "5"))
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance]
HOST = "http://testserver"

pytestmark = pytest.mark.django_db
asked: Counter[int] = Counter()


def described() -> dict[str, Any]:
    """The description, with the whole records where `fields` would allow parts of them.

    Of the names of fields a few are tried: to invent texts for a pattern of sixty names takes a tenth of a
    second each, and `test_api_resources` looks at them. Lists are short for the same reason.
    """
    found: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema()))
    for methods in found["paths"].values():
        for media in methods["get"]["responses"]["200"].get("content", {}).values():
            media["schema"] = media["schema"].get("anyOf", [media["schema"]])[0]
        for parameter in methods["get"]["parameters"]:
            if parameter["name"] == "fields":
                names = parameter["schema"].pop("pattern").partition(")")[0].strip("^(").split("|")
                few = [name.replace("\\", "") for name in (names[0], names[-1])]
                parameter["schema"]["enum"] = [*few, ",".join(few)]
            if parameter["schema"].get("type") == "array":
                parameter["schema"]["maxItems"] = 2
    return found


OPERATIONS = [one.ok() for one in schemathesis.openapi.from_dict(described()).get_all_operations()]
MODES = list(schemathesis.GenerationMode)


@pytest.fixture(scope="module", autouse=True)
def _tell() -> Iterator[None]:
    yield
    print(f"\n{sum(asked.values()):,} requests by status: {dict(sorted(asked.items()))}")  # noqa: T201


@pytest.fixture
def content(db: None) -> None:
    """Something to be listed."""
    home = create_site().home
    published_event(EventIndexPageFactory(parent=home), recurrence="FREQ=WEEKLY;BYDAY=WE;COUNT=3")
    NewsPageFactory(parent=NewsIndexPageFactory(parent=home))


@cache
def cases(operation: Any, mode: Any) -> Any:
    """The cases of an operation; to build what makes them takes longer than to make one."""
    return operation.as_strategy(generation_mode=mode)


@pytest.mark.parametrize("mode", MODES, ids=[mode.value for mode in MODES])
@pytest.mark.parametrize("operation", OPERATIONS, ids=[one.path for one in OPERATIONS])
@settings(
    max_examples=EXAMPLES,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
    # A slow machine is no fault of the API.
    deadline=None,
    derandomize=EXAMPLES < 100,
)
@given(data=st.data())
def test_every_answer_is_as_described(
    client: Client, content: None, operation: Any, mode: Any, data: st.DataObject
) -> None:
    case = data.draw(cases(operation, mode))
    sent = Request(case.method, f"{HOST}{case.formatted_path}", params=case.query or {}).prepare()
    path, _, query = str(sent.url).removeprefix(HOST).partition("?")
    got = client.generic(case.method, unquote_to_bytes(path).decode("utf-8", "replace"), QUERY_STRING=query)
    asked[got.status_code] += 1
    headers = {name.lower(): [value] for name, value in got.headers.items()}
    answer = Response(got.status_code, headers, got.content, sent, 0.1, verify=False)
    whole = "fields" not in (case.query or {})
    checks = [*CHECKS, response_schema_conformance] if whole else CHECKS
    case.validate_response(answer, checks=checks)

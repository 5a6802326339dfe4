"""After a deployment nobody is told that an answer is unchanged which another program wrote."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from django.utils.http import http_date

from pages import release, versions
from pages.api.conditional import conditional
from pages.early.middleware import memory

pytestmark = pytest.mark.django_db
ADDRESSES = ["/api/v1/openapi.json", "/api/v1/municipalities/", "/feeds/events.ics"]


@pytest.fixture
def deploy(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Start a server with other code."""

    def start(code: str) -> None:
        monkeypatch.setattr(release, "digest", lambda: code)
        memory.clear()
        release.note()
        versions.forget()

    return start


def test_the_digest_covers_code_templates_and_translations() -> None:
    files = {path.name for path in release._files()}
    assert {"release.py", "base.html", "django.mo", "event_feeds.py", "trainings.py", "wsgi.py"} <= files


def test_a_remembered_etag_is_not_believed_after_a_deployment(rf: RequestFactory, deploy: Any) -> None:
    written = ["by the old code", "by the new code"]
    view = conditional("events")(lambda request: HttpResponse(written[0]))
    deploy("a" * 64)
    etag = view(rf.get("/x"))["ETag"]
    assert view(rf.get("/x", headers={"If-None-Match": etag})).status_code == 304
    deploy("b" * 64)
    written.pop(0)
    told = view(rf.get("/x", headers={"If-None-Match": etag}))
    assert (told.status_code, told.content) == (200, b"by the new code")


@pytest.mark.parametrize("address", ADDRESSES)
def test_nobody_is_told_unchanged_by_the_clock_of_the_last_release(
    client: Client, site: Any, address: str, deploy: Any
) -> None:
    deploy("a" * 64)
    before = http_date((timezone.now() - timedelta(seconds=1)).timestamp())
    deploy("b" * 64)
    assert client.get(address, headers={"If-Modified-Since": before}).status_code == 200
    assert versions.current("release").number == int("b" * 15, 16)


def test_the_same_program_started_again_changes_nothing(client: Client, site: Any, deploy: Any) -> None:
    deploy("a" * 64)
    since = versions.current("release")
    deploy("a" * 64)
    assert versions.current("release") == since

"""What is kept of the sites that fetch: hosts, forms, versions and sums by day; nothing of visitors."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.db import OperationalError
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from pages.models import FetchDay
from pages.partners.health import counting
from pages.partners.health.counting import MOST_ROWS, Counters
from pages.partners.health.seen import Seen, form_of, seen

pytestmark = pytest.mark.django_db

VERSION = "0123456789abcdef"


@pytest.fixture(autouse=True)
def counters(monkeypatch: pytest.MonkeyPatch) -> Counters:
    made = Counters()
    monkeypatch.setattr(counting, "counters", made)
    return made


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/embed/v1/events.json", "embed events"),
        (f"/embed/v1/closed-days.{VERSION}.js", "script closed-days"),
        ("/embed/v1/hours.js", "script hours"),
        ("/embed/frame/hours/", "frame hours"),
        ("/embed/frame/event/6f0c9a5e-5f2f-4b52-9b3e-2f3f6f6f1a11/", "frame event"),
        ("/embed/html/events/", "html events"),
        ("/feeds/events.ics", "events.ics"),
        ("/feeds/news.atom", "news.atom"),
        ("/feeds/event/6f0c9a5e-5f2f-4b52-9b3e-2f3f6f6f1a11.ics", "event.ics"),
        ("/feeds/events/delta", "delta"),
        ("/api/v1/events/6f0c9a5e-5f2f-4b52-9b3e-2f3f6f6f1a11/", "api events"),
        ("/oembed", "oembed"),
        ("/embed/", "other"),
        ("/feeds/<script>", "other"),
    ],
)
def test_an_address_is_one_of_few_forms(path: str, form: str) -> None:
    assert form_of(path) == form


@pytest.mark.parametrize(
    ("headers", "host"),
    [
        ({"Origin": "https://chirpan.bg"}, "chirpan.bg"),
        ({"Referer": "https://www.radnevo.bg/people/ivan?id=5"}, "www.radnevo.bg"),
        ({"Origin": "https://chirpan.bg:8443", "Referer": "https://other.bg/"}, "chirpan.bg:8443"),
        ({"Origin": "null"}, ""),
        ({"Referer": "https://user:secret@chirpan.bg/"}, ""),
        ({"Referer": "http://[broken"}, ""),
        ({"Referer": f"https://{'a' * 300}.bg/"}, ""),
        ({"Origin": "http://testserver", "Host": "testserver"}, ""),
        ({}, ""),
    ],
)
def test_only_the_host_of_the_page_is_kept(rf: RequestFactory, headers: Any, host: str) -> None:
    assert seen(rf.get("/feeds/events.ics", headers=headers)).host == host


def test_a_day_of_fetching_is_one_row(client: Client, site: Any, counters: Counters) -> None:
    origin = {"Origin": "https://chirpan.bg"}
    address = f"/embed/v1/closed-days.json?v={VERSION}"
    etag = client.get(address, headers=origin)["ETag"]
    client.get(address, headers={**origin, "If-None-Match": etag})
    client.get(f"{address}&where=here", headers=origin)
    counters.write()
    client.get(address, headers=origin)
    counters.write()
    row = FetchDay.objects.get()
    assert (row.host, row.form, row.version) == ("chirpan.bg", "embed closed-days", VERSION)
    assert (row.requests, row.unchanged, row.errors, row.last_error) == (4, 1, 1, 400)
    assert row.day == timezone.localdate()


def test_writing_is_one_statement_and_counting_none(counters: Counters, count_queries: Any) -> None:
    with count_queries():
        for number in range(50):
            counters.count(Seen(f"site-{number}.bg", "events.ics", ""), "", 200)
    counters._kept_until = timezone.localdate()
    with count_queries("add all sums to those of the day"):
        counters.write()
    assert FetchDay.objects.count() == 50


def test_sums_are_written_after_a_while_and_not_before(
    client: Client, site: Any, counters: Counters, settings: Any
) -> None:
    client.get("/feeds/closed-days.ics")
    assert not FetchDay.objects.exists()
    settings.LIBRARY_HEALTH_SECONDS = 0
    client.get("/feeds/closed-days.ics")
    assert FetchDay.objects.get().requests == 2


def test_invented_hosts_fill_no_table(counters: Counters) -> None:
    for number in range(MOST_ROWS + 50):
        counters.count(Seen(f"site-{number}.bg", "events.ics", ""), "", 200)
    counters.write()
    assert FetchDay.objects.count() == MOST_ROWS + 1
    assert FetchDay.objects.get(host="(other)").requests == 50


def test_a_database_that_cannot_write_breaks_no_answer(
    client: Client, site: Any, settings: Any, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    def refuse(*rest: Any) -> None:
        raise OperationalError("database is locked")

    settings.LIBRARY_HEALTH_SECONDS = 0
    monkeypatch.setattr(counting, "add_up", refuse)
    assert client.get("/feeds/closed-days.ics").status_code == 200
    assert "could not be written" in caplog.text


def test_what_is_older_than_the_setting_is_forgotten(counters: Counters, settings: Any) -> None:
    old = timezone.localdate() - timedelta(days=settings.LIBRARY_HEALTH_DAYS + 1)
    FetchDay.objects.create(day=old, host="old.bg", form="events.ics", last_at=timezone.now())
    counters.count(Seen("new.bg", "events.ics", ""), "", 200)
    counters.write()
    assert list(FetchDay.objects.values_list("host", flat=True)) == ["new.bg"]


def row(**values: Any) -> FetchDay:
    usual = {
        "day": timezone.localdate(),
        "form": "embed events",
        "version": VERSION,
        "last_at": timezone.now(),
    }
    return FetchDay.objects.create(**{**usual, **values})


def test_the_report_sums_up_a_month(client: Client) -> None:
    row(host="chirpan.bg", requests=3, unchanged=1)
    row(
        host="chirpan.bg",
        day=timezone.localdate() - timedelta(days=3),
        requests=5,
        unchanged=5,
        errors=1,
        last_error=400,
    )
    row(host="long-ago.bg", day=date(2020, 1, 1), requests=5)
    client.force_login(User.objects.create_superuser("admin", password="lipa"))
    page = client.get(reverse("partner_health")).content.decode()
    assert "chirpan.bg" in page
    assert "75%" in page
    assert "1 (последно 400)" in page
    assert "long-ago.bg" not in page
    assert client.get(reverse("partner_health"), {"export": "xlsx"}).status_code == 200


def test_only_who_may_see_it_sees_the_report(client: Client) -> None:
    user = User.objects.create_user("gost", password="lipa")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse("partner_health")).status_code == 302
    user.user_permissions.add(Permission.objects.get(codename="view_fetchday"))
    assert client.get(reverse("partner_health")).status_code == 200

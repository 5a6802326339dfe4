"""Photo reports: added after an event, told to readers and not to calendars."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from events_factories import library_hours, published_event
from pages_factories import ImageFactory
from wagtail.models import Page, PageViewRestriction

from events.models import EventPage, EventPublication, PhotoReportPage, ReportPhoto

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(programme: Any) -> EventPage:
    library_hours()
    return published_event(programme, title="Маратон на четенето", start_date=date(2026, 11, 20))


def report(event: EventPage, day: date = date(2026, 11, 20), **values: Any) -> PhotoReportPage:
    """Publish a report with two pictures, the way the admin does."""
    photos = [ReportPhoto(image=ImageFactory(), alt_text=f"Читатели {n}", sort_order=n) for n in (1, 2)]
    fields = {"title": "Снимки от маратона", "text": "Четохме до полунощ.", "credit": "Мария Петрова"}
    page = PhotoReportPage(taken_on=day, photos=photos, live=False, **{**fields, **values})
    event.refresh_from_db()
    event.add_child(instance=page)
    page.full_clean()
    page.save_revision().publish()
    return PhotoReportPage.objects.get(pk=page.pk)


def test_pictures_say_nothing_new_to_subscribers(client: Client, event: EventPage) -> None:
    before = client.get("/feeds/events.ics")
    report(event)
    after = client.get("/feeds/events.ics")
    assert EventPublication.objects.get(event=event).sequence == 0
    assert (after["ETag"], after.content) == (before["ETag"], before.content)


def test_the_event_shows_its_pictures_with_text_descriptions_and_credit(
    client: Client, event: EventPage
) -> None:
    made = report(event)
    for address in (event.url, made.url):
        page = client.get(address).content.decode()
        assert all(told in page for told in ("Четохме до полунощ.", 'alt="Читатели 1"', "Мария Петрова"))
    assert f'href="{event.url}"' in client.get(made.url).content.decode()


def test_a_draft_of_pictures_is_not_shown(client: Client, event: EventPage) -> None:
    report(event).unpublish()
    assert "Снимки от събитието" not in client.get(event.url).content.decode()
    assert "Снимки от маратона" not in client.get("/sabitia/snimki/").content.decode()


def test_the_section_lists_reports_by_year_and_is_linked_from_the_programme(
    client: Client, event: EventPage, programme: Any
) -> None:
    report(event)
    old = published_event(programme, title="Стар концерт", start_date=date(2025, 5, 11))
    report(old, date(2025, 5, 11), title="Снимки от концерта")
    assert 'href="/sabitia/snimki/"' in client.get("/sabitia/").content.decode()
    newest = client.get("/sabitia/snimki/").content.decode()
    assert "Снимки от маратона" in newest
    assert "Снимки от концерта" not in newest
    assert "Снимки от концерта" in client.get("/sabitia/snimki/2025/").content.decode()


@pytest.mark.parametrize("address", ["1999/", "2025/", "2026/?page=2", "?page=x", "?page=0"])
def test_no_address_exists_outside_the_reports(client: Client, event: EventPage, address: str) -> None:
    report(event)
    assert client.get(f"/sabitia/snimki/{address}").status_code == 404


def test_the_empty_section_is_not_for_search_engines(client: Client, programme: Any) -> None:
    page = client.get("/sabitia/snimki/")
    assert page.status_code == 200
    assert "noindex" in page.content.decode()


def test_pictures_of_a_private_event_stay_private(client: Client, event: EventPage) -> None:
    made = report(event)
    PageViewRestriction.objects.create(page=event, restriction_type=PageViewRestriction.LOGIN)
    assert "Снимки от маратона" not in client.get("/sabitia/snimki/").content.decode()
    assert client.get(made.url).status_code == 302


def test_a_page_of_the_section_costs_the_same_for_one_report_and_for_many(
    client: Client, event: EventPage, django_assert_max_num_queries: Any, programme: Any
) -> None:
    report(event)
    client.get("/sabitia/snimki/")
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as one:
        client.get("/sabitia/snimki/")
    for number in range(6):
        report(event, title=f"Още снимки {number}")
    client.get("/sabitia/snimki/")
    with CaptureQueriesContext(connection) as many:
        client.get("/sabitia/snimki/")
    assert len(many) == len(one)


@pytest.mark.parametrize(
    ("values", "message"),
    [({"taken_on": date(2026, 11, 24)}, "още не е дошъл"), ({"taken_on": date(1200, 1, 1)}, "Годината")],
)
def test_a_wrong_day_is_refused(event: EventPage, values: dict[str, Any], message: str) -> None:
    with pytest.raises(Exception, match=message):
        PhotoReportPage(title="Снимки", slug="snimki", **values).clean()


def test_a_picture_needs_words_for_those_who_do_not_see_it() -> None:
    image = ImageFactory(description="")
    with pytest.raises(Exception, match="Опишете"):
        ReportPhoto(image=image).clean()
    image.description = "Пълна зала"
    ReportPhoto(image=image).clean()
    assert ReportPhoto(image=image).alt == "Пълна зала"


def test_the_editor_begins_from_the_event_with_title_and_day_filled_in(
    admin_client: Client, event: EventPage
) -> None:
    address = f"/admin/pages/add/events/photoreportpage/{event.pk}/"
    assert f'href="{address}"' in admin_client.get(f"/admin/pages/{event.pk}/edit/").content.decode()
    page = admin_client.get(address).content.decode()
    assert 'value="Снимки: Маратон на четенето"' in page
    assert 'value="20.11.2026"' in page


def test_an_event_to_come_offers_no_pictures(admin_client: Client, programme: Any) -> None:
    library_hours()
    coming = published_event(programme, start_date=date(2026, 12, 1))
    assert "photoreportpage" not in admin_client.get(f"/admin/pages/{coming.pk}/edit/").content.decode()


def test_a_date_of_the_event_keeps_its_address_beside_the_pictures(client: Client, event: EventPage) -> None:
    report(event, slug="snimki")
    assert client.get(f"{event.url}2026-11-20/").status_code == 200
    assert client.get(f"{event.url}snimki/").status_code == 200
    assert client.get(f"{event.url}2026-11-21/").status_code == 404
    assert Page.objects.get(slug="snimki").get_parent().pk == event.pk

"""Drafts for a front end elsewhere: the link of an editor, and what it opens."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from events_factories import EventIndexPageFactory, EventPageFactory
from methodology_factories import MaterialFactory, MethodologyIndexFactory
from pages_factories import NewsIndexPageFactory, NewsPageFactory, StandardPageFactory
from wagtail.models import GroupPagePermission, Page

from pages.models import NewsPage

pytestmark = pytest.mark.django_db

FRONT = "https://front.example/pregled?token={token}"


@pytest.fixture(autouse=True)
def _front(settings: Any) -> None:
    settings.LIBRARY_PREVIEW_URL = FRONT


@pytest.fixture
def news(site: Any, home: Any) -> NewsPage:
    """A published piece of news with a newer draft."""
    page = NewsPageFactory(parent=NewsIndexPageFactory(parent=home), title="Старо заглавие")
    page.title = "Ново заглавие"
    page.save_revision()
    return NewsPage.objects.get(pk=page.pk)


@pytest.fixture
def editor(client: Client, news: NewsPage) -> User:
    """Somebody who may edit everything, signed in."""
    group = Group.objects.create(name="Редактори на прегледа")
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=Page.get_first_root_node(), permission=change)
    user = User.objects.create_user("redaktor", password="lipa")
    user.groups.add(group)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    return user


def token_of(client: Client, page: Page) -> str:
    response = client.get(reverse("external_preview", args=[page.pk]))
    assert response.status_code == 302, response.content
    assert response.url.startswith("https://front.example/pregled?token=")
    assert response["Referrer-Policy"] == "no-referrer"
    return parse_qs(urlsplit(response.url).query)["token"][0]


def read(token: str) -> Any:
    return Client().get("/api/v1/preview/", {"token": token})


def test_the_front_end_reads_the_draft_and_keeps_no_copy(
    client: Client, editor: User, news: NewsPage
) -> None:
    response = read(token_of(client, news))
    assert response.json()["title"] == "Ново заглавие"
    assert response["Cache-Control"] == "private, no-store"
    assert response["Access-Control-Allow-Origin"] == "*"
    published = Client().get(f"/api/v1/news/{news.translation_key}/").json()
    assert published["title"] == "Старо заглавие"
    assert published.keys() == response.json().keys()


def test_a_draft_event_has_the_dates_it_would_have(client: Client, editor: User, home: Any) -> None:
    start = timezone.localdate() + timedelta(days=7)
    page = EventPageFactory(
        parent=EventIndexPageFactory(parent=home),
        live=False,
        start_date=start,
        recurrence="FREQ=DAILY;COUNT=3",
    )
    page.save_revision()
    draft = read(token_of(client, page)).json()
    assert [date["first_day"] for date in draft["occurrences"]] == [
        (start + timedelta(days=number)).isoformat() for number in range(3)
    ]
    page.save_revision().publish()
    published = Client().get(f"/api/v1/events/{page.translation_key}/").json()
    assert published.keys() == draft.keys()


def test_a_draft_material_is_read_too(client: Client, editor: User, home: Any) -> None:
    page = MaterialFactory(parent=MethodologyIndexFactory(parent=home), live=False)
    page.save_revision()
    assert read(token_of(client, page)).json()["title"] == page.title


def test_a_later_edit_does_not_change_what_a_link_shows(client: Client, editor: User, news: NewsPage) -> None:
    token = token_of(client, news)
    news.title = "Още по-ново"
    news.save_revision()
    assert read(token).json()["title"] == "Ново заглавие"


def problem(token: str) -> tuple[int, str, str]:
    response = read(token)
    assert response["Content-Type"] == "application/problem+json"
    return response.status_code, response.json()["code"], response.json()["detail"]


def test_a_link_expires(client: Client, editor: User, news: NewsPage, settings: Any) -> None:
    token = token_of(client, news)
    with time_machine.travel(timezone.now() + timedelta(seconds=settings.LIBRARY_PREVIEW_SECONDS + 5)):
        status, code, words = problem(token)
    assert (status, code) == (410, "expired")
    assert words == "Връзката е изтекла. Отворете прегледа наново."


@pytest.mark.parametrize("token", ["x", "a:b:c", "ключ", "eyJwYWdlIjoxfQ:1abc:AAAA"])
def test_a_token_of_somebody_else_is_refused(site: Any, token: str) -> None:
    assert problem(token)[:2] == (401, "bad-token")


@pytest.mark.parametrize("query", ["", "?token=", f"?token={'x' * 400}", "?token=a&token=b", "?token=a&x=1"])
def test_a_wrong_question_is_refused(site: Any, query: str) -> None:
    assert Client().get(f"/api/v1/preview/{query}").status_code == 400


def test_a_link_ends_with_the_right_of_who_made_it(client: Client, editor: User, news: NewsPage) -> None:
    token = token_of(client, news)
    editor.groups.clear()
    assert problem(token)[:2] == (403, "forbidden")


def test_a_link_ends_with_the_account_of_who_made_it(client: Client, editor: User, news: NewsPage) -> None:
    token = token_of(client, news)
    User.objects.update(is_active=False)
    assert problem(token)[:2] == (403, "forbidden")


def test_a_link_ends_with_the_page(client: Client, editor: User, news: NewsPage) -> None:
    token = token_of(client, news)
    news.delete()
    assert problem(token)[:2] == (410, "gone")


def test_who_may_not_edit_gets_no_link(client: Client, news: NewsPage) -> None:
    user = User.objects.create_user("gost", password="lipa")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    response = client.get(reverse("external_preview", args=[news.pk]))
    assert response.status_code in (302, 403)
    assert "front.example" not in response.get("Location", "")
    assert "front.example" not in Client().get(reverse("external_preview", args=[news.pk])).get(
        "Location", ""
    )


def test_the_editor_offers_it_where_there_is_a_front_end(
    client: Client, editor: User, news: NewsPage, home: Any, settings: Any
) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[news.pk])
    assert "Преглед във външен сайт" in client.get(address).content.decode()
    other = StandardPageFactory(parent=home)
    plain = reverse("wagtailadmin_pages:edit", args=[other.pk])
    assert "Преглед във външен сайт" not in client.get(plain).content.decode()
    settings.LIBRARY_PREVIEW_URL = ""
    assert "Преглед във външен сайт" not in client.get(address).content.decode()


def test_a_preview_of_one_kind_only_is_in_the_api(client: Client, editor: User, home: Any) -> None:
    page = StandardPageFactory(parent=home)
    page.save_revision()
    assert client.get(reverse("external_preview", args=[page.pk])).status_code in (302, 403)

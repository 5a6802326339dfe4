"""The editor's side: forms in Bulgarian, slugs without scripts, records, dashboard."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pages_factories import (
    MunicipalityFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    SettlementFactory,
    StandardPageFactory,
    create_site,
)
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from pages.models import HomePage, NewsPage, NewsTag, StandardPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    """A browser with a superuser signed in."""
    client.force_login(User.objects.create_superuser("admin", password="lipa"))
    return client


def standard_form(**values: Any) -> dict[str, Any]:
    """Return what the form of a standard page posts."""
    plain = {"title": "За читателя", "slug": "", "lead": "", "body": streamfield([]), "action-publish": "1"}
    return nested_form_data({**plain, **values, "comments": _empty_formset()})


def _empty_formset() -> dict[str, int]:
    return {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}


def add_standard(editor: Client, parent: Any, **values: Any) -> Any:
    """Post a new standard page."""
    return editor.post(
        reverse("wagtailadmin_pages:add", args=["pages", "standardpage", parent.pk]), standard_form(**values)
    )


def test_a_slug_in_cyrillic_is_transliterated_for_a_browser_without_scripts(editor: Client) -> None:
    home = create_site().home
    add_standard(editor, home, slug="Щъркели и липи")
    assert StandardPage.objects.get().slug == "shtarkeli-i-lipi"


def test_a_draft_without_a_slug_gets_one_from_its_title(editor: Client) -> None:
    home = create_site().home
    form = standard_form(title="Въпроси")
    del form["action-publish"]
    response = editor.post(reverse("wagtailadmin_pages:add", args=["pages", "standardpage", home.pk]), form)
    assert response.status_code == 302, response.context["form"].errors
    assert StandardPage.objects.get().slug == "vaprosi"


def test_a_title_of_signs_alone_is_answered_at_the_field(editor: Client) -> None:
    home = create_site().home
    form = standard_form(title="???")
    del form["action-publish"]
    response = editor.post(reverse("wagtailadmin_pages:add", args=["pages", "standardpage", home.pk]), form)
    assert "От това заглавие не може да се състави адрес" in response.content.decode()
    assert not StandardPage.objects.exists()


def test_two_pages_of_one_title_get_two_addresses() -> None:
    home = create_site().home
    slugs = [StandardPageFactory(parent=home, title="Услуги").slug for _ in range(3)]
    assert slugs == ["uslugi", "uslugi-2", "uslugi-3"]


def test_a_title_as_long_as_the_field_still_makes_an_address() -> None:
    home = create_site().home
    slugs = [StandardPageFactory(parent=home, title="щ" * 255).slug for _ in range(2)]
    assert len(set(slugs)) == 2
    assert all(len(slug) <= 255 for slug in slugs)


def test_the_form_that_copies_a_page_has_bulgarian_slugs(editor: Client) -> None:
    page = StandardPageFactory(parent=create_site().home, title="Услуги")
    html = editor.get(reverse("wagtailadmin_pages:copy", args=[page.pk])).content.decode()
    assert "data-w-slug-formatters-value" in html


def test_a_second_home_page_in_a_language_is_refused(editor: Client) -> None:
    create_site()
    root = HomePage.objects.get(locale__language_code="bg").get_parent()
    form = nested_form_data({"title": "Втора", "slug": "vtora", "intro": "", "comments": _empty_formset()})
    response = editor.post(
        reverse("wagtailadmin_pages:add", args=["pages", "homepage", root.pk]),
        {**form, "action-publish": "1"},
    )
    assert "На този език вече има начална страница" in response.content.decode()
    assert HomePage.objects.filter(locale__language_code="bg").count() == 1


def test_news_with_an_image_need_a_description_of_it(editor: Client) -> None:
    from pages_factories import ImageFactory

    index = NewsIndexPageFactory(parent=create_site().home)
    form = nested_form_data(
        {
            "title": "Нова изложба",
            "slug": "nova",
            "date": "22.11.2026",
            "lead": "",
            "image": ImageFactory().pk,
            "image_alt": "",
            "body": streamfield([("text", rich_text("<p>Добре дошли!</p>"))]),
            "tags": "",
            "related_event": "",
            "comments": _empty_formset(),
            "action-publish": "1",
        }
    )
    address = reverse("wagtailadmin_pages:add", args=["pages", "newspage", index.pk])
    assert "Опишете с няколко думи" in editor.post(address, form).content.decode()
    editor.post(address, {**form, "image_alt": "Картина с липи"})
    assert str(NewsPage.objects.get().date) == "2026-11-22"


@pytest.mark.parametrize("value", ["31.02.2026", "вчера", "99999-01-01"])
def test_an_impossible_date_is_answered_at_the_field(editor: Client, value: str) -> None:
    page = NewsPageFactory(parent=NewsIndexPageFactory(parent=create_site().home))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = nested_form_data({"body": streamfield([]), "comments": _empty_formset(), "tags": ""})
    response = editor.post(address, {**form, "title": page.title, "slug": page.slug, "date": value})
    assert response.status_code == 200
    assert "date" in response.context["form"].errors


@pytest.mark.parametrize("model", ["municipality", "settlement", "newstag"])
def test_records_are_listed_searched_and_edited(editor: Client, model: str) -> None:
    create_site()
    rows = {
        "municipality": MunicipalityFactory(),
        "settlement": SettlementFactory(),
        "newstag": NewsTag.objects.create(name="Краезнание"),
    }
    listing = reverse(f"wagtailsnippets_pages_{model}:list")
    assert str(rows[model].name) in editor.get(listing).content.decode()
    assert str(rows[model].name) in editor.get(listing, {"q": rows[model].name[:4]}).content.decode()
    assert editor.get(listing, {"q": 'кавичка " и %'}).status_code == 200
    edit = reverse(f"wagtailsnippets_pages_{model}:edit", args=[rows[model].pk])
    assert editor.get(edit).status_code == 200


def test_the_list_of_settlements_does_not_ask_for_each_municipality(
    editor: Client, django_assert_max_num_queries: Any
) -> None:
    create_site()
    SettlementFactory()
    listing = reverse("wagtailsnippets_pages_settlement:list")
    editor.get(listing)
    for number in range(20):
        SettlementFactory(ekatte=f"{number:05}", name=f"Село {number}")
    # session, user, permissions, locales, filter choices, count, rows
    with django_assert_max_num_queries(25):
        editor.get(listing)


def test_the_dashboard_offers_the_next_news_and_no_links_to_other_sites(editor: Client) -> None:
    index = NewsIndexPageFactory(parent=create_site().home)
    html = editor.get("/admin/").content.decode()
    assert reverse("wagtailadmin_pages:add", args=["pages", "newspage", index.pk]) in html
    assert "whats-new" not in html
    assert "gravatar" not in html


def test_the_contacts_are_edited_by_name(editor: Client) -> None:
    site = create_site().site
    html = editor.get(
        reverse("wagtailsettings:edit", args=["pages", "contactsettings", site.pk])
    ).content.decode()
    assert "кой отговаря" in html.lower()

"""What every page carries: contacts, headers, links to the other language."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from django.utils import translation
from pages_factories import (
    ImageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StandardPageFactory,
    create_site,
    fill_contacts,
    locale,
    translate,
)
from wagtail.models import PageViewRestriction
from wagtail_localize.models import Translation, TranslationSource

from pages import slots, versions
from pages.models import ContactPhone, ContactSettings, SocialLink
from pages.navigation import language_links, main_menu

pytestmark = pytest.mark.django_db


def test_contacts_are_read_once_a_request_in_three_queries(django_assert_max_num_queries: Any) -> None:
    contacts = fill_contacts(create_site().site, name_en="City Library")
    for number in ("042 648 131", "+359 888 642 151"):
        ContactPhone.objects.create(settings=contacts, number=number, role="справки", role_en="enquiries")
    SocialLink.objects.create(settings=contacts, label="Фейсбук", url="https://example.org/")
    request = RequestFactory().get("/")
    # the site, the contacts, their telephones, their links
    with django_assert_max_num_queries(4):
        for _ in range(3):
            held = ContactSettings.for_request(request)
            assert [phone.dialled for phone in held.phones.all()] == ["+35942648131", "+359888642151"]
            assert [link.label for link in held.social_links.all()] == ["Фейсбук"]
    with translation.override("en"):
        assert held.display_name == "City Library"
        assert held.phones.all()[0].display_role == "enquiries"
        assert held.display_city == "Стара Загора"


@pytest.mark.parametrize("number", ["042", "телефон", "042 648 131 <b>", "1" * 40])
def test_a_telephone_that_is_none_is_refused(number: str) -> None:
    contacts = fill_contacts(create_site().site)
    with pytest.raises(ValidationError, match="телефон"):
        ContactPhone(settings=contacts, number=number, role="").clean_fields(exclude=["sort_order"])


def test_the_menu_takes_the_same_queries_however_long_it_is(django_assert_max_num_queries: Any) -> None:
    home = create_site().home
    for number in range(8):
        StandardPageFactory(parent=home, title=f"Раздел {number}", show_in_menus=True)
    main_menu(RequestFactory().get("/"))
    request = RequestFactory().get("/")
    # the site, its root page, restrictions, the pages
    with django_assert_max_num_queries(4):
        for _ in range(2):
            assert len(main_menu(request)) == 8


def test_a_page_links_to_its_translation_and_else_to_the_home_of_the_language(
    django_assert_max_num_queries: Any,
) -> None:
    home = create_site().home
    page = StandardPageFactory(parent=home, title="Услуги")
    alone = StandardPageFactory(parent=home, title="Само тук")
    translate(page, title="Services")
    request = RequestFactory().get(page.url)
    # the site, the translations with their languages, the home page of the site
    with django_assert_max_num_queries(3):
        (link,) = language_links(request, page)
    assert (link.code, link.url, link.translated) == ("en", "/en/uslugi/", True)
    (link,) = language_links(RequestFactory().get(alone.url), alone)
    assert (link.url, link.translated) == ("/en/", False)


def test_a_draft_translation_is_not_linked() -> None:
    page = StandardPageFactory(parent=create_site().home, title="Услуги")
    translate(page).unpublish()
    (link,) = language_links(RequestFactory().get(page.url), page)
    assert link.url == "/en/"


def test_an_answer_with_a_session_is_private(client: Client) -> None:
    create_site()
    client.force_login(User.objects.create_superuser("admin", password="lipa"))
    assert "private" in client.get("/")["Cache-Control"]


def test_a_protected_page_is_never_public(client: Client) -> None:
    page = StandardPageFactory(parent=create_site().home)
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="липа")
    assert "public" not in client.get(page.url)["Cache-Control"]


@pytest.mark.parametrize("address", ["/", "/en/", "/nyama/", "/robots.txt"])
def test_public_answers_set_no_cookie_and_vary_by_none(client: Client, address: str) -> None:
    create_site()
    response = client.get(address)
    assert not response.cookies
    assert not {"cookie", "accept-language"} & {
        name.strip().lower() for name in response.get("Vary", "").split(",")
    }
    assert response["Cache-Control"].startswith("public")


def test_what_somebody_looks_for_stays_out_of_shared_caches(client: Client) -> None:
    create_site()
    response = client.get("/search/?q=липа")
    assert not response.cookies
    assert "private" in response["Cache-Control"]


def test_the_public_site_allows_no_inline_code_and_the_admin_does(client: Client) -> None:
    create_site()
    assert "unsafe-inline" not in client.get("/")["Content-Security-Policy"]
    assert "unsafe-inline" in client.get("/admin/login/")["Content-Security-Policy"]


def test_a_version_grows_with_every_change() -> None:
    assert versions.current("липи").number == 0
    assert [versions.bump("липи"), versions.bump("липи")] == [1, 2]
    assert versions.current("липи").number == 2


def test_a_slot_shows_its_contributions_in_order_and_nothing_for_none(client: Client) -> None:
    with pytest.raises(LookupError):
        slots.register("no.such.slot", template="x.html", context=lambda request, page: {})


def test_a_translation_keeps_day_and_picture_and_has_words_of_its_own() -> None:
    news = NewsPageFactory(
        parent=NewsIndexPageFactory(parent=create_site().home), image=ImageFactory(), image_alt="Липи"
    )
    source, _ = TranslationSource.update_or_create_from_instance(news)
    for page in (news.get_parent().specific, news):
        source, _ = TranslationSource.update_or_create_from_instance(page)
        Translation.objects.create(source=source, target_locale=locale("en")).save_target(publish=True)
    english = news.get_translation(locale("en"))
    assert english.url == f"/en/novini/{news.slug}/"
    assert (english.date, english.image_id) == (news.date, news.image_id)

"""What other packages name in English only is named in Bulgarian."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.humanize.templatetags.humanize import naturaltime
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django.utils.translation.trans_real import translation
from pages_factories import MunicipalityFactory
from wagtail.users.forms import PagePermissionsForm
from wagtail_localize import models
from wagtail_localize.views import edit_translation

from pages.permission_names import local_name, name_permissions

pytestmark = [
    pytest.mark.django_db,
    # wagtail-localize pages through its report in no order.
    pytest.mark.filterwarnings("ignore:Pagination may yield inconsistent results"),
]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("wagtailsites:index", ["Порт", "Име на сайта", "Начална страница", 'aria-label="Действия"']),
        ("wagtail_localize:translations_report", ["Език на оригинала", "Език на превода"]),
        ("wagtaillocales:index", ["Български", "Други обекти"]),
        ("wagtaillocales:add", ["Език, от който се взема съдържанието"]),
        ("wagtailsearchpromotions:add", ["Текст на външната връзка"]),
        (
            "wagtailusers_groups:add",
            ["Може да добавя община", "Може да изпраща за превод страници и фрагменти", "Език"],
        ),
    ],
)
def test_an_admin_page_names_in_bulgarian(
    name: str, words: list[str], locales: Any, admin_client: Any
) -> None:
    page = admin_client.get(reverse(name)).content.decode()
    assert [word for word in words if word not in page] == []


def test_the_password_is_asked_for_in_bulgarian(client: Any) -> None:
    page = client.get(reverse("wagtailadmin_login")).content.decode()
    assert "Парола" in page
    assert "Password" not in page


@pytest.mark.parametrize(
    ("codename", "name", "expected"),
    [
        ("add_page", "Can add page", "Може да добавя страница"),
        ("choose_image", "Can choose image", "Може да избира страница"),
        ("publish_page", "Publish any page", "Публикуване на всички страници"),
        ("submit_translation", "Can submit translations", "Може да изпраща за превод страници и фрагменти"),
        ("add_page", "Създава страници на филиала", "Създава страници на филиала"),
        ("approve_page", "Can approve page", "Can approve page"),
    ],
)
def test_a_permission_is_renamed_unless_somebody_has_named_it(
    codename: str, name: str, expected: str
) -> None:
    with override("bg"):
        assert local_name(codename, name, "страница") == expected


def test_permissions_are_named_after_the_migrations() -> None:
    names = Permission.objects.values_list("name", flat=True)
    assert Permission.objects.get(codename="change_municipality").name == "Може да променя община"
    assert [name for name in names if name.startswith(("Can add", "Can view"))] == []


def test_a_name_somebody_has_chosen_outlives_the_next_migrations() -> None:
    Permission.objects.filter(codename="change_municipality").update(name="Поправя общините")
    Permission.objects.filter(codename="add_municipality").update(name="Can add municipality")
    name_permissions(sender=apps.get_app_config("pages"))
    assert Permission.objects.get(codename="change_municipality").name == "Поправя общините"
    assert Permission.objects.get(codename="add_municipality").name == "Може да добавя община"


def test_a_number_stands_after_the_name_of_what_is_counted(admin_client: Any) -> None:
    MunicipalityFactory()
    MunicipalityFactory(name="Опан", code="SZR23", ekatte="53576")
    page = admin_client.get(reverse("wagtailsnippets_pages_municipality:list")).content.decode()
    assert "Общини: 2" in page


def test_a_kind_of_page_has_one_capital_letter(home: Any, admin_client: Any) -> None:
    page = admin_client.get(reverse("wagtailadmin_reports:page_types_usage")).content.decode()
    assert "Начална страница" in page
    assert "Начална Страница" not in page


def test_the_dashboard_leads_to_the_handbook_and_to_no_other_host(admin_client: Any) -> None:
    page = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("library_handbook") in page
    assert "wagtail.org" not in page


@pytest.mark.parametrize(("value", "word"), [(True, "да"), (False, "не"), (None, "неизвестно")])
def test_a_tick_is_said_in_a_word(value: bool | None, word: str) -> None:
    cell = render_to_string("wagtailadmin/tables/boolean_cell.html", {"value": value, "column": {}})
    assert word in cell
    assert str(value) not in cell


def test_what_nobody_has_published_is_nobodys(home: Any, admin_client: Any) -> None:
    home.save_revision().publish()
    page = admin_client.get(reverse("wagtailadmin_reports:aging_pages")).content.decode()
    assert home.title in page
    assert not re.search(r">\s*None\s*<", page)


def test_the_day_of_a_translation_is_written_in_numbers() -> None:
    assert [models.DATE_FORMAT, edit_translation.DATE_FORMAT] == ["%d.%m.%Y"] * 2


def test_how_long_ago_a_page_was_sent_for_approval_is_said_in_bulgarian() -> None:
    with override("bg"):
        assert naturaltime(timezone.now() - timedelta(seconds=5)) == "преди 5\xa0секунди"
        assert naturaltime(timezone.now() - timedelta(minutes=3)).startswith("преди 3\xa0минути")


def test_the_page_of_a_permission_is_asked_for_in_bulgarian() -> None:
    with override("bg"):
        assert PagePermissionsForm.base_fields["page"].label == "Страница"


def test_no_word_of_the_admin_mixes_two_alphabets() -> None:
    catalogue = translation("bg")._catalog
    texts = [catalogue[key] for key in set(catalogue.keys())]
    plain = (re.sub(r"%\(\w+\)\w|%\w|{\w*}|<[^>]*>|&\w+;", "", text) for text in texts)
    words = {word for text in plain for word in re.findall(r"[^\W\d_]+", text)}
    assert len(words) > 1_500
    assert [word for word in words if re.search("[A-Za-z]", word) and re.search("[А-Яа-я]", word)] == []

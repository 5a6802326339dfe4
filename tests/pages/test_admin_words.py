"""What other packages name in English only is named in Bulgarian."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils.translation import override

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

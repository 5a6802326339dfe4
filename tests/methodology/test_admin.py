import csv
import io
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse
from methodology_factories import (
    AdministrationFactory,
    AudienceFactory,
    CategoryFactory,
    LibraryFactory,
    PersonFactory,
    PostFactory,
    TopicFactory,
    TrainingFactory,
)
from openpyxl import load_workbook
from pages_factories import SettlementFactory
from wagtail.models import ReferenceIndex
from wagtail.users.models import UserProfile

from methodology.actions.import_libraries import ImportLibraries
from methodology.models import Library, MaterialCategory, Training
from methodology.register.records import read_register
from pages.versions import current

pytestmark = pytest.mark.django_db
MODELS = (
    "library",
    "person",
    "post",
    "administration",
    "topic",
    "training",
    "materialcategory",
    "materialaudience",
)


def listing(model: str, view: str = "list", *args: Any) -> str:
    return reverse(f"wagtailsnippets_methodology_{model}:{view}", args=args)


@pytest.fixture
def library() -> Library:
    return LibraryFactory(
        reg_no=103,
        eik="000804834",
        name="Съзнание – 1921",
        register_name="Съзнание-1921г.- с. Асен",
        phone="+359 42 600 000",
        settlement=SettlementFactory(name="Асен", ekatte="00697"),
    )


@pytest.mark.parametrize("model", MODELS)
def test_the_listings_and_the_forms_open(admin_client: Client, library: Library, model: str) -> None:
    TrainingFactory()
    CategoryFactory()
    assert admin_client.get(listing(model)).status_code == 200
    assert admin_client.get(listing(model, "add")).status_code == 200


def test_the_menu_has_all_records_of_the_department(admin_client: Client) -> None:
    page = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert all(listing(model) in page for model in MODELS)


@pytest.mark.parametrize(
    "query", ["q=съзнание", "q=000804834", "q=103", "q=асен", "kind=chitalishte", 'q="%27']
)
def test_libraries_are_searched_and_filtered(admin_client: Client, library: Library, query: str) -> None:
    response = admin_client.get(f"{listing('library')}?{query}")
    assert response.status_code == 200
    assert ("Съзнание – 1921" in response.content.decode()) is ('"' not in query)


def test_libraries_are_filtered_by_municipality(admin_client: Client, library: Library) -> None:
    here = admin_client.get(f"{listing('library')}?municipality={library.municipality_id}&status=closed")
    assert "Съзнание – 1921" not in here.content.decode()


def test_the_workbook_keeps_codes_as_text(admin_client: Client, library: Library) -> None:
    content = b"".join(admin_client.get(f"{listing('library')}?export=xlsx").streaming_content)
    rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    row = dict(zip(*rows, strict=True))
    assert (row["ЕИК"], row["ЕКАТТЕ"], row["Рег. №"]) == ("000804834", "00697", 103)
    assert row["Телефон"] == "+359 42 600 000"


def test_the_text_export_cannot_start_a_formula(admin_client: Client, library: Library) -> None:
    content = b"".join(admin_client.get(f"{listing('library')}?export=csv").streaming_content).decode()
    (row,) = csv.DictReader(io.StringIO(content))
    assert row["Телефон"] == "'+359 42 600 000"
    assert row["ЕИК"] == "000804834"


@pytest.mark.parametrize("language", ["bg", "en"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_can_be_imported_again_without_a_change(
    admin_client: Client, admin_user: User, library: Library, tmp_path: Any, kind: str, language: str
) -> None:
    UserProfile.objects.create(user=admin_user, preferred_language=language)
    path = tmp_path / f"export.{kind}"
    path.write_bytes(b"".join(admin_client.get(f"{listing('library')}?export={kind}").streaming_content))
    outcome = ImportLibraries(read_register(path)).execute()
    assert (outcome.same, outcome.refused, outcome.changed, outcome.new) == (1, 0, 0, 0)


def test_a_library_is_added_through_the_form_with_a_readable_name(admin_client: Client) -> None:
    settlement = SettlementFactory(name="Ръжена")
    data = {
        "kind": "chitalishte",
        "status": "active",
        "register_name": "СВЕТЛИНА -1928 г.",
        "reg_no": "96",
        "eik": "000805733",
        "municipality": settlement.municipality_id,
        "settlement": settlement.pk,
    }
    before = current("libraries").number
    assert admin_client.post(listing("library", "add"), data).status_code == 302
    library = Library.objects.get()
    assert (library.name, library.eik) == ("Светлина – 1928", "000805733")
    assert current("libraries").number > before


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"eik": "000805734"}, "Контролната цифра на ЕИК 000805734 не е вярна"),
        ({"eik": "805733"}, "ЕИК има точно 9 цифри"),
        ({"reg_no": "99999999999999999999"}, "reg_no"),
        ({"name": "щ" * 256}, "256"),
    ],
)
def test_a_wrong_value_is_explained_in_the_form(
    admin_client: Client, library: Library, values: dict[str, str], words: str
) -> None:
    data = {
        "kind": "chitalishte",
        "status": "active",
        "name": library.name,
        "municipality": library.municipality_id,
        "settlement": library.settlement_id,
        **values,
    }
    response = admin_client.post(listing("library", "edit", library.pk), data)
    assert response.status_code == 200
    assert words in response.content.decode()


def test_a_training_keeps_its_municipalities_and_raises_its_version(
    admin_client: Client, library: Library
) -> None:
    data = {
        "title": "Практикум",
        "kind": "practicum",
        "certificate_share": "80",
        **no_rows("sessions", "materials"),
        "start_date": "07.12.2026",
        "end_date": "11.12.2026",
        "municipalities": [library.municipality_id],
    }
    assert admin_client.post(listing("training", "add"), data).status_code == 302
    assert list(Training.objects.get().municipalities.all()) == [library.municipality]
    assert current("trainings").number >= 1


def no_rows(*names: str) -> dict[str, str]:
    """What a form posts for panels without rows."""
    return dict.fromkeys([f"{name}-{form}_FORMS" for name in names for form in ("TOTAL", "INITIAL")], "0")


RECORDS = {
    "library": LibraryFactory,
    "training": TrainingFactory,
    "materialcategory": CategoryFactory,
    "materialaudience": AudienceFactory,
    "person": PersonFactory,
    "post": PostFactory,
    "administration": AdministrationFactory,
    "topic": TopicFactory,
}


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("view", ["list", "add", "edit", "delete", "usage", "history"])
def test_nobody_opens_a_record_without_permission(client: Client, model: str, view: str) -> None:
    record = RECORDS[model]()
    client.force_login(staff_without_rights())
    args = [] if view in {"list", "add"} else [record.pk]
    assert client.get(listing(model, view, *args)).status_code == 302


def test_a_group_with_permission_to_change_may_not_delete(client: Client, library: Library) -> None:
    user = staff_without_rights()
    group = Group.objects.create(name="Само промяна")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", "change_library"]))
    user.groups.add(group)
    client.force_login(user)
    assert client.get(listing("library", "edit", library.pk)).status_code == 200
    assert client.post(listing("library", "delete", library.pk)).status_code == 302
    assert Library.objects.filter(pk=library.pk).exists()


def staff_without_rights() -> Any:
    from django.contrib.auth import get_user_model

    user = get_user_model().objects.create_user("novak", password="")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def test_a_category_in_use_is_not_deleted(admin_client: Client, home: Any) -> None:
    from methodology_factories import MaterialFactory, MethodologyIndexFactory

    page = MaterialFactory(parent=MethodologyIndexFactory(parent=home))
    assert ReferenceIndex.get_grouped_references_to(page.category).is_protected
    response = admin_client.post(listing("materialcategory", "delete", page.category.pk))
    assert response.status_code in {302, 403}
    assert MaterialCategory.objects.filter(pk=page.category.pk).exists()

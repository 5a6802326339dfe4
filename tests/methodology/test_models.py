import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from methodology_factories import (
    AudienceFactory,
    CategoryFactory,
    LibraryFactory,
    MaterialFactory,
    MethodologyIndexFactory,
    TrainingFactory,
    valid_eik,
)
from pages_factories import MunicipalityFactory, SettlementFactory

from methodology.models import Library, LibraryKind, MaterialCategory, MaterialPage, Training

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 23)


def errors_of(record: Any) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        record.full_clean()
    return refused.value.message_dict


@pytest.fixture
def index(home: Any) -> Any:
    return MethodologyIndexFactory(parent=home)


def test_a_category_without_an_address_gets_one_from_its_name(locales: Any) -> None:
    category = MaterialCategory(name="Нормативна база", locale=locales.bg)
    category.full_clean()
    assert category.slug == "normativna-baza"


def test_a_category_named_in_signs_only_is_refused_at_its_name(locales: Any) -> None:
    assert "name" in errors_of(MaterialCategory(name="!!!", locale=locales.bg))


def test_names_of_categories_fall_back_to_bulgarian(locales: Any) -> None:
    norms = CategoryFactory(name="Нормативна база", slug="norms", sort_order=1)
    CategoryFactory(name="Образци", slug="forms", sort_order=2)
    CategoryFactory(name="Rules", slug="norms", locale=locales.en, translation_key=norms.translation_key)
    assert MaterialCategory.objects.names("bg") == {"norms": "Нормативна база", "forms": "Образци"}
    assert MaterialCategory.objects.names("en") == {"norms": "Rules", "forms": "Образци"}


def test_a_material_cannot_replace_itself(index: Any) -> None:
    page = MaterialFactory(parent=index)
    page.replaces = page
    assert list(errors_of(page)) == ["replaces"]


def test_a_circle_of_replacements_is_refused_however_long(index: Any) -> None:
    editions = [MaterialFactory(parent=index)]
    for _ in range(3):
        editions.append(MaterialFactory(parent=index, replaces=editions[-1]))
    oldest = MaterialPage.objects.get(pk=editions[0].pk)
    oldest.replaces = MaterialPage.objects.get(pk=editions[-1].pk)
    assert list(errors_of(oldest)) == ["replaces"]


def test_a_straight_chain_of_editions_is_accepted(index: Any) -> None:
    first = MaterialFactory(parent=index)
    second = MaterialFactory(parent=index, replaces=first)
    MaterialFactory(parent=index, replaces=second).full_clean()


def test_a_replaced_material_names_its_published_replacement(index: Any) -> None:
    old = MaterialFactory(parent=index)
    new = MaterialFactory(parent=index, replaces=old)
    MaterialFactory(parent=index, replaces=old, live=False)
    assert old.replacements == [new]
    assert new.replaced == old
    assert new.replacements == []


def test_replacements_are_shown_in_the_language_of_the_page(
    index: Any, english_home: Any, locales: Any
) -> None:
    old = MaterialFactory(parent=index)
    new = MaterialFactory(parent=index, replaces=old)
    for page in (index, old, new):
        page.copy_for_translation(locales.en).save_revision().publish()
    english = old.get_translation(locales.en)
    assert english.replacements == [new.get_translation(locales.en)]
    assert new.get_translation(locales.en).replaced == english


def test_only_current_materials_are_listed(index: Any) -> None:
    old = MaterialFactory(parent=index)
    new = MaterialFactory(parent=index, replaces=old)
    draft_replaced = MaterialFactory(parent=index)
    MaterialFactory(parent=index, replaces=draft_replaced, live=False)
    assert set(MaterialPage.objects.live().current()) == {new, draft_replaced}


def test_a_material_without_audience_is_for_everybody(index: Any) -> None:
    towns = AudienceFactory(name="Градски", slug="gradski")
    villages = AudienceFactory(name="Селски", slug="selski")
    for_all = MaterialFactory(parent=index)
    for_towns = MaterialFactory(parent=index, audiences=[towns])
    for_both = MaterialFactory(parent=index, audiences=[towns, villages])
    assert set(MaterialPage.objects.for_audience("selski")) == {for_all, for_both}
    assert set(MaterialPage.objects.for_audience("gradski", "selski")) == {for_all, for_towns, for_both}


def test_a_library_named_only_in_the_register_gets_a_readable_name() -> None:
    library = LibraryFactory.build(
        name="", register_name="СЪЗНАНИЕ-1921Г.- С. АСЕН", settlement=SettlementFactory(name="Асен")
    )
    library.municipality = library.settlement.municipality
    library.full_clean()
    assert library.name == "Съзнание – 1921"
    assert library.register_name == "СЪЗНАНИЕ-1921Г.- С. АСЕН"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"eik": "000805734"}, "eik"),
        ({"eik": "805733"}, "eik"),
        ({"name": "", "register_name": ""}, "name"),
        ({"phone": "няма"}, "phone"),
        ({"email": "няма"}, "email"),
        ({"reg_no": -1}, "reg_no"),
    ],
)
def test_a_wrong_value_of_a_library_is_named_at_its_field(values: dict[str, Any], field: str) -> None:
    library = LibraryFactory()
    for name, value in values.items():
        setattr(library, name, value)
    assert list(errors_of(library)) == [field]


def test_a_settlement_of_another_municipality_is_refused() -> None:
    library = LibraryFactory()
    library.municipality = MunicipalityFactory(name="Опан", code="SZR23")
    assert "Стара Загора" in errors_of(library)["settlement"][0]


def test_two_chitalishta_cannot_have_one_number() -> None:
    first = LibraryFactory()
    assert "reg_no" in errors_of(LibraryFactory.build(**place_of(first), reg_no=first.reg_no))
    assert "eik" in errors_of(LibraryFactory.build(**place_of(first), eik=first.eik))


def test_municipal_libraries_may_share_the_number_of_their_municipality() -> None:
    first = LibraryFactory(kind=LibraryKind.MUNICIPAL, reg_no=None)
    LibraryFactory.build(
        **place_of(first), kind=LibraryKind.MUNICIPAL, reg_no=None, eik=first.eik
    ).full_clean()


def place_of(library: Library) -> dict[str, Any]:
    return {"settlement": library.settlement, "municipality": library.municipality}


def test_working_libraries_are_counted_by_municipality() -> None:
    near = LibraryFactory(eik=valid_eik(1))
    LibraryFactory(**place_of(near))
    LibraryFactory(**place_of(near), status="closed")
    opan = MunicipalityFactory(name="Опан", code="SZR23")
    LibraryFactory(settlement=SettlementFactory(name="Опан", ekatte="53576", municipality=opan))
    counted = {row.slug: row.libraries for row in Library.objects.active().count_by_municipality()}
    assert counted == {near.municipality.slug: 2, "opan": 1}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"end_date": DAY - datetime.timedelta(days=1)}, "end_date"),
        ({"start_time": datetime.time(10), "end_time": datetime.time(9)}, "end_time"),
        ({"start_time": datetime.time(10), "end_time": datetime.time(10)}, "end_time"),
        ({"end_time": datetime.time(10)}, "start_time"),
        ({"capacity": 0}, "capacity"),
        ({"start_date": None}, "start_date"),
    ],
)
def test_an_impossible_training_is_refused_at_the_field(values: dict[str, Any], field: str) -> None:
    training = TrainingFactory.build(**{"start_date": DAY, **values})
    assert list(errors_of(training)) == [field]


def test_a_training_over_several_days_may_end_earlier_in_the_day() -> None:
    TrainingFactory.build(
        start_date=DAY,
        end_date=DAY + datetime.timedelta(days=4),
        start_time=datetime.time(13),
        end_time=datetime.time(12),
    ).full_clean()


def test_a_training_stays_among_the_coming_ones_until_its_last_day() -> None:
    running = TrainingFactory(start_date=DAY - datetime.timedelta(days=2), end_date=DAY)
    past = TrainingFactory(start_date=DAY - datetime.timedelta(days=2))
    coming = TrainingFactory(start_date=DAY + datetime.timedelta(days=1))
    assert list(Training.objects.upcoming(DAY)) == [running, coming]
    assert list(Training.objects.past(DAY)) == [past]
    assert list(Training.objects.between(DAY, DAY + datetime.timedelta(days=1))) == [running]


def test_a_training_for_no_municipality_in_particular_is_for_all() -> None:
    opan, chirpan = (
        MunicipalityFactory(name="Опан", code="SZR23"),
        MunicipalityFactory(name="Чирпан", code="SZR36"),
    )
    for_all = TrainingFactory()
    for_opan = TrainingFactory(municipalities=[opan])
    TrainingFactory(municipalities=[chirpan])
    assert set(Training.objects.in_municipality("opan")) == {for_all, for_opan}

import datetime
from typing import Any

import pytest
from methodology_factories import AudienceFactory, CategoryFactory, MaterialFactory, MaterialFileFactory
from methodology_factories import MethodologyIndexFactory as IndexFactory
from pages_factories import create_site, locale
from wagtail_localize.models import StringSegment, Translation, TranslationSource
from wagtail_localize.operations import translate_object

pytestmark = pytest.mark.django_db


def english(record: Any) -> Any:
    return record.get_translation(locale("en"))


def publish_again(record: Any) -> None:
    """Bring the English page up to the Bulgarian one, as the translation screen does."""
    source, _ = TranslationSource.update_or_create_from_instance(record)
    Translation.objects.get(source=source).save_target(publish=True)


@pytest.fixture
def material() -> Any:
    index = IndexFactory(parent=create_site(english=True).home)
    page = MaterialFactory(parent=index, audiences=[AudienceFactory()], official_number="РД-1")
    MaterialFileFactory(page=page, title="Образец")
    translate_object(index, [locale("en")], components=None)
    translate_object(page, [locale("en")], components=None)
    return page


def test_dates_files_and_category_follow_the_bulgarian_page(material: Any) -> None:
    newer = CategoryFactory(name="Образци", slug="obraztsi")
    material.category = newer
    material.edition_date = datetime.date(2026, 9, 1)
    material.save()
    MaterialFileFactory(page=material, title="Втори образец")
    material.refresh_from_db()
    publish_again(material)
    translated = english(material)
    assert translated.edition_date == datetime.date(2026, 9, 1)
    assert translated.category == newer
    assert [file.title for file in translated.files.all()] == ["Образец", "Втори образец"]
    assert list(translated.audiences.all()) == list(material.audiences.all())


def test_texts_are_offered_for_translation_and_codes_are_not(material: Any) -> None:
    paths = set(
        StringSegment.objects.filter(source__object_id=material.translation_key).values_list(
            "context__path", flat=True
        )
    )
    assert {"title", "official_number"} <= paths
    assert not paths & {"category", "edition_date", "files", "audiences", "replaces"}


def test_a_category_keeps_its_address_in_every_language() -> None:
    category = CategoryFactory(name="Указания", slug="ukazania")
    locale("en")
    translate_object(category, [locale("en")], components=None)
    assert english(category).slug == "ukazania"

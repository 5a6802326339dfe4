"""A table's words reach the translation editor and come back into the same cells."""

import pytest
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from pages.models import StandardPage

TABLE = {
    "caption": "Такси",
    "columns": [
        {"type": "text", "heading": "За кого"},
        {"type": "number", "heading": "Книги"},
        {"type": "rich_text", "heading": "Бележка"},
    ],
    "rows": [{"values": ["Деца", "5", "<p>Картата е <b>безплатна</b>.</p>"]}, {"values": ["", None, ""]}],
}
ENGLISH = {
    "Такси": "Fees",
    "За кого": "Who",
    "Книги": "Books",
    "Бележка": "Note",
    "Деца": "Children",
    "Картата е <b>безплатна</b>.": "The card is <b>free</b>.",
}


@pytest.fixture
def page(home):
    body = [{"type": "table", "value": TABLE, "id": "0f3a0bfa-95b1-4a0e-8f2c-0a7d3f1f6c11"}]
    return home.add_child(instance=StandardPage(title="Карти", body=body, locale=home.locale))


def test_the_words_of_a_table_are_offered_for_translation_and_its_numbers_are_not(page):
    source, _ = TranslationSource.get_or_create_from_instance(page)

    offered = {segment.string.data for segment in StringSegment.objects.filter(source=source)}

    assert offered >= set(ENGLISH)
    assert "5" not in offered


def test_a_translated_table_has_each_text_in_its_place(page, english_home, locales):
    source, _ = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locales.en)
    for segment in StringSegment.objects.filter(source=source):
        english = ENGLISH.get(segment.string.data, segment.string.data)
        StringTranslation.from_text(segment.string, locales.en, segment.context, english)

    translation.save_target(publish=False)

    table = page.get_translation(locales.en).specific.get_latest_revision_as_object().body[0].value
    assert table.caption == "Fees"
    assert [column["heading"] for column in table.columns] == ["Who", "Books", "Note"]
    assert table.row_data[0]["values"][0] == "Children"
    assert table.row_data[0]["values"][1] == 5
    assert table.row_data[0]["values"][2].source == "<p>The card is <b>free</b>.</p>"

"""The admin in Bulgarian: nothing is left in English, and no translation loses a part of its text."""

import json
import re
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import polib
import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext, override
from django.utils.translation.trans_real import DjangoTranslation

from pages.catalogues import Text, shipped_texts, untranslated

BULGARIAN = Path(__file__).parents[2] / "locale/bg/LC_MESSAGES"
ENTRIES = [entry for path in sorted(BULGARIAN.glob("*.po")) for entry in polib.pofile(str(path))]
PARTS = re.compile(r"%\(\w+\)[sdr]|%[sdr](?!\w)|\{\w*\}|<[^<>]*>")
# Wagtail forgets to say what it counts here, and shows "None".
WITHOUT_A_NAME = "%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s"
STRAIGHT_QUOTE = re.compile(r"""["'](?:%\(|\{)|(?:\)s|\})["'](?![^<]*>)""")


def report(*arguments: str) -> str:
    output = StringIO()
    call_command("untranslated", *arguments, stdout=output)
    return output.getvalue()


def test_no_text_of_the_installed_apps_is_left_untranslated() -> None:
    assert report().splitlines()[-1] == "Непреведени: 0"


def test_what_is_untranslated_is_listed_and_fails(settings: Any) -> None:
    settings.LOCALE_PATHS = []
    output = StringIO()
    with pytest.raises(CommandError, match="непреведени"):
        call_command("untranslated", "--list", stdout=output)
    assert "    'Pin toolbar'" in output.getvalue().splitlines()


@pytest.mark.parametrize("code", ["en", "xx"])
def test_a_language_without_anything_to_check_is_refused(code: str) -> None:
    with pytest.raises(CommandError, match=f"„{code}“"):
        report("--lang", code)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (Text(None, "Publish", ""), False),
        (Text(None, "No catalogue has this", ""), True),
        (Text("alt. month", "May", ""), False),
        (Text("no such context", "May", ""), True),
        (Text(None, "%(count)s image", "%(count)s images"), False),
        (Text(None, "Publish", "A plural that is new"), True),
    ],
)
def test_a_text_is_translated_in_its_context_and_in_all_its_forms(text: Text, missing: bool) -> None:
    assert (text in untranslated([text], DjangoTranslation("bg"))) is missing


def test_a_folder_without_an_english_catalogue_ships_the_texts_of_all_it_has(tmp_path: Path) -> None:
    for language, word in (("de", "first"), ("fr", "second")):
        folder = tmp_path / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "django.po").write_text(f'msgid "{word}"\nmsgstr ""\n\n#~ msgid "gone"\n#~ msgstr "x"\n')
    assert {text.singular for text in shipped_texts(tmp_path, "django")} == {"first", "second"}
    assert shipped_texts(tmp_path, "djangojs") == frozenset()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("wagtailadmin_javascript_catalog", "Закрепване на лентата"),
        ("wagtail_localize:javascript_catalog", "Качване на PO файл"),
    ],
)
def test_the_browser_is_given_the_bulgarian_texts(name: str, word: str, admin_client: Any) -> None:
    # Letters beyond ASCII are escaped in the script as in JSON.
    assert json.dumps(word) in admin_client.get(reverse(name)).content.decode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Publish", "Публикуване"), ("Save draft", "Запазване на чернова"), ("Snippets", "Фрагменти")],
)
def test_the_words_of_the_glossary_come_before_those_of_wagtail(text: str, expected: str) -> None:
    with override("bg"):
        assert gettext(text) == expected


def test_months_are_written_in_lower_case() -> None:
    with override("bg"):
        dates = [date_format(date(2026, month, 22), "j F / N") for month in range(1, 13)]
    assert dates[10] == "22 ноември / ноем."
    assert [text for text in dates if text != text.lower()] == []


def forms(entry: polib.POEntry) -> list[tuple[str, str]]:
    """Return each form of a text with its translation."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    return [(entry.msgid, entry.msgstr_plural[0]), (entry.msgid_plural, entry.msgstr_plural[1])]


def test_translations_keep_the_placeholders_and_tags_of_their_texts() -> None:
    lost = [
        text
        for entry in ENTRIES
        for text, translation in forms(entry)
        if text != WITHOUT_A_NAME and sorted(PARTS.findall(text)) != sorted(PARTS.findall(translation))
    ]
    assert ENTRIES
    assert lost == []


def test_translations_keep_the_spaces_at_the_ends_of_their_texts() -> None:
    def ends(text: str) -> tuple[bool, bool]:
        return text.startswith(" "), text.endswith(" ")

    pairs = [pair for entry in ENTRIES for pair in forms(entry)]
    assert [text for text, translation in pairs if ends(text) != ends(translation)] == []


def test_values_stand_in_bulgarian_quotes() -> None:
    translations = [re.sub(r"<[^<>]*>", "", each) for entry in ENTRIES for _, each in forms(entry)]
    assert [each for each in translations if STRAIGHT_QUOTE.search(each)] == []
    assert [each for each in translations if each.count("„") != each.count("“")] == []

"""The translations: what is compiled is what was written, and every text of ours has its English one."""

import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).parents[1]
SOURCES = ("pages", "events", "methodology", "site")
CATALOGUES = sorted((ROOT / "locale").glob("*/LC_MESSAGES/*.po"))
ENGLISH = ROOT / "locale/en/LC_MESSAGES/django.po"

Text = tuple[str | None, str]


def texts(catalogue: polib.POFile | polib.MOFile) -> dict[Text, object]:
    """Return the translations by context and text."""
    return {
        (entry.msgctxt, entry.msgid): entry.msgstr_plural or entry.msgstr
        for entry in catalogue.translated_entries()
    }


@pytest.mark.parametrize("source", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_compiled_catalogue_says_what_its_source_says(source: Path) -> None:
    written, compiled = polib.pofile(str(source)), polib.mofile(str(source.with_suffix(".mo")))
    assert texts(compiled) == texts(written)


@pytest.mark.parametrize("source", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_translation_names_the_placeholders_of_its_text(source: Path) -> None:
    result = subprocess.run(
        ["msgfmt", "--check-format", "--output-file", "/dev/null", str(source)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> set[Text]:
    """The texts marked for translation in Python and templates, collected anew."""
    if not shutil.which("xgettext"):
        pytest.skip("no gettext: apt install gettext")
    folder = tmp_path_factory.mktemp("texts")
    for source in SOURCES:
        shutil.copytree(
            ROOT / source, folder / source, ignore=shutil.ignore_patterns("__pycache__", "static")
        )
    (folder / "locale").mkdir()
    command = [sys.executable, "-m", "django", "makemessages", "--locale", "en", "--no-location"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    catalogue = polib.pofile(str(folder / "locale/en/LC_MESSAGES/django.po"))
    return {(entry.msgctxt, entry.msgid) for entry in catalogue}


def test_every_text_of_ours_has_an_english_translation(collected: set[Text]) -> None:
    translated = set(texts(polib.pofile(str(ENGLISH))))
    assert sorted(text for _, text in collected - translated) == []


def test_the_english_catalogue_holds_no_text_that_is_gone(collected: set[Text]) -> None:
    kept = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(ENGLISH))}
    assert sorted(text for _, text in kept - collected) == []

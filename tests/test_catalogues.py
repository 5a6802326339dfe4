"""The translations: what is compiled is what was written, and every text of ours has its English one."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import polib
import pytest

ROOT = Path(__file__).parents[1]
SOURCES = ("pages", "events", "methodology", "site")
CATALOGUES = sorted((ROOT / "locale").glob("*/LC_MESSAGES/*.po"))
ENGLISH = ROOT / "locale/en/LC_MESSAGES"
BULGARIAN = sorted((ROOT / "locale/bg/LC_MESSAGES").glob("*.po"))
DOMAINS = ("django", "djangojs")
# %(name)s of Python, {name} of str.format, tags and addresses inside the text.
PARTS = re.compile(r"%\([a-z_]+\)[a-z]|%%|\{[a-z_]*\}|</?[a-z][^>]*>|https?://[a-z./?=]+|--[a-z-]+")
CYRILLIC = re.compile("[А-Яа-яЀ-џ]")
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


class Collected(NamedTuple):
    """The texts of the code of one domain, and the catalogue they belong in."""

    texts: set[Text]
    catalogue: Path


def entries(catalogue: Path) -> list[polib.POEntry]:
    """Return what a catalogue holds; nothing for one that does not exist."""
    return list(polib.pofile(str(catalogue))) if catalogue.is_file() else []


def english_entries() -> list[polib.POEntry]:
    return [entry for domain in DOMAINS for entry in entries(ENGLISH / f"{domain}.po")]


def edges(text: str) -> tuple[str, str]:
    """Return the white space a text begins and ends with."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def test_an_english_text_keeps_the_placeholders_and_tags_of_the_bulgarian_one() -> None:
    wrong = []
    for entry in english_entries():
        for said in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
            if sorted(PARTS.findall(said)) != sorted(PARTS.findall(entry.msgid)):
                wrong.append((entry.msgid, said))
    assert wrong == []


def test_an_english_text_has_no_bulgarian_letters_and_the_same_edges() -> None:
    wrong = []
    for entry in english_entries():
        for said in [entry.msgstr, *entry.msgstr_plural.values()]:
            if said and (CYRILLIC.search(said) or edges(said) != edges(entry.msgid)):
                wrong.append(said)
    assert wrong == []


def test_every_english_text_is_finished() -> None:
    assert [entry.msgid for entry in english_entries() if not entry.translated()] == []


@pytest.fixture(scope="module", params=DOMAINS)
def collected(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Collected:
    """The texts marked for translation in Python and templates, or in scripts, collected anew."""
    if not shutil.which("xgettext"):
        pytest.skip("no gettext: apt install gettext")
    folder = tmp_path_factory.mktemp("texts")
    for source in SOURCES:
        shutil.copytree(ROOT / source, folder / source, ignore=shutil.ignore_patterns("__pycache__", "fonts"))
    (folder / "locale").mkdir()
    options = ["--locale", "en", "--no-location", "--domain", request.param]
    command = [sys.executable, "-m", "django", "makemessages", *options]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    found = entries(folder / "locale/en/LC_MESSAGES" / f"{request.param}.po")
    return Collected({(entry.msgctxt, entry.msgid) for entry in found}, ENGLISH / f"{request.param}.po")


def test_every_text_of_ours_has_an_english_translation(collected: Collected) -> None:
    translated = {
        (entry.msgctxt, entry.msgid) for entry in entries(collected.catalogue) if entry.translated()
    }
    assert sorted(text for _, text in collected.texts - translated) == []


def test_the_english_catalogue_holds_no_text_that_is_gone(collected: Collected) -> None:
    kept = {(entry.msgctxt, entry.msgid) for entry in entries(collected.catalogue)}
    assert sorted(text for _, text in kept - collected.texts) == []


def test_the_catalogue_of_other_packages_holds_no_text_of_ours() -> None:
    bulgarian = [entry for source in BULGARIAN for entry in entries(source)]
    assert [entry.msgid for entry in bulgarian if CYRILLIC.search(entry.msgid) or entry.obsolete] == []


def test_the_messages_are_collected_without_dates_and_addresses_of_a_machine() -> None:
    written = "".join(path.read_text() for path in ENGLISH.glob("*.po"))
    assert "POT-Creation-Date" not in written
    assert not re.search(r"^#: .*(:\d|/\.|^/)", written, re.MULTILINE)

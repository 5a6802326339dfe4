"""Bulgarian words in the code which nobody marked for translation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = ("pages", "events", "methodology", "site/library_site")
CYRILLIC = re.compile("[А-Яа-яЀ-џ]")
MARKS = (
    "_",
    "gettext",
    "gettext_lazy",
    "gettext_noop",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
)
# Says everything in both languages, without the help of anything that may have failed.
BILINGUAL = "site/library_site/templates/500.html"
# The handbook of the editors and the how-to for web masters are written in Bulgarian, and say so.
HANDBOOK = re.compile(r"/handbook/(chapters/)?(?!index|chapter|shot)\w+\.html$|/embed/howto_text\.inc$")
# What a reader of a template does not see, and what is marked.
UNSEEN = re.compile(
    r"{#.*?#}|{%-? *comment\b.*?endcomment *%}|{% *blocktranslate\b.*?endblocktranslate *%}"
    r"|{% *translate\b.*?%}|\b_\((\"|').*?\1\)",
    re.DOTALL,
)
# Where Bulgarian is the matter itself, and not words said in the language of the reader.
IN_BULGARIAN = (
    *("pages/bulgarian/", "pages/slugs.py", "pages/formats/bg/", "events/recurrence/sentences/bg.py"),
    # Each word stands beside its English one.
    *("events/hours/words.py", "events/hours/public_holidays.py"),
    # The words in which people write hours.
    "events/hours/spoken.py",
    # How prices say that there is none.
    "events/event_ld.py",
    # What the registers call their columns.
    "methodology/register/",
    # Data of this library, and the help of commands, which speak to the administrator only.
    *("site/library_site/demo/", "site/library_site/roles.py", "site/library_site/settings/"),
    *("/management/commands/", "/migrations/"),
)
# An example of a name.
EXAMPLES = {"Чирпан"}


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def is_mark(call: ast.Call) -> bool:
    return getattr(call.func, "id", getattr(call.func, "attr", "")) in MARKS


def forgotten(path: Path) -> list[str]:
    """Return the Bulgarian texts of a module that are neither marked nor documentation."""
    tree = ast.parse(path.read_text())
    marked = [part for call in calls(tree) if is_mark(call) for part in ast.walk(call)]
    said = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    fine = {id(node) for node in (*marked, *said)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in fine)
    texts = (node.value for node in constants if isinstance(node.value, str))
    return [text for text in texts if CYRILLIC.search(text) and text not in EXAMPLES]


@pytest.mark.parametrize("source", SOURCES)
def test_every_bulgarian_word_of_a_template_is_marked_for_translation(source: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in sorted((ROOT / source).rglob("templates/**/*.*"))
        if path != ROOT / BILINGUAL and not HANDBOOK.search(path.as_posix())
        for line in UNSEEN.sub("", path.read_text()).splitlines()
        if CYRILLIC.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("source", SOURCES)
def test_every_bulgarian_text_in_python_is_marked_for_translation(source: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {text}"
        for path in sorted((ROOT / source).rglob("*.py"))
        if not any(place in str(path.relative_to(ROOT)) for place in IN_BULGARIAN)
        for text in forgotten(path)
    ]
    assert found == []

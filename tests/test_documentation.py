"""The documentation names only what exists."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
COMMANDS = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
LINK = re.compile(r"\]\((?!\w+:)([^)#]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_page_is_reachable_from_the_readme_and_the_index() -> None:
    linked = {
        (page.parent / target).resolve()
        for page in (ROOT / "README.md", ROOT / "docs/index.md")
        for target in LINK.findall(page.read_text(encoding="utf-8"))
    }
    assert set((ROOT / "docs").rglob("*.md")) - linked - {ROOT / "docs/index.md"} == set()


def test_the_documented_make_targets_are_those_of_the_makefile() -> None:
    documented = set(re.findall(r"^\| `make ([a-z-]+)", COMMANDS, re.MULTILINE))
    assert documented == TARGETS - {"help"}


@pytest.mark.parametrize(
    ("command", "options"), re.findall(r"^\| `manage\.py (\w+)([^`]*)`", COMMANDS, re.MULTILINE)
)
def test_a_documented_command_exists_with_its_options(command: str, options: str) -> None:
    assert command in get_commands()
    parser = load_command_class(get_commands()[command], command).create_parser("manage.py", command)
    known = {option for action in parser._actions for option in action.option_strings}
    assert set(re.findall(r"--[a-z-]+", options)) <= known


def test_every_command_of_ours_is_documented() -> None:
    ours = {"pages", "events", "methodology", "library_site"}
    names = {command for command, app in get_commands().items() if str(app) in ours}
    assert names <= set(re.findall(r"`manage\.py (\w+)", COMMANDS))

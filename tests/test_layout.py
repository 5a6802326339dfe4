"""The shape of the repository: what may lie where, how long a file may grow, what no file may name."""

import ast
import locale
import os
import re
import site
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STANDARD_LIBRARY = Path(sysconfig.get_path("stdlib")).resolve()
TOP_LEVEL = {
    *("manage.py", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "Makefile"),
    *("package.json", "package-lock.json"),
    *("site", "pages", "events", "methodology", "locale", "tests", "requirements", "docs"),
}
SOURCE = {".py", ".html", ".css", ".js"}
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
# Addresses of package indexes and of folders that exist on one machine only.
FOREIGN = re.compile(
    r"(?:registry\.npmjs|pypi\.org/simple|pythonhosted|proxy\.golang|deb\.debian)\b"
    r"|(?<![\w.$])/(?:work|root|home|Users|opt)/\w"
    r"|--(?:extra-)?index-url|--find-links"
)
BINARY = {".mo", ".png", ".jpg", ".webp", ".avif", ".ico", ".woff2", ".pdf", ".xlsx", ".docx", ".zip"}


def tracked() -> list[Path]:
    """Return the files of the repository, those about to be added among them."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [path for name in listing.split("\0") if name and (path := ROOT / name).is_file()]


if not (ROOT / ".git").exists():
    pytest.skip("not a git checkout: nothing tells which files belong to it", allow_module_level=True)

FILES = tracked()
PYTHON = [path for path in FILES if path.suffix == ".py" and "migrations" not in path.parts]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Give each function of a file with its number of lines, decorators not counted."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("module", [site, locale])
def test_a_folder_of_ours_does_not_hide_a_module_of_python(module: object) -> None:
    assert Path(str(module.__file__)).resolve().parent == STANDARD_LIBRARY  # type: ignore[attr-defined]


@pytest.mark.parametrize("folder", ["site", "locale", "tests"])
def test_a_source_root_is_not_a_package(folder: str) -> None:
    assert not (ROOT / folder / "__init__.py").exists()


def test_the_top_level_holds_only_what_is_agreed() -> None:
    found = {path.relative_to(ROOT).parts[0] for path in FILES}
    assert {entry for entry in found if not entry.startswith(".")} <= TOP_LEVEL


def test_no_source_file_is_longer_than_the_budget() -> None:
    sources = [
        path for path in FILES if path.suffix in {".py", ".html", ".css", ".js"} and path in PYTHON + FILES
    ]
    lengths = {
        name(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources
        if "migrations" not in path.parts
    }
    assert {file: length for file, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_longer_than_the_budget() -> None:
    long = {
        f"{name(path)}: {function}": length
        for path in PYTHON
        for function, length in functions(path)
        if length > LONGEST_FUNCTION
    }
    assert long == {}


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    found = [
        f"{name(path)}:{number}: {line.strip()[:120]}"
        for path in FILES
        if path.suffix not in BINARY and path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if FOREIGN.search(line)
    ]
    assert found == []


def test_the_npm_lock_records_no_addresses() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", ["base.txt", "dev.txt", "node.txt"])
def test_every_requirement_is_pinned_by_hash(file: str) -> None:
    text = (ROOT / "requirements" / file).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert lines
    assert [line for line in lines if "==" not in line or "--hash=sha256:" not in line] == []


@pytest.mark.parametrize("package", ["pages", "events", "methodology", "library_site"])
def test_the_packages_come_from_the_checkout_or_in_its_run_from_the_installed_wheel(package: str) -> None:
    found = Path(str(import_module(package).__file__)).resolve()
    installed = found.is_relative_to(Path(sys.prefix).resolve())
    assert installed == (os.environ.get("LIBRARY_INSTALLED") == "wheel")

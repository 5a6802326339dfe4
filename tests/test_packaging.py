"""What travels in the wheel: everything the four packages need, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# The folders of the checkout and where their files lie in the wheel.
ROOTS = {
    "pages": "pages",
    "events": "events",
    "methodology": "methodology",
    "site/library_site": "library_site",
    "locale": "pages/locale",
}
FONTS = ("sofia-sans-cyrillic", "sofia-sans-latin", "vollkorn-cyrillic", "vollkorn-latin")


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("wagtail_biblioteka-*.whl"))) as wheel:
        return set(wheel.namelist())


@pytest.mark.parametrize(("source", "target"), ROOTS.items())
def test_the_wheel_holds_every_file_of(source: str, target: str, packed: set[str]) -> None:
    command = ["git", "ls-files", "-z", "--", source]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    expected = {target + entry.removeprefix(source) for entry in listing.split("\0") if entry}
    assert expected
    assert expected - packed == set()


def test_the_wheel_holds_the_fonts_with_their_licences(packed: set[str]) -> None:
    folder = "pages/static/pages/fonts"
    if not (ROOT / folder).is_dir():
        pytest.skip("no fonts: make fonts")
    files = {f"{folder}/{font}.woff2" for font in FONTS}
    licences = {f"{folder}/{font.rpartition('-')[0]}-OFL.txt" for font in FONTS}
    assert (files | licences) - packed == set()


def test_the_wheel_installs_nothing_but_the_four_packages(packed: set[str]) -> None:
    folders = {entry.split("/")[0] for entry in packed}
    assert {folder for folder in folders if not folder.endswith(".dist-info")} == {
        "pages",
        "events",
        "methodology",
        "library_site",
    }

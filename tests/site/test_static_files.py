"""Static files that a cache keeps for ever: whatever a script imports is named by its content too."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

from library_site.static_files import StaticFiles

MODULES = ("js/open-now.js", "js/banner.js", "js/hours-clock.js")
IMPORTED = re.compile(r'from "([^"]+)"')


@pytest.fixture
def collected(tmp_path: Path, settings: Any) -> StaticFiles:
    """The modules of opening hours as `collectstatic` leaves them."""
    settings.STATIC_ROOT, settings.DEBUG = str(tmp_path), False
    storage = StaticFiles(location=str(tmp_path), base_url="/static/")
    paths = {}
    for module in MODULES:
        name = f"events/{module}"
        source = Path(str(finders.find(name)))
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
        paths[name] = (FileSystemStorage(location=str(tmp_path)), name)
    failed = [done for _, _, done in storage.post_process(paths) if isinstance(done, Exception)]
    assert not failed
    return storage


@pytest.mark.parametrize("module", ["js/open-now.js", "js/banner.js"])
def test_a_module_imports_the_clock_by_the_name_of_its_content(collected: StaticFiles, module: str) -> None:
    stored = Path(collected.location) / collected.stored_name(f"events/{module}")
    names = IMPORTED.findall(stored.read_text(encoding="utf-8"))
    assert names
    for name in names:
        assert re.fullmatch(r"\./hours-clock\.[0-9a-f]{12}\.js", name)
        assert (stored.parent / name).is_file()


def test_another_clock_gives_another_name_to_whoever_imports_it(
    collected: StaticFiles, tmp_path: Path
) -> None:
    before = collected.stored_name("events/js/open-now.js")
    clock = tmp_path / "events/js/hours-clock.js"
    clock.write_text(clock.read_text(encoding="utf-8") + "// другият час\n", encoding="utf-8")
    again = StaticFiles(location=str(tmp_path), base_url="/static/")
    paths = {f"events/{one}": (FileSystemStorage(location=str(tmp_path)), f"events/{one}") for one in MODULES}
    assert not [done for _, _, done in again.post_process(paths) if isinstance(done, Exception)]
    assert again.stored_name("events/js/open-now.js") != before

import subprocess
import sys

import pytest

HEAVY = ("django", "wagtail", "holidays", "icalendar")


@pytest.mark.parametrize("door", ["events.recurrence", "events.hours"])
def test_a_plain_door_opens_without_django_and_without_heavy_imports(door: str) -> None:
    code = f"import sys, {door}; print(*sorted(set(sys.modules) & set({HEAVY!r})))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""

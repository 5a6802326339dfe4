"""Reading files through a child process, with an end to its patience."""

import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from methodology.fulltext import limits
from methodology.fulltext.limits import Reading

ENDINGS = frozenset({".pdf", ".docx", ".odt"})


def is_readable(name: str) -> bool:
    """Tell whether a file of this name has text that is read."""
    return Path(name).suffix.lower() in ENDINGS


def read_all(paths: Sequence[Path], seconds: int = limits.SECONDS_A_FILE) -> list[Reading]:
    """Return the reading of each file, in order; files of other kinds give nothing."""
    readable = [path for path in paths if is_readable(path.name)]
    found = dict(zip(readable, _readings(readable, seconds * len(readable)), strict=True))
    return [found.get(path, Reading(problem=limits.OTHER)) for path in paths]


def _readings(paths: list[Path], seconds: int) -> list[Reading]:
    if not paths:
        return []
    command = [sys.executable, "-I", "-m", "methodology.fulltext.child", str(seconds), *map(str, paths)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, env={}, check=False)  # noqa: S603
        output, late = done.stdout, done.returncode == -signal.SIGXCPU
    except subprocess.TimeoutExpired as expired:
        output, late = expired.stdout or b"", True
    readings = [Reading(*json.loads(line)) for line in output.splitlines(keepends=True) if line[-1:] == b"\n"]
    # The first without an answer is the one that took too long; those after it were not begun.
    missing = Reading(problem=limits.SLOW if late else limits.LARGE)
    return [*readings, *[missing] * (len(paths) - len(readings))]

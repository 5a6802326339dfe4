"""A migrated, empty SQLite database kept from run to run: migrating from nothing takes long.

It is known by all that makes it what it is: our migrations, the pinned packages, the roles and settings.
"""

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "var" / "test-databases"
MADE_OF = (
    "*/migrations/*.py",
    "requirements/dev.txt",
    "site/library_site/roles.py",
    "site/library_site/granting.py",
    "site/library_site/settings/*.py",
)


def prepared() -> Path:
    """Return where the database of this state of the project is kept, whether it is there or not."""
    digest = hashlib.sha256()
    for pattern in MADE_OF:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return KEPT / f"{digest.hexdigest()[:24]}.sqlite3"


def take(target: str) -> bool:
    """Copy the kept database to a path; False when there is none."""
    source = prepared()
    if not source.is_file():
        return False
    _copy(source, Path(target))
    return True


def keep(source: str) -> None:
    """Keep a database that was just migrated, and forget those of other states."""
    target = prepared()
    KEPT.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(f".{os.getpid()}")
    _copy(Path(source), unfinished)
    unfinished.replace(target)
    for other in KEPT.glob("*.sqlite3"):
        if other != target:
            other.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as written:
        read.backup(written)

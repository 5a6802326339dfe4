"""Runs the benchmark of the search on SQLite and on a PostgreSQL server of its own."""

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from postgres_server import binaries, temporary_server

PYTEST = [str(Path(sys.executable).parent / "pytest"), "-q", "-s", str(Path(__file__).parent / "search.py")]


def run(url: str) -> int:
    """Run it on the database of an address; SQLite without one."""
    return subprocess.run(PYTEST, env=os.environ | {"DATABASE_URL": url}, check=False).returncode


def main() -> int:
    """Run it on both; the status is that of the worse."""
    status = run("")
    if binaries() is None:
        sys.stderr.write("Not run: no PostgreSQL, apt install postgresql\n")
        return status
    with temporary_server() as url:
        return max(status, run(url))


if __name__ == "__main__":
    sys.exit(main())

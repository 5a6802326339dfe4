"""Queries and time of every kind of page with the demo content, and with ten times as much of it.

Status 1 when a page asks more queries for more content, or does not answer 200.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
MANAGE = HERE.parents[1] / "manage.py"

Visits = dict[str, tuple[int, int, float]]


def measure(scale: int) -> Visits:
    """Load the demo content in some multiple into a fresh folder and visit its pages."""
    with tempfile.TemporaryDirectory(prefix="library-bench-") as folder:
        own = {"LIBRARY_VAR_DIR": folder, "DEBUG": "0", "DJANGO_SETTINGS_MODULE": "library_site.settings.dev"}
        variables = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | own
        for command in (("migrate", "--verbosity", "0"), ("demo", "--scale", str(scale))):
            subprocess.run(
                [sys.executable, str(MANAGE), *command], env=variables, check=True, stdout=sys.stderr
            )
        visit = [sys.executable, str(HERE / "visit.py")]
        output = subprocess.run(visit, env=variables, check=True, stdout=subprocess.PIPE, text=True).stdout
    return {name: tuple(figures) for name, figures in json.loads(output).items()}


def report(one: Visits, many: Visits, scale: int) -> list[str]:
    """Print the table and return the names of the pages that grew or failed."""
    bad = []
    sys.stdout.write(f"{'':24}{'queries':>9}{f'at {scale}':>9}{'ms':>9}{f'at {scale}':>9}{'ratio':>7}\n")
    for name, (status, queries, duration) in one.items():
        more_status, more_queries, more_duration = many.get(name, (0, 0, 0.0))
        figures = (
            f"{queries:9}{more_queries:9}{duration:9.1f}{more_duration:9.1f}{more_duration / duration:7.1f}"
        )
        wrong = (status, more_status) != (200, 200) or more_queries > queries
        sys.stdout.write(f"{name:24}{figures}{'  !' if wrong else ''}\n")
        bad += [name] if wrong else []
    return bad


def main() -> int:
    """Measure, print, and fail when a page's number of queries grows with the content."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=int, default=10)
    scale = parser.parse_args().scale
    return 1 if report(measure(1), measure(scale), scale) else 0


if __name__ == "__main__":
    sys.exit(main())

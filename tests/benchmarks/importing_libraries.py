import time
from pathlib import Path

import pytest
from register_files import csv_file, many_rows

from methodology.actions.import_libraries import ImportLibraries
from methodology.register.records import read_register

LIMIT_SECONDS = 30


@pytest.mark.django_db
def test_twenty_thousand_rows_are_imported_in_half_a_minute(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "r.csv", many_rows(20_000))
    started = time.process_time()
    outcome = ImportLibraries(read_register(path)).execute()
    seconds = time.process_time() - started
    print(f"import of 20,000 rows: {seconds:.1f} s of {LIMIT_SECONDS} s of processor time")  # noqa: T201 - a benchmark tells
    assert outcome.new == 20_000
    assert seconds < LIMIT_SECONDS

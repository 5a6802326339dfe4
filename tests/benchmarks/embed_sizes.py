"""How much a visitor of another site loads for an embed: `pytest -s tests/benchmarks/embed_sizes.py`."""

import gzip
import sys

from events.embeds.scripts import NAMES, current

MOST_BYTES = 6 * 1024


def test_each_script_stays_within_its_size() -> None:
    sizes = {name: len(gzip.compress(current(name).body.encode())) for name in NAMES}
    for name, size in sizes.items():
        sys.stdout.write(
            f"\n/embed/v1/{name}.js: {size} bytes gzipped, {size / MOST_BYTES:.0%} of {MOST_BYTES}"
        )
    sys.stdout.write("\n")
    assert max(sizes.values()) <= MOST_BYTES

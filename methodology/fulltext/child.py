"""Reads files in a process of its own: one that eats memory or time is ended and takes nothing along.

Called as `python -m methodology.fulltext.child SECONDS FILE…`; writes a line of JSON for each file.
"""

import json
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from methodology.fulltext import limits
from methodology.fulltext.limits import Reading, Unreadable, bounded


def read(path: Path) -> Reading:
    """Return the text of a file by the ending of its name."""
    try:
        if path.stat().st_size > limits.MOST_BYTES:
            return Reading(problem=limits.LARGE)
        with path.open("rb") as file:
            return bounded(_pieces(path.suffix.lower(), file))
    except Unreadable as unreadable:
        return Reading(problem=unreadable.problem)
    except MemoryError:
        return Reading(problem=limits.LARGE)
    except Exception:  # noqa: BLE001 - whatever a damaged file makes the readers say, it is damaged
        return Reading(problem=limits.BROKEN)


def _pieces(ending: str, file: BinaryIO) -> Iterator[str]:
    if ending == ".pdf":
        # Takes as long to load as a small file takes to read.
        from methodology.fulltext.pdf import pdf_pieces

        return pdf_pieces(file)
    from methodology.fulltext.zipped import docx_pieces, odt_pieces

    return {".docx": docx_pieces, ".odt": odt_pieces}[ending](file)


def main(arguments: list[str]) -> None:
    """Read the files one after the other."""
    seconds, *names = arguments
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))
    for name in names:
        sys.stdout.write(json.dumps(read(Path(name))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])

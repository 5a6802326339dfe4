"""The three scripts: each put together from its parts into one file, named by the digest of its bytes.

A page elsewhere names a version with its integrity, so what was served once under a digest is served for
ever: a migration keeps a copy of every version (see `keep_released`).
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parents[1] / "static/events"
PARTS = {
    "events": ("embed/common.js", "embed/events.js"),
    "hours": ("js/hours-clock.js", "embed/common.js", "embed/hours.js"),
    "closed-days": ("embed/common.js", "embed/closed-days.js"),
}
NAMES = tuple(PARTS)
DIGEST_LENGTH = 16

COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)
IMPORT = re.compile(r"^import .*\n|^export \{.*\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=function|const|class)", re.MULTILINE)
INDENT = re.compile(r"^\s+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Script:
    """One version of a script."""

    name: str
    body: str

    @property
    def digest(self) -> str:
        """What tells this version from all others, in its address."""
        return hashlib.sha256(self.body.encode()).hexdigest()[:DIGEST_LENGTH]

    @property
    def integrity(self) -> str:
        """The value of the attribute by which a browser refuses other bytes."""
        return f"sha384-{base64.b64encode(hashlib.sha384(self.body.encode()).digest()).decode()}"

    @property
    def path(self) -> str:
        """The last part of its address."""
        return f"{self.name}.{self.digest}.js"


@cache
def current(name: str) -> Script:
    """The script of this release; KeyError for a name that is not one of the three."""
    parts = [(STATIC / part).read_text(encoding="utf-8") for part in PARTS[name]]
    return Script(name, "".join(_bare(part) for part in parts))


def _bare(source: str) -> str:
    """A part without comments, indents and the lines that join it to the others."""
    for pattern in (COMMENT, IMPORT, EXPORT, INDENT):
        source = pattern.sub("", source)
    return source

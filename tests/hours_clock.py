"""The pages' own script for "open now", run by node for many instants at once."""

import json
import subprocess
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from javascript import node

import events

RUNNER = Path(__file__).with_name("hours_clock.mjs")
MODULE = Path(events.__file__).with_name("static") / "events/js/hours-clock.js"


def told(questions: Sequence[tuple[str, Sequence[datetime]]]) -> list[list[dict[str, Any] | None]]:
    """What the script says of each instant, for each text of coming hours; None outside what it knows."""
    asked = [
        {
            "payload": json.loads(text),
            "instants": [round(instant.timestamp() * 1000) for instant in instants],
        }
        for text, instants in questions
    ]
    done = subprocess.run(
        [node(), str(RUNNER), MODULE.as_uri()],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    answers: list[list[dict[str, Any] | None]] = json.loads(done.stdout)
    return answers

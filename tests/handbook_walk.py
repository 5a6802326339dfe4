"""Goes through a task of the handbook in a browser: gathers what is on the screens and takes their pictures.

A picture is stale when the labels on it are no longer those that were there when it was taken; then
`make handbook` takes all of them anew.
"""

import io
import json
import os
import re
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Locator, Page

FOLDER = Path(__file__).parents[1] / "pages" / "static" / "pages" / "handbook"
INDEX = FOLDER / "shots.json"
# A picture that is higher shows less.
MOST = 900
WRITE = bool(os.environ.get("WRITE_HANDBOOK"))
LABELS = "label, legend, th, button, .w-panel__heading, .help, h2"
SAID = """() => [document.body.innerText,
  ...[...document.querySelectorAll('[aria-label],[placeholder],[title],input[type=submit]')].flatMap(
    e => [e.ariaLabel, e.placeholder, e.title, e.type === 'submit' ? e.value : ''])].join('\\n')"""


def known_shots() -> dict[str, Any]:
    """Return the pictures that exist, with the labels on each."""
    return json.loads(INDEX.read_text()) if INDEX.is_file() else {}


def folded(text: str) -> str:
    """Return a text by which words on the screen are compared: one case, single spaces."""
    return " ".join(text.replace("\xad", "").split()).casefold()


class Walk:
    """One task on the screen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.screens: list[str] = []
        self.stale: list[str] = []

    def go(self, url: str) -> None:
        """Open an address and read the screen."""
        self.page.goto(url)
        self.page.wait_for_load_state("networkidle")
        self.read()

    def read(self) -> None:
        """Remember all words on the screen."""
        self.screens.append(folded(self.page.evaluate(SAID)))

    def shot(self, name: str, part: Locator, above: int = 0) -> None:
        """Take the picture of a part of the screen, or look whether the one we have is still true.

        `above`: how many pixels over the part belong to it, such as a menu that opens upwards.
        """
        self.read()
        labels = _labels(part)
        if WRITE:
            box = part.bounding_box()
            assert box
            clip = {**box, "y": box["y"] - above, "height": min(box["height"] + above, MOST)}
            _write(name, self.page.screenshot(clip=clip, animations="disabled"), labels)
        elif known_shots().get(name, {}).get("labels") != labels:
            self.stale.append(name)

    def says(self, word: str) -> bool:
        """Whether a word was on one of the screens."""
        return any(folded(word) in screen for screen in self.screens)


def _labels(part: Locator) -> list[str]:
    visible = [one for one in part.locator(LABELS).all() if one.is_visible()]
    texts = (re.sub(r"[\d*]+", "", one.inner_text()) for one in visible)
    return sorted({folded(text) for text in texts if text.strip()})


def _write(name: str, png: bytes, labels: list[str]) -> None:
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    # Flat colours of an interface: a palette keeps them, at a third of the size.
    picture.quantize(64).save(FOLDER / f"{name}.png", optimize=True)
    shots = known_shots() | {name: {"width": picture.width, "height": picture.height, "labels": labels}}
    INDEX.write_text(json.dumps(dict(sorted(shots.items())), ensure_ascii=False, indent=1) + "\n")

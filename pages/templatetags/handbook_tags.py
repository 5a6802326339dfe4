"""The pictures of the handbook."""

import json
from functools import lru_cache

from django import template
from django.contrib.staticfiles import finders

register = template.Library()


@register.inclusion_tag("pages/handbook/shot.html")
def shot(name: str, alt: str) -> dict[str, object]:
    """Show a picture of the screen that the browser tests made, with its measures so that nothing jumps."""
    width, height = _sizes().get(name, (0, 0))
    return {"path": f"pages/handbook/{name}.png", "alt": alt, "width": width, "height": height}


@lru_cache(maxsize=1)
def _sizes() -> dict[str, tuple[int, int]]:
    found = finders.find("pages/handbook/shots.json")
    if not isinstance(found, str):
        return {}
    with open(found, encoding="utf-8") as file:
        return {name: (one["width"], one["height"]) for name, one in json.load(file).items()}

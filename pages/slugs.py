"""The field of a page's address in the admin: it turns a Bulgarian title into the slug the server makes."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.apps import apps
from wagtail.admin.widgets import SlugInput

from pages.bulgarian import slugify
from pages.bulgarian.alphabet import INVISIBLE
from pages.bulgarian.latin import (
    BETWEEN_WORDS,
    COUNTRY,
    CYRILLIC,
    FINAL_IA,
    LETTERS,
    LOOK_ALIKE,
    MARKED_LETTERS,
    MARKS,
    PLAIN_LETTERS,
)

SLUG_LENGTH = 255
# The column of taggit has a hundred, and two tags of one slug get numbers.
TAG_LENGTH = 90
_VALID = re.compile(r"[A-Za-z0-9_-]+")

Formatter = tuple[re.Pattern[str], str]


def slug_formatters() -> list[Formatter]:
    """Return what the admin's script replaces, in order; the result is that of `bulgarian.slugify`."""
    stress = [(re.compile("ѝ", re.I), "и"), (re.compile("ѐ", re.I), "е")]
    stress += [(re.compile(f"({CYRILLIC})[\u0300\u0301]+"), "$1")]
    marks = [(re.compile(f"({CYRILLIC}){MARKS}+"), "$1"), *_by_result(MARKED_LETTERS)]
    # Letters by themselves, though Unicode writes them with a mark too.
    letters_with_a_mark = [
        (re.compile(f"{letter}{mark}", re.I), whole)
        for letter, mark, whole in (("и", "\u0306", "й"), ("е", "\u0308", "ё"), ("і", "\u0308", "ї"))
    ]
    whole = [(re.compile(f"(?<!{CYRILLIC}){COUNTRY[0]}(?!{CYRILLIC})", re.I), COUNTRY[1])]
    endings = [(re.compile(f"{FINAL_IA[0]}(?!{CYRILLIC})", re.I), FINAL_IA[1])]
    letters = [(re.compile(letter, re.I), latin) for letter, latin in LETTERS.items()]
    rest = [
        (re.compile(BETWEEN_WORDS), "-"),
        (re.compile(r"[^A-Za-z0-9_\s-]"), ""),
        (re.compile(r"[\s-]+"), "-"),
        (re.compile("^[-_]+|[-_]+$"), ""),
    ]
    spelled = [*LOOK_ALIKE, *whole, *endings, *letters, *_by_result(PLAIN_LETTERS)]
    return [(INVISIBLE, ""), *stress, *letters_with_a_mark, *marks, *spelled, *rest]


def _by_result(table: dict[str, str]) -> list[Formatter]:
    by_result: dict[str, list[str]] = defaultdict(list)
    for char, plain in table.items():
        by_result[plain].append(char)
    return [(re.compile(f"[{''.join(chars)}]"), plain) for plain, chars in by_result.items()]


class LibrarySlugInput(SlugInput):
    """Slugs by the Transliteration Act, in the browser and, for a browser without scripts, here."""

    def __init__(self, attrs: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(attrs, formatters=slug_formatters(), **{"locale": "und", **kwargs})

    def value_from_datadict(self, data: Mapping[str, Any], files: Mapping[str, Any], name: str) -> str | None:
        """Return the posted slug; one in other letters is transliterated."""
        value: str | None = super().value_from_datadict(data, files, name)
        if not value or _VALID.fullmatch(value):
            return value
        return slugify(value)[:SLUG_LENGTH].rstrip("-") or value


def tag_slug(tag: str, number: int | None = None) -> str:
    """Return the slug of a tag, with a number when the plain one is taken."""
    base = slugify(tag)[:TAG_LENGTH].rstrip("-") or "etiket"
    return base if number is None else f"{base}-{number + 1}"


def form_field_name(label: str) -> str:
    """Return the name under which a form made in the admin sends a field."""
    return slugify(label).replace("-", "_") or "pole"


def teach_others() -> None:
    """Give the tags of images and documents, and fields of Wagtail's own forms, slugs by the Act."""
    from taggit.models import TagBase

    TagBase.slugify = lambda self, tag, i=None: tag_slug(tag, i)
    if apps.is_installed("wagtail.contrib.forms"):
        from wagtail.contrib.forms import models

        models.get_field_clean_name = form_field_name

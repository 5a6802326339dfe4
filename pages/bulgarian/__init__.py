"""Bulgarian language tools in plain Python: Latin spelling, slugs, stems, order and the wording of dates."""

from pages.bulgarian.latin import slugify, transliterate
from pages.bulgarian.order import sort_key
from pages.bulgarian.stemming import stem

__all__ = ["slugify", "sort_key", "stem", "transliterate"]

"""Texts of records that keep both languages in one row."""

from django.utils.translation import get_language


def in_language(record: object, field: str, language: str | None = None) -> str:
    """Return `<field>_en` for readers of English where it is filled in, else `<field>`.

    Without `language` the active one counts.
    """
    code = language or get_language() or "bg"
    english = getattr(record, f"{field}_en", "") if code.startswith("en") else ""
    return english or getattr(record, field)

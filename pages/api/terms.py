"""Words of vocabularies: categories, audiences, departments."""

from typing import Protocol

from ninja import Schema
from pydantic import Field


class TermOut(Schema):
    """A word of a vocabulary."""

    slug: str = Field(description="Адресната дума за филтрите, еднаква на всички езици.")
    name: str = Field(description="Името.")


class Named(Protocol):
    """A record with a slug and a name."""

    slug: str
    name: str


def term(record: Named | None) -> TermOut | None:
    """Return a record as a word; None for none."""
    return TermOut(slug=record.slug, name=record.name) if record else None

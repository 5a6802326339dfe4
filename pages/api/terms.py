"""Words of vocabularies: categories, audiences, departments."""

from ninja import Schema
from pydantic import Field


class TermOut(Schema):
    """A word of a vocabulary."""

    slug: str = Field(description="Адресната дума за филтрите, еднаква на всички езици.")
    name: str = Field(description="Името.")

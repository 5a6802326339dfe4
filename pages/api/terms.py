"""Words of vocabularies: categories, audiences, departments."""

from pydantic import Field

from pages.api.schema import Out


class TermOut(Out):
    """A word of a vocabulary."""

    slug: str = Field(description="Адресната дума за филтрите, еднаква на всички езици.")
    name: str = Field(description="Името.")

"""Words of vocabularies: categories, audiences, departments."""

from django.utils.translation import gettext_noop as _
from pydantic import Field

from pages.api.schema import Out


class TermOut(Out):
    """A word of a vocabulary."""

    slug: str = Field(description=_("Адресната дума за филтрите, еднаква на всички езици."))
    name: str = Field(description=_("Името."))

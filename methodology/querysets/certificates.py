"""The questions asked about certificates."""

from typing import TYPE_CHECKING, Self

from methodology.querysets.scope import ScopedQuerySet

if TYPE_CHECKING:
    from methodology.models import Certificate  # noqa: F401 - named in the base below


class CertificateQuerySet(ScopedQuerySet["Certificate"]):
    """Certificates."""

    municipality_lookups = ("registration__library__municipality",)

    def valid(self) -> Self:
        """Leave out the revoked ones."""
        return self.filter(revoked_on=None)

    def named(self) -> Self:
        """Leave out those whose holder is erased."""
        return self.exclude(name="")

    def unwritten(self) -> Self:
        """Keep those whose file is not made yet; there is none without a name."""
        return self.named().filter(pdf=b"")

    def light(self) -> Self:
        """Leave the files in the database."""
        return self.defer("pdf")

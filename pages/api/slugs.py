"""Values of filters that must name something."""

from collections.abc import Iterable, Sequence

from django.db.models import Model, QuerySet

from pages.api.messages import FieldError, unknown_value
from pages.api.problems import bad_parameters


def require_known(*filters: tuple[str, Sequence[str], "QuerySet[Model]"]) -> None:
    """Raise the 400 problem that names every slug no record has; one query for each filter in use.

    Each filter is the parameter's name, the slugs asked for, and the records that may be named.
    """
    errors = [error for name, asked, records in filters if asked for error in _unknown(name, asked, records)]
    if errors:
        raise bad_parameters(errors)


def _unknown(name: str, asked: Sequence[str], records: "QuerySet[Model]") -> Iterable[FieldError]:
    known = set(records.filter(slug__in=asked).values_list("slug", flat=True))
    return [unknown_value(name, slug) for slug in dict.fromkeys(asked) if slug not in known]

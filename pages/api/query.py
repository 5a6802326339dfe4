"""Query parameters that are refused, never ignored, when they are not understood."""

import re
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, Literal, TypeVar

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from ninja import Schema
from pydantic import BeforeValidator, Field, ValidationError, ValidationInfo, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from pages.api.messages import FieldError, field_errors, repeated_parameter, unknown_parameter
from pages.api.problems import bad_parameters

FIRST_YEAR = 1990
LAST_YEAR = 2100
MAX_LIMIT = 100
MAX_OFFSET = 10_000
MAX_VALUES = 20
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
ISO_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+ -]\d{2}:\d{2})", re.ASCII)

Language = Literal["bg", "en"]
Slug = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Slugs = Annotated[list[Slug], Field(max_length=MAX_VALUES)]

Query = TypeVar("Query", bound="StrictQuery")


def _read_date(value: object) -> date:
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str) and ISO_DATE.fullmatch(value):
            day = date.fromisoformat(value)
            if FIRST_YEAR <= day.year <= LAST_YEAR:
                return day
    except ValueError:
        pass
    raise PydanticCustomError("date", "A date such as 2026-11-25 is expected.")


IsoDate = Annotated[
    date, BeforeValidator(_read_date), WithJsonSchema({"type": "string", "format": "date"}, mode="validation")
]


def _read_moment(value: object) -> datetime:
    if isinstance(value, datetime):
        return value
    try:
        if isinstance(value, str) and ISO_MOMENT.fullmatch(value):
            # An offset whose plus sign nobody encoded arrives as a space.
            moment = datetime.fromisoformat(value.replace(" ", "+"))
            if FIRST_YEAR <= moment.year <= LAST_YEAR and moment.tzinfo:
                return moment
    except ValueError:
        pass
    raise PydanticCustomError("moment", "A moment such as 2026-11-25T18:00:00+02:00 is expected.")


IsoMoment = Annotated[
    datetime,
    BeforeValidator(_read_moment),
    WithJsonSchema({"type": "string", "format": "date-time"}, mode="validation"),
]


class StrictQuery(Schema):
    """Base of all query parameters: an unknown or repeated one is a 400 that names it.

    Every operation takes one, so that no operation ignores a parameter in silence.
    """

    lang: Language = Field("bg", description=gettext_noop("Език на съдържанието и на съобщенията."))

    @model_validator(mode="before")
    @classmethod
    def refuse_what_is_not_understood(cls, data: Any, info: ValidationInfo) -> Any:
        """Raise the problem that names all unknown and repeated parameters at once."""
        request = (info.context or {}).get("request")
        if request is not None:
            errors = _not_understood(cls, request)
            if errors:
                raise bad_parameters(errors)
        return data


class PagedQuery(StrictQuery):
    """A list that is read in pages; each list says which `fields` its records have."""

    fields: str = ""
    limit: int = Field(20, ge=1, le=MAX_LIMIT, description=gettext_noop("Колко записа в една страница."))
    offset: int = Field(0, ge=0, le=MAX_OFFSET, description=gettext_noop("Колко записа да се пропуснат."))


class UpdatedQuery(Schema):
    """What changed since the last visit."""

    updated_since: IsoMoment | None = Field(
        None,
        description=gettext_noop("Само променените от този момент насам; изтритите събития са в delta."),
    )


class BodyQuery(Schema):
    """Whether the text comes too."""

    include: list[Literal["body"]] = Field([], max_length=1, description=gettext_noop("body: и с текста."))


class PeriodQuery(Schema):
    """A period of days; both ends are inclusive."""

    from_: IsoDate | None = Field(None, alias="from", description=gettext_noop("Първи ден, включително."))
    to: IsoDate | None = Field(None, description=gettext_noop("Последен ден, включително."))


def check_period(first: date, last: date, most_days: int) -> None:
    """Raise the 400 problem when a period ends before it starts, or is longer than `most_days` days."""
    if last < first:
        raise bad_parameters([FieldError("to", "period", _("Краят на периода е преди началото му."))])
    if (last - first).days >= most_days:
        message = _("Периодът може да е най-много %(days)s дни.") % {"days": most_days}
        raise bad_parameters([FieldError("to", "period", message)])


def read_query(request: HttpRequest, query: type[Query]) -> Query:
    """Read a request's parameters outside the API, by the same rules; raises Problem."""
    lists = {name for name, repeatable in _parameters(query).items() if repeatable}
    data = {name: request.GET.getlist(name) if name in lists else request.GET[name] for name in request.GET}
    try:
        return query.model_validate(data, context={"request": request})
    except ValidationError as error:
        raise bad_parameters(field_errors([dict(item) for item in error.errors()])) from None


@cache
def _parameters(query: type[StrictQuery]) -> dict[str, bool]:
    return {
        field.alias or name: "list" in str(field.annotation) for name, field in query.model_fields.items()
    }


def _not_understood(query: type[StrictQuery], request: HttpRequest) -> list[FieldError]:
    known = _parameters(query)
    return [
        unknown_parameter(name, known) if name not in known else repeated_parameter(name)
        for name in request.GET
        if name not in known or (not known[name] and len(request.GET.getlist(name)) > 1)
    ]

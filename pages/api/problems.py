"""Errors of the API as RFC 9457 problem details, made in this one place."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from ninja import NinjaAPI
from ninja.errors import HttpError
from ninja.errors import ValidationError as ParameterError
from pydantic import Field

from pages.api.messages import FieldError, field_errors
from pages.api.schema import Out

CONTENT_TYPE = "application/problem+json"


class ProblemField(Out):
    """One parameter that was refused."""

    field: str = Field(description=gettext_noop("Името на параметъра."), examples=["from"])
    code: str = Field(description=gettext_noop("Вид на грешката, за програми."), examples=["date"])
    message: str = Field(description=gettext_noop("Какво не е наред и какво се очаква."))


class ProblemDetails(Out):
    """The body of every answer with an error (RFC 9457)."""

    type: str = Field(description=gettext_noop("Винаги „about:blank“: видът е в code."))
    title: str = Field(description=gettext_noop("Кратко име на грешката."))
    status: int = Field(description=gettext_noop("Кодът на отговора."))
    detail: str = Field(description=gettext_noop("Какво се случи, с думи."))
    code: str = Field(description=gettext_noop("Вид на грешката, за програми."), examples=["bad-parameter"])
    errors: list[ProblemField] = Field(
        description=gettext_noop("Отказаните параметри; празно, когато няма такива.")
    )


@dataclass
class Problem(Exception):
    """An error that becomes an answer; `errors` name the parameters that caused it."""

    status: int
    code: str
    detail: str
    errors: tuple[FieldError, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.status} {self.code}: {self.detail}"


def bad_parameters(errors: Iterable[FieldError]) -> Problem:
    """Return the 400 problem that names each refused parameter."""
    refused = tuple(errors)
    names = ", ".join(dict.fromkeys(_("„%(value)s“") % {"value": error.field} for error in refused))
    detail = ngettext(
        "Параметърът %(names)s не може да се приеме.",
        "Параметрите %(names)s не могат да се приемат.",
        len({error.field for error in refused}),
    )
    return Problem(400, "bad-parameter", detail % {"names": names}, refused)


def not_found() -> Problem:
    """Return the 404 problem; it never tells a hidden record from a missing one."""
    return Problem(404, "not-found", _("Няма такъв запис или адрес."))


def problem_response(problem: Problem) -> HttpResponse:
    """Return the answer for a problem, as application/problem+json."""
    body = {
        "type": "about:blank",
        "title": _title(problem.status),
        "status": problem.status,
        "detail": problem.detail,
        "code": problem.code,
        "errors": [asdict(error) for error in problem.errors],
    }
    return HttpResponse(
        json.dumps(body, ensure_ascii=False),
        status=problem.status,
        content_type=CONTENT_TYPE,
        headers=problem.headers,
    )


def register_problem_handlers(api: NinjaAPI) -> None:
    """Answer every error of an API with problem details; an unforeseen one is left to Django."""
    for kind in (Exception, Http404, HttpError, ParameterError):
        api.add_exception_handler(kind, _answer)


def _answer(request: HttpRequest, exc: Exception | type[Exception]) -> HttpResponse:
    if isinstance(exc, Problem):
        return problem_response(exc)
    if isinstance(exc, ParameterError):
        return problem_response(bad_parameters(field_errors(exc.errors)))
    if isinstance(exc, Http404):
        return problem_response(not_found())
    if isinstance(exc, HttpError):
        return problem_response(Problem(exc.status_code, "http-error", str(exc)))
    raise exc


def _title(status: int) -> str:
    titles = {
        400: _("Неправилна заявка"),
        401: _("Няма право на достъп"),
        403: _("Отказан достъп"),
        404: _("Не е намерено"),
        405: _("Непозволен метод"),
        410: _("Вече не е валидно"),
        429: _("Твърде много заявки"),
    }
    return titles.get(status, _("Грешка"))

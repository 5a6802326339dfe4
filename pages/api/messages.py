"""What is wrong with a parameter, said in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class FieldError:
    """A refused parameter: its name, a code for programs and a sentence for people."""

    field: str
    code: str
    message: str


def unknown_parameter(name: str, known: Iterable[str]) -> FieldError:
    """Say that there is no such parameter, and which there are."""
    message = _("Няма такъв параметър. Възможните са: %(known)s.")
    return FieldError(shortened(name), "unknown-parameter", message % {"known": ", ".join(known)})


def repeated_parameter(name: str) -> FieldError:
    """Say that a parameter with one value came more than once."""
    return FieldError(name, "repeated", _("Параметърът може да се даде само веднъж."))


def unknown_value(name: str, value: str) -> FieldError:
    """Say that a slug names nothing."""
    message = _("Няма запис „%(value)s“. Проверете изписването.")
    return FieldError(name, "unknown-value", message % {"value": shortened(value)})


def field_errors(errors: Iterable[Mapping[str, Any]]) -> list[FieldError]:
    """Turn pydantic's list of errors into ours, one for each parameter and cause."""
    return [_field_error(error) for error in errors]


def shortened(text: str, most: int = 60) -> str:
    """Cut a value that came from outside to a length that fits in a message."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _field_error(error: Mapping[str, Any]) -> FieldError:
    location = [part for part in error["loc"] if isinstance(part, str) and part not in ("query", "path")]
    code = str(error["type"])
    return FieldError(location[0] if location else "", code.replace("_", "-"), _sentence(code, error))


def _sentence(code: str, error: Mapping[str, Any]) -> str:
    context = error.get("ctx", {})
    messages = {
        "missing": _("Параметърът е задължителен."),
        "greater_than_equal": _("Числото трябва да е поне %(ge)s."),
        "less_than_equal": _("Числото трябва да е най-много %(le)s."),
        "too_long": _("Най-много %(max_length)s стойности."),
        "string_too_long": _("Най-много %(max_length)s знака."),
        "string_too_short": _("Стойността не може да е празна."),
        "string_pattern_mismatch": _("Само малки латински букви, цифри и тирета."),
        "literal_error": _("Възможните стойности са: %(expected)s."),
        "enum": _("Възможните стойности са: %(expected)s."),
        "date": _("Датата се пише като 2026-11-25."),
        "moment": _("Моментът се пише като 2026-11-25T18:00:00+02:00."),
        "fields": _("Възможните полета са: %(known)s."),
        "uuid_parsing": _("Очаква се идентификатор (UUID)."),
    }
    if code.startswith("int_"):
        return _("Очаква се цяло число.")
    if code.startswith("bool_"):
        return _("Очаква се true или false.")
    template = messages.get(code)
    return template % _words(context) if template else _("Стойността не може да се приеме.")


def _words(context: Mapping[str, Any]) -> dict[str, str]:
    return {key: str(value).replace(" or ", ", ").replace("'", "") for key, value in context.items()}

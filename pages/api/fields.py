"""`fields=`: as much of a record as a partner needs."""

import json
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, get_args

from django.utils.translation import gettext_noop
from pydantic import BaseModel, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

Fields = Sequence[str]

MOST = 60
ABOUT = gettext_noop("Само тези полета, разделени със запетая; вложените – с точка, например event.title.")


def fields_of(model: type[BaseModel]) -> Any:
    """Return the type of a parameter that names fields of a record, and of the records in it."""
    known = tuple(_names(model))

    def read(value: object) -> tuple[str, ...]:
        asked = tuple(value.split(",")) if isinstance(value, str) else ()
        if not 0 < len(asked) <= MOST or not set(asked) <= set(known):
            raise PydanticCustomError("fields", "Known fields: {known}", {"known": ", ".join(known)})
        return asked

    one = "|".join(name.replace(".", r"\.") for name in known)
    schema = {"type": "string", "pattern": f"^({one})(,({one})){{0,{MOST - 1}}}$"}
    return Annotated[tuple[str, ...], BeforeValidator(read), WithJsonSchema(schema), Field(description=ABOUT)]


def only(records: list[str], fields: Fields) -> list[str]:
    """Return records with the fields asked for; all of them, untouched, when none were."""
    if not fields:
        return records
    return [json.dumps(_chosen(json.loads(text), fields), ensure_ascii=False) for text in records]


def _names(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield name
        for kind in (field.annotation, *get_args(field.annotation)):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from (f"{name}.{inner}" for inner in kind.model_fields)


def _chosen(record: dict[str, Any], fields: Fields) -> dict[str, Any]:
    chosen: dict[str, Any] = {}
    for field in fields:
        name, _, inner = field.partition(".")
        value = record.get(name)
        if not inner or value is None:
            chosen[name] = value
        elif isinstance(chosen.setdefault(name, {}), dict):
            chosen[name][inner] = value.get(inner)
    return chosen

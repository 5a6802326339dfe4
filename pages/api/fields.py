"""`fields=`: as much of a record as a partner needs."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from django.utils.translation import gettext_noop
from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

MOST = 60
ABOUT = gettext_noop("Само тези полета, разделени със запетая; вложените – с точка, например event.title.")


@dataclass(frozen=True)
class FieldsOf:
    """What a text parameter must be: names of fields, with commas between them."""

    model: type[BaseModel]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check the names after the value is known to be a text."""
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe which names there are."""
        one = "|".join(name.replace(".", r"\.") for name in self.names)
        return {**handler(schema), "pattern": f"^({one})(,({one})){{0,{MOST - 1}}}$", "description": ABOUT}

    @property
    def names(self) -> list[str]:
        """The names that may be asked for."""
        return list(_names(self.model))

    def check(self, value: str) -> str:
        """Return the value; an error that lists the names for one that is not known."""
        asked = value.split(",")
        if len(asked) > MOST or not set(asked) <= set(self.names):
            raise PydanticCustomError("fields", "Known fields: {known}", {"known": ", ".join(self.names)})
        return value


def only(records: list[str], fields: str) -> list[str]:
    """Return records with the fields asked for; all of them, untouched, when none were."""
    if not fields:
        return records
    asked = fields.split(",")
    return [json.dumps(_chosen(json.loads(text), asked), ensure_ascii=False) for text in records]


def _names(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield name
        for kind in (field.annotation, *get_args(field.annotation)):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from (f"{name}.{inner}" for inner in kind.model_fields)


def _chosen(record: dict[str, Any], fields: list[str]) -> dict[str, Any]:
    chosen: dict[str, Any] = {}
    for field in fields:
        name, _, inner = field.partition(".")
        value = record.get(name)
        if not inner or value is None:
            chosen[name] = value
        elif isinstance(value, list):
            rows = chosen.setdefault(name, [{} for _ in value])
            for row, one in zip(rows, value, strict=True):
                row[inner] = one.get(inner)
        else:
            chosen.setdefault(name, {})[inner] = value.get(inner)
    return chosen

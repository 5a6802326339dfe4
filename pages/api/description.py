"""The OpenAPI description: what ninja writes, with the answers all operations share."""

import re
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from pages.api.problems import CONTENT_TYPE, ProblemDetails
from pages.navigation import active_language

PROBLEM = {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}
SHARED = {
    "304": {"description": _("Непроменено от последния път (If-None-Match или If-Modified-Since).")},
    "400": {"description": _("Параметър не може да се приеме; отговорът го назовава."), "content": PROBLEM},
    "401": {"description": _("Ключът в X-Api-Key е непознат."), "content": PROBLEM},
    "429": {"description": _("Твърде много заявки; Retry-After казва кога пак."), "content": PROBLEM},
}
PARTS = {"type": "object", "description": _("С fields: само избраните полета на записите.")}
# Titles are names of fields, which pydantic makes from the code.
TEXTS = ("description", "summary")
CYRILLIC = re.compile(r"[\u0410-\u044f]")
MISSING = {"404": {"description": _("Няма такъв публичен запис на този език."), "content": PROBLEM}}


class LibraryAPI(NinjaAPI):
    """The API with a description that names its errors."""

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        """Return the description of the API (OpenAPI 3.1)."""
        schema = super().get_openapi_schema(**kwargs)
        problem = ProblemDetails.model_json_schema(ref_template="#/components/schemas/{model}")
        schema["components"]["schemas"] |= problem.pop("$defs") | {"ProblemDetails": problem}
        for path, methods in schema["paths"].items():
            for operation in methods.values():
                operation["responses"] = SHARED | (MISSING if "{" in path else {}) | operation["responses"]
                if any(parameter["name"] == "fields" for parameter in operation["parameters"]):
                    _allow_parts(operation["responses"])
        schema["info"]["title"] = gettext(schema["info"]["title"])
        schema.update(_in_language(dict(schema)))
        return schema


def _allow_parts(responses: dict[Any, Any]) -> None:
    """With `fields`, records have some of their fields only."""
    for status in (200, "200"):
        for media in responses.get(status, {}).get("content", {}).values():
            media["schema"] = {"anyOf": [media["schema"], PARTS]}


def _in_language(described: Any) -> Any:
    """Return a part of the description with its texts in the active language."""
    if isinstance(described, list):
        return [_in_language(part) for part in described]
    if not isinstance(described, dict):
        return described
    return {key: _said(key, part) for key, part in described.items()}


def _said(key: str, part: Any) -> Any:
    if key in TEXTS and isinstance(part, str):
        return gettext(part) if part else part
    if key == "example":
        return _told(part)
    if key == "tags" and isinstance(part, list):
        return [gettext(tag) for tag in part]
    return _in_language(part)


def _told(example: Any) -> Any:
    """Return an example with its words in the active language; codes stay as they are."""
    if isinstance(example, dict):
        return {key: active_language() if key == "lang" else _told(part) for key, part in example.items()}
    if isinstance(example, list):
        return [_told(part) for part in example]
    return gettext(example) if isinstance(example, str) and CYRILLIC.search(example) else example

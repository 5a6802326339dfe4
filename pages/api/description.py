"""The OpenAPI description: what ninja writes, with the answers all operations share."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from pages.api.problems import CONTENT_TYPE, ProblemDetails

PROBLEM = {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}
SHARED = {
    "304": {"description": "Непроменено от последния път (If-None-Match или If-Modified-Since)."},
    "400": {"description": "Параметър не може да се приеме; отговорът го назовава.", "content": PROBLEM},
}
MISSING = {"404": {"description": "Няма такъв публичен запис на този език.", "content": PROBLEM}}


class LibraryAPI(NinjaAPI):
    """The API with a description that names its errors."""

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        """Return the description of the API (OpenAPI 3.1)."""
        schema = super().get_openapi_schema(**kwargs)
        problem = ProblemDetails.model_json_schema(ref_template="#/components/schemas/{model}")
        schema["components"]["schemas"] |= problem.pop("$defs") | {"ProblemDetails": problem}
        for path, methods in schema["paths"].items():
            for operation in methods.values():
                operation["responses"] |= SHARED | (MISSING if "{" in path else {})
        return schema

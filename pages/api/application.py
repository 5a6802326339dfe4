"""The public API, version 1: read-only, anonymous, one contract for all plugins."""

from django.utils.translation import gettext_noop as _

from pages.api.description import LibraryAPI
from pages.api.docs import LocalDocs
from pages.api.problems import register_problem_handlers

DESCRIPTION = _("""\
Събитията, работното време, затворените дни, новините и методическите материали на библиотеката –
отворени данни за сайтове на общини, училища и партньори. Четенето е свободно, без регистрация.

* Непознат параметър или стойност се отказва с код 400, а отговорът назовава параметъра.
* Грешките са по RFC 9457 (`application/problem+json`).
* Датите са по `Europe/Sofia`; часовете са с отместване, например `2026-11-25T18:00:00+02:00`.
* Отговорите имат `ETag` и `Last-Modified`: питайте отново с `If-None-Match`, за да получите 304.
* `lang=en` дава съдържанието и съобщенията на английски, когато има превод.
""")

api = LibraryAPI(
    title=_("Отворени данни на библиотеката"),
    description=DESCRIPTION,
    version="1.0",
    urls_namespace="library",
    docs=LocalDocs(),
    docs_url="/docs",
    openapi_url="/openapi.json",
    openapi_extra={"tags": []},
)
register_problem_handlers(api)

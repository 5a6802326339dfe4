"""Drafts for a front end elsewhere."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from pydantic import Field

from pages.api.description import PROBLEM
from pages.api.problems import not_found
from pages.api.query import StrictQuery
from pages.partners.preview import read_token, writer_of
from pages.partners.preview.tokens import MAX_TOKEN

router = Router(tags=[_("Преглед")])

REFUSED = {
    "401": _("Знакът не е верен."),
    "403": _("Създателят на знака няма вече достъп до страницата."),
    "404": _("Този вид страници няма запис в API."),
    "410": _("Знакът е изтекъл или черновата я няма."),
}


class PreviewQuery(StrictQuery):
    """Which draft."""

    token: str = Field(
        min_length=1, max_length=MAX_TOKEN, description=_("Подписаният знак от адреса на прегледа.")
    )


@router.get(
    "/",
    response=dict[str, Any],
    summary=_("Чернова за преглед"),
    operation_id="read_preview",
    openapi_extra={
        "responses": {status: {"description": said, "content": PROBLEM} for status, said in REFUSED.items()}
    },
    description=_(
        "Черновата на събитие, новина или материал във вида, в който API дава публикуваните. Знакът изтича: "
        "401 – не е верен, 403 – създателят му няма вече достъп, 410 – изтекъл е или черновата я няма."
    ),
)
def read_preview(request: HttpRequest, query: Query[PreviewQuery]) -> HttpResponse:
    """The draft of a token, in the form of the published record; kept by no cache."""
    draft = read_token(query.token)
    writer = writer_of(draft.page)
    if writer is None:
        raise not_found()
    with translation.override(draft.page.locale.language_code):
        response = writer(request, draft.page)
    response["Cache-Control"] = "private, no-store"
    return response

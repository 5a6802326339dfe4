"""The municipalities the library works with."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.decorators import decorate_view
from pydantic import Field

from pages.api.conditional import conditional
from pages.api.paging import Paged, page_of
from pages.api.query import PagedQuery
from pages.api.schema import Out
from pages.models import Municipality

router = Router(tags=[_("Места")])


class MunicipalityOut(Out):
    """A municipality with its official codes."""

    slug: str = Field(description=_("Адресната дума, с която се филтрира."), examples=["chirpan"])
    name: str = Field(description=_("Името на езика на заявката."), examples=["Чирпан"])
    code: str = Field(description=_("Код на общината по ЕКАТТЕ."), examples=["SZR36"])
    ekatte: str = Field(description=_("ЕКАТТЕ на общинския център."), examples=["81414"])


@router.get(
    "/",
    response=Paged[MunicipalityOut],
    summary=_("Общините от областта"),
    operation_id="list_municipalities",
    description=_("Всички общини с официалните им кодове и с адресната дума за филтрите."),
)
@decorate_view(conditional("libraries"))
def list_municipalities(request: HttpRequest, query: Query[PagedQuery]) -> dict[str, object]:
    """All municipalities with their official codes and with the slug for the filters."""
    return page_of(request, query, Municipality.objects.order_by("name"), _write)


def _write(rows: Iterable[Municipality]) -> list[MunicipalityOut]:
    return [
        MunicipalityOut(slug=row.slug, name=row.display_name, code=row.code, ekatte=row.ekatte)
        for row in rows
    ]

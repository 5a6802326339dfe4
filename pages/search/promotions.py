"""Results that editors have put first for a query, whatever form its words come in."""

from typing import NamedTuple

from django.utils.safestring import SafeString
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.query import PageQuerySet

from pages.search.highlight import Wanted, marked
from pages.search.lexicon import Lexicon
from pages.search.terms import Slot

MAX_PROMOTED = 5


class Promoted(NamedTuple):
    """A result that editors have put first."""

    title: SafeString
    url: str
    description: str


def promoted(slots: list[Slot], pages: PageQuerySet, known: Lexicon, what: Wanted) -> list[Promoted]:
    """Return the promotions of a query; of pages only those the public may see. No query without any."""
    queries = [pk for keys, pks in known.promoted.items() if keys and _answers(slots, keys) for pk in pks]
    if not queries:
        return []
    picks = list(SearchPromotion.objects.filter(query__in=queries).select_related("page")[: 4 * MAX_PROMOTED])
    ids = [pick.page_id for pick in picks if pick.page_id]
    seen = set(pages.filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()
    shown = (_shown(pick, what) for pick in picks if pick.page_id is None or pick.page_id in seen)
    return [one for one in shown if one is not None][:MAX_PROMOTED]


def _answers(slots: list[Slot], keys: frozenset[str]) -> bool:
    """Tell whether the query asks for all words of the promotion and for no others."""
    return all(slot.keys & keys for slot in slots) and keys <= frozenset().union(
        *(slot.keys for slot in slots)
    )


def _shown(pick: SearchPromotion, what: Wanted) -> Promoted | None:
    url = pick.page.url if pick.page else pick.external_link_url
    return Promoted(marked(pick.title or url, what), url, pick.description) if url else None

"""News as Atom, RSS and JSON Feed."""

from datetime import datetime, time
from html import escape
from uuid import uuid5

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from pages.api.conditional import conditional
from pages.api.door import public_door
from pages.api.news import NewsFilters, narrowed, visible
from pages.api.pictures import picture
from pages.api.query import read_query
from pages.feeds.answers import Ending, FeedQuery, feed_response, index_url, part_of
from pages.models import NewsIndexPage, NewsPage
from pages.syndication import Entry, Image

NEWS_A_PART = 50


class NewsFeedQuery(FeedQuery, NewsFilters):
    """Which news a feed holds: all that the filters match, the newest first."""


@public_door
@conditional("news")
def news_feed(request: HttpRequest, ending: Ending) -> HttpResponse:
    """Answer with the public news in one language, the newest first."""
    query = read_query(request, NewsFeedQuery)
    news = narrowed(visible(query.lang), query).newest_first().with_image()
    rows, more = part_of(news.prefetch_related("tagged_items__tag"), query.page, NEWS_A_PART)
    entries = [_entry(request, page) for page in rows]
    home = index_url(NewsIndexPage)
    return feed_response(request, ending, _("Новини"), entries, home=home, more=more)


def _entry(request: HttpRequest, page: NewsPage) -> Entry:
    midnight = timezone.make_aware(datetime.combine(page.date, time.min))
    shown = picture(page.image, page.image_alt, request.build_absolute_uri("/"))
    image = Image(shown.url, shown.alt) if shown else None
    figure = f'<p><img src="{escape(image.url)}" alt="{escape(image.alt)}"></p>' if image else ""
    lead = f"<p>{escape(page.lead)}</p>" if page.lead else ""
    return Entry(
        id=_identity(page),
        title=page.title,
        url=page.get_full_url(request) or "",
        updated=page.last_published_at or midnight,
        published=page.first_published_at or midnight,
        summary=page.lead,
        html=figure + lead,
        tags=tuple(sorted(item.tag.name for item in page.tagged_items.all())),
        image=image,
        extra={"date": page.date.isoformat()},
    )


def _identity(page: NewsPage) -> str:
    # A translation is another text, so another entry; the Bulgarian one has the id that the API gives.
    code = page.locale.language_code
    key = page.translation_key
    return f"urn:uuid:{key if code == settings.LANGUAGE_CODE else uuid5(key, code)}"

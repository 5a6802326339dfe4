"""The map of the site for search engines, with the other language beside each address."""

from collections import defaultdict
from typing import Any

from django.conf import settings
from django.db.models import Q
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

ADDRESSES_A_PAGE = 2000


class LibrarySitemap(Sitemap):
    """Live public pages of every language of the site."""

    limit = ADDRESSES_A_PAGE

    def items(self) -> PageQuerySet:
        """Return the pages, each as its own type, so that types may add addresses of their own."""
        site = self.get_wagtail_site()
        roots = [path.root_path for path in Site.get_site_root_paths() if path.site_id == site.pk]
        under_a_root = Q(pk__in=[])
        for root in roots:
            under_a_root |= Q(url_path__startswith=root)
        pages = Page.objects.live().public().filter(under_a_root)
        return pages.order_by("path").select_related("locale").defer_streamfields().specific()

    def _urls(self, page: int, protocol: str, domain: str) -> list[dict[str, Any]]:
        urls: list[dict[str, Any]] = super()._urls(page, protocol, domain)
        addresses = self._translations()
        for url in urls:
            url["alternates"] = addresses.get(url["location"], [])
        return urls

    def _translations(self) -> dict[str, list[dict[str, str]]]:
        groups: dict[Any, list[dict[str, str]]] = defaultdict(list)
        for page in (
            Page.objects.live()
            .public()
            .select_related("locale")
            .only("translation_key", "url_path", "locale__language_code")
            .order_by("path")
        ):
            location = page.get_full_url(self.request)
            if location:
                groups[page.translation_key].append(
                    {"location": location, "lang_code": page.locale.language_code}
                )
        several = (group for group in groups.values() if 1 < len(group) <= len(settings.LANGUAGES))
        return {alternate["location"]: group for group in several for alternate in group}

"""Addresses of the site: machine doors without a language, pages with one."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from events.embeds.oembed import oembed
from methodology.urls import feed_patterns as methodology_feeds
from methodology.urls import reader_patterns as methodology_patterns
from pages.urls import machine_patterns, reader_patterns

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", include(admin_urls)),
    path("documents/", include(document_urls)),
    path("api/v1/", include("pages.api.urls")),
    *methodology_feeds,
    path("feeds/", include("pages.feeds.urls")),
    path("feeds/", include("events.urls")),
    path("embed/", include("events.embeds.urls")),
    path("oembed", oembed, name="oembed"),
    *machine_patterns,
]

if getattr(settings, "SERVE_MEDIA", False):
    urlpatterns.append(path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}))

urlpatterns += i18n_patterns(
    *reader_patterns,
    path("embed/", include("events.embeds.builder_urls")),
    *methodology_patterns,
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

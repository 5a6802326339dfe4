"""Addresses of the foundation: those of programs, and those of readers, which come in every language."""

from django.urls import URLPattern, URLResolver, path
from wagtail.contrib.sitemaps.views import sitemap

from pages.sitemap import LibrarySitemap
from pages.views.health import healthz, readyz
from pages.views.machine_files import robots, security_txt
from pages.views.search import search

Patterns = list[URLPattern | URLResolver]

machine_patterns: Patterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": LibrarySitemap}}, name="sitemap"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
]

reader_patterns: Patterns = [path("search/", search, name="search")]

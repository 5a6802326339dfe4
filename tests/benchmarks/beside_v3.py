"""The site with Wagtail's own API beside ours, to compare the two in one process."""

from django.urls import path
from wagtail.api.v3.urls import api

from library_site.urls import urlpatterns as site_patterns

urlpatterns = [path("api/v3-preview/", api.urls), *site_patterns]

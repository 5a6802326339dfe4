"""Small files that programs look for at fixed addresses."""

from datetime import UTC, datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from pages.models import ContactSettings

SECURITY_TXT_LIFE = timedelta(days=180)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep robots out of the admin and of search results, and show them the map of the site."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search/",
        "Disallow: /en/search/",
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return _text(lines)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Say whom to tell about a security problem (RFC 9116)."""
    contacts = ContactSettings.for_request(request)
    home = request.build_absolute_uri("/")
    midnight = datetime.combine(timezone.now().astimezone(UTC).date(), datetime.min.time(), UTC)
    lines = [
        f"Contact: {f'mailto:{contacts.email}' if contacts.email else home}",
        f"Expires: {midnight + SECURITY_TXT_LIFE:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: bg, en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
    ]
    return _text(lines)


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")

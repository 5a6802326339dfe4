"""The network address of whoever asks, through the proxies that the settings trust."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the nearest address not among `LIBRARY_TRUSTED_PROXIES`; anything beyond can be forged."""
    address: str = request.META.get("REMOTE_ADDR", "")
    trusted = set(getattr(settings, "LIBRARY_TRUSTED_PROXIES", ()))
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    while address in trusted and hops:
        address = hops.pop()
    return address

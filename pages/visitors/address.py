"""The network address of whoever asks, through the proxies that the settings trust."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the nearest address not among `LIBRARY_TRUSTED_PROXIES`; anything beyond can be forged."""
    address: str = request.META.get("REMOTE_ADDR", "")
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    while hops and _is_trusted(address):
        address = hops.pop()
    return address


def _is_trusted(address: str) -> bool:
    """Whether a proxy of ours is at an address, or in a network, that the settings name."""
    if not address:
        # Behind a socket of the machine itself stands nobody but a proxy of ours.
        return True
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return any(found in ip_network(one) for one in getattr(settings, "LIBRARY_TRUSTED_PROXIES", ()))

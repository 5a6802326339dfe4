"""Who asks: a partner by its key, or an address of the net of which only a daily digest is known."""

import hashlib
import hmac
import time
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from pages.api.problems import Problem
from pages.models import PartnerKey
from pages.models.partners import digest_of
from pages.visitors.address import client_address

HEADER = "X-Api-Key"
MAX_KEY = 200
# A key that was withdrawn works on for as long, in each process.
REMEMBERED_SECONDS = 60
MOST_REMEMBERED = 1000
# Whoever has one address of IPv6 has all of its /64.
PREFIX_6 = 64

_known: dict[str, tuple[float, "Caller | None"]] = {}


@dataclass(frozen=True, slots=True)
class Caller:
    """What a caller's requests are counted by, how many are allowed in a minute, and a partner's name."""

    key: str
    per_minute: int
    partner: str = ""


def caller_of(request: HttpRequest) -> Caller:
    """The caller of a request; the 401 problem for a key that is not one of ours."""
    key = request.headers.get(HEADER, "")
    if not key:
        return Caller(_digest_of_address(request), settings.LIBRARY_REQUESTS_PER_MINUTE)
    partner = _partner(key) if len(key) <= MAX_KEY else None
    if partner is None:
        raise Problem(401, "unknown-key", _("Ключът е непознат или вече не действа. Без ключ също се чете."))
    return partner


def _partner(key: str) -> Caller | None:
    digest, now = digest_of(key), time.monotonic()
    read_at, caller = _known.get(digest, (0.0, None))
    if read_at and now - read_at < REMEMBERED_SECONDS:
        return caller
    row = PartnerKey.objects.filter(digest=digest, is_active=True).first()
    caller = Caller(f"key:{row.pk}", row.per_minute, row.name) if row else None
    if len(_known) >= MOST_REMEMBERED:
        _known.clear()
    _known[digest] = (now, caller)
    return caller


def forget_keys() -> None:
    """Read the keys anew at the next request of each."""
    _known.clear()


def _digest_of_address(request: HttpRequest) -> str:
    """A digest of the caller's address that nobody can turn back, and that is another one tomorrow."""
    text = f"{timezone.localdate()}|{_network(client_address(request))}"
    return hmac.new(settings.SECRET_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()[:32]


def _network(address: str) -> str:
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or ip_network(f"{found}/{PREFIX_6}", strict=False))
    return str(found)

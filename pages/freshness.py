"""Until when an answer stays true: what a page says of „now“ may end before a cache would let go of it."""

import re
from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone

_SECONDS = re.compile(r"\b(max-age|s-maxage|stale-while-revalidate)=(\d+)")


def true_until(request: HttpRequest, moment: datetime) -> None:
    """Let no cache keep the answer to a request beyond an aware moment; the earliest one given counts."""
    held: datetime | None = getattr(request, "_true_until", None)
    request._true_until = min(held, moment) if held else moment  # type: ignore[attr-defined]


def cache_control(request: HttpRequest, usual: str) -> str:
    """Return the usual Cache-Control, shortened to the time for which the answer is true."""
    moment: datetime | None = getattr(request, "_true_until", None)
    return usual if moment is None else shortened(usual, int((moment - timezone.now()).total_seconds()))


def shortened(usual: str, left: int) -> str:
    """Return a Cache-Control that ends within `left` seconds, stale copies included."""
    left = max(left, 0)
    given = {name: int(seconds) for name, seconds in _SECONDS.findall(usual)}
    fresh = {name: min(given[name], left) for name in ("max-age", "s-maxage") if name in given}
    spare = left - max(fresh.values(), default=0)

    def fitted(found: re.Match[str]) -> str:
        name = found[1]
        return f"{name}={fresh[name] if name in fresh else min(given[name], spare)}"

    return _SECONDS.sub(fitted, usual)

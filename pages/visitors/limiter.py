"""A small limiter in the database: it counts across processes and keeps no addresses."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from pages.models.rate_count import RateCount


def allow(purpose: str, who: str, *, most: int, within: timedelta) -> bool:
    """Count one attempt and tell whether it is still among the `most` of its span; three queries at most."""
    key = salted_hmac("pages.visitors.limiter", f"{purpose}|{who}", algorithm="sha256").hexdigest()
    now = timezone.now()
    with transaction.atomic():
        row, is_new = RateCount.objects.select_for_update().get_or_create(
            key=key, defaults={"number": 1, "resets_at": now + within}
        )
        if is_new:
            return most >= 1
        if row.resets_at <= now:
            RateCount.objects.filter(pk=row.pk).update(number=1, resets_at=now + within)
            return most >= 1
        RateCount.objects.filter(pk=row.pk).update(number=F("number") + 1)
        return row.number < most


def forget_expired() -> int:
    """Delete the counters whose span is over and return how many there were."""
    return RateCount.objects.filter(resets_at__lte=timezone.now()).delete()[0]

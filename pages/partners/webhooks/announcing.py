"""From a change to the messages about it: rows in the same transaction, sent by tasks afterwards."""

import json
import uuid
from collections.abc import Mapping
from functools import partial

from django.db import transaction
from django.utils import timezone

from pages.models import Webhook, WebhookDelivery, WebhookKind
from pages.partners.webhooks.tasks import schedule


def announce(kind: WebhookKind, subject: str, data: Mapping[str, object]) -> None:
    """Tell everyone who wants to know of a change; one query when nobody does.

    A message of the same kind about the same record that has not gone out yet says it already: partners
    learn that there is something to fetch, not what it was at a moment.
    """
    wanting = [hook for hook in Webhook.objects.filter(is_active=True) if kind in hook.kinds]
    if not wanting:
        return
    waiting = set(
        WebhookDelivery.objects.filter(
            webhook__in=wanting, kind=kind, subject=subject, state=WebhookDelivery.State.WAITING, attempts=0
        ).values_list("webhook_id", flat=True)
    )
    for hook in wanting:
        if hook.pk not in waiting:
            delivery = _written(hook, kind, subject, data)
            transaction.on_commit(partial(schedule, delivery.pk))


def _written(hook: Webhook, kind: WebhookKind, subject: str, data: Mapping[str, object]) -> WebhookDelivery:
    number, now = uuid.uuid4(), timezone.now()
    body = {
        "id": str(number),
        "type": kind.value,
        "created_at": now.isoformat(timespec="seconds"),
        "data": data,
    }
    return WebhookDelivery.objects.create(
        uuid=number,
        webhook=hook,
        kind=kind,
        subject=subject,
        body=json.dumps(body, ensure_ascii=False),
        next_attempt_at=now,
    )

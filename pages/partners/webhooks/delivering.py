"""One attempt to bring a message to a partner."""

import http.client
import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from pages.models import Webhook, WebhookDelivery
from pages.outward import Exchange, OutwardProblem, checked, read_body
from pages.partners.webhooks.signing import HEADER, signature
from pages.partners.webhooks.tasks import schedule
from pages.partners.wording import problem_text

State = WebhookDelivery.State

SECONDS = 10.0
MOST_ANSWER = 64 * 1024
# Minutes after each failed attempt; after the last one the message is given up.
BACKOFF = (1, 5, 30, 120, 480, 1440)
KEPT_DAYS = 30
# A message whose time is past by so much has lost its task: the next one that goes out takes it along.
LOST_AFTER = timedelta(hours=1)
MOST_LOST = 20


@dataclass
class DeliverWebhook:
    """Send a waiting message, note what came of it, and try again later when it failed."""

    delivery_id: int
    by_hand: bool = False

    def execute(self) -> str:
        """Send it unless it was delivered, or somebody else is sending it; return its state."""
        found = WebhookDelivery.objects.select_related("webhook").filter(pk=self.delivery_id).first()
        if found is None:
            return "gone"
        if not self._may_send(found) or not self._claim(found):
            return found.state
        self._take_along(found)
        try:
            status = self._send(found)
        except OutwardProblem as problem:
            return self._failed(found, None, problem_text(problem))
        if 200 <= status < 300:
            return self._delivered(found, status)
        return self._failed(found, status, _("Сървърът отговори с код %(status)s.") % {"status": status})

    def _may_send(self, found: WebhookDelivery) -> bool:
        return self.by_hand or (found.state == State.WAITING and found.webhook.is_active)

    def _claim(self, found: WebhookDelivery) -> bool:
        """Count the attempt; of two workers with the same message only one does."""
        same = WebhookDelivery.objects.filter(pk=found.pk, attempts=found.attempts)
        claimed = same.update(attempts=F("attempts") + 1)
        found.attempts += 1
        return bool(claimed)

    def _take_along(self, found: WebhookDelivery) -> None:
        now = timezone.now()
        lost = WebhookDelivery.objects.filter(
            state=State.WAITING, webhook__is_active=True, next_attempt_at__lt=now - LOST_AFTER
        ).exclude(pk=found.pk)
        for pk in list(lost.order_by("pk").values_list("pk", flat=True)[:MOST_LOST]):
            WebhookDelivery.objects.filter(pk=pk).update(next_attempt_at=now)
            schedule(pk)

    def _send(self, found: WebhookDelivery) -> int:
        url = checked(found.webhook.url, ("https",))
        body, seconds = found.body.encode(), int(time.time())
        headers = {
            "Content-Type": "application/json",
            "Library-Delivery": str(found.uuid),
            "Library-Event": found.kind,
            HEADER: signature(found.webhook.secret, body, seconds),
        }
        exchange = Exchange(url, ends=time.monotonic() + SECONDS, seconds=SECONDS)
        return exchange.post(body, headers, _status)

    def _delivered(self, found: WebhookDelivery, status: int) -> str:
        now = timezone.now()
        self._note(found, State.DELIVERED, status, "", delivered_at=now, next_attempt_at=None)
        Webhook.objects.filter(pk=found.webhook_id).exclude(failing_since=None).update(failing_since=None)
        WebhookDelivery.objects.filter(created_at__lt=now - timedelta(days=KEPT_DAYS)).delete()
        return State.DELIVERED

    def _failed(self, found: WebhookDelivery, status: int | None, problem: str) -> str:
        now = timezone.now()
        Webhook.objects.filter(pk=found.webhook_id, failing_since=None).update(failing_since=now)
        stopped = self._stop(found.webhook_id, now, problem)
        again = found.attempts <= len(BACKOFF) and not self.by_hand and not stopped
        if not again:
            self._note(found, State.FAILED, status, problem, next_attempt_at=None)
            return State.FAILED
        at = now + timedelta(minutes=BACKOFF[found.attempts - 1])
        self._note(found, State.WAITING, status, problem, next_attempt_at=at)
        schedule(found.pk, at)
        return State.WAITING

    def _stop(self, webhook_id: int, now: datetime, problem: str) -> bool:
        """Turn a webhook off that has had no success for too many days; say since when and why."""
        days = settings.LIBRARY_WEBHOOK_FAILING_DAYS
        failing = Webhook.objects.filter(pk=webhook_id, failing_since__lt=now - timedelta(days=days))
        message = _("Спряно след %(days)s дни без нито една доставка. Последно: %(problem)s")
        text = message % {"days": days, "problem": problem}
        return bool(failing.update(is_active=False, disabled_because=text[:300]))

    @staticmethod
    def _note(found: WebhookDelivery, state: str, status: int | None, problem: str, **values: object) -> None:
        changed = {"state": state, "status": status, "problem": problem[:300], **values}
        WebhookDelivery.objects.filter(pk=found.pk).update(**changed)


def _status(response: http.client.HTTPResponse) -> int:
    # What a partner answers is not kept; a redirect is an answer like any other, and no success.
    read_body(response, MOST_ANSWER)
    return response.status

"""Signed messages to partners over real https on loopback; only the check of the address is replaced."""

import hashlib
import hmac
import json
import shutil
import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from https_partner import HOST, Partner, https_partner, make_certificates

from pages.models import Webhook, WebhookDelivery, WebhookKind
from pages.outward import addresses
from pages.partners.webhooks import announce
from pages.partners.webhooks.delivering import BACKOFF, DeliverWebhook
from pages.partners.webhooks.signing import signature

pytestmark = pytest.mark.django_db

CHANGED = WebhookKind.CHANGED
State = WebhookDelivery.State


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    if not shutil.which("openssl"):
        pytest.skip("no openssl: apt install openssl")
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def partner(certificates: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Partner]:
    """A partner whose name leads to loopback, which counts as public here, and whose authority is trusted."""
    authority, server = certificates
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    monkeypatch.setattr(addresses, "is_public", lambda address: True)
    real = socket.getaddrinfo

    def resolved(host: Any, *rest: Any, **named: Any) -> Any:
        return real("127.0.0.1" if host == HOST else host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    with https_partner(server) as running:
        yield running


def hook(url: str, **values: Any) -> Webhook:
    return Webhook.objects.create(**{"name": "Община Чирпан", "url": url, **values})


def message(webhook: Webhook, **values: Any) -> WebhookDelivery:
    return WebhookDelivery.objects.create(webhook=webhook, kind=CHANGED, body='{"a": "я"}', **values)


def sent(delivery: WebhookDelivery, **options: Any) -> WebhookDelivery:
    DeliverWebhook(delivery.pk, **options).execute()
    return WebhookDelivery.objects.get(pk=delivery.pk)


def test_a_change_arrives_signed_and_numbered(
    partner: Partner, django_capture_on_commit_callbacks: Any
) -> None:
    webhook = hook(partner.url)
    with django_capture_on_commit_callbacks(execute=True):
        announce(CHANGED, "x/bg", {"event": {"id": "x"}})
    delivery = WebhookDelivery.objects.get()
    assert (delivery.state, delivery.status, delivery.attempts) == (State.DELIVERED, 200, 1)
    [(headers, body)] = partner.got
    said = json.loads(body)
    assert (said["type"], said["data"]) == ("event.changed", {"event": {"id": "x"}})
    assert said["id"] == headers["Library-Delivery"] == str(delivery.uuid)
    assert headers["Library-Event"] == "event.changed"
    stamp, mark = (part.partition("=")[2] for part in headers["Library-Signature"].split(","))
    wanted = hmac.new(webhook.secret.encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()
    assert hmac.compare_digest(mark, wanted)


def test_the_signature_depends_on_secret_time_and_body() -> None:
    made = {signature(*values) for values in [("a", b"x", 1), ("b", b"x", 1), ("a", b"y", 1), ("a", b"x", 2)]}
    assert len(made) == 4


def test_nothing_is_sent_when_the_change_is_undone(partner: Partner) -> None:
    hook(partner.url)
    announce(CHANGED, "x/bg", {})
    assert partner.got == []


@pytest.mark.parametrize("values", [{"is_active": False}, {"kinds": ["closures.changed"]}])
def test_only_who_wants_to_know_is_told(values: Any) -> None:
    hook(f"https://{HOST}/", **values)
    announce(CHANGED, "x/bg", {})
    assert not WebhookDelivery.objects.exists()


def test_a_change_that_has_not_gone_out_yet_is_told_once() -> None:
    hook(f"https://{HOST}/")
    for subject in ("x/bg", "x/bg", "y/bg"):
        announce(CHANGED, subject, {})
    assert sorted(WebhookDelivery.objects.values_list("subject", flat=True)) == ["x/bg", "y/bg"]


def test_no_webhook_costs_one_query(count_queries: Any) -> None:
    with count_queries("who wants to know"):
        announce(CHANGED, "x/bg", {})


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"status": 500}, "Сървърът отговори с код 500."),
        ({"status": 302, "headers": {"Location": "https://127.0.0.1/"}}, "Сървърът отговори с код 302."),
        ({"body": b"x" * 70_000}, "Отговорът е по-голям от 64 KB."),
        ({"headers": {"Content-Encoding": "gzip"}}, "Отговорът е компресиран."),
    ],
)
def test_anything_but_a_plain_yes_is_tried_again_later(partner: Partner, answer: Any, said: str) -> None:
    for name, value in answer.items():
        setattr(partner, name, value)
    delivery = sent(message(hook(partner.url)))
    assert (delivery.state, delivery.problem) == (State.WAITING, said)
    assert len(partner.got) == 1
    wait = delivery.next_attempt_at - timezone.now()
    assert timedelta(0) < wait <= timedelta(minutes=BACKOFF[0])


def test_the_waits_grow_and_come_to_an_end(partner: Partner) -> None:
    partner.status = 503
    delivery = message(hook(partner.url))
    waits = []
    with time_machine.travel(timezone.now(), tick=False):
        while (delivery := sent(delivery)).state == State.WAITING:
            waits.append((delivery.next_attempt_at - timezone.now()).total_seconds() / 60)
    assert waits == list(BACKOFF)
    assert (delivery.state, delivery.attempts) == (State.FAILED, len(BACKOFF) + 1)
    assert len({headers["Library-Delivery"] for headers, _body in partner.got}) == 1


def test_a_message_is_delivered_once_however_often_its_task_runs(partner: Partner) -> None:
    delivery = message(hook(partner.url))
    sent(sent(delivery))
    assert len(partner.got) == 1


def test_of_two_workers_with_the_same_message_one_sends(partner: Partner) -> None:
    delivery = message(hook(partner.url))
    first, second = DeliverWebhook(delivery.pk), DeliverWebhook(delivery.pk)
    stale = WebhookDelivery.objects.select_related("webhook").get(pk=delivery.pk)
    first.execute()
    assert not second._claim(stale)


def test_a_message_whose_task_was_lost_goes_out_with_the_next_one(
    partner: Partner, django_capture_on_commit_callbacks: Any
) -> None:
    webhook = hook(partner.url)
    lost = message(webhook, next_attempt_at=timezone.now() - timedelta(hours=2))
    with django_capture_on_commit_callbacks(execute=True):
        sent(message(webhook, next_attempt_at=timezone.now()))
    lost.refresh_from_db()
    assert lost.state == State.DELIVERED
    assert len(partner.got) == 2


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://10.0.0.8/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::ffff:192.168.1.1]/",
        "https://localhost:8443/",
        "https://0/",
    ],
)
def test_addresses_that_are_not_public_are_not_asked(url: str) -> None:
    delivery = sent(message(hook(url)))
    assert "не е в публичната мрежа" in delivery.problem
    assert delivery.status is None


def test_a_name_that_leads_to_the_inner_net_is_not_asked(
    partner: Partner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda *rest, **named: [(2, 1, 6, "", ("8.8.8.8", 443)), (2, 1, 6, "", ("10.0.0.1", 443))],
    )
    assert "не е в публичната мрежа" in sent(message(hook(partner.url))).problem
    assert partner.got == []


def test_a_certificate_nobody_vouches_for_is_refused(
    partner: Partner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    assert "сертификатът му не е верен" in sent(message(hook(partner.url))).problem
    assert partner.got == []


@pytest.mark.parametrize(
    "url", ["http://partner.example/", "https://me:secret@partner.example/", "ftp://x.example/"]
)
def test_an_address_that_could_never_be_asked_is_refused_in_the_form(url: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Webhook(name="Чирпан", url=url).full_clean()
    assert "url" in refused.value.message_dict


def test_after_days_without_one_success_it_is_stopped_with_a_word(partner: Partner, settings: Any) -> None:
    partner.status = 500
    webhook = hook(partner.url)
    delivery = sent(message(webhook))
    with time_machine.travel(timezone.now() + timedelta(days=settings.LIBRARY_WEBHOOK_FAILING_DAYS, hours=1)):
        delivery = sent(delivery)
    webhook.refresh_from_db()
    assert (webhook.is_active, delivery.state) == (False, State.FAILED)
    assert "Спряно след 5 дни" in webhook.disabled_because
    webhook.is_active = True
    webhook.full_clean()
    assert (webhook.failing_since, webhook.disabled_because) == (None, "")


def test_one_success_begins_the_count_anew(partner: Partner) -> None:
    webhook = hook(partner.url, failing_since=timezone.now() - timedelta(days=4))
    sent(message(webhook))
    webhook.refresh_from_db()
    assert webhook.failing_since is None


def test_messages_are_forgotten_after_a_month(partner: Partner) -> None:
    webhook = hook(partner.url)
    old = message(webhook)
    WebhookDelivery.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=31))
    sent(message(webhook))
    assert not WebhookDelivery.objects.filter(pk=old.pk).exists()


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("admin", password="lipa"))
    return client


def test_a_new_webhook_is_for_everything_until_somebody_unticks(admin: Client) -> None:
    page = admin.get(reverse("webhooks:add")).content.decode()
    assert page.count("checked") == len(WebhookKind.values) + 1


def test_the_secret_is_shown_once(admin: Client) -> None:
    form = {"name": "Чирпан", "url": f"https://{HOST}/", "kinds": ["event.changed"], "is_active": "on"}
    page = admin.post(reverse("webhooks:add"), form, follow=True).content.decode()
    webhook = Webhook.objects.get()
    assert webhook.kinds == ["event.changed"]
    assert webhook.secret in page
    for address in (reverse("webhooks:index"), reverse("webhooks:edit", args=[webhook.pk])):
        assert webhook.secret not in admin.get(address).content.decode()


def test_staff_see_a_message_and_send_it_again(admin: Client, partner: Partner) -> None:
    delivery = message(
        hook(partner.url), state=State.FAILED, problem="Сървърът отговори с код 500.", attempts=7
    )
    assert "неуспешно" in admin.get(reverse("webhook_deliveries:index")).content.decode()
    inspect = reverse("webhook_deliveries:inspect", args=[delivery.pk])
    assert "Сървърът отговори с код 500." in admin.get(inspect).content.decode()
    page = admin.post(reverse("webhook_resend", args=[delivery.pk]), follow=True).content.decode()
    assert "Съобщението е доставено." in page
    delivery.refresh_from_db()
    assert delivery.state == State.DELIVERED
    assert admin.get(reverse("webhook_resend", args=[delivery.pk])).status_code == 405


def test_who_may_not_change_webhooks_may_not_send(client: Client, partner: Partner) -> None:
    delivery = message(hook(partner.url))
    user = User.objects.create_user("gost", password="lipa")
    user.user_permissions.add(
        *Permission.objects.filter(codename__in=["access_admin", "view_webhookdelivery"])
    )
    client.force_login(user)
    assert client.get(reverse("webhook_deliveries:inspect", args=[delivery.pk])).status_code == 200
    answer = client.post(reverse("webhook_resend", args=[delivery.pk]))
    assert answer.status_code in (302, 403)
    assert partner.got == []
    assert client.get(reverse("webhooks:index")).status_code == 302
    assert client.get(reverse("webhook_deliveries:add")).status_code == 302

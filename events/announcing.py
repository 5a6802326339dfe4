"""What partners are told of: published, changed and withdrawn events, changed hours and closed days."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from wagtail.signals import page_published, page_unpublished

from events.models import (
    Closure,
    EventPage,
    EventPublication,
    ExceptionInterval,
    OpeningException,
    OpeningHours,
    OpeningInterval,
)
from pages.models import WebhookKind
from pages.partners.webhooks import announce

HOURS: Iterable[type[Model]] = (OpeningHours, OpeningInterval, OpeningException, ExceptionInterval, Closure)


def published(instance: EventPage, **kwargs: Any) -> None:
    """Hear of a publish before the event's own records do: whether it was public is still known."""
    was_public = EventPublication.objects.filter(event=instance, withdrawn_at=None).exists()
    _tell(instance, WebhookKind.CHANGED if was_public else WebhookKind.PUBLISHED)


def withdrawn(instance: EventPage, **kwargs: Any) -> None:
    _tell(instance, WebhookKind.UNPUBLISHED)


def deleted(instance: EventPage, **kwargs: Any) -> None:
    if instance.live:
        _tell(instance, WebhookKind.UNPUBLISHED)


def hours_changed(sender: type[Model], raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        announce(WebhookKind.CLOSURES, "", {})


def connect() -> None:
    """Connect all receivers; those of events before the ones that write their publication."""
    page_published.connect(published, sender=EventPage, dispatch_uid="events.tell_published")
    page_unpublished.connect(withdrawn, sender=EventPage, dispatch_uid="events.tell_unpublished")
    pre_delete.connect(deleted, sender=EventPage, dispatch_uid="events.tell_deleted")
    for when, signal in {"saved": post_save, "deleted": post_delete}.items():
        for model in HOURS:
            signal.connect(hours_changed, sender=model, dispatch_uid=f"events.tell_hours.{when}")
    m2m_changed.connect(hours_changed, sender=Closure.departments.through, dispatch_uid="events.tell_scope")


def _tell(event: EventPage, kind: WebhookKind) -> None:
    if event.get_view_restrictions().exists():
        return
    language = event.locale.language_code
    told = {
        "event": {
            "id": str(event.translation_key),
            "lang": language,
            "title": event.title,
            "url": event.get_full_url() or "",
            "api": f"/api/v1/events/{event.translation_key}/?lang={language}",
        }
    }
    announce(kind, f"{event.translation_key}/{language}", told)

"""What the plugin does when something is published, withdrawn, moved or saved; connected in `ready()`."""

from typing import Any

from django.db import models
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import init_new_page, page_published, page_slug_changed, page_unpublished, post_page_move

from events import tasks, vocabulary
from events.actions import PublishEvent, WithdrawEvent, note_deletion
from events.models import (
    Audience,
    Closure,
    Department,
    EventCategory,
    EventPage,
    EventSeriesPage,
    ExceptionInterval,
    OpeningException,
    OpeningHours,
    OpeningInterval,
    PhotoReportPage,
    Service,
    ServiceInterval,
)
from events.models.photo_report import begin_report
from pages import versions
from pages.models import ContactSettings, Municipality

HOURS = (
    *(OpeningHours, OpeningInterval, OpeningException, ExceptionInterval),
    *(Closure, Department, Service, ServiceInterval),
)
WORDS = (EventCategory, Audience, Department)


def publish(instance: EventPage, **kwargs: Any) -> None:
    PublishEvent(instance).execute()


def withdraw(instance: EventPage, **kwargs: Any) -> None:
    WithdrawEvent(instance).execute()


def begin(page: Page, parent: Page, **kwargs: Any) -> None:
    """A new photo report takes its title and day from its event."""
    event = parent.specific
    if isinstance(page, PhotoReportPage) and isinstance(event, EventPage):
        begin_report(page, event)


def changed_series(instance: EventSeriesPage, **kwargs: Any) -> None:
    """Its meetings name it, in every language; asked for now: a series that is deleted has none later."""
    meetings = EventPage.objects.filter(series__translation_key=instance.translation_key)
    if pks := list(meetings.values_list("pk", flat=True)):
        tasks.tell_series.enqueue(pks)


def deleted(instance: EventPage, **kwargs: Any) -> None:
    note_deletion(instance)


def changed_address(instance: Page, **kwargs: Any) -> None:
    """Events carry the addresses of the pages above them; there may be thousands, so it is a task."""
    versions.bump("events")
    tasks.readdress_events.enqueue(instance.pk)
    tasks.redraw.enqueue("wagtailcore.Page", instance.pk)


def moved(instance: Page, **kwargs: Any) -> None:
    """A page may move under a private one, or out of its reach."""
    changed_address(instance)
    tasks.note_privacy.enqueue(instance.pk)


def changed_hours(sender: type[models.Model], **kwargs: Any) -> None:
    versions.bump("hours")


def changed_words(sender: type[models.Model], **kwargs: Any) -> None:
    vocabulary.forget()
    versions.bump("events")


def renamed(instance: models.Model, created: bool, raw: bool, **kwargs: Any) -> None:
    """The stored calendar texts name categories, departments and places; there may be thousands of them."""
    if not created and not raw:
        tasks.rename_word.enqueue(str(instance._meta.model_name), getattr(instance, "slug", ""))


def redrawn(instance: models.Model, created: bool, raw: bool, **kwargs: Any) -> None:
    if not created and not raw:
        tasks.redraw.enqueue(instance._meta.label, instance.pk)


def changed_library(raw: bool, **kwargs: Any) -> None:
    """Every event names the library and begins its addresses with that of the site."""
    if not raw:
        tasks.retell_all.enqueue()


def changed_privacy(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Every list looks at privacy itself; those who mirror events have to be told."""
    versions.bump("events")
    if not kwargs.get("raw"):
        tasks.note_privacy.enqueue(instance.page_id)


def connect() -> None:
    """Connect all receivers, once however often it is called."""
    page_published.connect(publish, sender=EventPage, dispatch_uid="events.publish")
    page_unpublished.connect(withdraw, sender=EventPage, dispatch_uid="events.withdraw")
    page_published.connect(changed_series, sender=EventSeriesPage, dispatch_uid="events.series.shown")
    page_unpublished.connect(changed_series, sender=EventSeriesPage, dispatch_uid="events.series.hidden")
    init_new_page.connect(begin, dispatch_uid="events.begin")
    post_delete.connect(deleted, sender=EventPage, dispatch_uid="events.deleted")
    page_slug_changed.connect(changed_address, dispatch_uid="events.slug")
    post_page_move.connect(moved, dispatch_uid="events.move")
    for when, signal in {"saved": post_save, "deleted": post_delete}.items():
        signal.connect(changed_privacy, sender=PageViewRestriction, dispatch_uid=f"events.privacy.{when}")
        for model in HOURS:
            signal.connect(changed_hours, sender=model, dispatch_uid=f"events.hours.{when}")
        for model in WORDS:
            signal.connect(changed_words, sender=model, dispatch_uid=f"events.words.{when}")
    for model in (EventCategory, Audience, Department, Municipality):
        post_save.connect(renamed, sender=model, dispatch_uid="events.renamed")
    for model in (ContactSettings, Site):
        post_save.connect(changed_library, sender=model, dispatch_uid="events.library")
    for model in (get_image_model(), get_document_model()):
        post_save.connect(redrawn, sender=model, dispatch_uid="events.redrawn")
    m2m_changed.connect(changed_hours, sender=Closure.departments.through, dispatch_uid="events.scope")

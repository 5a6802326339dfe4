"""What follows when a material is published, one of its files changes, or somebody takes one."""

import logging
from typing import Any

from django.db import DatabaseError
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from wagtail.documents.models import document_served
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.signals import page_published

from methodology import tasks
from methodology.actions.count_download import CountDownload, is_taking
from methodology.models import MaterialFile, MaterialPage
from pages.models import LibraryDocument

logger = logging.getLogger(__name__)
# Wagtail saves these alone when it measures a file.
MEASURES = {"file_size", "file_hash"}


def connect() -> None:
    """Connect all receivers, once however often it is called."""
    page_published.connect(_published, sender=MaterialPage, dispatch_uid="methodology.material.published")
    post_save.connect(_document_saved, sender=LibraryDocument, dispatch_uid="methodology.material.document")
    document_served.connect(_served, dispatch_uid="methodology.material.served")
    for signal in (post_save, post_delete):
        for sender in (CollectionViewRestriction, Collection):
            signal.connect(_rights_changed, sender=sender, dispatch_uid="methodology.material.rights")


def _published(instance: MaterialPage, **kwargs: Any) -> None:
    documents = list(instance.files.values_list("document", flat=True))
    if documents:
        tasks.read_files.enqueue(documents)


def _document_saved(instance: LibraryDocument, created: bool, **kwargs: Any) -> None:
    only = kwargs.get("update_fields")
    if kwargs.get("raw") or created or (only and MEASURES.issuperset(only)):
        return
    if MaterialFile.objects.filter(document=instance.pk).exists():
        # Its collection may have changed, and with it who may read it.
        tasks.read_files.enqueue([instance.pk], True)


def _rights_changed(sender: type[Model], **kwargs: Any) -> None:
    """Whose text may be found changes with the privacy and the place of a collection."""
    is_empty = sender is Collection and kwargs.get("created")
    if not kwargs.get("raw") and not is_empty and MaterialFile.objects.exists():
        tasks.index_materials.enqueue()


def _served(instance: LibraryDocument, request: HttpRequest, **kwargs: Any) -> None:
    if not is_taking(request):
        return
    try:
        CountDownload(instance).execute()
    except DatabaseError:
        # A reader gets the file whatever becomes of our number.
        logger.warning("A download was not counted.", exc_info=True)

"""Raising versions when records change, for kinds of content that have no publishing action of their own."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction, Site
from wagtail.signals import page_slug_changed, page_unpublished, post_page_move

from pages import versions


def follow(model: type[Model], *names: str) -> None:
    """Raise the versions `names` whenever a record of the model is saved or deleted."""

    def changed(**kwargs: Any) -> None:
        if not kwargs.get("raw"):
            _bump_all(names)

    uid = f"follow:{model._meta.label}:{'+'.join(names)}"
    post_save.connect(changed, sender=model, weak=False, dispatch_uid=uid)
    post_delete.connect(changed, sender=model, weak=False, dispatch_uid=uid)


def follow_tree(*names: str) -> None:
    """Raise the versions `names` when addresses or privacy may have changed for whole branches of pages."""

    def changed(**kwargs: Any) -> None:
        _bump_all(names)

    uid = f"follow-tree:{'+'.join(names)}"
    for signal in (post_page_move, page_slug_changed, page_unpublished):
        signal.connect(changed, weak=False, dispatch_uid=uid)
    for model in (PageViewRestriction, Site):
        follow(model, *names)


def _bump_all(names: tuple[str, ...]) -> None:
    for name in names:
        versions.bump(name)

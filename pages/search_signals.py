"""What the search does when something is published, withdrawn, made private or reworded."""

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished

from pages import tasks
from pages.following import follow
from pages.search.lexicon import VERSION


def connect() -> None:
    """Connect all receivers, once however often it is called."""
    from wagtail.contrib.search_promotions.models import SearchPromotion

    from pages.models import SynonymGroup

    follow(SynonymGroup, VERSION)
    follow(SearchPromotion, VERSION)
    page_published.connect(_published, dispatch_uid="pages.search.published")
    page_unpublished.connect(_withdrawn, dispatch_uid="pages.search.withdrawn")
    post_save.connect(_made_private, sender=PageViewRestriction, dispatch_uid="pages.search.private")


def _published(instance: Page, **kwargs: Any) -> None:
    tasks.add_words.enqueue(instance.pk)


def _withdrawn(instance: Page, **kwargs: Any) -> None:
    tasks.drop_words.enqueue([instance.pk])


def _made_private(instance: PageViewRestriction, **kwargs: Any) -> None:
    if not kwargs.get("raw"):
        tasks.drop_words_under.enqueue(instance.page_id)

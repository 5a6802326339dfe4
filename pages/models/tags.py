"""Words by which news are grouped."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase


class NewsTag(TagBase):
    """A tag; `pages.slugs` makes its slug."""

    class Meta:
        verbose_name = _("етикет")
        verbose_name_plural = _("етикети")


class NewsPageTag(ItemBase):
    """One tag of one news page."""

    tag = models.ForeignKey(NewsTag, on_delete=models.CASCADE, related_name="tagged_news")
    content_object = ParentalKey("pages.NewsPage", on_delete=models.CASCADE, related_name="tagged_items")

    class Meta:
        verbose_name = _("етикет на новина")
        verbose_name_plural = _("етикети на новини")


def tags_in_use(news: models.QuerySet[Any], limit: int = 30) -> list[NewsTag]:
    """Return the tags most in use among some news, each with its `uses`. One query."""
    tags = NewsTag.objects.filter(tagged_news__content_object__in=news.order_by().values("pk"))
    return list(tags.annotate(uses=models.Count("tagged_news")).order_by("-uses", "name")[:limit])

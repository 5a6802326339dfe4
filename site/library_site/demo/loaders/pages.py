"""Putting a page into the tree: made once, brought up to date later, never against an editor's hand."""

import json
from typing import Any

from wagtail.fields import StreamField
from wagtail.models import Page

from pages.bulgarian import slugify

# What differs between two writings of the same row of a page.
ROW_NOISE = frozenset({"pk", "id", "page", "event", "sort_order", "translation_key", "locale"})
PAGE_NOISE = frozenset({"latest_revision", "last_published_at", "latest_revision_created_at"})


def put(
    parent: Page, model: type[Any], slug: str, values: dict[str, Any], tags: list[str] | None = None
) -> Any:
    """Make and publish a page under a parent, or publish what differs in it; lists are its rows or links."""
    page = model.objects.child_of(parent).filter(slug=slug).first()
    if page is None:
        return _make(parent, model, slug, values, tags or [])
    revision = page.latest_revision
    if revision is not None and revision.user_id is not None:
        return page
    before = _picture_of(page)
    _assign(page, values)
    page.full_clean()
    if _picture_of(page) != before:
        page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def add(
    parent: Page, model: type[Any], slug: str, values: dict[str, Any], tags: list[str] | None = None
) -> Any:
    """Make a live page under a parent without a revision, as bulk content needs none."""
    page = model(slug=slug, locale=parent.locale)
    _assign(page, values)
    if tags:
        page.tags.set(tags)
    return parent.add_child(instance=page)


def _make(parent: Page, model: type[Any], slug: str, values: dict[str, Any], tags: list[str]) -> Any:
    page = add(parent, model, slug, values | {"live": False}, tags)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def slug_of(item: dict[str, Any]) -> str:
    """Return the slug written for an item, else the one its title makes."""
    return str(item.get("slug") or slugify(item["title"])[:120].rstrip("-"))


def _assign(page: Page, values: dict[str, Any]) -> None:
    for name, value in values.items():
        is_stream = isinstance(value, list) and _is_stream(page, name)
        setattr(page, name, json.dumps(value, ensure_ascii=False) if is_stream else value)


def _is_stream(page: Page, name: str) -> bool:
    return any(field.name == name and isinstance(field, StreamField) for field in page._meta.get_fields())


def _picture_of(page: Any) -> dict[str, Any]:
    data = json.loads(page.to_json())
    return {
        name: _rows(value) if isinstance(value, list) else _streamed(value)
        for name, value in data.items()
        if name not in PAGE_NOISE
    }


def _rows(value: list[Any]) -> list[Any]:
    return [
        {name: one for name, one in row.items() if name not in ROW_NOISE} if isinstance(row, dict) else row
        for row in value
    ]


def _streamed(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) and value.startswith("[{") else value

"""Wagtail's decorators with types: what they decorate stays what it is."""

from collections.abc import Callable
from typing import Any, TypeVar

from wagtail import hooks
from wagtail.contrib.routable_page import models as routable

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def hook(name: str, order: int = 0) -> Callable[[Decorated], Decorated]:
    """Register a function for one of Wagtail's hooks."""
    return hooks.register(name, order=order)


def path(pattern: str, name: str | None = None) -> Callable[[Decorated], Decorated]:
    """Answer an address below a page with a method of it."""
    return routable.path(pattern, name=name)


def re_path(pattern: str, name: str | None = None) -> Callable[[Decorated], Decorated]:
    """Answer the addresses below a page that fit a regular expression with a method of it."""
    return routable.re_path(pattern, name=name)

"""What stands on the passport, in which order."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise

if TYPE_CHECKING:
    from methodology.models import Library

Context = dict[str, Any]


@dataclass(frozen=True)
class Section:
    """A heading, a template under it, and what fills it; None leaves the section out."""

    name: str
    title: str | Promise
    template: str
    context: "Callable[[Library], Context | None]"
    order: int


@dataclass(frozen=True)
class Filled:
    """A section with what it says about one library."""

    name: str
    title: str | Promise
    template: str
    context: Context


_sections: dict[str, Section] = {}


def register_section(
    name: str,
    title: str | Promise,
    *,
    template: str,
    context: "Callable[[Library], Context | None]",
    order: int = 100,
) -> None:
    """Add a section; one of the same name is replaced."""
    _sections[name] = Section(name, title, template, context, order)


def filled(library: "Library") -> list[Filled]:
    """Return the sections that have something to say about a library, in order."""
    found = []
    for section in sorted(_sections.values(), key=lambda one: (one.order, one.name)):
        context = section.context(library)
        if context is not None:
            found.append(Filled(section.name, section.title, section.template, context))
    return found

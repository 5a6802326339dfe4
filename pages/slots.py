"""Places on the pages where other plugins show something of theirs."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.http import HttpRequest

ContextFunction = Callable[[HttpRequest, object], dict[str, object] | None]

NAMES = frozenset(
    {
        "banner",
        "header.state",
        "home.today",
        "home.programme",
        "home.ask",
        "home.librarians",
        "home.newsletter",
        "footer.hours",
        "head",
    }
)


@dataclass(frozen=True, order=True)
class Contribution:
    """A template for one slot, with the function that gathers its context (None: nothing to show)."""

    order: int
    template: str
    context: ContextFunction = field(compare=False)


_contributions: dict[str, list[Contribution]] = {}


def register(name: str, *, template: str, context: ContextFunction, order: int = 100) -> None:
    """Add a template to a slot; call it from `AppConfig.ready()`. Raises LookupError for an unknown slot."""
    if name not in NAMES:
        raise LookupError(f"Unknown slot {name!r}; the slots are {', '.join(sorted(NAMES))}")
    held = _contributions.setdefault(name, [])
    held[:] = sorted(
        [other for other in held if other.template != template] + [Contribution(order, template, context)]
    )


def contributions(name: str) -> list[Contribution]:
    """Return the contributions to a slot in their order."""
    return list(_contributions.get(name, ()))

"""A rule in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from events.recurrence.sentences import bg, en

if TYPE_CHECKING:
    from events.recurrence.rule import Rule


class _Speaker(Protocol):
    def every(self, rule: "Rule", start: date | None) -> str: ...

    def ending(self, rule: "Rule") -> str: ...

    def excluding(self, days: Sequence[date]) -> str: ...


SPEAKERS: Mapping[str, _Speaker] = MappingProxyType({"bg": bg.Bulgarian(), "en": en.English()})


def say(rule: "Rule", language: str, start: date | None, excluding: Sequence[date]) -> str:
    """The sentence of a rule; ValueError for a language other than Bulgarian and English."""
    try:
        speaker = SPEAKERS[language.lower().partition("-")[0]]
    except KeyError:
        raise ValueError(f"No sentences in the language {language!r}.") from None
    left_out = speaker.excluding(sorted(set(excluding))) if excluding else ""
    return f"{speaker.every(rule, start)}{speaker.ending(rule)}{left_out}"

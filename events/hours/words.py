"""Why a day is open or closed, in words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from events.hours.days import Day, Reason

Texts = Mapping[str, str]

CLOSURE_KINDS: Mapping[str, Texts] = MappingProxyType(
    {
        "no_readers": {"bg": "неработен ден с читатели", "en": "no service to readers"},
        "holiday": {"bg": "официален празник", "en": "public holiday"},
        "repair": {"bg": "ремонт", "en": "repairs"},
        "inventory": {"bg": "инвентаризация", "en": "stocktaking"},
        "election": {"bg": "избори", "en": "elections"},
        "other": {"bg": "", "en": ""},
    }
)

PHRASES: Mapping[str, Texts] = MappingProxyType(
    {
        "open": {"bg": "отворено", "en": "open"},
        "closed": {"bg": "затворено", "en": "closed"},
        "only": {"bg": "отворено само", "en": "open only"},
        "exception": {"bg": "промяна за деня", "en": "change for the day"},
        "season": {"bg": "сезонно работно време", "en": "seasonal hours"},
        "regular": {"bg": "обичайно работно време", "en": "regular hours"},
        "no-hours": {"bg": "почивен ден в седмицата", "en": "weekly day off"},
        "none": {"bg": "няма обявено работно време", "en": "no hours announced"},
    }
)


def reason(reason: "Reason", language: str) -> str:
    """One reason: what it is, its own text, and how it recurs."""
    language = supported(language)
    # The Bulgarian name of a season would say nothing more to an English reader.
    other = "" if reason.kind == "season" else reason.text
    text = reason.text if language == "bg" else reason.text_en or other
    said = [_label(reason, language)]
    if not _is_label(text, reason):
        said.append(text)
    if reason.rule:
        said.append(reason.rule.sentence(language))
    return " – ".join(filter(None, said))


def explanation(day: "Day", language: str) -> str:
    """Open or closed, the hours, and the reasons that applied."""
    language = supported(language)
    state = PHRASES["open" if day.is_open else "closed"][language]
    hours = ", ".join(map(str, day.intervals))
    why = "; ".join(reason.words(language) for reason in day.applied)
    return f"{state} {hours}".rstrip() + f": {why}"


def loss(day: "Day", language: str) -> str:
    """Why hours of a day are lost: the closures, or the exception and the hours that it leaves."""
    language = supported(language)
    if day.closures:
        return "; ".join(reason.words(language) for reason in day.closures)
    said = (one for one in day.applied if one.kind == "exception")
    why = "; ".join((one.text_en if language == "en" else "") or one.text for one in said)
    hours = ", ".join(map(str, day.intervals))
    return f"{PHRASES['only' if hours else 'closed'][language]} {hours}".rstrip() + (
        f": {why}" if why else ""
    )


def supported(language: str) -> str:
    """`bg` or `en` for a language tag; ValueError for any other language."""
    base = language.lower().partition("-")[0]
    if base not in ("bg", "en"):
        raise ValueError(f"No words in the language {language!r}.")
    return base


def _label(reason: "Reason", language: str) -> str:
    if reason.kind == "closure":
        return CLOSURE_KINDS.get(reason.closure_kind, {}).get(language, "")
    phrase = "no-hours" if reason.kind == "regular" and not reason.intervals else reason.kind.value
    return PHRASES[phrase][language]


def _is_label(text: str, reason: "Reason") -> bool:
    labels = CLOSURE_KINDS.get(reason.closure_kind, {}).values()
    return text.casefold() in (label.casefold() for label in labels)

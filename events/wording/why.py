"""Why a day is open or closed, in the active language: the rules that hold, and those that give way."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.hours import Day, Reason, ReasonKind, resolve
from events.timetable import Timetable
from events.wording.moments import day_heading
from events.wording.week import hours_text
from pages.navigation import active_language

# Why a weaker rule gives way, by the kind of the strongest one that holds.
GIVES_WAY = {
    ReasonKind.EXCEPTION: gettext_lazy("не важи: за тази дата е решено друго"),
    ReasonKind.CLOSURE: gettext_lazy("не важи: затварянето е по-силно от часовете на седмицата"),
    ReasonKind.SEASON: gettext_lazy("не важи: през сезона важат неговите часове"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One rule: what it is, whose, what hours it gives by itself, and, when it does not hold, why not."""

    text: str
    whose: str
    hours: str
    holds: bool
    gives_way: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """The trace of a day: its result, one sentence of why, and the rules from the strongest down."""

    day: date
    heading: str
    whose: str
    is_open: bool
    hours: str
    sentence: str
    steps: tuple[Step, ...]

    @property
    def holding(self) -> tuple[Step, ...]:
        """The rules that made the result."""
        return tuple(step for step in self.steps if step.holds)

    @property
    def overruled(self) -> tuple[Step, ...]:
        """What would hold if nothing stronger did."""
        return tuple(step for step in self.steps if not step.holds)


def why(hours: Timetable, day: date, slug: str = "") -> Why:
    """Why the library, or a department, is open or closed on a day; HoursError outside 1990–2100."""
    return tell(resolve(hours.schedule(slug), day), hours, slug)


def tell(found: Day, hours: Timetable, slug: str = "") -> Why:
    """The same for a day that is resolved already."""
    language = active_language()
    sentence = found.explain(language)
    return Why(
        day=found.day,
        heading=day_heading(found.day),
        whose=hours.name(slug, language) or _("цялата библиотека"),
        is_open=found.is_open,
        hours=hours_text(found.intervals),
        sentence=f"{sentence[:1].upper()}{sentence[1:]}.",
        steps=tuple(_step(reason, found, hours, language) for reason in found.reasons),
    )


def _step(reason: Reason, found: Day, hours: Timetable, language: str) -> Step:
    strongest = next((one.kind for one in found.reasons if one.applied), reason.kind)
    return Step(
        text=reason.words(language),
        whose=hours.named(reason.schedule, language) or _("цялата библиотека"),
        hours=_says(reason),
        holds=reason.applied,
        gives_way="" if reason.applied else str(GIVES_WAY.get(strongest, "")),
    )


def _says(reason: Reason) -> str:
    if reason.kind is ReasonKind.NONE:
        return ""
    return hours_text(reason.intervals) or _("затворено")

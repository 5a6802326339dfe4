"""All events of somebody else's calendar: those that can be ours, and why the others cannot."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from events.imports.candidates import Candidate
from events.imports.content_lines import Component, Document, Located, Property, read_document
from events.imports.limits import MAX_UID
from events.imports.problems import ImportProblem
from events.imports.series import SeriesReader
from events.imports.texts import cut, one_line
from events.imports.zones import Zones
from events.recurrence import UserError

IGNORED = ("VTIMEZONE", "VALARM")
# Methods of RFC 5546 that speak of an invitation and bring no event.
ANSWERS = ("REPLY", "REFRESH", "COUNTER", "DECLINECOUNTER")

ZonesOf = Callable[[Component], Zones]


@dataclass(frozen=True, slots=True)
class Refused:
    """An event that is not imported, where it starts in the file, and why."""

    line: int
    title: str
    problem: UserError
    uid: str = ""


@dataclass
class Reading:
    """What a calendar holds; `uids` are all it names, refused ones too."""

    name: str = ""
    candidates: list[Candidate] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    problems: list[Located] = field(default_factory=list)
    uids: set[str] = field(default_factory=set)


def read_calendar(data: bytes, today: date) -> Reading:
    """Read the bytes of a calendar; ImportProblem when it is none or beyond the limits.

    `today` decides which dates of endless rules are looked at.
    """
    document = read_document(data)
    reading = Reading(_name(document), problems=document.problems)
    zones = _zones_of(document)
    for event in document.unfinished:
        reading.refused.append(_refused(event, ImportProblem("unfinished", name=event.name)))
        reading.uids.add(_uid(event))
    for uid, events in _by_uid(document, reading).items():
        reading.uids.add(uid)
        _read_one(reading, zones, today, uid, events)
    reading.uids.discard("")
    _tell_of_others(document)
    reading.refused.sort(key=lambda one: one.line)
    return reading


def _zones_of(document: Document) -> ZonesOf:
    """The zones an event may name: those of all calendars in the file, and the one its own is kept in."""
    described = [one for one in document.components if one.name == "VTIMEZONE"]
    found: dict[str, Zones] = {}

    def zones_of(event: Component) -> Zones:
        home = event.calendar.value("X-WR-TIMEZONE") if event.calendar else ""
        if home not in found:
            found[home] = Zones(described, home)
        return found[home]

    return zones_of


def _method(event: Component) -> str:
    return event.calendar.value("METHOD").upper() if event.calendar else ""


def _cancelled(event: Component) -> bool:
    return event.value("STATUS").upper() == "CANCELLED"


def _as_its_method_says(event: Component) -> Component:
    """An event of a message that cancels it is cancelled, though it need not say so itself."""
    if _method(event) == "CANCEL" and not _cancelled(event):
        event.properties.insert(0, Property("STATUS", {}, "CANCELLED", event.line))
    return event


def _name(document: Document) -> str:
    calendar = document.calendar
    return cut(one_line(calendar.value("X-WR-CALNAME") or calendar.value("NAME")), 100)


def _uid(event: Component) -> str:
    return event.value("UID")


def _refused(event: Component, problem: UserError) -> Refused:
    return Refused(event.line, cut(one_line(event.value("SUMMARY")), 100), problem, _uid(event)[:MAX_UID])


def _by_uid(document: Document, reading: Reading) -> dict[str, list[Component]]:
    found: dict[str, list[Component]] = {}
    for event in (one for one in document.components if one.name == "VEVENT"):
        uid = _uid(event)
        if _method(event) in ANSWERS:
            reading.uids.add(uid)
            reading.refused.append(_refused(event, ImportProblem("an-answer", value=_method(event))))
        elif not uid:
            reading.refused.append(_refused(event, ImportProblem("no-uid")))
        elif len(uid) > MAX_UID:
            reading.refused.append(_refused(event, ImportProblem("long-uid", most=MAX_UID)))
        else:
            found.setdefault(uid, []).append(_as_its_method_says(event))
    return found


def _read_one(reading: Reading, zones: ZonesOf, today: date, uid: str, events: list[Component]) -> None:
    masters = [event for event in events if not event.first("RECURRENCE-ID")]
    others = [event for event in events if event.first("RECURRENCE-ID")]
    partial = not masters
    if partial:
        # Somebody was invited to single dates of a series: the first of them stands for the event.
        others.sort(key=lambda event: (_cancelled(event), event.line))
        masters, others = others[:1], others[1:]
    masters.sort(key=_version, reverse=True)
    for event in masters[1:]:
        reading.refused.append(_refused(event, ImportProblem("repeated-uid")))
    try:
        if partial and _cancelled(masters[0]):
            raise ImportProblem("only-cancels")
        reader = SeriesReader(zones(masters[0]), today)
        candidate = replace(reader.read(uid, masters[0], list(_latest(others))), partial=partial)
    except UserError as problem:
        reading.refused.append(_refused(masters[0], problem))
    except (OverflowError, ValueError):
        # Times at the edge of what Python can hold; the year was checked, so a length is absurd.
        absurd = ImportProblem("bad-moment", name="DTSTART", value=masters[0].value("DTSTART")[:40])
        reading.refused.append(_refused(masters[0], absurd))
    else:
        reading.candidates.append(candidate)


def _latest(others: Iterable[Component]) -> Iterator[Component]:
    found: dict[str, Component] = {}
    for event in sorted(others, key=_version):
        found[event.value("RECURRENCE-ID")] = event
    yield from sorted(found.values(), key=lambda event: event.line)


def _version(event: Component) -> tuple[int, str]:
    text = event.value("SEQUENCE")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
    return number, event.value("LAST-MODIFIED") or event.value("DTSTAMP")


def _tell_of_others(document: Document) -> None:
    others = Counter(one.name for one in document.components if one.name not in ("VEVENT", *IGNORED))
    for name, _number in others.items():
        line = next(one.line for one in document.components if one.name == name)
        document.problems.append((line, ImportProblem("not-an-event", name=name[:40])))

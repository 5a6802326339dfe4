"""From bytes to components with their properties and line numbers; what is broken is told, not fatal."""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from events.imports.decoding import as_utf8
from events.imports.limits import MAX_BROKEN_LINES, MAX_BYTES, MAX_COMPONENTS
from events.imports.problems import ImportProblem

_LINE_END = re.compile(rb"\r\n|\n|\r")
_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^";:,]*)((?:,(?:"[^"]*"|[^";:,]*))*)')
_QUOTED = b"ENCODING=QUOTED-PRINTABLE"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_EVENT_LEVEL = 2

Located = tuple[int, ImportProblem]


@dataclass(frozen=True, slots=True)
class Property:
    """A content line; parameter names are upper-case, the value is as it was written."""

    name: str
    parameters: dict[str, str]
    value: str
    line: int


@dataclass(slots=True)
class Component:
    """What lies between BEGIN and END, without what is nested in it; `text` is everything as written.

    `calendar` is the VCALENDAR around it, `unreadable` the names of the lines that are not in UTF-8.
    """

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    calendar: "Component | None" = None
    unreadable: set[str] = field(default_factory=set)

    def all(self, name: str) -> list[Property]:
        """All properties of a name."""
        return [one for one in self.properties if one.name == name]

    def first(self, name: str) -> Property | None:
        """The first property of a name."""
        return next((one for one in self.properties if one.name == name), None)

    def value(self, name: str) -> str:
        """The value of the first property of a name, without spaces around it; empty without one."""
        found = self.first(name)
        return found.value.strip() if found else ""


@dataclass(slots=True)
class Document:
    """A calendar taken apart: its own properties, its components, and what could not be read."""

    calendar: Component
    components: list[Component] = field(default_factory=list)
    unfinished: list[Component] = field(default_factory=list)
    problems: list[Located] = field(default_factory=list)

    def report(self, line: int, problem: ImportProblem) -> None:
        """Note a problem; ImportProblem when there are so many that the file makes no sense."""
        self.problems.append((line, problem))
        if len(self.problems) > MAX_BROKEN_LINES:
            raise ImportProblem("too-broken", most=MAX_BROKEN_LINES)


def read_document(data: bytes) -> Document:
    """Take a calendar apart; ImportProblem when it is none, or larger than the limits."""
    if len(data) > MAX_BYTES:
        raise ImportProblem("too-large", most=MAX_BYTES // 1024)
    data, remark = as_utf8(data)
    if not data.lstrip()[:15].upper().startswith(b"BEGIN:VCALENDAR"):
        raise ImportProblem("not-a-calendar")
    reader = _Reader()
    if remark:
        reader.document.report(1, remark)
    for line, raw in _unfolded(data):
        reader.take(line, raw)
    reader.finish()
    return reader.document


def _unfolded(data: bytes) -> Iterator[tuple[int, bytes]]:
    # Unfolded before decoding: some programs fold inside a letter.
    start, pieces = 0, list[bytes]()
    for line, raw in enumerate(_LINE_END.split(data), 1):
        if raw[:1] in (b" ", b"\t") and pieces:
            pieces.append(raw[1:])
            continue
        if pieces and pieces[-1].endswith(b"=") and _QUOTED in pieces[0].upper():
            # The line break that vCalendar wrote before there was folding.
            pieces.append(b"\n" + raw)
            continue
        if pieces:
            yield start, b"".join(pieces)
        start, pieces = line, [raw]
    yield start, b"".join(pieces)


class _Reader:
    """Keeps the open components while lines come."""

    def __init__(self) -> None:
        self.document = Document(Component("VCALENDAR", 1))
        self.stack: list[Component] = []
        self.calendars = 0

    def take(self, line: int, raw: bytes) -> None:
        if not raw.strip():
            return
        try:
            text = _CONTROLS.sub("", raw.decode())
        except UnicodeDecodeError:
            self.document.report(line, ImportProblem("not-utf8"))
            name = _NAME.match(raw.decode("ascii", "replace"))
            if name and self.stack:
                self.stack[-1].unreadable.add(name[0].upper())
            return
        found = _property(text, line)
        if found is None:
            self.document.report(line, ImportProblem("broken-line", text=text[:60]))
        elif found.name == "BEGIN":
            self._begin(found)
        elif found.name == "END":
            self._end(found)
        else:
            self._add(found, text)

    def finish(self) -> None:
        if len(self.stack) >= _EVENT_LEVEL:
            self.document.unfinished.append(self.stack[1])

    def _begin(self, found: Property) -> None:
        name = found.value.strip().upper()
        if name in ("VEVENT", "VCALENDAR") and len(self.stack) >= _EVENT_LEVEL:
            # A component never ends inside another event: the one before has lost its end.
            self.document.unfinished.append(self.stack[1])
            del self.stack[1:]
        if name == "VCALENDAR":
            calendar = Component(name, found.line) if self.calendars else self.document.calendar
            self.calendars += 1
            self.stack = [calendar]
            return
        if not self.stack:
            self.stack = [self.document.calendar]
        self._add(found, f"BEGIN:{name}")
        self.stack.append(Component(name, found.line, calendar=self.stack[0]))
        if len(self.stack) == _EVENT_LEVEL:
            self.stack[1].text.append(f"BEGIN:{name}")

    def _end(self, found: Property) -> None:
        name = found.value.strip().upper()
        if not self.stack or self.stack[-1].name != name:
            self.document.report(found.line, ImportProblem("stray-end", name=name[:60]))
            return
        done = self.stack.pop()
        if len(self.stack) >= 1:
            (self.stack[1] if len(self.stack) >= _EVENT_LEVEL else done).text.append(f"END:{name}")
        if len(self.stack) == 1:
            self.document.components.append(done)
            if len(self.document.components) > MAX_COMPONENTS:
                raise ImportProblem("too-many", most=MAX_COMPONENTS)

    def _add(self, found: Property, text: str) -> None:
        if not self.stack:
            return
        if found.name != "BEGIN":
            self.stack[-1].properties.append(found)
        if len(self.stack) >= _EVENT_LEVEL:
            self.stack[1].text.append(text)


def _property(text: str, line: int) -> Property | None:
    name = _NAME.match(text)
    if not name:
        return None
    at, parameters = name.end(), dict[str, str]()
    while found := _PARAMETER.match(text, at):
        # Outlook writes the commas of „Athens, Bucharest“ without quotes.
        value = found[2] + found[3] if found[1].upper() == "TZID" else found[2]
        parameters[found[1].upper()] = value.strip('"')
        at = found.end()
    if text[at : at + 1] != ":":
        return None
    return Property(name[0].upper(), parameters, _plain(text[at + 1 :], parameters), line)


def _plain(value: str, parameters: dict[str, str]) -> str:
    """A value without the encoding of vCalendar, the format before this one."""
    if parameters.get("ENCODING", "").upper() != "QUOTED-PRINTABLE":
        return value
    text = quopri.decodestring(value.encode()).decode("utf-8", "replace")
    return _CONTROLS.sub("", text.replace("\r\n", "\\n").replace("\n", "\\n"))

"""A VEVENT with its changed dates, from somebody else's calendar to a candidate."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from events.imports.candidates import Candidate, Words
from events.imports.changed_dates import changes_of_dates, changes_of_rule
from events.imports.content_lines import Component
from events.imports.moments import Moment, Stamp, Zones, read_duration, read_stamp, read_stamps
from events.imports.problems import ImportProblem
from events.imports.repeating import Repetition, repetition
from events.imports.words import read_words
from events.planning import Change
from events.planning.when import as_moment
from events.recurrence import Rule, UserError, sofia

_MIDNIGHT = time.min


@dataclass(frozen=True, slots=True)
class Occasion:
    """One VEVENT: its words, when it starts and ends in Europe/Sofia, and which date it changes.

    `end` is exclusive for whole days and None when it was not said.
    """

    event: Component
    words: Words
    stamp: Stamp
    start: Moment
    end: Moment | None
    changes: Moment | None = None

    @property
    def all_day(self) -> bool:
        return not isinstance(self.start, datetime)

    @property
    def last(self) -> datetime | None:
        """The end as our fields have it: the last day of whole days, inclusive."""
        if self.end is None:
            return None
        return as_moment(self.end) - timedelta(days=1) if self.all_day else as_moment(self.end)


@dataclass
class SeriesReader:
    """Makes one candidate of the VEVENTs of a UID; UserError when it cannot."""

    zones: Zones
    today: date
    remarks: list[UserError] = field(default_factory=list)

    def read(self, uid: str, master: Component, others: Sequence[Component]) -> Candidate:
        """Return the event; `others` have a RECURRENCE-ID."""
        main = self._occasion(master)
        changed = self._changed(main, others)
        repeated = self._repetition(master, main.stamp)
        if repeated.rule:
            start, changes = self._by_rule(main, repeated.rule, changed)
        else:
            main, changes = self._by_dates(main, repeated, changed)
            start = main.start
        return self._candidate(uid, master.line, main, start, repeated.rule, changes)

    def _occasion(self, event: Component) -> Occasion:
        if event.value("CLASS").upper() in ("PRIVATE", "CONFIDENTIAL"):
            raise ImportProblem("private", value=event.value("CLASS").upper())
        found = event.first("DTSTART")
        if found is None:
            raise ImportProblem("no-start")
        stamp = read_stamp(found, self.zones)
        stamp, end = _as_whole_days(event, stamp, self._end(event, stamp))
        if not stamp.all_day and stamp.zone is not sofia() and found.parameters.get("TZID"):
            self.remarks.append(ImportProblem("other-zone", zone=found.parameters["TZID"][:80]))
        return Occasion(event, read_words(event, self.remarks), stamp, stamp.sofia, end)

    def _end(self, event: Component, start: Stamp) -> Moment | None:
        found, first = event.first("DTEND"), start.sofia
        end: Moment | None = None
        if found:
            end = read_stamp(found, self.zones).sofia
        elif duration := event.first("DURATION"):
            length = read_duration(duration)
            end = Stamp(start.written + length, start.zone).sofia
        if isinstance(end, datetime) != isinstance(first, datetime) and end is not None:
            end = as_moment(end) if isinstance(first, datetime) else as_moment(end).date()
        if end is not None and as_moment(end) < as_moment(first):
            raise ImportProblem("ends-before")
        if not isinstance(first, datetime):
            return max(as_moment(end).date() if end else first, first + timedelta(days=1))
        return end if end and as_moment(end) > first else None

    def _changed(self, main: Occasion, others: Sequence[Component]) -> dict[Moment, Occasion]:
        found: dict[Moment, Occasion] = {}
        other_kind = 0
        for event in others:
            identity = event.first("RECURRENCE-ID")
            if identity is None:
                continue
            if identity.parameters.get("RANGE"):
                raise ImportProblem("this-and-future")
            one = SeriesReader(self.zones, self.today)._occasion(_with_title(event, main))
            if one.all_day != main.all_day:
                other_kind += 1
                continue
            moment = read_stamp(identity, self.zones).sofia
            found[moment] = Occasion(one.event, one.words, one.stamp, one.start, one.end, moment)
        if other_kind:
            self.remarks.append(ImportProblem("ignored-kind", number=other_kind))
        return found

    def _repetition(self, master: Component, start: Stamp) -> Repetition:
        rules = master.all("RRULE")
        if len(rules) > 1 or master.all("EXRULE"):
            raise ImportProblem("several-rules")
        if not rules:
            return Repetition(dates=(start.sofia,))
        repeated = repetition(rules[0].value, start, self.today)
        if repeated.why:
            why = ImportProblem("kept-as-dates", number=len(repeated.dates), why=repeated.why)
            self.remarks.append(why)
        return repeated

    def _listed(self, master: Component, name: str) -> list[Moment]:
        return [stamp.sofia for one in master.all(name) for stamp in read_stamps(one, self.zones)]

    def _by_rule(
        self, main: Occasion, rule: Rule, changed: dict[Moment, Occasion]
    ) -> tuple[Moment, tuple[Change, ...]]:
        start = rule.aligned(main.start)
        extra = self._listed(main.event, "RDATE")
        if start != main.start:
            extra.append(main.start)
            self.remarks.append(ImportProblem("start-moved", moment=f"{main.start:%d.%m.%Y}"))
        excluded = self._listed(main.event, "EXDATE")
        return start, changes_of_rule(main, rule, start, changed, extra, excluded, self.today, self.remarks)

    def _by_dates(
        self, main: Occasion, repeated: Repetition, changed: dict[Moment, Occasion]
    ) -> tuple[Occasion, tuple[Change, ...]]:
        extra, excluded = self._listed(main.event, "RDATE"), self._listed(main.event, "EXDATE")
        return changes_of_dates(main, [*repeated.dates, *extra], changed, excluded)

    def _candidate(
        self,
        uid: str,
        line: int,
        main: Occasion,
        start: Moment,
        rule: Rule | None,
        changes: tuple[Change, ...],
    ) -> Candidate:
        first, last = as_moment(start), main.last
        moved = first - as_moment(main.start)
        end = last + moved if last else None
        return Candidate(
            uid=uid,
            line=line,
            words=main.words,
            start_date=first.date(),
            start_time=None if main.all_day else first.time(),
            end_date=end.date() if end and end.date() > first.date() else None,
            end_time=end.time() if end and not main.all_day else None,
            rule=rule,
            changes=changes,
            remarks=tuple(self.remarks),
        )


def _as_whole_days(event: Component, start: Stamp, end: Moment | None) -> tuple[Stamp, Moment | None]:
    """Outlook writes whole days as times from midnight to midnight, with a word of its own."""
    first = start.sofia
    said = event.value("X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE"
    if not said or not isinstance(first, datetime) or not isinstance(end, datetime):
        return start, end
    if first.time() != _MIDNIGHT or end.time() != _MIDNIGHT:
        return start, end
    return Stamp(first.date(), sofia()), end.date()


def _with_title(event: Component, main: Occasion) -> Component:
    """A changed date may leave out the title, and calendars do when it is cancelled."""
    if event.value("SUMMARY"):
        return event
    title = main.event.first("SUMMARY")
    properties = [one for one in event.properties if one.name != "SUMMARY"]
    return Component(event.name, event.line, [*properties, *([title] if title else [])])

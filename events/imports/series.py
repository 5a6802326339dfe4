"""A VEVENT with its changed dates, from somebody else's calendar to a candidate."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from events.imports.candidates import Candidate, Words
from events.imports.changed_dates import changes_of_dates, changes_of_rule
from events.imports.content_lines import Component
from events.imports.moments import (
    Moment,
    Stamp,
    read_duration,
    read_periods,
    read_stamp,
    read_stamps,
)
from events.imports.problems import ImportProblem
from events.imports.repeating import Repetition, repetition
from events.imports.words import read_words
from events.imports.zones import Zones
from events.planning import Change
from events.planning.when import as_moment
from events.recurrence import Rule, UserError, sofia

DAY = timedelta(days=1)
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
        return as_moment(self.end) - DAY if self.all_day else as_moment(self.end)


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
        repeated = self._repetition(master, self._at_home(main.stamp))
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
        named = found.parameters.get("TZID") or (self.zones.home and str(self.zones.home))
        if named and stamp.zone is not UTC and stamp.sofia != stamp.written:
            self.remarks.append(ImportProblem("other-zone", zone=named[:80]))
        return Occasion(event, read_words(event, self.remarks), stamp, stamp.sofia, end)

    def _at_home(self, stamp: Stamp) -> Stamp:
        """The start of a rule in the zone its calendar is kept in: many write the hour of Sofia in UTC."""
        home, written = self.zones.home, stamp.written
        if home is None or stamp.zone is not UTC or not isinstance(written, datetime):
            return stamp
        there = written.replace(tzinfo=UTC).astimezone(home).replace(tzinfo=None)
        return Stamp(there, home) if there.date() == written.date() else stamp

    def _end(self, event: Component, start: Stamp) -> Moment | None:
        first, end = start.sofia, self._written_end(event, start)
        if end is not None:
            end = _of_its_kind(end, first)
        if end is not None and as_moment(end) < as_moment(first):
            raise ImportProblem("ends-before")
        if not isinstance(first, datetime):
            return max(as_moment(end).date() if end else first, first + DAY)
        return end if end and as_moment(end) > first else None

    def _written_end(self, event: Component, start: Stamp) -> Moment | None:
        found, length = event.first("DTEND"), event.first("DURATION")
        if found and found.value.strip():
            return read_stamp(found, self.zones).sofia
        if length and length.value.strip():
            return Stamp(start.written + read_duration(length.value), start.zone).sofia
        return None

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

    def _excluded(self, master: Component) -> list[Moment]:
        return [one.sofia for found in master.all("EXDATE") for one in read_stamps(found, self.zones)]

    def _added(
        self, main: Occasion, changed: dict[Moment, Occasion], excluded: Sequence[Moment]
    ) -> tuple[list[Moment], dict[Moment, Occasion]]:
        """The dates of RDATE that are not excluded, and the changed dates with those that bring an end."""
        away = {as_moment(one) for one in excluded}
        added: list[Moment] = []
        own: dict[Moment, Occasion] = {}
        for found in main.event.all("RDATE"):
            for start, end in read_periods(found, self.zones):
                moment = _at_hour_of(main, start)
                if as_moment(moment) in away:
                    continue
                if end is None or main.all_day:
                    added.append(moment)
                elif as_moment(end) > as_moment(moment):
                    own[moment] = replace(main, start=moment, end=end)
                else:
                    raise ImportProblem("ends-before")
        return added, own | changed

    def _by_rule(
        self, main: Occasion, rule: Rule, changed: dict[Moment, Occasion]
    ) -> tuple[Moment, tuple[Change, ...]]:
        start, excluded = rule.aligned(main.start), self._excluded(main.event)
        extra, changed = self._added(main, changed, excluded)
        if start != main.start and as_moment(main.start) not in map(as_moment, excluded):
            extra.append(main.start)
            self.remarks.append(ImportProblem("start-moved", moment=f"{main.start:%d.%m.%Y}"))
        return start, changes_of_rule(main, rule, start, changed, extra, excluded, self.today, self.remarks)

    def _by_dates(
        self, main: Occasion, repeated: Repetition, changed: dict[Moment, Occasion]
    ) -> tuple[Occasion, tuple[Change, ...]]:
        excluded = self._excluded(main.event)
        extra, changed = self._added(main, changed, excluded)
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


def _of_its_kind(end: Moment, first: Moment) -> Moment | None:
    """An end as a date or a time like the start, when somebody has mixed them; None when it says nothing."""
    if isinstance(first, datetime) and not isinstance(end, datetime):
        return as_moment(end) if end != first.date() else None
    if isinstance(end, datetime) and not isinstance(first, datetime):
        # Whole days end before the day that is named; a day with an hour is one of them.
        return end.date() if end.time() == _MIDNIGHT else end.date() + DAY
    return end


def _at_hour_of(main: Occasion, moment: Moment) -> Moment:
    """An added date at the hour of the event when it names only a day, and without one for whole days."""
    start = main.start
    if isinstance(start, datetime):
        return moment if isinstance(moment, datetime) else datetime.combine(moment, start.time())
    return as_moment(moment).date()


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
    return replace(event, properties=[*properties, *([title] if title else [])])

"""Changed, added and excluded dates of a series, as changes of single dates or dates of their own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from events.imports.limits import MAX_CHANGES, MAX_NOTE
from events.imports.moments import Moment
from events.imports.problems import ImportProblem
from events.planning import Change, ChangeKind, window
from events.planning.when import as_moment
from events.recurrence import Rule, UserError

if TYPE_CHECKING:
    from events.imports.series import Occasion

DAY = timedelta(days=1)


class RuleDates:
    """The dates of a rule, asked for day by day."""

    def __init__(self, rule: Rule, start: Moment) -> None:
        self.rule, self.start = rule, start

    def on(self, day: date) -> list[datetime]:
        """The starts on a day."""
        start = self.start
        if isinstance(start, datetime):
            return list(self.rule.dates(start, day, day + DAY))
        return [as_moment(one) for one in self.rule.dates(start, day, day + DAY)]

    def planned(self, moment: Moment) -> datetime | None:
        """The start a moment means: the same, or the only one on its day when it names just the day."""
        found = self.on(as_moment(moment).date())
        exact = as_moment(moment) in found
        if exact:
            return as_moment(moment)
        named_by_day = not isinstance(moment, datetime) or not isinstance(self.start, datetime)
        return found[0] if found and named_by_day else None


def changes_of_rule(
    main: "Occasion",
    rule: Rule,
    start: Moment,
    changed: Mapping[Moment, "Occasion"],
    extra: Sequence[Moment],
    excluded: Sequence[Moment],
    today: date,
    remarks: list[UserError],
) -> tuple[Change, ...]:
    """The changes of a series with a rule; adds what was ignored to `remarks`.

    ImportProblem when two dates coincide or the changes are too many.
    """
    dates = RuleDates(rule, start)
    found: dict[datetime, Change] = {}
    ignored = 0
    for moment in _in_window(excluded, today):
        if planned := dates.planned(moment):
            found[planned] = Change(ChangeKind.CANCELLED, planned)
    if found:
        remarks.append(ImportProblem("excluded", number=len(found)))
    listed, own = {as_moment(moment) for moment in extra}, {as_moment(moment) for moment in changed}
    added = [_extra(moment) for moment in sorted(listed - own) if dates.planned(moment) is None]
    for moment, one in changed.items():
        planned = dates.planned(moment)
        if planned and (change := _change(main, one, planned)):
            found[planned] = change
        elif planned is None and not _is_cancelled(one):
            added.append(_own_date(main, one))
        elif planned is None and as_moment(moment) not in listed:
            ignored += 1
    if ignored:
        remarks.append(ImportProblem("ignored-changes", number=ignored))
    changes = _sorted([*found.values(), *added])
    _refuse_clashes(dates, changes)
    return changes


def _in_window(moments: Iterable[Moment], today: date) -> list[Moment]:
    after, before = window(today)
    return [moment for moment in moments if after <= as_moment(moment).date() < before]


def _sorted(changes: Iterable[Change]) -> tuple[Change, ...]:
    rows = tuple(sorted(changes, key=lambda one: (one.original, one.kind)))
    if len(rows) > MAX_CHANGES:
        raise ImportProblem("too-many-changes", most=MAX_CHANGES)
    return rows


def _refuse_clashes(dates: RuleDates, changes: Sequence[Change]) -> None:
    away = {one.original for one in changes if one.kind is not ChangeKind.EXTRA}
    taken: set[datetime] = set()
    for one in changes:
        if one.new_start is None:
            continue
        if one.new_start in taken or one.new_start in set(dates.on(one.new_start.date())) - away:
            raise ImportProblem("clash", moment=f"{one.new_start:%d.%m.%Y %H:%M}")
        taken.add(one.new_start)


def _is_cancelled(one: "Occasion") -> bool:
    return one.words.status == "cancelled"


def _change(main: "Occasion", one: "Occasion", planned: datetime) -> Change | None:
    """What a changed date changes; None when nothing of ours differs."""
    if _is_cancelled(one):
        return Change(ChangeKind.CANCELLED, planned)
    location, note = _differing_words(main, one)
    start = as_moment(one.start)
    if start != planned or _length(one) != _length(main):
        return Change(ChangeKind.MOVED, planned, "", start, one.last, location, note)
    if location:
        return Change(ChangeKind.MOVED, planned, location=location, note=note)
    return Change(ChangeKind.NOTE, planned, note=note) if note else None


def _differing_words(main: "Occasion", one: "Occasion") -> tuple[str, str]:
    location = one.words.location if one.words.location != main.words.location else ""
    note = one.words.title if one.words.title != main.words.title else ""
    return location, note[:MAX_NOTE]


def _length(one: "Occasion") -> timedelta | None:
    return as_moment(one.end) - as_moment(one.start) if one.end is not None else None


def _extra(start: datetime) -> Change:
    return Change(ChangeKind.EXTRA, start, new_start=start)


def _own_date(main: "Occasion", one: "Occasion") -> Change:
    start = as_moment(one.start)
    location, note = _differing_words(main, one)
    end = one.last if _length(one) != _length(main) else None
    return Change(ChangeKind.EXTRA, start, "", start, end, location, note)


def changes_of_dates(
    main: "Occasion",
    dates: Sequence[Moment],
    changed: Mapping[Moment, "Occasion"],
    excluded: Sequence[Moment],
) -> tuple["Occasion", tuple[Change, ...]]:
    """The first of single dates as the event itself, and the others as dates added to it.

    ImportProblem when none is left, two coincide or they are too many.
    """
    away = {as_moment(moment) for moment in excluded}
    days_away = {as_moment(moment).date() for moment in excluded if not isinstance(moment, datetime)}
    own = {as_moment(moment): one for moment, one in changed.items()}
    planned = {as_moment(moment) for moment in dates} - away
    planned = {moment for moment in planned if moment.date() not in days_away}
    rows = [_at(main, moment) for moment in planned - set(own)]
    rows += [one for one in own.values() if not _is_cancelled(one)]
    rows.sort(key=lambda one: as_moment(one.start))
    if not rows:
        raise ImportProblem("no-dates")
    first = rows[0]
    starts = [as_moment(one.start) for one in rows]
    for earlier, later in pairwise(starts):
        if earlier == later:
            raise ImportProblem("clash", moment=f"{later:%d.%m.%Y %H:%M}")
    return first, _sorted(_own_date(first, one) for one in rows[1:])


def _at(main: "Occasion", moment: datetime) -> "Occasion":
    start: Moment = moment.date() if main.all_day else moment
    moved = moment - as_moment(main.start)
    end = None if main.end is None else main.end + moved
    return replace(main, start=start, end=end)

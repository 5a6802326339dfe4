"""Which library of the system a row of a register is: by its number, or by what it is and where."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Q

from methodology.models import Library
from methodology.register.findings import Finding, Problem
from methodology.register.records import Record, Register


class Matches:
    """Chitalishta are known by their number; regional, municipal and town libraries have none there.

    Those are known by their number in the register of public libraries, else by kind and settlement,
    and where there are several of a kind in a settlement, by name.
    """

    def __init__(self, register: Register) -> None:
        """Read the libraries that the rows may mean; two queries for any number of rows."""
        self.register = register
        records = register.records
        numbers = {record.reg_no for record in records if record.reg_no}
        self.numbered: dict[int, Library] = Library.objects.with_place().in_bulk(numbers, field_name="reg_no")
        wanted = Q(settlement__ekatte__in={record.ekatte for record in records if not record.reg_no})
        wanted |= Q(library_no__in={record.library_no for record in records if record.library_no})
        self.by_library_no: dict[str, Library] = {}
        self.by_place: dict[tuple[str, str], list[Library]] = defaultdict(list)
        for library in Library.objects.filter(wanted).with_place():
            if library.library_no:
                self.by_library_no[library.library_no] = library
            # A sample describes no real library.
            if library.reg_no is None and not library.is_sample:
                self.by_place[library.kind, library.settlement.ekatte].append(library)
        self.rows: dict[int, int] = {}

    def of(self, record: Record) -> Library | None:
        """Return the library of the system that the row means; None for a new one."""
        if record.reg_no:
            return self.numbered.get(record.reg_no)
        known = self.by_library_no.get(record.library_no)
        if known is not None and known.reg_no is None:
            return known
        there = self._there(record)
        return there[0] if len(there) == 1 else None

    def findings(self, record: Record) -> Iterator[Finding]:
        """Give what makes it uncertain which library a row means."""
        if not record.reg_no and len(self._there(record)) > 1 and self.of(record) is None:
            yield self._finding(Problem.WHICH_LIBRARY, record, "settlement", value=record.settlement)
        held = self.of(record)
        owner = self.by_library_no.get(record.library_no)
        if owner is not None and (held is None or owner.pk != held.pk):
            values = {"value": record.library_no, "name": owner.name}
            yield self._finding(Problem.LIBRARY_NO_TAKEN, record, "library_no", **values)
        if held is not None:
            first = self.rows.setdefault(held.pk, record.row)
            if first != record.row:
                yield self._finding(Problem.REPEATED_LIBRARY, record, "name", first=first)

    def _there(self, record: Record) -> list[Library]:
        """Return the libraries of the kind in the settlement; the one of that name where it is among them."""
        there = self.by_place.get((record.library_kind, record.ekatte), [])
        if record.library_no:
            # Another number means another library.
            there = [library for library in there if library.library_no in ("", record.library_no)]
        name = _fold(record.name)
        named = [row for row in there if name in (_fold(row.name), _fold(row.register_name))]
        return named or there

    def _finding(self, problem: Problem, record: Record, column: str, **values: object) -> Finding:
        return Finding(problem, record.row, self.register.title(column), values)


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()

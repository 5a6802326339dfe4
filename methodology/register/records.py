"""From the rows of a register to records of libraries, checked against each other."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from methodology.register.cells import CellReader
from methodology.register.columns import Columns, find_columns
from methodology.register.delimited import looks_delimited, read_delimited
from methodology.register.findings import Finding, Problem, UnreadableFile, unreadable
from methodology.register.names import readable_place
from methodology.register.table import Row, Table, check_length, check_size
from methodology.register.workbook import read_workbook

NAME_LIMIT = 255
PLACE_LIMIT = 80
CHITALISHTE = "chitalishte"
CLASH = {
    "municipality": Problem.MUNICIPALITY_REPEATED,
    "settlement": Problem.SETTLEMENT_REPEATED,
}
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Record:
    """A library as the register gives it; an empty text means that the register does not tell.

    A chitalishte has a number; a regional, municipal or town library has none, so `reg_no` is 0.
    """

    row: int
    reg_no: int
    name: str
    eik: str
    municipality_code: str
    municipality: str
    kind: str
    settlement: str
    ekatte: str
    address: str
    phone: str
    email: str
    website: str
    library_kind: str
    library_no: str

    @property
    def is_chitalishte(self) -> bool:
        """Whether it is the library of a chitalishte, as it is unless the register tells otherwise."""
        return self.library_kind in ("", CHITALISHTE)


@dataclass
class Register:
    """What a file holds: sound records, and everything there is to say."""

    records: list[Record] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    total: int = 0

    def title(self, name: str) -> str:
        """Return what the file calls a column."""
        return self.titles.get(name, name)


def read_register(path: Path) -> Register:
    """Read a CSV or XLSX file of chitalishta; UnreadableFile when it is no such table."""
    check_size(path)
    return read_content(path.name, path.read_bytes())


def read_content(name: str, content: bytes) -> Register:
    """Read what a file of that name holds; UnreadableFile when it is no such table."""
    table = _table(name, content)
    columns, notes = find_columns(table)
    rows = [row for row in table.rows if row.number > columns.header]
    if not rows:
        raise unreadable(Problem.NO_ROWS)
    merged = [finding for finding in table.findings if finding.row >= columns.header]
    if merged:
        raise UnreadableFile(*merged)
    register = Register(findings=notes, titles=columns.titles, total=len(rows))
    agreement = _Agreement(columns)
    for row in rows:
        record, findings = _record(row, columns)
        findings += agreement.check(record)
        register.findings += findings
        if not any(finding.refuses for finding in findings):
            register.records.append(record)
    return register


def _table(name: str, content: bytes) -> Table:
    check_length(len(content))
    suffix = Path(name).suffix.lower()
    if content.startswith(_OLD_OFFICE):
        raise unreadable(Problem.OLD_WORKBOOK)
    if suffix == ".xlsx":
        return read_workbook(content)
    if not looks_delimited(Path(name)):
        raise unreadable(Problem.WRONG_EXTENSION, extension=suffix[:20])
    if content.startswith(_ZIP):
        raise unreadable(Problem.NOT_TEXT)
    return read_delimited(content)


def _record(row: Row, columns: Columns) -> tuple[Record, list[Finding]]:
    reader = CellReader(row.number)
    at = {name: (columns.titles.get(name, name), columns.cell(row, name)) for name in Record.__annotations__}
    kind = reader.library_kind(*at["library_kind"])
    record = Record(
        row=row.number,
        library_kind=kind,
        library_no=reader.library_no(*at["library_no"]),
        reg_no=reader.number(*at["reg_no"], required=kind in ("", CHITALISHTE) and not reader.findings),
        name=reader.text(*at["name"], NAME_LIMIT, required=True),
        eik=reader.eik(*at["eik"]),
        municipality_code=reader.municipality_code(*at["municipality_code"]),
        municipality=readable_place(reader.text(*at["municipality"], PLACE_LIMIT, required=True)),
        kind=reader.settlement_kind(*at["kind"]),
        settlement=readable_place(reader.text(*at["settlement"], PLACE_LIMIT, required=True)),
        ekatte=reader.ekatte(*at["ekatte"]),
        address=reader.text(*at["address"], NAME_LIMIT),
        phone=reader.phone(*at["phone"]),
        email=reader.email(*at["email"]),
        website=reader.website(*at["website"]),
    )
    return record, reader.findings


class _Agreement:
    """Whether the rows agree: one number once, one code one place."""

    def __init__(self, columns: Columns) -> None:
        self.titles = columns.titles
        self.seen: dict[tuple[str, object], tuple[int, str]] = {}

    def check(self, record: Record) -> Iterator[Finding]:
        """Give the findings of a record against the rows above it."""
        municipality = record.municipality.casefold()
        settlement = f"{record.settlement}, {record.municipality_code}".casefold()
        yield from self._once(record, "reg_no", record.reg_no, Problem.REPEATED_NUMBER)
        # The libraries of one municipality share its number.
        if record.is_chitalishte:
            yield from self._once(record, "eik", record.eik, Problem.REPEATED_EIK)
        yield from self._once(record, "library_no", record.library_no, Problem.REPEATED_NUMBER)
        if not record.reg_no:
            name = f"{record.library_kind}, {record.ekatte}, {record.name}".casefold()
            yield from self._once(record, "name", name, Problem.REPEATED_LIBRARY)
        yield from self._same(record, "municipality", record.municipality_code, municipality)
        yield from self._same(record, "settlement", record.ekatte, settlement)

    def _once(self, record: Record, name: str, key: object, problem: Problem) -> Iterator[Finding]:
        first, _ = self.seen.setdefault((name, key), (record.row, ""))
        if key and first != record.row:
            title = self.titles.get(name, name)
            yield Finding(problem, record.row, title, {"value": key, "first": first})

    def _same(self, record: Record, name: str, code: str, meaning: str) -> Iterator[Finding]:
        first, known = self.seen.setdefault((name, code), (record.row, meaning))
        if code and meaning and known != meaning:
            yield Finding(CLASH[name], record.row, self.titles[name], {"code": code, "first": first})

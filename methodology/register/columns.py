"""Which column of a table holds what, found by its heading."""

from collections.abc import Iterator
from dataclasses import dataclass

from methodology.register.findings import Finding, Problem, UnreadableFile
from methodology.register.table import Cell, Row, Table

HEADINGS: dict[str, tuple[str, ...]] = {
    "reg_no": ("reg_no", "рег №", "регистрационен номер", "номер на читалището", "№ в регистъра", "reg no"),
    "name": (
        *("name", "име", "наименование", "читалище", "име в регистъра", "наименование на читалището"),
        "name in the register",
    ),
    "eik": ("eik", "еик", "булстат", "еик/булстат"),
    "municipality_code": ("municipality_code", "код на община", "код на общината", "municipality code"),
    "municipality": ("municipality", "община"),
    "kind": ("kind", "вид нас място", "вид на населеното място", "гр /с", "type of settlement"),
    "settlement": ("settlement", "населено място", "нас място"),
    "ekatte": ("ekatte", "екатте", "код по екатте"),
    "library_kind": ("library_kind", "вид библиотека", "kind of library", "type of library"),
    "library_no": ("library_no", "номер на библиотеката", "number of the library", "library number"),
    "address": ("address", "адрес"),
    "phone": ("phone", "телефон"),
    "email": ("email", "e-mail", "ел поща", "имейл"),
    "website": ("website", "интернет страница", "сайт"),
}
REQUIRED = ("reg_no", "name", "eik", "municipality_code", "municipality", "kind", "settlement", "ekatte")
# Of libraries that are no chitalishta there is no such register; where their kind is told, it may be absent.
UNLESS_KIND = ("reg_no", "eik")
# Registers put a title above the headings.
MAX_TITLE_ROWS = 10

_FIELD_OF = {heading: field for field, headings in HEADINGS.items() for heading in headings}


@dataclass(frozen=True)
class Columns:
    """The places of the known columns in a row, and how the file calls them."""

    header: int
    places: dict[str, int]
    titles: dict[str, str]

    def cell(self, row: Row, field: str) -> Cell:
        """Return the cell of a field; None where the row is shorter or the column does not exist."""
        place = self.places.get(field)
        return row.cells[place] if place is not None and place < len(row.cells) else None


def find_columns(table: Table) -> tuple[Columns, list[Finding]]:
    """Return the columns and notes on unused ones; UnreadableFile when one is missing or stands twice."""
    if not table.rows:
        raise UnreadableFile(Finding(Problem.NO_ROWS))
    header = max(table.rows[:MAX_TITLE_ROWS], key=lambda row: len(_fields(row)))
    findings = [*_repeated(header), *_missing(header)]
    if findings:
        raise UnreadableFile(*findings)
    places = {field: place for place, field in _fields(header)}
    titles = {field: str(header.cells[place]) for field, place in places.items()}
    return Columns(header.number, places, titles), list(_ignored(header))


def _heading(cell: Cell) -> str:
    return " ".join(str(cell or "").replace(".", " ").split()).casefold()


def _fields(row: Row) -> list[tuple[int, str]]:
    named = ((place, _FIELD_OF.get(_heading(cell))) for place, cell in enumerate(row.cells))
    return [(place, field) for place, field in named if field]


def _repeated(header: Row) -> Iterator[Finding]:
    fields = [field for _, field in _fields(header)]
    for place, field in _fields(header):
        if fields.count(field) > 1:
            yield Finding(Problem.REPEATED_COLUMN, header.number, str(header.cells[place]))


def _missing(header: Row) -> Iterator[Finding]:
    present = {field for _, field in _fields(header)}
    for field in REQUIRED:
        if field not in present and not ("library_kind" in present and field in UNLESS_KIND):
            yield Finding(Problem.MISSING_COLUMN, header.number, field, {"also": HEADINGS[field][1]})


def _ignored(header: Row) -> Iterator[Finding]:
    known = {place for place, _ in _fields(header)}
    for place, cell in enumerate(header.cells):
        if cell and place not in known:
            yield Finding(Problem.COLUMN_IGNORED, header.number, str(cell)[:80])

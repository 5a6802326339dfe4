"""Bringing the library network up to a register of chitalishta or of libraries."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from methodology.actions.import_places import Places
from methodology.actions.match_libraries import Matches
from methodology.actions.records_index import index_references
from methodology.messages import sentence
from methodology.models import Library, LibraryKind, LibraryStatus
from methodology.register.findings import Finding, Problem
from methodology.register.names import readable_name
from methodology.register.records import Record, Register
from pages.versions import bump

BATCH = 500
# An empty cell tells nothing, so it takes nothing away from what the department knows.
OPTIONAL = ("eik", "library_no", "address", "phone", "email", "website")
WRITTEN = ("municipality", "settlement", "kind", "name", "register_name", "is_sample", *OPTIONAL)


@dataclass(frozen=True)
class Line:
    """A row of the register and what becomes of it; `changes` are (field, before, after) in words."""

    row: int
    state: str
    name: str
    changes: tuple[tuple[str, str, str], ...] = ()


@dataclass
class Outcome:
    """The numbers of an import; `refused` counts rows, `written` tells whether anything was changed."""

    total: int
    new: int = 0
    changed: int = 0
    same: int = 0
    refused: int = 0
    new_municipalities: int = 0
    new_settlements: int = 0
    findings: list[Finding] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    written: bool = False

    @property
    def digest(self) -> str:
        """What a person saw before agreeing; another one when anything would happen otherwise."""
        said = repr([(line.row, line.state, line.name, line.changes) for line in self.lines])
        return hashlib.sha256(said.encode()).hexdigest()


class ImportLibraries:
    """Creates and changes libraries, matched as `Matches` says; running it twice changes nothing.

    Nothing is written when a row is refused, unless `skip_refused` asks for the others. A library that
    is in the system keeps its status (the chitalishte may work while its library is closed) and a name
    edited by hand.
    """

    def __init__(
        self,
        register: Register,
        *,
        dry_run: bool = False,
        skip_refused: bool = False,
        expected: str | None = None,
    ) -> None:
        """With `expected`, the digest of a preview, nothing is written when the outcome is another one."""
        self.register = register
        self.dry_run = dry_run
        self.skip_refused = skip_refused
        self.expected = expected
        self.upserts: list[Library] = []
        self.saved: list[Library] = []

    def execute(self) -> Outcome:
        """Import in one transaction and return the numbers; about a dozen queries for every 500 rows."""
        with transaction.atomic():
            self.places = Places(self.register)
            outcome = self._plan()
            agreed = self.expected is None or self.expected == outcome.digest
            if agreed and not self.dry_run and (self.skip_refused or not outcome.refused):
                self._write()
                outcome.written = True
        return outcome

    def _plan(self) -> Outcome:
        self.matches = Matches(self.register)
        self.numbered = {record.reg_no for record in self.register.records if record.eik}
        self.owners = self._owners_of_numbers()
        outcome = Outcome(self.register.total, findings=list(self.register.findings))
        for record in self.register.records:
            findings = [
                *self.places.findings(record),
                *self._taken(record),
                *self.matches.findings(record),
            ]
            outcome.findings += findings
            if not findings:
                self.places.add(record)
                line = self._compare(record)
                outcome.lines.append(line)
                setattr(outcome, line.state, getattr(outcome, line.state) + 1)
        outcome.refused = outcome.total - outcome.new - outcome.changed - outcome.same
        outcome.lines += self._refused_lines(outcome)
        outcome.lines.sort(key=lambda line: line.row)
        outcome.new_municipalities = len(self.places.new_municipalities)
        outcome.new_settlements = len(self.places.new_settlements)
        outcome.findings.sort(key=lambda finding: finding.row)
        return outcome

    def _owners_of_numbers(self) -> dict[str, Library]:
        held = Library.objects.of_kind(LibraryKind.CHITALISHTE).exclude(eik="")
        return {library.eik: library for library in held.only("eik", "reg_no", "name")}

    def _taken(self, record: Record) -> Iterator[Finding]:
        owner = self.owners.get(record.eik) if record.is_chitalishte else None
        # A number that moves from one row of the register to another is taken over, not refused.
        if owner is None or owner.reg_no == record.reg_no or owner.reg_no in self.numbered:
            return
        values = {"value": record.eik, "number": owner.reg_no or "–", "name": owner.name}
        yield Finding(Problem.EIK_TAKEN, record.row, self.register.title("eik"), values)

    def _compare(self, record: Record) -> Line:
        held = self.matches.of(record)
        wanted = self._library(record, held)
        number = f"№ {wanted.reg_no}" if wanted.reg_no else wanted.get_kind_display()
        name = f"{wanted.name} ({number})"
        if held is None:
            self.upserts.append(wanted)
            return Line(record.row, "new", name)
        if _state(wanted) == _state(held):
            return Line(record.row, "same", name)
        self.upserts.append(wanted)
        return Line(record.row, "changed", name, tuple(self._changes(held, wanted)))

    def _changes(self, held: Library, wanted: Library) -> Iterator[tuple[str, str, str]]:
        for name in WRITTEN:
            if held.serializable_value(name) != wanted.serializable_value(name):
                label = Library._meta.get_field(name).verbose_name  # type: ignore[union-attr]
                yield str(label), self._said(held, name), self._said(wanted, name)

    def _said(self, library: Library, name: str) -> str:
        if name == "is_sample":
            return _("да") if library.is_sample else _("не")
        return str(getattr(library, f"get_{name}_display", lambda: getattr(library, name))())

    def _refused_lines(self, outcome: Outcome) -> Iterator[Line]:
        rows = {finding.row: finding for finding in outcome.findings if finding.refuses and finding.row}
        for row, finding in rows.items():
            yield Line(row, "refused", _("ред %(row)s") % {"row": row}, (("", "", sentence(finding)),))

    def _library(self, record: Record, held: Library | None) -> Library:
        name = readable_name(record.name, record.settlement)[:255]
        if held and held.name and held.name != readable_name(held.register_name, record.settlement):
            name = held.name
        return Library(
            pk=held.pk if held and not record.reg_no else None,
            reg_no=record.reg_no or None,
            kind=record.library_kind or LibraryKind.CHITALISHTE,
            status=held.status if held else LibraryStatus.ACTIVE,
            municipality=self.places.municipalities[record.municipality_code],
            settlement=self.places.settlements[record.ekatte],
            name=name,
            register_name=record.name,
            is_sample=False,
            **{field: getattr(record, field) or getattr(held, field, "") for field in OPTIONAL},
        )

    def _write(self) -> None:
        self.places.save()
        if not self.upserts:
            return
        for library in self.upserts:
            library.municipality_id = library.municipality.pk
            library.settlement_id = library.settlement.pk
        numbered = [library for library in self.upserts if library.reg_no]
        known = [library for library in self.upserts if library.pk]
        new = [library for library in self.upserts if not library.reg_no and not library.pk]
        saved = Library.objects.bulk_create(
            numbered,
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["reg_no"],
            update_fields=[*WRITTEN, "changed_at"],
        )
        Library.objects.bulk_update(known, WRITTEN, batch_size=BATCH)
        self.saved = saved = [*saved, *known, *Library.objects.bulk_create(new, batch_size=BATCH)]
        index_references(saved)
        bump("libraries")


def _state(library: Library) -> tuple[object, ...]:
    return tuple(library.serializable_value(name) for name in WRITTEN)

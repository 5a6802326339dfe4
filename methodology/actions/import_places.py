"""The municipalities and settlements that the records of a register name."""

from collections.abc import Iterable

from methodology.actions.records_index import index_for_search, index_references
from methodology.register.findings import Finding, Problem
from methodology.register.records import Record, Register
from pages.bulgarian import slugify, transliterate
from pages.models import Municipality, Settlement


class Places:
    """Municipalities by code and settlements by EKATTE: the system's own and the register's new ones."""

    def __init__(self, register: Register) -> None:
        """Read the places of the system that the register names; two queries for any number of rows."""
        self.register = register
        codes = {record.municipality_code for record in register.records}
        ekattes = {record.ekatte for record in register.records}
        self.municipalities: dict[str, Municipality] = Municipality.objects.in_bulk(codes, field_name="code")
        known = Settlement.objects.select_related("municipality")
        self.settlements: dict[str, Settlement] = known.in_bulk(ekattes, field_name="ekatte")
        self.new_municipalities: list[Municipality] = []
        self.new_settlements: list[Settlement] = []

    def findings(self, record: Record) -> Iterable[Finding]:
        """Give what contradicts the places of the system."""
        title = self.register.title
        if (held := self.municipalities.get(record.municipality_code)) and not _same(
            held.name, record.municipality
        ):
            values = {"code": held.code, "name": held.name}
            yield Finding(Problem.MUNICIPALITY_DIFFERS, record.row, title("municipality"), values)
        settlement = self.settlements.get(record.ekatte)
        if settlement is None:
            return
        if not _same(settlement.name, record.settlement):
            values = {"code": settlement.ekatte, "name": str(settlement)}
            yield Finding(Problem.SETTLEMENT_DIFFERS, record.row, title("ekatte"), values)
        elif settlement.municipality.code != record.municipality_code:
            values = {"name": str(settlement), "municipality": settlement.municipality.name}
            yield Finding(Problem.SETTLEMENT_ELSEWHERE, record.row, title("municipality_code"), values)

    def add(self, record: Record) -> None:
        """Note the places of an accepted record that the system does not have."""
        if record.municipality_code not in self.municipalities:
            municipality = Municipality(name=record.municipality, code=record.municipality_code)
            self.municipalities[record.municipality_code] = municipality
            self.new_municipalities.append(municipality)
        if record.ekatte not in self.settlements:
            settlement = Settlement(
                ekatte=record.ekatte,
                kind=record.kind,
                name=record.settlement,
                name_en=transliterate(record.settlement),
                municipality=self.municipalities[record.municipality_code],
            )
            self.settlements[record.ekatte] = settlement
            self.new_settlements.append(settlement)

    def save(self) -> None:
        """Write the new places."""
        taken = set(Municipality.objects.values_list("slug", flat=True)) if self.new_municipalities else set()
        for municipality in self.new_municipalities:
            slug = slugify(municipality.name)
            # Two municipalities of the country share a name (Бяла).
            municipality.slug = f"{slug}-{municipality.code.lower()}" if slug in taken else slug
            municipality.name_en = transliterate(municipality.name)
            taken.add(municipality.slug)
        Municipality.objects.bulk_create(self.new_municipalities)
        for settlement in self.new_settlements:
            settlement.municipality_id = settlement.municipality.pk
        Settlement.objects.bulk_create(self.new_settlements, batch_size=500)
        index_for_search(self.new_municipalities)
        index_for_search(self.new_settlements)
        index_references(self.new_settlements)


def _same(first: str, second: str) -> bool:
    return " ".join(first.split()).casefold() == " ".join(second.split()).casefold()

"""Regional, municipal and town libraries have no number of a chitalishte: known by something else."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from methodology_factories import LibraryFactory, valid_eik
from pages_factories import MunicipalityFactory, SettlementFactory
from register_files import ROWS, csv_file

from methodology.actions.import_libraries import ImportLibraries, Outcome
from methodology.models import Library
from methodology.register.findings import Problem
from methodology.register.records import read_register
from pages.models import Municipality, Settlement

pytestmark = pytest.mark.django_db
HEADER = (
    *("library_kind", "library_no", "name", "eik", "municipality_code", "municipality"),
    *("kind", "settlement", "ekatte"),
)
EIK = valid_eik(91_700)
USUAL = {
    "library_kind": "общинска",
    "library_no": "",
    "name": "Искра",
    "eik": EIK,
    "municipality_code": "SZR12",
    "municipality": "Казанлък",
    "kind": "гр.",
    "settlement": "Казанлък",
    "ekatte": "35167",
}


def imported(tmp_path: Path, *rows: dict[str, str], **options: Any) -> Outcome:
    file = csv_file(tmp_path / "r.csv", [tuple((USUAL | row).values()) for row in rows], HEADER)
    return ImportLibraries(read_register(file), **options).execute()


def counts(outcome: Outcome) -> tuple[int, int, int, int]:
    return outcome.new, outcome.changed, outcome.same, outcome.refused


def problems(outcome: Outcome) -> list[Problem]:
    return [finding.problem for finding in outcome.findings if finding.refuses]


@pytest.fixture
def kazanlak() -> Settlement:
    place = MunicipalityFactory(code="SZR12", name="Казанлък", slug="kazanlak")
    made: Settlement = SettlementFactory(ekatte="35167", name="Казанлък", kind="town", municipality=place)
    return made


def held(place: Settlement, **values: Any) -> Library:
    made: Library = LibraryFactory(settlement=place, reg_no=None, eik="", kind="municipal", **values)
    return made


def test_libraries_without_a_number_are_imported_once_however_often(tmp_path: Path) -> None:
    rows: tuple[dict[str, str], ...] = (
        {},
        {"library_kind": "регионална", "name": "Захарий Княжески", "library_no": "1782", "eik": ""},
    )
    assert counts(imported(tmp_path, *rows)) == (2, 0, 0, 0)
    assert counts(imported(tmp_path, *rows)) == (0, 0, 2, 0)
    assert set(Library.objects.values_list("kind", "name", "library_no", "eik", "reg_no")) == {
        ("municipal", "Искра", "", EIK, None),
        ("regional", "Захарий Княжески", "1782", "", None),
    }


def test_kind_and_settlement_find_the_library_and_the_preview_says_what_changes(
    tmp_path: Path, kazanlak: Settlement
) -> None:
    library = held(kazanlak, name="Градската", register_name="", phone="0431 6 21 00")
    LibraryFactory(settlement=kazanlak)
    preview = imported(tmp_path, {}, dry_run=True)
    assert counts(preview) == (0, 1, 0, 0)
    assert preview.lines[0].name == "Градската (общинска)"
    assert ("ЕИК", "", EIK) in preview.lines[0].changes
    imported(tmp_path, {})
    library.refresh_from_db()
    # What the department wrote itself stays.
    assert (library.name, library.register_name, library.eik) == ("Градската", "Искра", EIK)
    assert library.phone == "0431 6 21 00"
    assert Library.objects.count() == 2


def test_the_number_in_the_register_of_public_libraries_goes_before_the_place(
    tmp_path: Path, kazanlak: Settlement
) -> None:
    library = held(kazanlak, name="Искра", library_no="55")
    other = held(kazanlak, name="Друга", library_no="56")
    assert counts(imported(tmp_path, {"library_no": "56", "name": "Съвсем друга"})) == (0, 1, 0, 0)
    other.refresh_from_db()
    assert other.register_name == "Съвсем друга"
    library.refresh_from_db()
    assert library.register_name == ""


def test_a_name_tells_two_of_a_kind_apart_and_without_it_nothing_is_guessed(
    tmp_path: Path, kazanlak: Settlement
) -> None:
    held(kazanlak, name="Искра")
    held(kazanlak, name="Детска библиотека")
    assert counts(imported(tmp_path, {}, dry_run=True)) == (0, 1, 0, 0)
    outcome = imported(tmp_path, {"name": "Нещо трето"})
    assert (counts(outcome), problems(outcome)) == ((0, 0, 0, 1), [Problem.WHICH_LIBRARY])
    assert not outcome.written


def test_a_sample_is_not_taken_for_the_real_library(tmp_path: Path, kazanlak: Settlement) -> None:
    held(kazanlak, name="Общинска библиотека (примерни данни)", is_sample=True)
    assert counts(imported(tmp_path, {})) == (1, 0, 0, 0)
    assert Library.objects.filter(is_sample=True).count() == 1


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (({}, {}), Problem.REPEATED_LIBRARY),
        (({}, {"name": "Друго име на същата"}), Problem.REPEATED_LIBRARY),
        (({"library_no": "7"}, {"library_no": "7", "name": "Втора"}), Problem.REPEATED_NUMBER),
        (({"library_no": "55"},), Problem.LIBRARY_NO_TAKEN),
        (({"library_no": "5 5"},), Problem.LIBRARY_NO),
        (({"library_kind": "селска"},), Problem.LIBRARY_KIND),
        (({"library_kind": ""},), Problem.REQUIRED),
        (({"library_kind": "читалищна"},), Problem.REQUIRED),
        (({"eik": "123456789"},), Problem.EIK_CHECK_DIGIT),
    ],
)
def test_what_is_doubtful_is_refused_with_its_row_and_column(
    tmp_path: Path, kazanlak: Settlement, rows: tuple[dict[str, str], ...], problem: Problem
) -> None:
    held(kazanlak, name="Стара", library_no="")
    LibraryFactory(settlement=kazanlak, name="Пробуда", library_no="55")
    outcome = imported(tmp_path, *rows)
    assert problems(outcome) == [problem]
    assert not outcome.written
    assert {finding.row for finding in outcome.findings} == {len(rows) + 1}


def test_libraries_of_one_municipality_may_share_its_eik(tmp_path: Path) -> None:
    assert counts(imported(tmp_path, {}, {"library_kind": "градска", "name": "Шипка"})) == (2, 0, 0, 0)


def test_a_chitalishte_keeps_its_number_beside_the_others(tmp_path: Path) -> None:
    header = ("reg_no", *HEADER)
    first = dict(zip(("reg_no", "name", "eik", "code", "place", "kind", "s", "e"), ROWS[0], strict=True))
    row = (first["reg_no"], "читалищна", "88", *ROWS[0][1:])
    file = csv_file(tmp_path / "r.csv", [row, ("", *USUAL.values())], header)
    outcome = ImportLibraries(read_register(file)).execute()
    assert counts(outcome) == (2, 0, 0, 0)
    assert set(Library.objects.values_list("reg_no", "library_no")) == {(96, "88"), (None, "")}


def test_the_export_of_every_kind_of_library_is_read_in_again_without_a_change(
    admin_client: Client, tmp_path: Path, kazanlak: Settlement
) -> None:
    held(kazanlak, name="Искра", register_name="Искра", library_no="0055")
    LibraryFactory(settlement=kazanlak, name="Пробуда – 1900", register_name="Пробуда-1900")
    response = admin_client.get("/admin/snippets/methodology/library/", {"export": "xlsx"})
    file = tmp_path / "b.xlsx"
    file.write_bytes(b"".join(response.streaming_content))  # type: ignore[attr-defined]
    outcome = ImportLibraries(read_register(file)).execute()
    assert (problems(outcome), counts(outcome)) == ([], (0, 0, 2, 0))
    assert Municipality.objects.count() == 1

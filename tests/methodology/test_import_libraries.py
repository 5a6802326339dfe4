import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from methodology_factories import LibraryFactory
from pages_factories import MunicipalityFactory, SettlementFactory
from register_files import ROWS, changed, csv_file, many_rows, real_register, xlsx_file
from wagtail.models import ReferenceIndex

from methodology.actions.import_libraries import ImportLibraries, Outcome
from methodology.models import Library
from methodology.register.findings import Problem
from methodology.register.records import read_register
from pages.models import Municipality, Settlement
from pages.versions import current

pytestmark = pytest.mark.django_db


def run(path: Path, **options: Any) -> str:
    out = StringIO()
    call_command("import_libraries", str(path), stdout=out, **options)
    return out.getvalue()


def imported(path: Path, **options: bool) -> Outcome:
    return ImportLibraries(read_register(path), **options).execute()


def counts(outcome: Outcome) -> tuple[int, int, int, int, int]:
    return outcome.total, outcome.new, outcome.changed, outcome.same, outcome.refused


def test_the_real_register_gives_196_libraries_however_often_it_is_run() -> None:
    path = real_register()
    first, second = run(path), run(path)
    assert "Прочетени: 196\nНови: 196\nПроменени: 0\nБез промяна: 0\nОтказани: 0\n" in first
    assert "Прочетени: 196\nНови: 0\nПроменени: 0\nБез промяна: 196\nОтказани: 0\n" in second
    assert "Читалищни библиотеки в системата: 196" in second
    assert Library.objects.active().of_kind("chitalishte").count() == 196


def test_the_codes_of_the_real_register_keep_their_zeros_and_places() -> None:
    run(real_register())
    asen = Library.objects.with_place().get(reg_no=103)
    assert (asen.name, asen.register_name) == ("Съзнание – 1921", "Съзнание-1921г.- с. Асен")
    assert (asen.eik, asen.settlement.ekatte) == ("000804834", "00697")
    assert Library.objects.get(reg_no=96).eik == "000805733"
    assert Municipality.objects.count() == 11
    assert Settlement.objects.count() == 169
    assert Settlement.objects.filter(name="Елхово").count() == 2
    assert Library.objects.filter(settlement__ekatte="68850").count() == 15


def test_importing_the_real_register_takes_few_queries_and_little_time() -> None:
    register = read_register(real_register())
    started = time.process_time()
    with CaptureQueriesContext(connection) as captured:
        ImportLibraries(register).execute()
    assert time.process_time() - started < 3
    # 7 to read: municipalities, settlements, libraries, owners of numbers, slugs, and the transaction;
    # then one for each batch of a table, of its references and of its search entries, and the version.
    # SQLite takes 999 values a statement, so it needs more batches (37) than PostgreSQL.
    assert len(captured) <= 40


@pytest.mark.parametrize("write", [csv_file, xlsx_file])
def test_a_text_and_a_workbook_are_imported_alike(tmp_path: Path, write: Callable[..., Path]) -> None:
    outcome = imported(write(tmp_path / f"r.{write.__name__.split('_')[0]}"))
    assert counts(outcome) == (3, 3, 0, 0, 0)
    assert (outcome.new_municipalities, outcome.new_settlements) == (3, 3)
    municipality = Municipality.objects.get(code="SZR12")
    assert (municipality.slug, municipality.name_en) == ("kazanlak", "Kazanlak")
    assert Settlement.objects.get(ekatte="00697").name_en == "Asen"


def test_places_that_are_in_the_system_are_used(tmp_path: Path) -> None:
    zagora = MunicipalityFactory(name="Стара Загора", code="SZR31")
    SettlementFactory(name="Стара Загора", ekatte="68850", kind="town", municipality=zagora)
    outcome = imported(csv_file(tmp_path / "r.csv"))
    assert (outcome.new_municipalities, outcome.new_settlements) == (2, 2)
    assert Library.objects.get(reg_no=271).municipality == zagora


def test_a_dry_run_counts_and_writes_nothing(tmp_path: Path) -> None:
    output = run(csv_file(tmp_path / "r.csv"), dry_run=True)
    assert "Нови: 3" in output
    assert "Нищо не е записано." in output
    assert not Library.objects.exists()
    assert not Municipality.objects.exists()
    assert current("libraries").number == 0


def test_a_changed_row_changes_its_library_and_no_other(tmp_path: Path) -> None:
    imported(csv_file(tmp_path / "r.csv"))
    before = {library.reg_no: library.pk for library in Library.objects.all()}
    outcome = imported(csv_file(tmp_path / "r.csv", changed(2, name="Родина-1861")))
    assert counts(outcome) == (3, 0, 1, 2, 0)
    assert Library.objects.get(reg_no=271).name == "Родина – 1861"
    assert {library.reg_no: library.pk for library in Library.objects.all()} == before


def test_a_name_a_status_and_contacts_written_by_hand_survive(tmp_path: Path) -> None:
    imported(csv_file(tmp_path / "r.csv"))
    Library.objects.filter(reg_no=271).update(name="„Родина“", status="closed", phone="042 600 000")
    outcome = imported(csv_file(tmp_path / "r.csv", changed(2, name="Родина-1861", eik="")))
    library = Library.objects.get(reg_no=271)
    assert counts(outcome) == (3, 0, 1, 2, 0)
    assert (library.name, library.status, library.phone) == ("„Родина“", "closed", "042 600 000")
    assert library.eik == "000804193"


def test_one_refused_row_stops_the_whole_import(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "r.csv", changed(1, eik="000804835"))
    with pytest.raises(CommandError, match="Нищо не е внесено"):
        run(path)
    assert not Library.objects.exists()
    assert not Municipality.objects.exists()


def test_refused_rows_can_be_left_out_on_request(tmp_path: Path) -> None:
    output = run(csv_file(tmp_path / "r.csv", changed(1, eik="000804835")), skip_refused=True)
    assert "Ред 3, колона „eik“" in output
    assert "Отказани: 1" in output
    assert set(Library.objects.values_list("reg_no", flat=True)) == {96, 271}


def test_an_unreadable_file_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    path.write_bytes(b"%PDF")
    with pytest.raises(CommandError, match=r"не е цяла таблица \.xlsx"):
        run(path)


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"municipality": "Казанлъшка"}, Problem.MUNICIPALITY_DIFFERS),
        ({"settlement": "Ръжево"}, Problem.SETTLEMENT_DIFFERS),
        ({"municipality_code": "SZR36", "municipality": "Чирпан"}, Problem.SETTLEMENT_ELSEWHERE),
        ({"reg_no": "9696"}, Problem.EIK_TAKEN),
    ],
)
def test_a_row_that_contradicts_the_system_is_refused(
    tmp_path: Path, values: dict[str, str], problem: Problem
) -> None:
    imported(csv_file(tmp_path / "r.csv"))
    outcome = imported(csv_file(tmp_path / "r.csv", changed(0, **values)))
    assert [finding.problem for finding in outcome.findings] == [problem]
    assert counts(outcome) == (3, 0, 0, 2, 1)
    assert not outcome.written


def test_two_chitalishta_may_exchange_their_numbers(tmp_path: Path) -> None:
    imported(csv_file(tmp_path / "r.csv"))
    first, second, third = ROWS
    rows = [(*first[:2], second[2], *first[3:]), (*second[:2], first[2], *second[3:]), third]
    assert counts(imported(csv_file(tmp_path / "r.csv", rows))) == (3, 0, 2, 1, 0)
    assert Library.objects.get(reg_no=96).eik == "000804834"


def test_a_sample_library_becomes_a_real_one(tmp_path: Path) -> None:
    place = SettlementFactory(name="Примерно", ekatte="99999")
    library = LibraryFactory(reg_no=96, eik="", is_sample=True, settlement=place)
    imported(csv_file(tmp_path / "r.csv"))
    library.refresh_from_db()
    assert not library.is_sample


def test_imported_libraries_keep_their_municipality_from_being_deleted(tmp_path: Path) -> None:
    imported(csv_file(tmp_path / "r.csv"))
    imported(csv_file(tmp_path / "r.csv", changed(0, name="Светлина-1929")))
    municipality = Municipality.objects.get(code="SZR12")
    held = ReferenceIndex.get_grouped_references_to(municipality)
    assert {type(holder).__name__ for holder, _ in held} == {"Library", "Settlement"}
    assert held.is_protected
    rows = ReferenceIndex.objects.filter(to_object_id=str(municipality.pk), model_path="municipality")
    assert rows.count() == 2


def test_a_new_settlement_is_found_by_the_search_of_the_choosers(tmp_path: Path) -> None:
    imported(csv_file(tmp_path / "r.csv"))
    from wagtail.search.backends import get_search_backend

    assert [found.name for found in get_search_backend().search("Ръжена", Settlement)] == ["Ръжена"]


def test_the_version_of_the_libraries_grows_only_with_a_change(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "r.csv")
    imported(path)
    after_first = current("libraries").number
    imported(path)
    assert current("libraries").number == after_first == 1


def test_ten_times_the_rows_do_not_take_ten_times_the_queries(tmp_path: Path) -> None:
    with CaptureQueriesContext(connection) as few:
        imported(csv_file(tmp_path / "few.csv", many_rows(50)))
    with CaptureQueriesContext(connection) as many:
        imported(csv_file(tmp_path / "many.csv", many_rows(500, settlements=50)))
    assert len(many) < 3 * len(few)

from pathlib import Path

import pytest
from register_files import HEADER, ROWS, changed, csv_file, xlsx_file

from methodology.messages import MESSAGES, located_sentence
from methodology.register.findings import Finding, Problem, UnreadableFile
from methodology.register.records import Register, read_register


def refusals(register: Register) -> list[tuple[int, str, Problem]]:
    return [(found.row, found.column, found.problem) for found in register.findings if found.refuses]


def refused_with(path: Path) -> list[Problem]:
    with pytest.raises(UnreadableFile) as refused:
        read_register(path)
    for finding in refused.value.findings:
        assert located_sentence(finding)
    return [finding.problem for finding in refused.value.findings]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_every_usual_encoding_and_delimiter_is_read(tmp_path: Path, encoding: str, mark: str) -> None:
    register = read_register(csv_file(tmp_path / "r.csv", encoding=encoding, mark=mark))
    assert [record.name for record in register.records] == [row[1] for row in ROWS]
    assert register.records[1].ekatte == "00697"
    assert register.findings == []


def test_a_workbook_gives_the_same_records_as_the_text(tmp_path: Path) -> None:
    from_text = read_register(csv_file(tmp_path / "r.csv"))
    from_workbook = read_register(xlsx_file(tmp_path / "r.xlsx"))
    assert from_workbook.records == from_text.records


def test_zeros_that_a_spreadsheet_took_are_restored_and_reported(tmp_path: Path) -> None:
    rows = changed(1, reg_no=103, eik=804834, ekatte=697.0)
    register = read_register(xlsx_file(tmp_path / "r.xlsx", rows))
    assert (register.records[1].reg_no, register.records[1].eik) == (103, "000804834")
    assert register.records[1].ekatte == "00697"
    assert [(found.row, found.column) for found in register.findings] == [(3, "eik"), (3, "ekatte")]
    assert "804834" in located_sentence(register.findings[0])


def test_zeros_are_not_invented_for_a_number_with_a_wrong_check_digit(tmp_path: Path) -> None:
    register = read_register(xlsx_file(tmp_path / "r.xlsx", changed(1, eik=804835)))
    assert refusals(register) == [(3, "eik", Problem.EIK_CHECK_DIGIT)]
    assert len(register.records) == 2


@pytest.mark.parametrize("written", ['="00697"', "'00697", "00697 ", "697.0", "697"])
def test_the_ways_to_write_a_code_in_csv_mean_the_same(tmp_path: Path, written: str) -> None:
    register = read_register(csv_file(tmp_path / "r.csv", changed(1, ekatte=written)))
    assert register.records[1].ekatte == "00697"


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"reg_no": ""}, Problem.REQUIRED),
        ({"reg_no": "номер"}, Problem.NOT_A_NUMBER),
        ({"reg_no": "0"}, Problem.NOT_A_NUMBER),
        ({"reg_no": "-5"}, Problem.NOT_A_NUMBER),
        ({"reg_no": "1.5"}, Problem.NOT_A_NUMBER),
        ({"reg_no": "9" * 400}, Problem.NOT_A_NUMBER),
        ({"reg_no": "٩"}, Problem.NOT_A_NUMBER),
        ({"name": ""}, Problem.REQUIRED),
        ({"name": "дълго" * 60}, Problem.TOO_LONG),
        ({"name": "Проб\x07уда"}, Problem.CONTROL_CHARACTER),
        ({"eik": "000804835"}, Problem.EIK_CHECK_DIGIT),
        ({"eik": "0008048340001"}, Problem.EIK_LENGTH),
        ({"eik": "8.04834E+08"}, Problem.EIK_LENGTH),
        ({"municipality_code": "24"}, Problem.MUNICIPALITY_CODE),
        ({"municipality": ""}, Problem.REQUIRED),
        ({"kind": "махала"}, Problem.SETTLEMENT_KIND),
        ({"settlement": ""}, Problem.REQUIRED),
        ({"ekatte": "006970"}, Problem.EKATTE),
        ({"ekatte": "00000"}, Problem.EKATTE),
        ({"ekatte": ""}, Problem.EKATTE),
        ({"name": "=A1"}, Problem.FORMULA),
        ({"ekatte": "=A1"}, Problem.FORMULA),
    ],
)
def test_a_wrong_cell_is_reported_by_row_and_column(
    tmp_path: Path, values: dict[str, str], problem: Problem
) -> None:
    register = read_register(csv_file(tmp_path / "r.csv", changed(1, **values)))
    (column,) = values
    assert refusals(register) == [(3, column, problem)]
    assert len(register.records) == 2
    assert f"Ред 3, колона „{column}“" in located_sentence(register.findings[0])


@pytest.mark.parametrize(
    ("values", "column", "problem"),
    [
        ({"reg_no": "96"}, "reg_no", Problem.REPEATED_NUMBER),
        ({"eik": "000805733"}, "eik", Problem.REPEATED_EIK),
        ({"municipality_code": "SZR12"}, "municipality", Problem.MUNICIPALITY_REPEATED),
        ({"ekatte": "63570"}, "settlement", Problem.SETTLEMENT_REPEATED),
    ],
)
def test_rows_that_contradict_each_other_name_the_first_one(
    tmp_path: Path, values: dict[str, str], column: str, problem: Problem
) -> None:
    register = read_register(csv_file(tmp_path / "r.csv", changed(2, **values)))
    assert refusals(register) == [(4, column, problem)]
    assert "ред 2" in located_sentence(register.findings[0])


def test_chitalishta_without_a_number_of_their_own_do_not_clash(tmp_path: Path) -> None:
    rows = [(*row[:2], "", *row[3:]) for row in ROWS]
    assert refusals(read_register(csv_file(tmp_path / "r.csv", rows))) == []


def test_a_formula_in_a_workbook_is_not_taken_for_a_value(tmp_path: Path) -> None:
    register = read_register(xlsx_file(tmp_path / "r.xlsx", changed(0, name='="Свет"&"лина"', eik="#N/A")))
    assert refusals(register) == [(2, "name", Problem.FORMULA), (2, "eik", Problem.FORMULA)]


def test_merged_cells_are_refused_by_name(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "r.xlsx", merge="E2:E3")
    with pytest.raises(UnreadableFile) as refused:
        read_register(path)
    assert refused.value.findings == (Finding(Problem.MERGED, 2, "E"),)


def test_a_merged_title_above_the_headings_does_no_harm(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path / "r.xlsx", above=[("Регистър на читалищата",), ()], merge="A1:H1")
    register = read_register(path)
    assert [record.row for record in register.records] == [4, 5, 6]


def test_bulgarian_headings_in_any_order_are_known(tmp_path: Path) -> None:
    header = (
        "Рег. №",
        "НАИМЕНОВАНИЕ",
        "Булстат",
        "Код на община",
        "Община",
        "гр./с.",
        "Населено  място",
        "ЕКАТТЕ",
    )
    order = [7, 0, 1, 2, 3, 4, 5, 6]
    rows = [[row[place] for place in order] for row in ROWS]
    register = read_register(csv_file(tmp_path / "r.csv", rows, [header[place] for place in order]))
    assert [record.reg_no for record in register.records] == [96, 103, 271]


def test_a_missing_a_repeated_and_an_unknown_column_are_named(tmp_path: Path) -> None:
    header = [*HEADER[:-1], "name"]
    assert refused_with(csv_file(tmp_path / "r.csv", header=header)) == [
        Problem.REPEATED_COLUMN,
        Problem.REPEATED_COLUMN,
        Problem.MISSING_COLUMN,
    ]
    extra = read_register(csv_file(tmp_path / "e.csv", [(*row, "x") for row in ROWS], [*HEADER, "бележка"]))
    assert [(found.problem, found.column) for found in extra.findings] == [
        (Problem.COLUMN_IGNORED, "бележка")
    ]
    assert len(extra.records) == 3


@pytest.mark.parametrize("problem", list(Problem))
def test_everything_that_can_be_found_has_words(problem: Problem) -> None:
    assert len(str(MESSAGES[problem])) > 15

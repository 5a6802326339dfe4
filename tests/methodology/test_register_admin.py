"""A register imported on its screen: previewed by row, agreed to, never by halves."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from methodology_factories import LibraryFactory
from openpyxl import Workbook, load_workbook
from pages_factories import MunicipalityFactory, SettlementFactory

from methodology.models import Library, WaitingRegister

pytestmark = pytest.mark.django_db
UPLOAD = "/admin/methodology/register/"
HEAD = "reg_no,name,eik,municipality_code,municipality,kind,settlement,ekatte"
ASEN = "103,СЪЗНАНИЕ -1921 г.,000804834,SZR24,Павел баня,с.,АСЕН,00697"
RAZHENA = "96,Светлина -1928 г.,000805733,SZR12,Казанлък,с.,Ръжена,63570"
EXTRACT = "shared/data/chitalishta_stara_zagora.csv"
# Foreign data lie beside the checkout, not in it.
REAL = next((up / EXTRACT for up in Path(__file__).parents if (up / EXTRACT).exists()), None)


def upload(client: Client, content: bytes, name: str = "register.csv") -> Any:
    return client.post(UPLOAD, {"file": SimpleUploadedFile(name, content)})


def table(*rows: str) -> bytes:
    return "\n".join((HEAD, *rows)).encode()


def workbook(*rows: list[Any], merge: str = "") -> bytes:
    book, stream = Workbook(), io.BytesIO()
    for row in (HEAD.split(","), *rows):
        book.active.append(row)
    if merge:
        book.active.merge_cells(merge)
    book.save(stream)
    return stream.getvalue()


def test_nothing_is_written_before_it_is_agreed_to(admin_client: Client) -> None:
    response = upload(admin_client, table(ASEN, RAZHENA))
    page = admin_client.get(response.url).content.decode()
    assert "нова: 2" in page
    assert "Съзнание – 1921 (№ 103)" in page
    assert not Library.objects.exists()
    expected = admin_client.get(response.url).context["outcome"].digest
    assert admin_client.post(response.url, {"expected": expected}).status_code == 302
    library = Library.objects.get(reg_no=103)
    assert (library.name, library.eik, library.settlement.ekatte) == ("Съзнание – 1921", "000804834", "00697")
    assert library.settlement.name == "Асен"
    assert not WaitingRegister.objects.exists()


def agree(client: Client, content: bytes, **more: str) -> Any:
    address = upload(client, content).url
    expected = client.get(address).context["outcome"].digest
    return client.post(address, {"expected": expected, **more})


def test_a_second_import_says_what_changed_and_a_third_that_nothing_did(admin_client: Client) -> None:
    agree(admin_client, table(ASEN, RAZHENA))
    address = upload(admin_client, table(ASEN, RAZHENA.replace("Светлина", "Светлинка"))).url
    response = admin_client.get(address)
    outcome = response.context["outcome"]
    assert (outcome.new, outcome.changed, outcome.same) == (0, 1, 1)
    assert "Светлина – 1928 → Светлинка – 1928" in response.content.decode()
    admin_client.post(address, {"expected": outcome.digest})
    page = admin_client.get(upload(admin_client, table(ASEN, RAZHENA.replace("Светлина", "Светлинка"))).url)
    assert "Няма какво да се внесе" in page.content.decode()


def test_a_refused_row_is_named_and_keeps_the_others_out_unless_agreed(admin_client: Client) -> None:
    wrong = RAZHENA.replace("000805733", "000805734")
    address = upload(admin_client, table(ASEN, wrong)).url
    page = admin_client.get(address).content.decode()
    assert "Ред 3, колона „eik“: Контролната цифра на ЕИК 000805734 не е вярна" in page
    assert agree(admin_client, table(ASEN, wrong)).status_code == 302
    assert not Library.objects.exists()
    agree(admin_client, table(ASEN, wrong), skip_refused="on")
    assert Library.objects.get().reg_no == 103


def test_what_changed_meanwhile_has_to_be_agreed_to_again(admin_client: Client) -> None:
    address = upload(admin_client, table(ASEN)).url
    expected = admin_client.get(address).context["outcome"].digest
    place = SettlementFactory(
        name="Асен", ekatte="00697", municipality=MunicipalityFactory(code="SZR24", name="Павел баня")
    )
    LibraryFactory(reg_no=103, settlement=place, name="Старо име", register_name="Старо име")
    assert admin_client.post(address, {"expected": expected}).url == address
    assert Library.objects.get().name == "Старо име"


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "a.csv", "празен"),
        (table(), "a.csv", "няма редове"),
        (b"a,b\n1,2", "a.csv", "Липсва колона"),
        (table(ASEN), "a.exe", "Не се чете файл с разширение „.exe“"),
        (workbook(["1"] * 8, merge="A2:B2"), "a.xlsx", "слети клетки"),
        (table(*[ASEN] * 100_000), "a.csv", "над 5 MB"),
        (b"PK\x03\x04 broken", "a.xlsx", "не е цяла таблица"),
    ],
    ids=["empty", "headings only", "no columns", "program", "merged", "too long", "damaged"],
)
def test_a_bad_file_is_explained_and_leaves_nothing(
    admin_client: Client, content: bytes, name: str, words: str
) -> None:
    response = upload(admin_client, content, name)
    assert response.status_code in (413, 422)
    assert words in response.content.decode()
    assert not Library.objects.exists()
    assert not WaitingRegister.objects.exists()


def test_a_formula_is_refused_by_row_and_column(admin_client: Client) -> None:
    row = [96, "=CONCAT(A1;B1)", "000805733", "SZR12", "Казанлък", "с.", "Ръжена", "63570"]
    page = admin_client.get(upload(admin_client, workbook(row), "a.xlsx").url).content.decode()
    assert "Ред 2, колона „name“: В клетката има формула" in page


def test_a_hundred_thousand_rows_and_a_bomb_are_refused(admin_client: Client) -> None:
    rows = "\n".join(["1"] * 100_000)
    assert "повече от 20000" in upload(admin_client, table(rows)).content.decode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "")
        package.writestr("xl/workbook.xml", b"0" * (61 * 1024 * 1024))
    assert "надхвърля 60 MB" in upload(admin_client, stream.getvalue(), "bomb.xlsx").content.decode()


def test_the_file_is_its_owners_only(admin_client: Client, client: Client) -> None:
    address = upload(admin_client, table(ASEN)).url
    client.force_login(User.objects.create_superuser("other"))
    assert client.get(address).url == UPLOAD
    assert client.post(address).url == UPLOAD
    assert not Library.objects.exists()


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_an_export_reads_in_again_with_every_zero(admin_client: Client, kind: str) -> None:
    zero = RAZHENA.replace("63570", "00697").replace("Ръжена", "Асен")
    agree(admin_client, table(zero))
    answer = admin_client.get(f"/admin/snippets/methodology/library/?export={kind}")
    content = b"".join(answer.streaming_content)
    if kind == "xlsx":
        (head, row) = load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
        cells = dict(zip(head, row, strict=True))
        assert (cells["ЕКАТТЕ"], cells["ЕИК"]) == ("00697", "000805733")
    outcome = admin_client.get(upload(admin_client, content, f"export.{kind}").url).context["outcome"]
    assert (outcome.same, outcome.new, outcome.changed, outcome.refused) == (1, 0, 0, 0)


@pytest.mark.skipif(REAL is None, reason=f"the extract of the register is not beside the checkout: {EXTRACT}")
def test_the_real_extract_is_imported_whole(admin_client: Client) -> None:
    assert REAL is not None
    content = REAL.read_bytes()
    address = upload(admin_client, content, REAL.name).url
    outcome = admin_client.get(address).context["outcome"]
    assert (outcome.total, outcome.new + outcome.refused) == (196, 196)
    admin_client.post(address, {"expected": outcome.digest, "skip_refused": "on"})
    assert Library.objects.count() == outcome.new
    assert Library.objects.filter(eik="000805733", settlement__ekatte="63570").exists()
    again = admin_client.get(upload(admin_client, content, REAL.name).url).context["outcome"]
    assert (again.new, again.changed, again.same) == (0, 0, outcome.new)


def test_the_way_to_the_import_is_in_the_menu(admin_client: Client) -> None:
    assert reverse("methodology_register") in admin_client.get("/admin/").content.decode()

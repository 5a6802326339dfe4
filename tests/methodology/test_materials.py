"""Materials: files that the search reads, downloads counted, editions."""

import datetime
import uuid
from typing import Any

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.forms import Select
from django.test import Client
from django.urls import reverse
from materials_with_files import document, published
from methodology_factories import (
    CategoryFactory,
    MaterialFactory,
    MaterialFileFactory,
    MethodologyIndexFactory,
)
from pages_factories import create_site, locale, translate
from wagtail.models import Collection, CollectionViewRestriction

from library_site.demo import files
from methodology.editions import family_of
from methodology.models import DownloadDay, FileText, MaterialPage

pytestmark = pytest.mark.django_db
NOON = "2026-11-23T12:00:00+02:00"


@pytest.fixture(autouse=True)
def _today() -> Any:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def index() -> Any:
    return MethodologyIndexFactory(parent=create_site(english=True).home)


def taken(client: Client, address: str, method: str = "get", **headers: str) -> Any:
    """Take a file to its end, as a browser does; the end closes it."""
    answer = getattr(client, method)(address, headers=headers)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer


def found(client: Client, word: str) -> str:
    return client.get("/search/", {"q": word, "kind": "materials"}).content.decode()


def test_the_search_finds_what_stands_only_in_a_file(client: Client, index: Any) -> None:
    page = published(index, document("Протокол за бракуване на периодика"), title="Образец")
    assert f'href="{page.url}"' in found(client, "бракуването")
    assert "<mark>бракуване</mark>" in found(client, "бракуване")
    assert f'href="{page.url}"' not in found(client, "сканиране")


def test_a_new_file_in_place_of_the_old_one_is_read_again(client: Client, index: Any) -> None:
    held = document("Протокол за бракуване")
    page = published(index, held, title="Образец")
    held.file = ContentFile(files.odt("Списък на липсващите"), "b.odt")
    held.save()
    assert page.url in found(client, "липсващите")
    assert page.url not in found(client, "бракуване")
    assert FileText.objects.count() == 1


def test_the_place_of_a_word_far_inside_a_file_is_shown_too(client: Client, index: Any) -> None:
    far = "Протокол. " + "Друго изречение без нищо. " * 1_000 + "Тук гнездят щъркели. Край."
    page = published(index, document("Дълъг", content=files.odt(far)), title="Образец")
    shown = found(client, "щъркел")
    assert f'href="{page.url}"' in shown
    assert "… " in shown
    assert "Тук гнездят <mark>щъркели</mark>" in shown


def test_the_form_offers_the_bulgarian_categories_only(admin_client: Client, index: Any) -> None:
    page = published(index, document("Протокол"), title="Образец")
    english = CategoryFactory(name="Guidance", slug="ukazania-2", locale=locale("en"))
    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    offered = form.fields["category"].queryset
    assert page.category in offered
    assert english not in offered
    assert isinstance(form.fields["category"].widget, Select)


def test_a_file_is_read_once_however_often_its_page_is_published(index: Any, monkeypatch: Any) -> None:
    page = published(index, document("Протокол"))
    monkeypatch.setattr("methodology.actions.read_files.read_all", lambda paths: 1 / 0 if paths else [])
    page.save_revision().publish()
    assert FileText.objects.get().text.startswith("Протокол")


def test_what_stands_in_a_closed_collection_is_not_found(client: Client, index: Any) -> None:
    held = document("Протокол за бракуване")
    page = published(index, held, title="Образец")
    closed = Collection.get_first_root_node().add_child(name="Само за отдела")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    assert page.url in found(client, "бракуване")
    held.collection = closed
    held.save()
    assert page.url not in found(client, "бракуване")
    assert page.text_of_files() == ""
    CollectionViewRestriction.objects.all().delete()
    assert page.url in found(client, "бракуване")


def test_a_broken_file_gives_a_note_to_the_editor_and_no_error(
    admin_client: Client, client: Client, index: Any
) -> None:
    page = published(index, document("Здрав"), document("Счупен", "b.pdf", b"%PDF-1.4 nothing"))
    assert client.get(page.url).status_code == 200
    note = "повреден – отворете го и го запишете отново"
    edit = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert note in edit
    assert "прочетен" in edit
    report = admin_client.get(reverse("methodology_materials"), {"state": "unread"}).content.decode()
    assert f"Счупен: {note}" in report
    assert "С файл, който търсенето не чете" in admin_client.get("/admin/").content.decode()


def test_a_file_that_is_gone_is_named(index: Any, capsys: Any) -> None:
    held = document("Изчезнал")
    held.file.storage.delete(str(held.file.name))
    published(index, held)
    call_command("read_materials")
    assert "Изчезнал: липсва – качете го отново" in capsys.readouterr().out


def test_the_command_reads_what_was_there_before(client: Client, index: Any, capsys: Any) -> None:
    page = MaterialFactory(parent=index)
    MaterialFileFactory(page=page, document=document("Протокол за бракуване"))
    assert not FileText.objects.exists()
    call_command("read_materials")
    call_command("read_materials")
    assert capsys.readouterr().out.splitlines() == ["Прочетен е 1 файл.", "Прочетени са 0 файла."]
    assert page.url in found(client, "бракуване")


def test_downloads_are_counted_by_day_and_nothing_is_kept_of_readers(client: Client, index: Any) -> None:
    held, loose = document("Протокол"), document("Друг")
    published(index, held)
    for _time in range(3):
        assert taken(client, held.url).status_code == 200
    taken(client, loose.url)
    with time_machine.travel("2026-11-24T12:00:00+02:00", tick=False):
        taken(client, held.url)
    rows = DownloadDay.objects.order_by("day").values_list("document", "day__day", "downloads")
    assert list(rows) == [(held.pk, 23, 3), (held.pk, 24, 1)]
    assert {field.name for field in DownloadDay._meta.get_fields()} == {"id", "document", "day", "downloads"}


@pytest.mark.parametrize(
    ("headers", "counted"),
    [
        ({"Range": "bytes=0-"}, 1),
        ({"Range": "bytes=5000-"}, 0),
        ({"If-None-Match": '"x"'}, 0),
        ({"If-Modified-Since": "Mon, 23 Nov 2026 10:00:00 GMT"}, 0),
        ({"Sec-Purpose": "prefetch;prerender"}, 0),
    ],
)
def test_only_what_a_reader_takes_is_counted(
    client: Client, index: Any, headers: dict[str, str], counted: int
) -> None:
    held = document("Протокол")
    published(index, held)
    taken(client, held.url, **headers)
    taken(client, held.url, "head")
    assert sum(DownloadDay.objects.values_list("downloads", flat=True)) == counted


def test_a_reader_gets_the_file_when_it_cannot_be_counted(
    client: Client, index: Any, monkeypatch: Any
) -> None:
    from django.db import OperationalError

    def busy(self: Any) -> bool:
        raise OperationalError("database is locked")

    monkeypatch.setattr("methodology.material_signals.CountDownload.execute", busy)
    held = document("Протокол")
    published(index, held)
    assert taken(client, held.url).status_code == 200


def test_files_are_handed_over_and_never_opened_inside_the_site(client: Client, index: Any) -> None:
    held = document("Протокол")
    answer = taken(client, held.url)
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'"


def test_a_material_lists_its_editions_and_says_which_one_is_read(client: Client, index: Any) -> None:
    first = MaterialFactory(parent=index, title="Указание 2019", edition_date=datetime.date(2019, 5, 1))
    second = MaterialFactory(
        parent=index, title="Указание 2022", edition_date=datetime.date(2022, 5, 1), replaces=first
    )
    third = MaterialFactory(
        parent=index, title="Указание 2026", edition_date=datetime.date(2026, 5, 1), replaces=second
    )
    MaterialFactory(parent=index, title="Чернова 2027", replaces=third, live=False)
    MaterialFactory(parent=index, title="Друго")
    text = " ".join(client.get(second.url).content.decode().split())
    editions = text[text.index('id="editions"') :]
    assert editions.index("Указание 2026") < editions.index("Указание 2022") < editions.index("Указание 2019")
    assert '<strong aria-current="true">Указание 2022</strong>' in editions
    assert "това издание, заменено" in editions
    assert "Чернова 2027" not in text
    assert 'id="editions"' not in client.get(MaterialPage.objects.get(title="Друго").url).content.decode()


def test_editions_stand_in_the_language_of_the_page_where_they_have_it(client: Client, index: Any) -> None:
    english = translate(index, slug="methodology")
    old = MaterialFactory(parent=index, title="Старо издание")
    new = MaterialFactory(parent=index, title="Ново издание", replaces=old)
    old_en = translate(old, title="The old edition")
    new_en = translate(new, title="The new edition", replaces=old)
    assert english.locale_id == new_en.locale_id
    text = client.get(new_en.url).content.decode()
    assert old_en.url in text
    assert "Старо издание" not in text


def test_editions_that_run_in_a_circle_are_walked_once() -> None:
    one, two, three = (uuid.uuid4() for _number in range(3))
    links = {(one, two), (two, three), (three, one)}
    assert family_of(one, links) == {one, two, three}

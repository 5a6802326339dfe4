"""Consultations: recorded in one line, found by any form of a word, counted once."""

import datetime
import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from methodology_factories import (
    ConsultationFactory,
    FollowUpFactory,
    LibraryFactory,
    PersonFactory,
    PostFactory,
    TopicFactory,
)
from pages_factories import SettlementFactory

from methodology.actions.log_consultation import LogConsultation
from methodology.models import Consultation, ConsultationSource, FollowUp, Library

pytestmark = pytest.mark.django_db
QUICK = "/admin/methodology/consultations/quick/"
LISTING = "/admin/snippets/methodology/consultation/"


@pytest.fixture
def library() -> Library:
    return LibraryFactory(
        name="Съзнание – 1921", settlement=SettlementFactory(name="Асен", ekatte="00697", kind="village")
    )


def post(client: Client, **values: Any) -> Any:
    return client.post(QUICK, {"question": "Как се води дневникът?", "channel": "phone", **values})


def test_one_line_is_enough(admin_client: Client) -> None:
    assert post(admin_client).status_code == 302
    row = Consultation.objects.get()
    assert (row.question, row.channel, row.reached) == ("Как се води дневникът?", "phone", 1)
    assert row.date == timezone.localdate()
    assert row.recorded_by.username == "admin"


@pytest.mark.parametrize("typed", ["асе", "СЪЗН", "1921", "с. Асен · Съзнание – 1921"])
def test_a_library_is_found_by_the_first_letters_of_a_word(
    admin_client: Client, library: Library, typed: str
) -> None:
    LibraryFactory(name="Пробуда – 1900", settlement=SettlementFactory(name="Ягода"))
    assert post(admin_client, library=typed).status_code == 302
    assert Consultation.objects.get().library == library
    assert Consultation.objects.get().municipality == library.municipality


def test_an_unclear_name_lists_the_libraries_and_loses_nothing(
    admin_client: Client, library: Library
) -> None:
    LibraryFactory(name="Асен Златаров – 1930")
    response = post(admin_client, library="асен", answer="Всяка първа седмица.")
    page = response.content.decode()
    assert response.status_code == 422
    assert "Започват така няколко: " in page
    assert "Съзнание – 1921" in page
    assert "Всяка първа седмица." in page
    assert not Consultation.objects.exists()
    assert "Няма такова име" in post(admin_client, library="нищо такова").content.decode()


def test_people_of_the_library_are_offered_and_recorded(admin_client: Client, library: Library) -> None:
    here = PostFactory(library=library).person
    PostFactory(library=library, until=datetime.date(2021, 1, 1))
    answer = admin_client.get(reverse("methodology_people_of", args=[library.pk])).json()
    assert answer == {"people": [{"pk": here.pk, "name": here.name}]}
    post(admin_client, library="асен", persons=[here.pk], topic=TopicFactory(name="Дневник").name)
    row = Consultation.objects.get()
    assert list(row.persons.all()) == [here]
    assert [topic.name for topic in row.topics.all()] == ["Дневник"]


def test_the_last_one_can_be_repeated(admin_client: Client, library: Library) -> None:
    post(admin_client, library="асен", channel="email", minutes="15", answer="Ето образеца.")
    page = admin_client.get(f"{QUICK}?repeat={Consultation.objects.get().pk}").content.decode()
    for kept in ("с. Асен · Съзнание – 1921", 'value="email" selected', 'value="15"', "Ето образеца."):
        assert kept in page
    assert 'value="email" selected' in admin_client.get(QUICK).content.decode()
    for nonsense in ("999999999999999999999", "x", "-1"):
        assert admin_client.get(QUICK, {"repeat": nonsense}).status_code == 200


def test_a_post_in_a_group_counts_those_it_reached(admin_client: Client) -> None:
    post(admin_client, channel="social-group", reached="143")
    assert Consultation.objects.get().reached == 143


def test_attendances_are_never_fewer_than_the_people_named(library: Library) -> None:
    people = [PersonFactory(), PersonFactory()]
    row = LogConsultation(Consultation(question="Среща", library=library), persons=people).execute()
    assert row.reached == 2


def test_a_question_of_the_enquiry_desk_counts_once() -> None:
    def count(number: str) -> Consultation:
        row = Consultation(
            question="Кой закон?", source=ConsultationSource.ENQUIRY_DESK, external_reference=number
        )
        return LogConsultation(row).execute()

    assert count("2026-0017").pk == count("2026-0017").pk
    assert count("2026-0018").pk != count("2026-0017").pk
    assert Consultation.objects.count() == 2
    with pytest.raises(ValidationError, match="Въведете номера на въпроса"):
        count("")
    twin = Consultation(
        question="Пак", source=ConsultationSource.ENQUIRY_DESK, external_reference="2026-0017"
    )
    with pytest.raises(ValidationError, match="Всеки се брои веднъж"):
        twin.full_clean()


@pytest.mark.parametrize("query", ["отчислявания", "отчисляването", "ОТЧИСЛЯВАНЕ", "отчисл"])
def test_past_answers_are_found_by_any_form_of_a_word(admin_client: Client, query: str) -> None:
    ConsultationFactory(question="Въпрос за фонда", answer="Отчисляването става с протокол.")
    ConsultationFactory(question="Друго", answer="Нищо общо.")
    page = admin_client.get(LISTING, {"q": query}).content.decode()
    assert ("Въпрос за фонда" in page) is (query != "отчисл")
    assert "Нищо общо" not in page


def test_search_stands_beside_any_filter(admin_client: Client) -> None:
    topic = TopicFactory(name="Фонд")
    part = TopicFactory(name="Отчисляване", parent=topic)
    ConsultationFactory(question="Протоколът", topics=[part])
    ConsultationFactory(question="Протоколи от събрания")
    page = admin_client.get(LISTING, {"q": "протокол", "topic": topic.pk}).content.decode()
    assert "Протоколът" in page
    assert "Протоколи от събрания" not in page
    assert admin_client.get(LISTING, {"q": "\"'%", "date_from": "2026-13-45"}).status_code == 200


def test_what_is_left_to_do_is_tracked_corrected_and_kept_once_done(admin_client: Client) -> None:
    post(admin_client, follow_up="Изпраща се образец", due_on="31.12.2026", date="20.11.2026")
    row, task = Consultation.objects.get(), FollowUp.objects.get()
    assert (task.text, task.due_on) == ("Изпраща се образец", datetime.date(2026, 12, 31))
    edit = reverse("wagtailsnippets_methodology_consultation:edit", args=[row.pk])
    data = {
        "question": row.question,
        "date": "20.11.2026",
        "channel": "phone",
        "reached": "1",
        "source": "department",
        "follow_up": "Изпраща се нов образец",
        "due_on": "",
    }
    assert admin_client.post(edit, data).status_code == 302
    task.refresh_from_db()
    assert (task.text, task.due_on) == ("Изпраща се нов образец", None)
    FollowUp.objects.update(done_on=datetime.date(2026, 12, 1))
    assert admin_client.post(edit, data | {"follow_up": ""}).status_code == 302
    assert FollowUp.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"date": datetime.date(1900, 1, 1)}, "date", "Проверете годината"),
        ({"due_on": datetime.date(2026, 12, 1)}, "follow_up", "Напишете какво остава"),
        (
            {"follow_up": "Обаждане", "date": datetime.date(2026, 3, 2), "due_on": datetime.date(2026, 3, 1)},
            "due_on",
            "Този срок е преди датата",
        ),
        ({"minutes": 1441}, "minutes", "1440"),
        ({"reached": 0}, "reached", "1"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(values: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Consultation(question="Въпрос", **values).full_clean()
    assert words in " ".join(refused.value.message_dict[field])


def test_follow_ups_are_listed_by_state_and_finished_together(admin_client: Client) -> None:
    late = FollowUpFactory(text="Просрочена", due_on=datetime.date(2020, 1, 1))
    FollowUpFactory(text="Без срок")
    FollowUpFactory(text="Направена", done_on=datetime.date(2026, 1, 1))
    listing = "/admin/snippets/methodology/followup/"
    shown = {
        state: admin_client.get(listing, {"state": state}).content.decode()
        for state in ("open", "overdue", "done")
    }
    assert {state: "Просрочена" in page for state, page in shown.items()} == {
        "open": True,
        "overdue": True,
        "done": False,
    }
    action = reverse("wagtail_bulk_action", args=["methodology", "followup", "finish"])
    address = f"{action}?id={late.pk}&next={listing}"
    assert "Просрочена" in admin_client.get(address).content.decode()
    assert admin_client.post(address).status_code == 302
    late.refresh_from_db()
    assert late.done_on == timezone.localdate()


def test_the_long_form_offers_the_people_of_the_library_only(admin_client: Client, library: Library) -> None:
    here, elsewhere = PostFactory(library=library).person, PostFactory().person
    row = ConsultationFactory(library=library)
    edit = reverse("wagtailsnippets_methodology_consultation:edit", args=[row.pk])
    page = admin_client.get(edit).content.decode()
    assert here.name in page
    assert elsewhere.name not in page


def test_the_quick_form_names_libraries_for_its_script(admin_client: Client, library: Library) -> None:
    page = admin_client.get(QUICK)
    assert page.context["names"]["library"] == ["с. Асен · Съзнание – 1921"]
    assert json.dumps("с. Асен · Съзнание – 1921")[1:-1] in page.content.decode()

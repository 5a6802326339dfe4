"""A library handed over, closed, opened again; its passport."""

import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from methodology_factories import (
    ConsultationFactory,
    CooperationFactory,
    FollowUpFactory,
    LibraryFactory,
    PersonFactory,
    PostFactory,
    TopicFactory,
    VisitFactory,
)
from pypdf import PdfReader

from methodology.actions.change_status import ChangeStatus, UndoStatusChange
from methodology.actions.hand_over import HandOver
from methodology.models import FollowUp, Library, LibraryStatus, Person, Post, Visit, VisitFinding
from methodology.passport import registry
from pages.versions import current

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 9, 1)


@pytest.fixture
def post() -> Post:
    return PostFactory(person__name="Рада Примерна", library__name="Съзнание – 1921", share=Decimal("0.5"))


def test_a_hand_over_ends_one_post_and_begins_another_the_next_day(post: Post, admin_user: User) -> None:
    task = FollowUpFactory(library=post.library)
    action = HandOver(post, PersonFactory(), DAY, user=admin_user)
    new = action.execute()
    post.refresh_from_db()
    assert (post.until, new.since, new.until) == (datetime.date(2026, 8, 31), DAY, None)
    assert (new.library, new.role, new.share) == (post.library, post.role, post.share)
    assert action.left_to_do() == [task]
    assert set(Person.objects.working(DAY)) == {new.person}


def test_a_hand_over_to_somebody_busy_changes_nothing(admin_client: Client, post: Post) -> None:
    post.share = Decimal(1)
    post.save()
    busy = PostFactory().person
    address = reverse("methodology_hand_over", args=[post.pk])
    data = {"successor": busy.pk, "day": "01.09.2026", "role": "librarian", "share": "1"}
    response = admin_client.post(address, data)
    assert response.status_code == 422
    assert "на пълна щатна бройка" in response.content.decode()
    post.refresh_from_db()
    assert post.until is None


def test_a_library_is_handed_over_to_somebody_new_in_one_form(admin_client: Client, post: Post) -> None:
    FollowUpFactory(library=post.library, text="Изпраща се образец")
    address = reverse("methodology_hand_over", args=[post.pk])
    assert "Изпраща се образец" in admin_client.get(address).content.decode()
    data = {"name": "Нова Примерна", "day": "01.09.2026", "role": "librarian", "share": "0.5"}
    response = admin_client.post(address, data)
    assert response.url == reverse("methodology_passport", args=[post.library_id])
    assert Post.objects.on(DAY).get().person.name == "Нова Примерна"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "Изберете кой поема"),
        ({"name": "Нова", "day": "01.03.2020"}, "след първия ден"),
        ({"name": "Нова", "day": "нищо"}, "дата"),
    ],
)
def test_a_wrong_hand_over_is_explained(
    admin_client: Client, post: Post, data: dict[str, str], words: str
) -> None:
    address = reverse("methodology_hand_over", args=[post.pk])
    base = {"day": "01.09.2026", "role": "librarian", "share": "0.5"}
    response = admin_client.post(address, base | data)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert Post.objects.count() == Person.objects.count() == 1


def test_nobody_hands_over_to_themselves_or_after_the_post_has_ended(post: Post, admin_user: User) -> None:
    with pytest.raises(ValidationError, match="Изберете друг човек"):
        HandOver(post, post.person, DAY, user=admin_user).execute()
    post.until = datetime.date(2026, 1, 31)
    with pytest.raises(ValidationError, match="вече е приключила"):
        HandOver(post, PersonFactory(), DAY, user=admin_user).execute()


def test_a_closed_library_keeps_its_history_and_ends_its_posts(post: Post, admin_user: User) -> None:
    library, before = post.library, current("libraries").number
    ChangeStatus(library, DAY, reason="няма библиотекар", end_posts=True, user=admin_user).execute()
    library.refresh_from_db()
    post.refresh_from_db()
    assert (library.status, post.until) == (LibraryStatus.CLOSED, DAY)
    assert current("libraries").number > before
    later = datetime.date(2026, 10, 1)
    ChangeStatus(library, later, user=admin_user).execute()
    days = {
        day: Library.objects.active_on(day).exists()
        for day in (datetime.date(2025, 1, 1), DAY, datetime.date(2026, 9, 30), later)
    }
    assert list(days.values()) == [True, False, False, True]
    UndoStatusChange(library, user=admin_user).execute()
    library.refresh_from_db()
    assert library.status == LibraryStatus.CLOSED
    assert not Library.objects.active_on(later).exists()


@pytest.mark.parametrize(
    ("day", "words"),
    [(datetime.date(2099, 1, 1), "още не е дошъл"), (DAY, "Последната промяна е от 01.09.2026")],
)
def test_a_change_of_status_is_later_than_the_last_and_not_ahead(
    day: datetime.date, words: str, admin_user: User
) -> None:
    library = LibraryFactory()
    ChangeStatus(library, DAY, user=admin_user).execute()
    with pytest.raises(ValidationError, match=words):
        ChangeStatus(library, day, user=admin_user).execute()


def test_the_status_is_changed_and_taken_back_on_its_page(admin_client: Client, post: Post) -> None:
    address = reverse("methodology_status", args=[post.library_id])
    data = {"day": "01.09.2026", "reason": "ремонт", "end_posts": ""}
    assert admin_client.post(address, data).status_code == 302
    assert "ремонт" in admin_client.get(address).content.decode()
    assert Library.objects.get().status == LibraryStatus.CLOSED
    assert Post.objects.on().exists()
    assert admin_client.get(f"{address}undo/").status_code == 405
    assert admin_client.post(f"{address}undo/").status_code == 302
    assert Library.objects.get().status == LibraryStatus.ACTIVE


def test_recommendations_with_a_day_are_followed_up(admin_client: Client) -> None:
    library, topic = LibraryFactory(), TopicFactory()
    data = {
        "library": library.pk,
        "date": "10.03.2026",
        "kind": "survey",
        "met": "2",
        "findings-TOTAL_FORMS": "2",
        "findings-INITIAL_FORMS": "0",
        "findings-MIN_NUM_FORMS": "0",
        "findings-MAX_NUM_FORMS": "50",
        "findings-0-kind": "finding",
        "findings-0-text": "Влага в книгохранилището",
        "findings-0-ORDER": "1",
        "findings-1-kind": "recommendation",
        "findings-1-text": "Фондът да се премести",
        "findings-1-topic": topic.pk,
        "findings-1-due_on": "30.06.2026",
        "findings-1-ORDER": "2",
    }
    add = reverse("wagtailsnippets_methodology_visit:add")
    assert admin_client.post(add, data).status_code == 302
    visit = Visit.objects.get()
    assert (visit.municipality, visit.recorded_by.username) == (library.municipality, "admin")
    assert [(task.text, task.library) for task in FollowUp.objects.all()] == [
        ("Фондът да се премести", library)
    ]
    assert "Изберете библиотеката" in admin_client.post(add, data | {"library": ""}).content.decode()
    assert "вече има такова посещение" in admin_client.post(add, data).content.decode()


@pytest.fixture
def library() -> Library:
    library = LibraryFactory(name="Съзнание – 1921", eik="000804834", library_no="1782")
    fill(library)
    return library


def fill(library: Library) -> None:
    PostFactory(library=library, person__name="Рада Примерна")
    visit = VisitFactory(library=library, kind="survey", met=2)
    VisitFinding.objects.create(visit=visit, kind="finding", text="Влага", topic=TopicFactory())
    ConsultationFactory(library=library, question="Как се води дневникът?", reached=3)
    FollowUpFactory(library=library, text="Изпраща се образец")
    CooperationFactory(library=library, title="Среща с кмета")
    LibraryFactory(branch_of=library, name="Филиал Изток")


def test_the_passport_tells_everything_the_department_knows(
    admin_client: Client, admin_user: User, library: Library
) -> None:
    ChangeStatus(library, DAY, reason="ремонт", user=admin_user).execute()
    page = admin_client.get(reverse("methodology_passport", args=[library.pk])).content.decode()
    people = ("Рада Примерна", "Влага", "Как се води дневникът?", "участия: 3", "Среща с кмета")
    for said in (*people, "Изпраща се образец", "Филиал Изток", "ремонт", "000804834", "1782"):
        assert said in page


def test_the_passport_of_a_bare_library_has_no_empty_sections(admin_client: Client) -> None:
    library = LibraryFactory()
    response = admin_client.get(reverse("methodology_passport", args=[library.pk]))
    assert response.context["sections"] == []


def test_another_part_adds_a_section_that_may_stay_silent(
    admin_client: Client, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "_sections", {})
    said: dict[str, Any] | None = None
    registry.register_section(
        "figures", "Показатели", template="methodology/passport/history.html", context=lambda library: said
    )
    address = reverse("methodology_passport", args=[library.pk])
    assert "Показатели" not in admin_client.get(address).content.decode()
    said = {"rows": []}
    assert "Показатели" in admin_client.get(address).content.decode()


PASSPORT_QUERIES = (
    "the library with its place",
    "its branches",
    "people with their posts",
    "trainings attended",
    "visits",
    "their findings",
    "the topics of the findings",
    "how many consultations, and how many attended",
    "the latest consultations",
    "what is left to do",
    "cooperation with the municipality",
    "the history of its status",
    "the municipalities of the map",
)


def test_the_passport_asks_the_same_however_much_there_is_to_tell(
    rf: Any, admin_user: User, library: Library, count_queries: Any
) -> None:
    from methodology.views.network.passport import passport_pdf

    for _ in range(2):
        request = rf.get("/")
        request.user = User.objects.get(pk=admin_user.pk)
        with count_queries(*PASSPORT_QUERIES):
            passport_pdf(request, library.pk)
        for _ in range(3):
            fill(library)


def test_the_passport_is_an_accessible_pdf(admin_client: Client, library: Library) -> None:
    response = admin_client.get(reverse("methodology_passport_pdf", args=[library.pk]))
    assert response["Content-Type"] == "application/pdf"
    reader = PdfReader(BytesIO(response.content))
    text = "".join(page.extract_text() for page in reader.pages)
    assert "Съзнание – 1921" in text
    assert "Рада Примерна" in text
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "bg"
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data()
    assert len(reader.pages) <= 2

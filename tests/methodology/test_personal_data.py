"""What is known of a person is told, and erased everywhere without changing a count."""

import datetime
import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from methodology_factories import (
    ConsultationFactory,
    FollowUpFactory,
    LibraryFactory,
    PersonFactory,
    PostFactory,
)
from trainings_factories import RegistrationFactory, came, stamp, training_in
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Revision
from wagtail.search.backends import get_search_backend

from methodology.actions.attendance import ConfirmAttendance
from methodology.actions.certificate_files import certificates_for
from methodology.actions.certificates import IssueCertificates
from methodology.actions.erase_person import ErasePerson
from methodology.actions.export_person import ExportPerson
from methodology.actions.write_certificate import write_certificate
from methodology.counting import Period, Scope, figures
from methodology.models import Certificate, CertificateFile, Person, Registration
from methodology.tasks import write_certificate_file, write_certificates

pytestmark = pytest.mark.django_db
NAME, EMAIL, PHONE = "Рада Примерна-Изцяло", "rada.primerna@example.org", "0888 123 456"


@pytest.fixture
def person(admin_user: User) -> Person:
    person = PersonFactory(name=NAME, email=EMAIL, phone=PHONE, note="Учи задочно.")
    post = PostFactory(person=person)
    row = ConsultationFactory(
        library=post.library, persons=[person], question=f"{NAME} пита", answer=f"Пишете на {EMAIL}."
    )
    FollowUpFactory(library=post.library, text=f"Обаждане на {NAME}, {PHONE}")
    log(person, "wagtail.create", user=admin_user)
    log(post, "wagtail.create", user=admin_user)
    log(row, "wagtail.create", user=admin_user)
    return person


def everything_kept() -> str:
    """Every text of the tables a name could be in."""
    from django.apps import apps

    texts = []
    for model in (*apps.get_app_config("methodology").get_models(), ModelLogEntry, Revision, DBTaskResult):
        for row in model._base_manager.values():
            texts.append(json.dumps(row, default=str, ensure_ascii=False))
    return "\n".join(texts)


def counted(user: User) -> dict[str, int]:
    return {figure.name: figure.value for figure in figures(Scope(Period.year(2026), user))}


def test_an_erased_person_is_found_nowhere_and_the_counts_stay(person: Person, admin_user: User) -> None:
    before = counted(admin_user)
    assert NAME in everything_kept()
    ErasePerson(person, user=admin_user).execute()
    for said in (NAME, EMAIL, PHONE, "Учи задочно"):
        assert said not in everything_kept()
    assert counted(admin_user) == before
    assert before["people"] == 1
    assert not get_search_backend().search("Изцяло", Person)
    person.refresh_from_db()
    assert person.is_erased
    assert person.posts.count() == person.consultations.count() == 1


def test_revisions_and_tasks_forget_the_person_too(person: Person, admin_user: User) -> None:
    from django.contrib.contenttypes.models import ContentType

    kind = ContentType.objects.get_for_model(Person)
    revision = Revision.objects.create(
        content_type=kind,
        base_content_type=kind,
        object_id=str(person.pk),
        created_at=person_time(),
        content={"name": NAME, "inner": [{"email": EMAIL}]},
        object_str=NAME,
    )
    task = DBTaskResult.objects.create(
        task_path="methodology.tasks.write",
        args_kwargs={"args": [EMAIL], "kwargs": {}},
        backend_name="default",
    )
    ErasePerson(person, user=admin_user).execute()
    revision.refresh_from_db()
    task.refresh_from_db()
    for said in (NAME, EMAIL):
        assert said not in json.dumps(
            [revision.content, revision.object_str, task.args_kwargs], ensure_ascii=False
        )


def person_time() -> datetime.datetime:
    return datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def test_registrations_for_trainings_lose_their_name_too(person: Person, admin_user: User) -> None:
    from methodology_factories import TrainingFactory

    library = LibraryFactory()
    linked = Registration.objects.create(
        training=TrainingFactory(), library=library, person=person, name=NAME, email="other@example.org"
    )
    by_mail = Registration.objects.create(training=TrainingFactory(), library=library, name="Р.", email=EMAIL)
    key = linked.key
    ErasePerson(person, user=admin_user).execute()
    for row in (linked, by_mail):
        row.refresh_from_db()
        assert (row.email, row.phone) == ("", "")
        assert row.name.startswith("заличен човек")
        assert row.erased_at
    assert linked.key != key


def test_the_files_with_the_name_go_and_the_check_says_that_the_holder_is_erased(
    client: Client, site: Any, admin_user: User
) -> None:
    training = training_in(-10, status="held", title="Петдневен практикум")
    row = came(RegistrationFactory(training=training, person=PersonFactory(name=NAME), name=NAME))
    ConfirmAttendance(training).execute()
    (certificate,) = IssueCertificates(training).execute()
    write_certificates.call(training.pk)
    file = CertificateFile.objects.create(training=training, asked_by=admin_user)
    write_certificate_file.call(str(file.pk))
    stale = Certificate.objects.get(pk=certificate.pk)
    file.refresh_from_db()
    assert stale.pdf
    assert file.pdf
    counts = counted(admin_user), Registration.objects.attended().reach(), Certificate.objects.count()

    ErasePerson(row.person, user=admin_user).execute()
    # A task that began before and one that comes later leave nothing behind either.
    write_certificate(stale)
    write_certificates.call(training.pk)
    assert not CertificateFile.objects.exists()
    certificate.refresh_from_db()
    assert (certificate.name, bytes(certificate.pdf)) == ("", b"")
    assert not certificates_for(training, admin_user).exists()
    assert counts == (counted(admin_user), Registration.objects.attended().reach(), 1)
    for secret, said in (
        (certificate.code, "вече не пазим на кого"),
        (NAME, "Няма удостоверение"),
        ("заличен човек", "Няма удостоверение"),
    ):
        data = {"number": certificate.number, "secret": secret, "started": stamp()}
        page = client.post(reverse("certificate_check"), data).content.decode()
        assert said in page
        assert ("Петдневен практикум" in page) == (secret == certificate.code)
        assert "Валидно" not in page


def test_erasing_twice_changes_nothing(person: Person, admin_user: User) -> None:
    first = ErasePerson(person, user=admin_user).execute().erased_at
    assert ErasePerson(person, user=admin_user).execute().erased_at == first


def test_a_person_is_told_everything(person: Person) -> None:
    told = ExportPerson(person).execute()
    assert (told["Име"], told["Ел. поща"], told["Телефон"]) == (NAME, EMAIL, PHONE)
    assert told["Длъжности"][0]["Длъжност"] == "библиотекар"
    assert told["Консултации"][0]["Отговор"] == f"Пишете на {EMAIL}."


def test_the_buttons_lead_to_a_file_and_to_a_question_before_erasing(
    admin_client: Client, person: Person
) -> None:
    page = admin_client.get("/admin/snippets/methodology/person/").content.decode()
    data, erase = (reverse(f"methodology_{name}_person", args=[person.pk]) for name in ("export", "erase"))
    assert data in page
    assert erase in page
    answer = admin_client.get(data)
    assert json.loads(answer.content)["Име"] == NAME
    assert "attachment" in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]
    assert NAME in admin_client.get(erase).content.decode()
    person.refresh_from_db()
    assert not person.is_erased
    assert admin_client.post(erase).status_code == 302
    assert erase not in admin_client.get("/admin/snippets/methodology/person/").content.decode()


def test_an_erased_person_is_not_filled_in_again(person: Person, admin_user: User) -> None:
    from django.core.exceptions import ValidationError

    ErasePerson(person, user=admin_user).execute()
    person.name = "Пак Рада"
    with pytest.raises(ValidationError, match="не се попълват отново"):
        person.full_clean()
    used: Any = Person.objects.known()
    assert not used.exists()

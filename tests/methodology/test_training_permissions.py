"""Every screen, sheet and export of trainings × every role × a training of one's own and of others."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from methodology_factories import LibraryFactory
from pages_factories import MunicipalityFactory, SettlementFactory
from trainings_factories import RegistrationFactory, came, training_in

from methodology.actions.attendance import ConfirmAttendance
from methodology.actions.surveys import SendSurvey
from methodology.models import (
    Certificate,
    CertificateFile,
    MunicipalExpert,
    Question,
    QuestionSet,
    Registration,
    Survey,
    Training,
)

pytestmark = pytest.mark.django_db

ROLES = {
    "methodologist": ["add_training", "change_training", "delete_training", "change_library"],
    "director": ["view_training", "oversee_library"],
    "expert": ["view_training", "view_library"],
    "editor": [],
}
READ, WRITE = ("methodologist", "director"), ("methodologist",)
# Who may see or do it; the expert only where the training is of the own municipality.
VIEWS = {
    "methodology_training": ("get", (*READ, "expert")),
    "methodology_sheet": ("get", (*READ, "expert")),
    "methodology_participants": ("get", (*READ, "expert")),
    "methodology_certificates": ("get", (*READ, "expert")),
    "methodology_certificates_pdf": ("get", ()),
    "methodology_attendance": ("get", WRITE),
    "methodology_training_step": ("post", WRITE),
    "methodology_certify": ("post", WRITE),
    "methodology_registration_cancel": ("post", WRITE),
    "methodology_certificate_revoke": ("post", WRITE),
    "methodology_ask": ("post", WRITE),
    "methodology_survey": ("get", READ),
    "methodology_survey_workbook": ("get", READ),
    "methodology_survey_comparison": ("get", READ),
    "methodology_survey_comparison_xlsx": ("get", READ),
    "methodology_survey_close": ("post", WRITE),
}
# The views of the record itself, which Wagtail makes.
RECORD_VIEWS = {
    **dict.fromkeys(("edit", "copy", "delete", "history", "usage"), WRITE),
    "inspect": (*READ, "expert"),
}


def person(role: str, municipality: Any) -> Any:
    user = get_user_model().objects.create_user(role, password="")
    names = ["access_admin", *ROLES[role]]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    if role == "expert":
        expert = MunicipalExpert(user=user)
        expert.municipalities = [municipality]
        expert.save()
    return user


@pytest.fixture
def here() -> Any:
    return MunicipalityFactory(name="Опан", code="SZR23")


def certified(municipality: Any, name: str) -> Training:
    """Make a training of a municipality that has everything a screen may show."""
    if QuestionSet.objects.latest_for("after") is None:
        made = QuestionSet(name="Въпроси", purpose="after")
        made.questions = [Question(text="Доволни ли сте?")]
        made.save()
    number = Training.objects.count()
    settlement = SettlementFactory(name=name, ekatte=f"9990{number}", municipality=municipality)
    training = training_in(-9, status="held", municipalities=[municipality])
    came(RegistrationFactory(training=training, name=name, library=LibraryFactory(settlement=settlement)))
    ConfirmAttendance(training).execute()
    row = training.registrations.get()
    Certificate.objects.create(training=training, registration=row, number=name, name=name, minutes=60)
    SendSurvey(training).execute()
    return training


def address(view: str, training: Training) -> str:
    survey = Survey.objects.get(training=training)
    row = training.registrations.first()
    keys = {
        "methodology_training_step": [training.pk, "close"],
        "methodology_registration_cancel": [training.pk, row.pk],
        "methodology_certificates_pdf": [training.pk, _somebody_elses(training).pk],
        "methodology_certificate_revoke": [training.pk, training.certificates.get().pk],
        "methodology_ask": [training.pk, "after"],
        "methodology_survey": [survey.pk],
        "methodology_survey_workbook": [survey.pk],
        "methodology_survey_close": [survey.pk],
        "methodology_survey_comparison": [],
        "methodology_survey_comparison_xlsx": [],
    }
    return reverse(view, args=keys.get(view, [training.pk]))


def _somebody_elses(training: Training) -> CertificateFile:
    owner = get_user_model().objects.get_or_create(username="another")[0]
    return CertificateFile.objects.create(training=training, asked_by=owner, number=1, pdf=b"%PDF")


def state() -> Any:
    trainings = list(Training.objects.order_by("pk").values("status"))
    rows = list(Registration.objects.order_by("pk").values("status"))
    return trainings, rows, list(Survey.objects.order_by("pk").values("closed_on"))


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_what_it_may_and_nothing_of_others(
    client: Client, site: Any, here: Any, role: str
) -> None:
    own, foreign = certified(here, "Своя"), certified(MunicipalityFactory(), "Чужда")
    client.force_login(person(role, here))
    for view, (method, allowed) in VIEWS.items():
        for training in (foreign, own):
            before = state()
            answer = getattr(client, method)(address(view, training))
            is_foreign = role == "expert" and training == foreign
            refused = answer.status_code in (403, 404) or answer.get("Location") == reverse(
                "wagtailadmin_home"
            )
            assert refused is (role not in allowed or is_foreign), (view, training, answer.status_code)
            assert not refused or state() == before, view


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_the_record_of_a_training_it_may_see(
    client: Client, site: Any, here: Any, role: str
) -> None:
    own, foreign = (
        training_in(9, title=f"Обучение {place}", municipalities=[place])
        for place in (here, MunicipalityFactory())
    )
    client.force_login(person(role, here))
    for training in (own, foreign):
        seen = role != "expert" or training == own
        for view, allowed in RECORD_VIEWS.items():
            opened = client.get(reverse(f"wagtailsnippets_methodology_training:{view}", args=[training.pk]))
            assert (opened.status_code == 200) is (role in allowed and seen), (view, training)
        for rows in (
            client.get(reverse("wagtailsnippets_methodology_training:list_results")),
            client.get(reverse("wagtailsnippets_methodology_training:list"), {"export": "csv"}),
            client.get(reverse("wagtailsnippetchoosers_methodology_training:choose_results")),
        ):
            content = b"".join(rows.streaming_content) if rows.streaming else rows.content
            listed = rows.status_code == 200 and training.title in content.decode()
            assert listed is (role in (*READ, "expert") and seen), rows.request["PATH_INFO"]


def test_nobody_opens_anything_without_signing_in(client: Client, site: Any, here: Any) -> None:
    training = certified(here, "Своя")
    for view, (method, _allowed) in VIEWS.items():
        answer = getattr(client, method)(address(view, training))
        assert (answer.status_code, "/admin/login/" in answer["Location"]) == (302, True), view


def test_an_expert_sees_only_the_people_of_the_own_municipality_on_a_shared_training(
    client: Client, site: Any, here: Any
) -> None:
    training = certified(here, "Своя Участничка")
    RegistrationFactory(training=training, name="Чужда Участничка")
    client.force_login(person("expert", here))
    for view in ("methodology_training", "methodology_sheet"):
        page = client.get(reverse(view, args=[training.pk])).content.decode()
        assert "Своя Участничка" in page
        assert "Чужда Участничка" not in page
    import io

    from openpyxl import load_workbook

    book = client.get(reverse("methodology_participants", args=[training.pk])).content
    assert load_workbook(io.BytesIO(book)).active.max_row == 2


def test_what_is_changed_through_one_training_belongs_to_it(client: Client, site: Any, here: Any) -> None:
    own, other = certified(here, "Една"), certified(here, "Друга")
    client.force_login(person("methodologist", here))
    row, certificate = other.registrations.get(), other.certificates.get()
    for view, key in (
        ("methodology_registration_cancel", row.pk),
        ("methodology_certificate_revoke", certificate.pk),
    ):
        assert client.post(reverse(view, args=[own.pk, key])).status_code == 404

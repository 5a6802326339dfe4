"""Who opens what: every screen of the network × every role × a record of one's own and a foreign one."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from methodology_factories import (
    AdministrationFactory,
    ConsultationFactory,
    CooperationFactory,
    FollowUpFactory,
    LibraryFactory,
    PostFactory,
    TrainingFactory,
    VisitFactory,
)
from pages_factories import MunicipalityFactory, SettlementFactory
from trainings_factories import RegistrationFactory

from library_site.granting import ensure_roles
from library_site.roles import ROLES
from methodology.models import Library, MunicipalExpert

pytestmark = pytest.mark.django_db
ROLE_NAMES = [role.name for role in ROLES]
WRITERS = {"Методист", "Завеждащ методически отдел", "Администратор"}
OVERSEERS = {"Директор"}
EXPERT = "Експерт в община"
MODELS = ("library", "person", "post", "administration", "consultation", "visit", "cooperation", "followup")


class Records:
    """One of every kind of record in a municipality."""

    def __init__(self, code: str, name: str) -> None:
        municipality = MunicipalityFactory(code=code, name=name, slug=code.lower())
        settlement = SettlementFactory(ekatte=f"99{code[3:]}0", name=name, municipality=municipality)
        self.municipality = municipality
        self.library = LibraryFactory(name=f"Библиотека {name}", settlement=settlement)
        self.post = PostFactory(library=self.library, person__name=f"Човек {name}")
        self.person = self.post.person
        self.administration = AdministrationFactory(municipality=municipality)
        self.consultation = ConsultationFactory(library=self.library, question=f"Въпрос {name}")
        self.visit = VisitFactory(library=self.library)
        self.cooperation = CooperationFactory(administration=self.administration, title=f"Дейност {name}")
        self.followup = FollowUpFactory(library=self.library, text=f"Задача {name}")


@pytest.fixture
def here() -> Records:
    return Records("SZR22", "Мъглиж")


@pytest.fixture
def there() -> Records:
    return Records("SZR36", "Чирпан")


@pytest.fixture(autouse=True)
def _roles() -> None:
    ensure_roles()


def member(role: str, records: Records) -> User:
    user = User.objects.create_user(f"user-{User.objects.count()}", password="lipa")
    user.groups.add(Group.objects.get(name=role))
    if role == EXPERT:
        expert = MunicipalExpert(user=user)
        expert.municipalities = [records.municipality]
        expert.save()
    return user


def addresses(records: Records) -> dict[str, tuple[str, str]]:
    """Return address and the right it needs, by name."""
    found = {}
    for model in MODELS:
        key = getattr(records, model).pk
        for view, right in VIEWS.items():
            address = reverse(f"wagtailsnippets_methodology_{model}:{view}", args=[key])
            found[f"{model}:{view}"] = (address, right)
        chosen = reverse(f"wagtailsnippetchoosers_methodology_{model}:chosen", args=[key])
        found[f"{model}:chosen"] = (chosen, "see")
    library, post, person = records.library.pk, records.post.pk, records.person.pk
    found["passport"] = (reverse("methodology_passport", args=[library]), "see")
    found["passport.pdf"] = (reverse("methodology_passport_pdf", args=[library]), "see")
    found["status"] = (reverse("methodology_status", args=[library]), "change")
    found["people_of"] = (reverse("methodology_people_of", args=[library]), "change")
    found["hand_over"] = (reverse("methodology_hand_over", args=[post]), "change")
    found["export_person"] = (reverse("methodology_export_person", args=[person]), "change")
    found["erase_person"] = (reverse("methodology_erase_person", args=[person]), "change")
    found["merge"] = (reverse("methodology_merge", args=["library", library]), "change")
    return found


VIEWS = {
    "edit": "change",
    "delete": "change",
    "copy": "change",
    "history": "change",
    "usage": "change",
    "inspect": "see",
}


def opens(role: str, right: str, own: bool) -> bool:
    if role in WRITERS:
        return True
    if right != "see":
        return False
    return role in OVERSEERS or (role == EXPERT and own)


@pytest.mark.parametrize("role", ROLE_NAMES)
def test_a_role_opens_its_records_and_no_others(
    client: Client, here: Records, there: Records, role: str
) -> None:
    client.force_login(member(role, here))
    wrong = []
    for own, records in ((True, here), (False, there)):
        for name, (address, right) in addresses(records).items():
            opened = client.get(address).status_code == 200
            if opened is not opens(role, right, own):
                wrong.append((name, "own" if own else "foreign", "opens" if opened else "closed"))
    assert wrong == []


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("role", [EXPERT, "Директор", "Редактор"])
def test_lists_exports_and_choosers_show_no_foreign_record(
    client: Client, here: Records, there: Records, model: str, role: str
) -> None:
    client.force_login(member(role, here))
    expected = {EXPERT: (True, False), "Директор": (True, True), "Редактор": (False, False)}[role]
    for kind in ("list", "export", "choose"):
        rows = text(client, model, kind)
        shown = tuple(name in rows for name in ("Мъглиж", "Чирпан"))
        assert shown == expected, kind


def text(client: Client, model: str, kind: str) -> str:
    """Return the rows without the filters, which name every municipality."""
    if kind == "choose":
        response = client.get(reverse(f"wagtailsnippetchoosers_methodology_{model}:choose_results"))
    elif kind == "list":
        response = client.get(reverse(f"wagtailsnippets_methodology_{model}:list_results"))
    else:
        response = client.get(reverse(f"wagtailsnippets_methodology_{model}:list"), {"export": "csv"})
    if response.status_code != 200:
        return ""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode()


SHARED = {
    "methodology_dashboard": WRITERS | OVERSEERS | {EXPERT},
    "methodology_map": WRITERS | OVERSEERS | {EXPERT},
    "methodology_activity": WRITERS | OVERSEERS | {EXPERT},
    "methodology_activity_pdf": WRITERS | OVERSEERS | {EXPERT},
    "methodology_activity_docx": WRITERS | OVERSEERS | {EXPERT},
    "methodology_attendances": WRITERS | OVERSEERS | {EXPERT},
    "methodology_surveys": WRITERS | OVERSEERS,
    "methodology_downloads": WRITERS | OVERSEERS,
    "methodology_quick": WRITERS,
    "methodology_register": WRITERS,
}


@pytest.mark.parametrize("role", ROLE_NAMES)
def test_the_common_screens_open_for_whom_they_are(client: Client, here: Records, role: str) -> None:
    client.force_login(member(role, here))
    opened = {name: client.get(reverse(name)).status_code == 200 for name in SHARED}
    assert opened == {name: role in allowed for name, allowed in SHARED.items()}


def test_an_expert_sees_own_numbers_on_the_dashboard(client: Client, here: Records, there: Records) -> None:
    client.force_login(member(EXPERT, here))
    response = client.get(reverse("methodology_dashboard"), {"year": 2026})
    assert {figure.name: figure.value for figure in response.context["figures"]}["consultations"] == 1
    assert [row[1] for row in response.context["map_rows"]] == ["Мъглиж"]


def test_an_expert_reads_own_work_in_the_report(client: Client, here: Records, there: Records) -> None:
    for records in (here, there):
        training = TrainingFactory(status="attended", start_date="2026-05-04", is_public=True)
        name = f"Участник {records.municipality.name}"
        RegistrationFactory(training=training, library=records.library, name=name, days_attended=1)
    client.force_login(member(EXPERT, here))
    page = client.get(reverse("methodology_activity"), {"year": 2026})
    found = {
        line.now.name: line.now.value for section in page.context["report"].sections for line in section.lines
    }
    assert (found["consultations"], found["training_attendances"], found["network"]) == (1, 1, 1)
    assert [row.name for row in page.context["report"].municipalities.rows] == ["Мъглиж"]
    listed = client.get(reverse("methodology_attendances"), {"year": 2026}).content.decode()
    assert "Участник Мъглиж" in listed
    assert "Участник Чирпан" not in listed
    foreign = {"year": 2026, "municipality": there.municipality.pk}
    assert "Участник" not in client.get(reverse("methodology_attendances"), foreign).content.decode()


def test_an_expert_without_a_municipality_sees_nothing(client: Client, here: Records) -> None:
    user = User.objects.create_user("empty", password="lipa")
    user.groups.add(Group.objects.get(name=EXPERT))
    client.force_login(user)
    assert not Library.objects.visible_to(user).exists()
    assert client.get(reverse("methodology_passport", args=[here.library.pk])).status_code == 404


def test_nothing_opens_for_strangers(client: Client, here: Records) -> None:
    for name, (address, _) in addresses(here).items():
        assert client.get(address).status_code == 302, name


def test_posting_needs_the_same_rights_as_looking(client: Client, here: Records, there: Records) -> None:
    client.force_login(member(EXPERT, here))
    before = Library.objects.count()
    for records in (here, there):
        for name in ("status", "merge", "erase_person", "hand_over"):
            address: Any = addresses(records)[name][0]
            assert client.post(address, {}).status_code in (302, 403, 404), name
    here.person.refresh_from_db()
    assert not here.person.is_erased
    assert Library.objects.count() == before

"""Whoever may not change a record may not translate it, by any address; lists hold a person's own records."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple
from uuid import uuid4

import pytest
from admin_addresses import admin_names
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from events_factories import (
    ClosureFactory,
    DepartmentFactory,
    library_hours,
    opening_exception,
    opening_hours,
)
from pages_factories import StandardPageFactory, create_site, locale
from wagtail_localize.models import OverridableSegment, StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from events.models import Closure, Department, OpeningException, OpeningHours, Service
from library_site.granting import ensure_roles

pytestmark = pytest.mark.django_db

AJAX = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}
KINDS = (Closure, Department, OpeningException, OpeningHours, Service)
HEAD, EDITOR, CHIEF, SUPERUSER = "Завеждащ отдел", "Редактор", "Отговорен редактор", ""


class Sent(NamedTuple):
    """A department that has been sent for translation, and what is in the addresses about it."""

    department: Department
    translation: Translation
    text: StringSegment
    override: OverridableSegment


class Address(NamedTuple):
    """How an address is asked: the method, what stands in it, what is sent."""

    method: str
    args: Callable[[Sent], list[Any]]
    data: Callable[[Sent], Any] = lambda sent: {}


def one(sent: Sent) -> list[Any]:
    return [sent.translation.pk]


def filled_in(sent: Sent) -> dict[str, Any]:
    """A file for translators in which the name has been written."""
    file = sent.translation.export_po()
    next(entry for entry in file if entry.msgctxt == "name").msgstr = "Stolen"
    return {"file": SimpleUploadedFile("a.po", str(file).encode())}


DAY = date(2031, 5, 5)
SNIPPET = ("events", "department")
OF_RECORDS = {
    "submit_snippet_translation": Address("get", lambda sent: [*SNIPPET, sent.department.pk]),
    "update_translations": Address(
        "post", lambda sent: [sent.translation.source_id], lambda sent: {"publish_translations": "on"}
    ),
    "edit_string_translation": Address(
        "put", lambda sent: [sent.translation.pk, sent.text.pk], lambda sent: "value=Stolen"
    ),
    "edit_override": Address(
        "put", lambda sent: [sent.translation.pk, sent.override.pk], lambda sent: "value=a@b.bg"
    ),
    "download_pofile": Address("get", one),
    "upload_pofile": Address("post", one, filled_in),
    "machine_translate": Address("post", one),
    "preview_translation": Address("get", one),
    "stop_translation": Address("post", one),
}
OF_PAGES = {"submit_page_translation", "convert_to_alias"}
LISTS = {
    "translations_report",
    "translations_report_results",
    "snippets_api_listing",
    "snippets_api_detail",
}
WITHOUT_RECORDS = {"javascript_catalog"}


@pytest.fixture(autouse=True)
def site() -> Any:
    found = create_site()
    locale("en")
    ensure_roles()
    return found


@pytest.fixture
def own() -> Sent:
    return sent_for_translation("Изкуство")


@pytest.fixture
def other() -> Sent:
    return sent_for_translation("Детски")


def sent_for_translation(name: str) -> Sent:
    department = DepartmentFactory(name=name, email="otdel@example.org")
    translate_object(department, [locale("en")])
    translation = Translation.objects.get(source__object_id=department.translation_key)
    text = StringSegment.objects.get(source=translation.source, context__path="name")
    override = OverridableSegment.objects.get(source=translation.source, context__path="email")
    return Sent(department, translation, text, override)


@pytest.fixture
def member(client: Any, django_user_model: Any, own: Sent) -> Any:
    """Sign somebody in; whoever has the role of a head is the head of the first department."""

    def sign_in(role: str) -> Any:
        user = django_user_model.objects.create_user(
            f"user-{uuid4().hex[:8]}", password="lipa", is_superuser=not role
        )
        if role:
            user.groups.add(Group.objects.get(name=role))
        if role == HEAD:
            own.department.heads.add(user)
        client.force_login(user)
        return client

    return sign_in


def refused(client: Any, name: str, sent: Sent) -> bool:
    how = OF_RECORDS[name]
    address, data = reverse(f"wagtail_localize:{name}", args=how.args(sent)), how.data(sent)
    kind = {"content_type": "application/x-www-form-urlencoded"} if how.method == "put" else {}
    return bool(getattr(client, how.method)(address, data, **kind, **AJAX).status_code == 403)


def names_of(prefix: str) -> set[str]:
    return {found.name.removeprefix(prefix) for found in admin_names() if found.name.startswith(prefix)}


def test_every_address_of_the_translation_editor_is_looked_at_here() -> None:
    assert names_of("wagtail_localize:") == {*OF_RECORDS, *OF_PAGES, *LISTS, *WITHOUT_RECORDS}


def test_a_department_is_translated_by_those_who_may_change_it(member: Any, own: Sent, other: Sent) -> None:
    before = StringTranslation.objects.count()
    for role in (HEAD, EDITOR):
        client = member(role)
        assert {name for name in OF_RECORDS if not refused(client, name, other)} == set()
    assert StringTranslation.objects.count() == before
    assert not Translation.objects.filter(enabled=False).exists()
    for role, sent in ((HEAD, own), (CHIEF, other), (SUPERUSER, other)):
        client = member(role)
        assert {name for name in OF_RECORDS if refused(client, name, sent)} == set()


def test_the_translation_editor_itself_opens_for_them_only(member: Any, own: Sent, other: Sent) -> None:
    def edit(sent: Sent) -> str:
        target = sent.translation.get_target_instance()
        return reverse("wagtailsnippets_events_department:edit", args=[target.pk])

    client = member(HEAD)
    assert client.get(edit(own), **AJAX).status_code == 200
    assert client.get(edit(other), **AJAX).status_code == 403
    Translation.objects.update(enabled=False)
    restart = {"localize-restart-translation": "1"}
    assert client.post(edit(other), restart, **AJAX).status_code == 403
    assert client.post(edit(own), restart, **AJAX).status_code == 302
    assert list(Translation.objects.filter(enabled=True)) == [own.translation]


def test_a_page_is_translated_by_those_who_may_change_it(member: Any, site: Any) -> None:
    page = StandardPageFactory(parent=site.home)
    translate_object(page, [locale("en")])
    english = page.get_translation(locale("en"))
    named = {"submit_page_translation": page, "convert_to_alias": english}
    assert set(named) == OF_PAGES
    for role, status in ((HEAD, 403), (EDITOR, 200), (SUPERUSER, 200)):
        client = member(role)
        for name, record in named.items():
            address = reverse(f"wagtail_localize:{name}", args=[record.pk])
            assert client.get(address, **AJAX).status_code == status


def test_only_who_may_publish_publishes_what_was_updated(
    member: Any, site: Any, django_capture_on_commit_callbacks: Any
) -> None:
    page = StandardPageFactory(parent=site.home, title="Europeana 2026")
    translate_object(page, [locale("en")])
    translation = Translation.objects.get(source__object_id=page.translation_key)
    address = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    for role, live in ((EDITOR, False), (CHIEF, True)):
        with django_capture_on_commit_callbacks(execute=True):
            member(role).post(address, {"publish_translations": "on"})
        assert translation.get_target_instance().live is live


def test_the_report_of_translations_holds_the_own_ones(member: Any, own: Sent, other: Sent) -> None:
    for role, expected in ((HEAD, {own.translation.pk}), (CHIEF, {own.translation.pk, other.translation.pk})):
        client = member(role)
        for name in ("translations_report", "translations_report_results"):
            rows = client.get(reverse(f"wagtail_localize:{name}")).context["object_list"]
            assert {row.pk for row in rows} == expected


def records(own: Sent, other: Sent) -> dict[str, tuple[Any, Any]]:
    """A record of the first department and one of the other, of each kind."""
    ours, theirs = own.department, other.department
    week = [(0, "09:00", "12:00")]
    library_hours()
    return {
        "department": (ours, theirs),
        "closure": (ClosureFactory(departments=[ours]), ClosureFactory(departments=[theirs])),
        "openinghours": (opening_hours(week, ours), opening_hours(week, theirs)),
        "openingexception": tuple(opening_exception(DAY, department=one) for one in (ours, theirs)),
        "service": tuple(Service.objects.create(name="Копия", department=one) for one in (ours, theirs)),
    }


def test_names_of_records_are_told_to_those_who_work_with_them(member: Any, own: Sent, other: Sent) -> None:
    client = member(HEAD)
    for model, (ours, theirs) in records(own, other).items():
        found = client.get(reverse("wagtail_localize:snippets_api_listing", args=["events", model])).json()
        rows = found["items"] if isinstance(found, dict) else found
        assert {row["id"] for row in rows} >= {ours.pk}
        assert theirs.pk not in {row["id"] for row in rows}
        one = [
            reverse("wagtail_localize:snippets_api_detail", args=["events", model, record.pk])
            for record in (ours, theirs)
        ]
        assert [client.get(address).status_code for address in one] == [200, 404]


def test_no_address_of_a_record_opens_for_the_head_of_another_department(
    member: Any, own: Sent, other: Sent
) -> None:
    found = records(own, other)
    client = member(HEAD)
    for named in admin_names():
        space, _, view = named.name.partition(":")
        model = space.removeprefix("wagtailsnippets_events_")
        if model not in found or named.parameters not in (("pk",), ("object_id",)):
            continue
        ours, theirs = (
            client.get(reverse(named.name, args=[one.pk]), **AJAX).status_code for one in found[model]
        )
        assert theirs == 403, f"{named.name}: {theirs}"
        needs_more = view == "delete" or (model, view) == ("department", "copy")
        assert ours == (403 if needs_more else 200), f"{named.name}: {ours}"


def test_choosers_offer_the_own_records_and_all_departments(member: Any, own: Sent, other: Sent) -> None:
    client = member(HEAD)
    for model, (ours, theirs) in records(own, other).items():
        space = f"wagtailsnippetchoosers_events_{model}"
        listed = {row.pk for row in client.get(reverse(f"{space}:choose_results")).context["results"]}
        chosen = client.get(reverse(f"{space}:chosen", args=[theirs.pk])).status_code
        several = client.get(reverse(f"{space}:chosen_multiple"), {"id": [ours.pk, theirs.pk]}).json()
        everybody = model == "department"
        assert (ours.pk in listed, theirs.pk in listed) == (True, everybody)
        assert chosen == (200 if everybody else 404)
        assert len(several["result"]) == (2 if everybody else 1)


def test_the_slug_of_a_department_is_changed_by_an_overseer_and_never_translated(
    member: Any, own: Sent
) -> None:
    address = reverse("wagtailsnippets_events_department:edit", args=[own.department.pk])
    assert "slug" not in member(HEAD).get(address).context["form"].fields
    assert "slug" in member(CHIEF).get(address).context["form"].fields
    paths = {segment.context.path for segment in StringSegment.objects.select_related("context")}
    assert "slug" not in paths
    assert own.translation.get_target_instance().slug == own.department.slug

"""What each role may do, and that nobody's later change is undone."""

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.core.management.sql import emit_post_migrate_signal
from django.db import DEFAULT_DB_ALIAS
from django.test import Client
from pages_factories import NewsIndexPageFactory, StandardPageFactory, create_site
from wagtail.models import Collection, Page, Task, Workflow

from library_site.granting import ensure_roles
from library_site.roles import ROLES
from methodology.models import MethodologyIndexPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _roles() -> None:
    ensure_roles()


def member(role: str) -> User:
    """Return somebody with one role."""
    user = User.objects.create_user(f"user-{User.objects.count()}", password="lipa")
    user.groups.add(Group.objects.get(name=role))
    return user


def test_the_roles_exist_once_and_none_under_its_english_name() -> None:
    ensure_roles()
    names = set(Group.objects.values_list("name", flat=True))
    assert {role.name for role in ROLES} <= names
    assert not names & {"Editors", "Moderators"}
    assert Group.objects.count() == len(names)


def test_the_roles_are_made_at_the_end_of_migrations(root: Any) -> None:
    Group.objects.all().delete()
    emit_post_migrate_signal(verbosity=0, interactive=False, db=DEFAULT_DB_ALIAS)
    assert set(Group.objects.values_list("name", flat=True)) == {role.name for role in ROLES}


def test_names_written_by_migrations_are_bulgarian() -> None:
    for model in (Workflow, Task, Collection):
        assert not model.objects.filter(name__in=["Moderators approval", "Root"]).exists()
    assert not Page.objects.filter(title="Root").exists()


PAGE_RIGHTS = [
    ("Редактор", True, False, False),
    ("Отговорен редактор", True, True, True),
    ("Методист", False, False, False),
    ("Завеждащ отдел", False, False, False),
    ("Завеждащ методически отдел", False, False, False),
    ("Директор", False, False, False),
    ("Експерт в община", False, False, False),
    ("Администратор", True, True, True),
]


@pytest.mark.parametrize(("role", "edit", "publish", "delete"), PAGE_RIGHTS)
def test_a_role_edits_publishes_and_deletes_pages(role: str, edit: bool, publish: bool, delete: bool) -> None:
    page = StandardPageFactory(parent=create_site().home)
    rights = page.permissions_for_user(member(role))
    assert (rights.can_edit(), rights.can_publish(), rights.can_delete()) == (edit, publish, delete)


def test_a_methodologist_publishes_in_the_methodology_section_only() -> None:
    home = create_site().home
    section = home.add_child(instance=MethodologyIndexPage(title="За библиотеките", slug="za-bibliotekite"))
    news = NewsIndexPageFactory(parent=home)
    user = member("Методист")
    assert section.permissions_for_user(user).can_publish_subpage()
    assert not news.permissions_for_user(user).can_add_subpage()


MODEL_RIGHTS = [
    ("Редактор", "events.add_closure", True),
    ("Редактор", "events.delete_closure", False),
    ("Редактор", "events.change_department", False),
    ("Редактор", "events.oversee_department", True),
    ("Редактор", "methodology.change_library", False),
    ("Редактор", "auth.add_user", False),
    ("Редактор", "pages.change_contactsettings", False),
    ("Отговорен редактор", "events.delete_closure", True),
    ("Отговорен редактор", "pages.change_contactsettings", True),
    ("Отговорен редактор", "methodology.change_library", False),
    ("Отговорен редактор", "auth.add_user", False),
    ("Методист", "methodology.add_training", True),
    ("Методист", "methodology.delete_library", True),
    ("Методист", "pages.change_settlement", True),
    ("Методист", "pages.delete_settlement", False),
    ("Методист", "events.add_closure", False),
    ("Завеждащ отдел", "events.change_openinghours", True),
    ("Завеждащ отдел", "events.delete_openinghours", False),
    ("Завеждащ отдел", "events.change_department", True),
    ("Завеждащ отдел", "events.oversee_department", False),
    ("Завеждащ отдел", "methodology.change_library", False),
    ("Завеждащ методически отдел", "methodology.delete_person", True),
    ("Завеждащ методически отдел", "methodology.add_municipalexpert", True),
    ("Методист", "methodology.add_consultation", True),
    ("Методист", "methodology.add_municipalexpert", False),
    ("Директор", "methodology.oversee_library", True),
    ("Директор", "methodology.change_library", False),
    ("Експерт в община", "methodology.view_consultation", True),
    ("Експерт в община", "methodology.oversee_library", False),
    ("Администратор", "auth.add_user", True),
    ("Администратор", "methodology.delete_library", True),
    ("Администратор", "wagtailcore.change_site", True),
]


@pytest.mark.parametrize(("role", "permission", "allowed"), MODEL_RIGHTS)
def test_a_role_has_its_permissions_and_no_others(role: str, permission: str, allowed: bool) -> None:
    assert member(role).has_perm(permission) is allowed


@pytest.mark.parametrize("role", [role.name for role in ROLES])
def test_every_role_opens_the_admin(client: Client, role: str) -> None:
    create_site()
    client.force_login(member(role))
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("role", [role.name for role in ROLES if role.name != "Администратор"])
def test_only_the_administrator_reaches_the_users(client: Client, role: str) -> None:
    create_site()
    client.force_login(member(role))
    assert client.get("/admin/users/").status_code == 302


def test_a_permission_taken_away_by_hand_stays_away() -> None:
    group = Group.objects.get(name="Редактор")
    group.permissions.remove(group.permissions.get(codename="add_closure"))
    ensure_roles()
    assert not group.permissions.filter(codename="add_closure").exists()


def test_a_model_new_to_every_role_is_granted_later() -> None:
    for group in Group.objects.all():
        group.permissions.remove(*group.permissions.filter(content_type__model="training"))
    ensure_roles()
    assert member("Методист").has_perm("methodology.add_training")


def test_whoever_could_close_everything_before_heads_were_named_still_can() -> None:
    group = Group.objects.create(name="Стари редактори")
    group.permissions.add(Permission.objects.get(codename="change_closure"))
    migration = import_module("events.migrations.0009_heads_of_departments")
    migration.keep_rights(apps, None)
    assert group.permissions.filter(codename="oversee_department").exists()

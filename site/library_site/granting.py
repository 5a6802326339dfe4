"""Makes the groups of `roles` after every migration; what somebody changed by hand afterwards stays."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from library_site.roles import BULGARIAN_NAMES, ROLES, ROOT_PAGE, Role

FILE_MODELS = ("wagtailimages.Image", "wagtaildocs.Document")


def on_migrated(**kwargs: Any) -> None:
    """Hear of the end of migrations; in an emptied database there is nothing to grant rights on."""
    if Page.get_first_root_node() is not None:
        ensure_roles()


def ensure_roles() -> None:
    """Make the missing groups with their permissions; give the others those of models new to every role."""
    for config in apps.get_app_configs():
        create_permissions(config, verbosity=0)
    _rename()
    known = _models_in_roles()
    for role in ROLES:
        group, is_new = _group_of(role)
        if is_new:
            _grant_everywhere(group, role)
        _grant_models(group, role, known=set() if is_new else known)


def grant_section(page: Page) -> None:
    """Give the roles that have a section their permissions on a newly made page of its type."""
    name = page._meta.label
    for role in ROLES:
        group = Group.objects.filter(name=role.name).first() if name in role.sections else None
        if group is not None:
            _grant_pages(group, page, role.sections[name])


def on_page_saved(
    sender: type[Model], instance: Model, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """Hear of new pages."""
    if created and not raw and isinstance(instance, Page):
        grant_section(instance)


def _rename() -> None:
    for model, english, bulgarian in BULGARIAN_NAMES:
        apps.get_model(model)._default_manager.filter(name=english).update(name=bulgarian)
    english, bulgarian = ROOT_PAGE
    Page.objects.filter(depth=1, title=english).update(title=bulgarian, draft_title=bulgarian)


def _group_of(role: Role) -> tuple[Group, bool]:
    group = Group.objects.filter(name=role.name).first()
    if group is not None:
        return group, False
    group = Group.objects.filter(name=role.first_name).first() if role.first_name else None
    group = group or Group()
    group.name = role.name
    group.save()
    return group, True


def _grant_everywhere(group: Group, role: Role) -> None:
    root = Page.get_first_root_node()
    if root is not None:
        _grant_pages(group, root, role.pages)
    for name in role.sections:
        for page in _existing(name):
            _grant_pages(group, page, role.sections[name])
    collection = Collection.get_first_root_node()
    if collection is not None:
        _grant_files(group, collection, role.files)
    group.permissions.add(*_permissions("wagtailadmin", ["access_admin"]))
    if role.translates:
        group.permissions.add(*_permissions("wagtail_localize", ["submit_translation"]))


def _grant_models(group: Group, role: Role, known: set[str]) -> None:
    for name, actions in role.models.items():
        if name in known or not _is_installed(name):
            continue
        codenames = [f"{action}_{name.split('.')[1].lower()}" for action in actions]
        group.permissions.add(*_permissions(name.split(".")[0], codenames))


def _grant_pages(group: Group, page: Page, actions: Iterable[str]) -> None:
    for permission in _permissions("wagtailcore", [f"{action}_page" for action in actions]):
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


def _grant_files(group: Group, collection: Collection, actions: Iterable[str]) -> None:
    for name in FILE_MODELS:
        app_label, model = name.lower().split(".")
        for permission in _permissions(app_label, [f"{action}_{model}" for action in actions]):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=permission
            )


def _models_in_roles() -> set[str]:
    held = ContentType.objects.filter(permission__group__name__in=[role.name for role in ROLES]).distinct()
    return {model._meta.label for kind in held if (model := kind.model_class()) is not None}


def _permissions(app_label: str, codenames: list[str]) -> list[Permission]:
    return list(Permission.objects.filter(content_type__app_label=app_label, codename__in=codenames))


def _existing(name: str) -> list[Page]:
    return list(apps.get_model(name)._default_manager.all()) if _is_installed(name) else []


def _is_installed(name: str) -> bool:
    try:
        apps.get_model(name)
    except LookupError:
        return False
    return True

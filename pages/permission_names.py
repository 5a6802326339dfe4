"""Permissions named in the language of the site: Django writes their names into the database in English."""

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Permission
from django.db import DEFAULT_DB_ALIAS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

# Django's own names: „Can add page“.
DEFAULT_NAME = "Can {action} "
ACTIONS = {
    "add": gettext_lazy("Може да добавя %(object)s"),
    "change": gettext_lazy("Може да променя %(object)s"),
    "delete": gettext_lazy("Може да изтрива %(object)s"),
    "view": gettext_lazy("Може да вижда %(object)s"),
    "choose": gettext_lazy("Може да избира %(object)s"),
    "publish": gettext_lazy("Може да публикува %(object)s"),
    "lock": gettext_lazy("Може да заключва %(object)s"),
    "unlock": gettext_lazy("Може да отключва %(object)s"),
}


def name_permissions(sender: AppConfig, using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Rename the permissions that still have the English name they were created with."""
    # Those of the app whose migrations have just ended may not be there yet.
    create_permissions(sender, verbosity=0, using=using)
    renamed = []
    with override(settings.LANGUAGE_CODE):
        for permission in Permission.objects.using(using).select_related("content_type"):
            name = local_name(permission.codename, permission.name, permission.content_type.name)
            if name != permission.name:
                permission.name = name
                renamed.append(permission)
    Permission.objects.using(using).bulk_update(renamed, ["name"])


def local_name(codename: str, name: str, model_name: str) -> str:
    """Return the name of a permission in the active language; a name somebody has chosen stays.

    `model_name` is that of the permission's model in the active language.
    """
    action = codename.partition("_")[0]
    if action in ACTIONS and name.startswith(DEFAULT_NAME.format(action=action)):
        return str(ACTIONS[action]) % {"object": model_name}
    return _(name)

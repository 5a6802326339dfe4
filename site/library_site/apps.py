"""The site's own app: roles and demo content."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibrarySiteConfig(AppConfig):
    """Wires the site's own parts together."""

    name = "library_site"
    verbose_name = _("Сайт на библиотеката")

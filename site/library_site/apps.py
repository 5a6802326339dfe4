"""The site's own app: roles and demo content."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class LibrarySiteConfig(AppConfig):
    """Wires the site's own parts together."""

    name = "library_site"
    verbose_name = _("Сайт на библиотеката")

    def ready(self) -> None:
        """Keep the roles of the staff after migrations and on new sections."""
        from library_site.granting import on_migrated, on_page_saved

        # Django tells of the end of migrations only in the name of apps that have models.
        auth = apps.get_app_config("auth")
        post_migrate.connect(on_migrated, sender=auth, dispatch_uid="library_site.on_migrated")
        post_save.connect(on_page_saved, dispatch_uid="library_site.on_page_saved")

"""Foundation plugin: pages, news, contacts and the doors other plugins use."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models import SlugField
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """Wires the plugin into the running site."""

    name = "pages"
    verbose_name = _("Страници")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Teach SQLite and slugs Bulgarian letters, open the API, name the kinds of search results."""
        from wagtail.admin.forms.models import register_form_field_override

        from pages import searching
        from pages.api.routers import add_routers
        from pages.database import teach_bulgarian
        from pages.slugs import LibrarySlugInput

        register_form_field_override(SlugField, override={"widget": LibrarySlugInput})
        connection_created.connect(teach_bulgarian, dispatch_uid="pages.teach_bulgarian")
        add_routers()
        searching.register_kind("news", _("Новини"), "pages.NewsPage", order=20)
        searching.register_kind("pages", _("Страници"), "pages.StandardPage", order=40)
        self._follow_changes()

    def _follow_changes(self) -> None:
        from pages.following import follow, follow_tree
        from pages.models import LibraryImage, Municipality, NewsPage, Settlement

        follow(NewsPage, "news")
        follow(LibraryImage, "news", "events")
        follow(Municipality, "libraries", "events")
        follow(Settlement, "libraries")
        follow_tree("news", "materials")

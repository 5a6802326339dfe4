"""Foundation plugin: pages, news, contacts and the doors other plugins use."""

from django.apps import AppConfig, apps
from django.core import checks
from django.db.backends.signals import connection_created
from django.db.models import SlugField
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """Wires the plugin into the running site."""

    name = "pages"
    verbose_name = _("Страници")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Teach the database, slugs and the admin Bulgarian, open the API, name the kinds of results."""
        from wagtail.admin.forms.models import register_form_field_override

        from pages import search_signals, searching
        from pages.admin.welcome import register_addition
        from pages.admin.word_search import teach_listings
        from pages.admin_words import name_in_bulgarian
        from pages.api.news import news_draft
        from pages.api.routers import add_routers
        from pages.checks import check_index, note_empty_index
        from pages.database import teach_bulgarian
        from pages.handbook import register_own
        from pages.models import NewsPage
        from pages.partners.preview import register_writer
        from pages.permission_names import name_permissions
        from pages.slugs import LibrarySlugInput, teach_others

        register_form_field_override(SlugField, override={"widget": LibrarySlugInput})
        connection_created.connect(teach_bulgarian, dispatch_uid="pages.teach_bulgarian")
        teach_others()
        name_in_bulgarian()
        teach_listings()
        # Each app with models makes its permissions after the migrations: those of the last complete them.
        last = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_migrate.connect(name_permissions, sender=last, dispatch_uid="pages.name_permissions")
        post_migrate.connect(note_empty_index, sender=last, dispatch_uid="pages.note_empty_index")
        add_routers()
        register_writer(NewsPage, news_draft)
        searching.register_kind("news", _("Новини"), "pages.NewsPage", order=20)
        searching.register_kind("pages", _("Страници"), "pages.StandardPage", order=40)
        register_own()
        register_addition(_("Нова новина"), "pages.NewsPage", under="pages.NewsIndexPage", order=20)
        checks.register(check_index, checks.Tags.database)
        search_signals.connect()
        self._follow_changes()

    def _follow_changes(self) -> None:
        from pages.following import follow, follow_tree
        from pages.models import ContactSettings, LibraryImage, Municipality, NewsPage, Settlement

        follow(NewsPage, "news")
        follow(LibraryImage, "news", "events")
        follow(Municipality, "libraries", "events")
        follow(Settlement, "libraries")
        # Feeds bear the name of the library.
        follow(ContactSettings, "news", "events", "hours")
        follow_tree("news", "materials")

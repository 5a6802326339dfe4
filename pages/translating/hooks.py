"""The translator's part of the admin."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.utils.urlpatterns import decorate_urlpatterns
from wagtail_localize.wagtail_hooks import register_admin_urls as addresses_of_the_library

from pages.translating.files import download, upload
from pages.translating.guard import guarded
from pages.translating.machine import machine_translate
from pages.translating.own_lists import OwnSnippets, OwnTranslations
from pages.translating.publishing import CarefulUpdate, hold_back


def addresses() -> list[URLPattern | URLResolver]:
    """The addresses of wagtail-localize, asked before its own: some answered anew, all of them guarded."""
    one = "translate/<int:translation_id>"
    anew = [
        path(f"{one}/pofile/download/", download, name="pages_download_pofile"),
        path(f"{one}/pofile/upload/", upload, name="pages_upload_pofile"),
        path(f"{one}/machine_translate/", machine_translate, name="pages_machine_translate"),
        path(
            "update/<int:translation_source_id>/",
            CarefulUpdate.as_view(),
            name="pages_update_translations",
        ),
    ]
    guarded_ones = decorate_urlpatterns([*anew, *_theirs()], guarded)
    return [path("localize/", include([*_lists(), *guarded_ones]))]


def _lists() -> list[URLPattern]:
    """Lists need no guard: they hold what a person works with. Their names are those of wagtail-localize."""
    snippets, report = "api/snippets/<slug:app_label>/<slug:model_name>/", OwnTranslations
    return [
        path(snippets, OwnSnippets.as_view({"get": "list"})),
        path(f"{snippets}<str:pk>/", OwnSnippets.as_view({"get": "retrieve"})),
        path("reports/translations/", report.as_view()),
        path("reports/translations/results/", report.as_view(results_only=True)),
    ]


def _theirs() -> list[URLPattern]:
    """Copies of all other addresses, a later version's too; without names, which stay the originals'."""
    return [
        URLPattern(one.pattern, one.callback, one.default_args)
        for group in addresses_of_the_library()
        for one in group.url_patterns
    ]


def register() -> None:
    """Add them, ahead of wagtail-localize."""
    hooks.register("register_admin_urls", addresses, order=-10)
    hooks.register("before_edit_page", hold_back, order=-10)
    hooks.register("before_edit_snippet", hold_back, order=-10)

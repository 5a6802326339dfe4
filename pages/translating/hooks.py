"""The translator's part of the admin."""

from django.urls import URLPattern, path
from wagtail import hooks

from pages.translating.files import download, upload
from pages.translating.machine import machine_translate
from pages.translating.publishing import CarefulUpdate, hold_back


def addresses() -> list[URLPattern]:
    """The addresses of wagtail-localize that this site answers in its own way: asked before its own."""
    one = "localize/translate/<int:translation_id>"
    return [
        path(f"{one}/pofile/download/", download, name="pages_download_pofile"),
        path(f"{one}/pofile/upload/", upload, name="pages_upload_pofile"),
        path(f"{one}/machine_translate/", machine_translate, name="pages_machine_translate"),
        path(
            "localize/update/<int:translation_source_id>/",
            CarefulUpdate.as_view(),
            name="pages_update_translations",
        ),
    ]


def register() -> None:
    """Add them, ahead of wagtail-localize."""
    hooks.register("register_admin_urls", addresses, order=-10)
    hooks.register("before_edit_page", hold_back, order=-10)
    hooks.register("before_edit_snippet", hold_back, order=-10)

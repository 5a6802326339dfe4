"""The WSGI entry point."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "library_site.settings.production")

application = get_wsgi_application()


def _note_release() -> None:
    from pages import release

    release.note()


_note_release()

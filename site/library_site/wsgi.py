"""The WSGI entry point."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "library_site.settings.production")

application = get_wsgi_application()


def _note_release() -> None:
    from django.db import connections

    from pages import release

    release.note()
    # A server that loads the site before it forks must not hand its connection on.
    connections.close_all()


_note_release()

"""Development and the demo: a throw-away secret, plain http, every local host."""

from library_site.settings.base import *

SECRET_KEY = SECRET_KEY or "development-only"  # noqa: S105 - never used outside this module's settings
DEBUG = env.bool("DEBUG", default=True)
ALLOWED_HOSTS = ["*"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
WHITENOISE_USE_FINDERS = True
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
SERVE_MEDIA = True

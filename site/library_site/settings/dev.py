"""Development and the demo: a throw-away secret, plain http, every local host."""

import os

os.environ.setdefault("SECRET_KEY", "development-only")

from library_site.settings.base import *

DEBUG = env.bool("DEBUG", default=True)
ALLOWED_HOSTS = ["*"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
WHITENOISE_USE_FINDERS = True
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
SERVE_MEDIA = True
# The demo content may be loaded: nothing real can be lost here.
LIBRARY_DEMO = True
# Nobody is kept from asking often: browsers, crawlers and benchmarks do.
LIBRARY_REQUESTS_PER_MINUTE = 0

STATIC_ROOT.mkdir(parents=True, exist_ok=True)

"""The test suite: quick hashes, tasks at once, mail in memory, data in a temporary folder."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ.setdefault("SECRET_KEY", "test-only")

from library_site.settings.base import *

VAR_DIR = Path(tempfile.mkdtemp(prefix="library-test-"))
atexit.register(shutil.rmtree, VAR_DIR, ignore_errors=True)

ALLOWED_HOSTS = ["*"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
# Connections end with their thread, so that the test database can be removed.
if not DATABASE_URL:
    DATABASES = {"default": sqlite(VAR_DIR / "library.sqlite3")}
DATABASES["default"]["CONN_MAX_AGE"] = 0
if DATABASES["default"]["ENGINE"] == SQLITE_ENGINE:
    # A file, as in production: the server a browser talks to has its own connections.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
    # Nothing in it must survive a power cut.
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STATIC_ROOT = VAR_DIR / "static"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
SERVE_MEDIA = True
# The demo content may be loaded: nothing real can be lost here.
LIBRARY_DEMO = True
# Nobody is kept from asking often: browsers, crawlers and benchmarks do.
LIBRARY_REQUESTS_PER_MINUTE = 0
# The report of fetches is written when a test says so, not in the middle of one that counts queries.
LIBRARY_HEALTH_SECONDS = 24 * 3600

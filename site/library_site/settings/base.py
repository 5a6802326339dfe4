"""Settings every deployment shares: safe by default, loosened by name in `dev` and `test`."""

from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

env = environ.Env()

PROJECT_DIR = Path(__file__).resolve().parent.parent
CHECKOUT = PROJECT_DIR.parent.parent
IN_CHECKOUT = (CHECKOUT / "manage.py").is_file()
# Data of this installation: database, uploaded files, collected static files.
DEFAULT_VAR_DIR = (CHECKOUT if IN_CHECKOUT else Path.cwd()) / "var"
VAR_DIR = Path(env("LIBRARY_VAR_DIR", default=str(DEFAULT_VAR_DIR))).resolve()

SECRET_KEY = env("SECRET_KEY", default="")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY in the environment: a long random text nobody else knows.")
DEBUG = False
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=[])

INSTALLED_APPS = [
    "library_site.apps.LibrarySiteConfig",
    "events.apps.EventsConfig",
    "methodology.apps.MethodologyConfig",
    "pages.apps.PagesConfig",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    # Serves the API's documentation assets from here instead of a content delivery network.
    "ninja",
    "csp",
    "django_tasks",
    "django_tasks_db",
    # Wagtail says by it how long ago a page was sent for approval, in Bulgarian only when it is named here.
    "django.contrib.humanize",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    # First, to count also what is answered from memory.
    "pages.partners.health.counting.HealthMiddleware",
    # Answers from memory before anything of Django's own runs.
    "pages.early.middleware.EarlyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "pages.middleware.PublicCacheMiddleware",
    # The API and the feeds answer here; what follows is for pages.
    "pages.api.middleware.DoorMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "pages.middleware.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "library_site.urls"
WSGI_APPLICATION = "library_site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

SQLITE_ENGINE = "django.db.backends.sqlite3"
# SQLite in WAL mode with FULL synchronisation: an accepted form must survive a power cut.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    # Read from memory: a search looks at a thousand places of the file, and a connection keeps little.
    "PRAGMA mmap_size=268435456;",
}


PERSISTENT = {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}


def sqlite(path: Path | str) -> dict[str, Any]:
    """Return Django's settings of the embedded database in a file; the path is taken as it is."""
    return {"ENGINE": SQLITE_ENGINE, "NAME": str(path), "OPTIONS": {**SQLITE_OPTIONS}, **PERSISTENT}


def database(url: str) -> dict[str, Any]:
    """Return Django's settings of the database a URL names (`sqlite:///…` or `postgres://…`)."""
    config: dict[str, Any] = dict(environ.Env.db_url_config(url))
    return sqlite(config["NAME"]) if config["ENGINE"] == SQLITE_ENGINE else {**config, **PERSISTENT}


DATABASE_URL = env("DATABASE_URL", default="")
DATABASES = {"default": database(DATABASE_URL) if DATABASE_URL else sqlite(VAR_DIR / "library.sqlite3")}
CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://")}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": True}}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Language and time: Bulgarian without a prefix, English under /en/.
LANGUAGE_CODE = "bg"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("bg", _("Български")), ("en", _("Английски"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("bg", "Български"), ("en", "English")]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
# A page sent for translation begins as a draft: readers see it when it has been translated.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# A machine for first drafts, on a server of the library's own; without its address there is none.
LIBRETRANSLATE_URL: str = env("LIBRETRANSLATE_URL", default="").rstrip("/")
if LIBRETRANSLATE_URL:
    WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "pages.translating.machine.LibreTranslate",
        "OPTIONS": {
            "LIBRETRANSLATE_URL": LIBRETRANSLATE_URL,
            "API_KEY": env("LIBRETRANSLATE_API_KEY", default=""),
            "TIMEOUT": 20,
        },
    }
TIME_ZONE = "Europe/Sofia"
USE_TZ = True
FORMAT_MODULE_PATH = ["pages.formats"]
# An installed wheel carries the catalogues inside `pages`. Named here, they come before those of all apps,
# and the texts in the browser, which Django collects app by app, get ours too.
LOCALE_PATHS = [CHECKOUT / "locale" if IN_CHECKOUT else PROJECT_DIR.parent / "pages" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "library_site.static_files.StaticFiles"},
}

WAGTAIL_SITE_NAME = "Регионална библиотека „Захарий Княжески“"
WAGTAILADMIN_BASE_URL = env("BASE_URL", default="http://127.0.0.1:8000")
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"
# One library, one clock: the account page need not offer the zones of the world.
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILIMAGES_IMAGE_MODEL = "pages.LibraryImage"
WAGTAILDOCS_DOCUMENT_MODEL = "pages.LibraryDocument"
WAGTAILIMAGES_IMAGE_FORM_BASE = "pages.forms.LibraryImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "pages.forms.LibraryDocumentForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = [
    "doc",
    "docx",
    "ods",
    "odt",
    "pdf",
    "ppt",
    "pptx",
    "rtf",
    "txt",
    "xls",
    "xlsx",
    "zip",
]
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "pages.search_backend", "SEARCH_CONFIG": "simple"},
}
# Without these three every admin page asks other hosts for something.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False

# The public site: nothing from other hosts, no inline code. A visitor's own click loads a video frame.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "media-src": [SELF],
        "manifest-src": [SELF],
        "frame-src": ["https://www.youtube-nocookie.com", "https://player.vimeo.com"],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
    },
}
# Wagtail's admin needs inline code; only signed-in staff see it.
CONTENT_SECURITY_POLICY_ADMIN = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, "'unsafe-inline'"],
        "style-src": [SELF, "'unsafe-inline'"],
        "img-src": [SELF, "data:", "blob:"],
        "frame-ancestors": [SELF],
        "base-uri": [SELF],
    },
}
CONTENT_SECURITY_POLICY_ADMIN_PATHS = ["/admin/"]

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

globals().update(env.email("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="library@localhost")

# Proxies, or networks of them, whose word about a visitor's address is taken; limits count by that address.
LIBRARY_TRUSTED_PROXIES: list[str] = env.list("LIBRARY_TRUSTED_PROXIES", default=["127.0.0.1", "::1"])

# What news may be related to, and what shared caches are told about public answers.
LIBRARY_EVENT_PAGE_TYPE = "events.EventPage"
LIBRARY_PUBLIC_CACHE_CONTROL = "public, max-age=60, s-maxage=300, stale-while-revalidate=600"

# On what terms partners may use the events that they mirror.
LIBRARY_DATA_LICENCE = env("LIBRARY_DATA_LICENCE", default="https://creativecommons.org/licenses/by/4.0/")
# How much memory of each process the answers held for anonymous readers may take.
LIBRARY_EARLY_BYTES = env.int("LIBRARY_EARLY_BYTES", default=24 * 1024 * 1024)
# Partners: how often a caller without a key may ask in a minute (0: as often as it likes); the seconds
# between two writings of the health report and the days it is kept; the days without one delivery after
# which a webhook is stopped.
LIBRARY_REQUESTS_PER_MINUTE: int = env.int("LIBRARY_REQUESTS_PER_MINUTE", default=600)
LIBRARY_HEALTH_SECONDS = 30
LIBRARY_HEALTH_DAYS = 90
LIBRARY_WEBHOOK_FAILING_DAYS = 5
# A front end elsewhere that shows drafts: its address with {token} in it, and how long a token lasts.
LIBRARY_PREVIEW_URL: str = env("LIBRARY_PREVIEW_URL", default="")
LIBRARY_PREVIEW_SECONDS = 3600

LOGIN_URL = "wagtailadmin_login"

# Everything goes to standard error, where a service manager or a container collects it.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}

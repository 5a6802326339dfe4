"""The settings as a deployment meets them: each case is a fresh interpreter with its own environment."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PRODUCTION = {
    "SECRET_KEY": "not-so-secret-" * 5,
    "ALLOWED_HOSTS": "library.example",
    "BASE_URL": "https://library.example",
    "DATABASE_URL": "postgres://user:word@127.0.0.1:5432/library",
    "CACHE_URL": "rediscache://127.0.0.1:6379/1",
    "EMAIL_URL": "smtp+tls://user:word@mail.example:587",
    "DEFAULT_FROM_EMAIL": "library@library.example",
    "LIBRARY_VAR_DIR": "/srv/library",
}


def start(module: str, expression: str = "None", **variables: str) -> subprocess.CompletedProcess[str]:
    """Import a settings module with nothing but the given environment and print an expression of it."""
    code = f"from library_site.settings import {module} as settings; value = {expression}; print(value)"
    plain = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, env=plain | variables, capture_output=True, text=True, cwd="/", check=False
    )


def test_the_base_settings_refuse_to_start_without_a_secret() -> None:
    refused = start("base")
    assert refused.returncode == 1
    assert "Set SECRET_KEY in the environment" in refused.stderr
    assert start("base", SECRET_KEY="given").returncode == 0


@pytest.mark.parametrize("missing", PRODUCTION)
def test_production_refuses_to_start_without(missing: str) -> None:
    refused = start("production", **{name: value for name, value in PRODUCTION.items() if name != missing})
    assert refused.returncode == 1
    assert missing in refused.stderr


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("settings.DEBUG", "False"),
        ("settings.ALLOWED_HOSTS", "['library.example']"),
        ("settings.DATABASES['default']['ENGINE']", "django.db.backends.postgresql"),
        ("settings.CACHES['default']['BACKEND']", "django.core.cache.backends.redis.RedisCache"),
        ("settings.EMAIL_HOST, settings.EMAIL_USE_TLS", "('mail.example', True)"),
        ("settings.MEDIA_ROOT", "/srv/library/media"),
        ("settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE", "(True, True)"),
        ("settings.SECURE_SSL_REDIRECT", "True"),
        ("getattr(settings, 'SERVE_MEDIA', False)", "False"),
    ],
)
def test_production_takes_from_the_environment(expression: str, value: str) -> None:
    assert start("production", expression, **PRODUCTION).stdout.strip() == value


def test_files_go_to_an_object_store_when_one_is_named() -> None:
    backend = "settings.STORAGES['default']['BACKEND']"
    assert "FileSystemStorage" in start("production", backend, **PRODUCTION).stdout
    assert "S3Storage" in start("production", backend, **PRODUCTION, S3_BUCKET="library").stdout


@pytest.mark.parametrize("folder", ["plain", "с интервал и + знак", "100%"])
def test_the_embedded_database_lies_in_the_data_folder_whatever_its_name(tmp_path: Path, folder: str) -> None:
    data = tmp_path / folder
    answer = start("dev", "settings.DATABASES['default']['NAME']", LIBRARY_VAR_DIR=str(data))
    assert answer.stdout.strip() == str(data / "library.sqlite3")
    assert data.is_dir()


def test_a_checkout_keeps_its_data_beside_manage_py_and_an_installation_where_it_is_started() -> None:
    expected = "/var" if os.environ.get("LIBRARY_INSTALLED") else str(ROOT / "var")
    assert start("base", "settings.VAR_DIR", SECRET_KEY="given").stdout.strip() == expected


def test_every_documented_setting_exists_and_every_setting_of_the_environment_is_documented() -> None:
    reference = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `([A-Z][A-Z0-9_]+)`", reference, re.MULTILINE))
    sources = (ROOT / "site/library_site/settings").glob("*.py")
    read = {
        name
        for source in sources
        for name in re.findall(r"env(?:\.\w+)?\(\s*\"([A-Z][A-Z0-9_]+)\"", source.read_text(encoding="utf-8"))
    }
    assert documented == read

"""What must hold for the site to serve readers: database, migrations, background work, room on the disk."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

OK = "ok"
OLDEST_TASK = timedelta(minutes=15)
LEAST_FREE_BYTES = 200 * 1024 * 1024


def run() -> dict[str, str]:
    """Return each check's name with "ok" or what is wrong; nothing secret is in it."""
    database = _database()
    if database != OK:
        return {"database": database, "disk": _disk()}
    return {"database": OK} | {name: check() for name, check in CHECKS.items()}


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "unreachable"
    return OK


def _migrations() -> str:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(plan)} not applied" if plan else OK


def _queue() -> str:
    if not apps.is_installed("django_tasks_db"):
        return OK
    results = apps.get_model("django_tasks_database", "DBTaskResult")._default_manager
    waiting = results.filter(status="READY", enqueued_at__lt=timezone.now() - OLDEST_TASK)
    due = waiting.exclude(run_after__gt=timezone.now() - OLDEST_TASK)
    return "tasks wait too long" if due.exists() else OK


def _disk() -> str:
    folder = next(
        path for path in (Path(settings.MEDIA_ROOT), *Path(settings.MEDIA_ROOT).parents) if path.exists()
    )
    return OK if shutil.disk_usage(folder).free >= LEAST_FREE_BYTES else "almost full"


CHECKS: dict[str, Callable[[], str]] = {"migrations": _migrations, "queue": _queue, "disk": _disk}

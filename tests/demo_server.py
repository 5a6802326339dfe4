"""The site as a visitor meets it: the demo content behind a real server on loopback."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from postgres_server import free_port

MANAGE = Path(__file__).parents[1] / "manage.py"
START_SECONDS = 300


def environment(folder: Path, url: str) -> dict[str, str]:
    """Return the environment of a demo whose data lie in one folder."""
    own = {
        "DJANGO_SETTINGS_MODULE": "library_site.settings.dev",
        "LIBRARY_VAR_DIR": str(folder),
        "BASE_URL": url,
        "DEBUG": "0",
    }
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | own


def wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    """Return once the server answers; RuntimeError when it stops or stays silent."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=START_SECONDS).close()  # noqa: S310 - our own http address
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"No answer from {url}")


@contextmanager
def running_demo(folder: Path) -> Iterator[str]:
    """Load the demo content into a folder, serve it and give its address, without a final slash."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    variables = environment(folder, url)
    for command in (("migrate", "--verbosity", "0"), ("demo",)):
        subprocess.run([sys.executable, str(MANAGE), *command], env=variables, check=True)
    gunicorn = [sys.executable, "-m", "gunicorn", "library_site.wsgi", "--bind", f"127.0.0.1:{port}"]
    options = ["--worker-class", "gthread", "--threads", "8", "--no-control-socket"]
    options += ["--graceful-timeout", "5", "--log-level", "warning"]
    with subprocess.Popen([*gunicorn, *options], env=variables) as server:
        try:
            wait_for(url, server)
            yield url
        finally:
            server.terminate()

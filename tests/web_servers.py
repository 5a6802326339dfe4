"""Real servers on loopback, and what they cost: processor time of all their processes."""

import http.client
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from demo_server import wait_for
from postgres_server import free_port

TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")
PYTHON_SERVERS = {
    "granian": ("granian", "--interface", "wsgi", "--workers", "1", "--no-ws", "--log-level", "error"),
    "gunicorn": ("gunicorn", "--worker-class", "gthread", "--threads", "4", "--no-control-socket"),
}
NGINX = """\
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log; {user}
events {{ worker_connections 64; }}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  types {{ application/json json; }}
  {content}
}}
"""


@dataclass(frozen=True)
class Server:
    """A running server."""

    name: str
    pid: int
    port: int

    def cost(self, path: str, times: int, headers: dict[str, str] | None = None, status: int = 200) -> float:
        """Return the processor milliseconds of one answer, over many to one connection."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        self._ask(connection, path, headers or {}, status)
        before = busy(self.pid)
        for _ in range(times):
            self._ask(connection, path, headers or {}, status)
        spent = busy(self.pid) - before
        connection.close()
        return spent / times

    def get(self, path: str, headers: dict[str, str] | None = None) -> tuple[int, dict[str, str], bytes]:
        """Return status, headers and bytes of one answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path, headers=headers or {})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response.status, {name.lower(): value for name, value in response.getheaders()}, body

    @staticmethod
    def _ask(connection: http.client.HTTPConnection, path: str, headers: dict[str, str], status: int) -> None:
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        response.read()
        if response.status != status:
            raise RuntimeError(f"{path}: {response.status} instead of {status}")


def busy(pid: int) -> float:
    """Return the processor milliseconds that a process and its descendants have used."""
    total, parents = 0.0, {pid}
    stats = {int(entry.name): entry for entry in Path("/proc").iterdir() if entry.name.isdigit()}
    for number in sorted(stats):
        try:
            fields = (stats[number] / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if number == pid or int(fields[1]) in parents:
            parents.add(number)
            total += (int(fields[11]) + int(fields[12])) * TICK_MS
    return total


@contextmanager
def python_server(name: str, variables: dict[str, str]) -> Iterator[Server]:
    """Run the site on granian or gunicorn with one worker."""
    port = free_port()
    address = (
        ("--bind", f"127.0.0.1:{port}")
        if name == "gunicorn"
        else ("--host", "127.0.0.1", "--port", str(port))
    )
    program = Path(sys.executable).parent / name
    command = [str(program), *PYTHON_SERVERS[name][1:], *address, "library_site.wsgi:application"]
    with running(name, command, port, variables) as server:
        yield server


@contextmanager
def nginx(folder: Path, content: str, port: int) -> Iterator[Server]:
    """Run nginx with something in its `http` section that listens on a port."""
    folder.mkdir(parents=True, exist_ok=True)
    user = "user root;" if os.geteuid() == 0 else ""
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, content=content, user=user))
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    with running("nginx", [program, "-p", str(folder), "-c", str(config)], port, dict(os.environ)) as server:
        yield server


@contextmanager
def running(name: str, command: list[str], port: int, variables: dict[str, str]) -> Iterator[Server]:
    """Run a command until the end of the block; it answers when the block begins."""
    with subprocess.Popen(command, env=variables, stdout=sys.stderr) as process:
        try:
            wait_for(f"http://127.0.0.1:{port}/", process)
            yield Server(name, process.pid, port)
        finally:
            process.terminate()
            process.wait(30)

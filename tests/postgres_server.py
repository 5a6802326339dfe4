"""A PostgreSQL server of one's own on loopback: made, used, stopped and removed."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nothing here must survive a crash, so nothing waits for the disk.
SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size=4GB")


def binaries() -> Path | None:
    """Return the folder of `initdb` and `pg_ctl`, the newest of several; None without PostgreSQL."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((path.parent for path in versions), key=lambda path: float(path.parent.name), default=None)


def unprivileged() -> str | None:
    """Return the account to run the server as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    accounts = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in accounts else "nobody"


def free_port() -> int:
    """Return a loopback port nobody listens on at this moment."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def temporary_server() -> Iterator[str]:
    """Run a server in a temporary folder and give its URL; FileNotFoundError without PostgreSQL."""
    folder, account = binaries(), unprivileged()
    if folder is None:
        raise FileNotFoundError("initdb")

    def run(program: str, *arguments: str) -> None:
        command = [str(folder / program), *arguments]
        subprocess.run(command, check=True, user=account, stdout=subprocess.DEVNULL, cwd="/")

    with tempfile.TemporaryDirectory(prefix="library-postgres-", ignore_cleanup_errors=True) as home:
        data = Path(home) / "data"
        if account:
            shutil.chown(home, account)
        run("initdb", "-D", str(data), "-U", "library", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        port = free_port()
        network = ("listen_addresses=127.0.0.1", f"port={port}", "unix_socket_directories=''")
        options = " ".join(f"-c {option}" for option in (*network, *SPEED))
        run("pg_ctl", "start", "-w", "-D", str(data), "-l", str(data / "server.log"), "-o", options)
        try:
            yield f"postgres://library@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "stop", "-D", str(data), "-m", "immediate")

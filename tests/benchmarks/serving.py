"""What an answer costs in processor time, beside Wagtail's own API and a static file of nginx, in one run.

Run by `make bench`. Status 1 when a figure misses its limit.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from copies import fill_up  # noqa: E402 - the tests' own modules lie beside this folder
from demo_server import environment  # noqa: E402 - the tests' own modules lie beside this folder
from postgres_server import free_port  # noqa: E402
from prepared_database import take  # noqa: E402
from web_servers import Server, busy, nginx, python_server  # noqa: E402

LIST = "/api/v1/occurrences/?limit=20"
PLAIN_LIST = "/api/v3-preview/pages/?type=events.EventPage&limit=20"
CALENDAR = "/feeds/events.ics"
MANAGE = HERE.parents[1] / "manage.py"

# What Wagtail's own list took where the limits in milliseconds were set: another machine gets as much more
# or less as its own list takes.
PLAIN_MS = 12.5

Row = tuple[str, float, str]


def variables(folder: Path, early_bytes: int) -> dict[str, str]:
    """The environment of the site, with so much memory for the early path."""
    own = {"DJANGO_SETTINGS_MODULE": "beside_v3_settings", "LIBRARY_EARLY_BYTES": str(early_bytes)}
    return environment(folder, "http://127.0.0.1") | own | {"PYTHONPATH": str(HERE)}


def measured(folder: Path) -> Iterator[Row]:
    """Measure everything; each figure with the limit it must keep."""
    static = static_file(folder)
    yield "nginx, a static file", static, ""
    for name, factor in (("granian", 10), ("gunicorn", 25)):
        with python_server(name, variables(folder, 24 * 2**20)) as server:
            yield from early(server, static * factor)
        with python_server(name, variables(folder, 0)) as server:
            yield from whole_way(server)
    yield from many(folder, 5_000)


def static_file(folder: Path) -> float:
    """The same list as a file, served by nginx."""
    with python_server("granian", variables(folder, 0)) as server:
        body = server.get(LIST)[2]
    (folder / "www").mkdir(exist_ok=True)
    (folder / "www" / "list.json").write_bytes(body)
    port = free_port()
    content = f"server {{ listen 127.0.0.1:{port}; root {folder}/www; }}"
    with nginx(folder / "nginx", content, port) as server:
        return server.cost("/list.json", 20_000)


def early(server: Server, most: float) -> Iterator[Row]:
    """Answers from memory."""
    etag = server.get(LIST)[1]["etag"]
    yield f"{server.name}, list from memory", server.cost(LIST, 2_000), f"<= {most:.3f}"
    known = {"If-None-Match": etag}
    yield f"{server.name}, 304 from memory", server.cost(LIST, 2_000, known, 304), f"<= {most:.3f}"


def whole_way(server: Server) -> Iterator[Row]:
    """Answers made anew each time, ours and those of Wagtail's own API."""
    event = server.get("/api/v1/events/?limit=1")[2].decode().partition('"id":"')[2][:36]
    plain_id = server.get(PLAIN_LIST)[2].decode().partition('"id": ')[2].partition(",")[0]
    ours, plain = server.cost(LIST, 300), server.cost(PLAIN_LIST, 60)
    slow = plain / PLAIN_MS
    limit = min(1.2 * slow, plain / 10) if server.name == "granian" else plain / 10
    yield f"{server.name}, list made anew", ours, f"<= {limit:.3f}"
    yield f"{server.name}, list asked for first", first_of_its_kind(server), ""
    yield f"{server.name}, list of Wagtail v3", plain, ""
    one = server.cost(f"/api/v1/events/{event}/", 300)
    plain_one = server.cost(f"/api/v3-preview/pages/{plain_id}/", 60)
    yield f"{server.name}, one event made anew", one, f"<= {plain_one / 4:.3f}"
    yield f"{server.name}, one event of Wagtail v3", plain_one, ""
    known = {"If-None-Match": server.get(LIST)[1]["etag"]}
    yield f"{server.name}, 304 with one query", server.cost(LIST, 300, known, 304), f"<= {0.7 * slow:.3f}"
    yield f"{server.name}, the programme", server.cost("/sabitia/", 20), ""


def many(folder: Path, number: int) -> Iterator[Row]:
    """The calendar of thousands of events after an edit, when nothing of it is in memory."""
    fill_up(folder / "library.sqlite3", number)
    with python_server("granian", variables(folder, 0)) as server:
        slow = server.cost(PLAIN_LIST, 30) / PLAIN_MS
        body = server.get(CALENDAR)[2]
        events = body.count(b"\r\nUID:") - body.count(b"\r\nRECURRENCE-ID")
        told = f"granian, {events:,} events, {len(body) / 2**20:.1f} MB"
        # The limit is for 4.2 million bytes.
        most = 20 * slow * max(1, len(body) / 4_200_000)
        yield told, server.cost(CALENDAR, 20), f"<= {most:.3f}"


def first_of_its_kind(server: Server, times: int = 60) -> float:
    """What a list costs whose rows nobody has asked for since the last change: each ends on another day."""
    before = busy(server.pid)
    for number in range(times):
        server.get(f"{LIST}&to={date.today() + timedelta(days=300 + number)}")
    return (busy(server.pid) - before) / times


def kept(figure: float, limit: str) -> bool:
    """Whether a figure keeps its limit."""
    return not limit or figure <= float(limit.removeprefix("<= "))


def main() -> int:
    """Publish a programme, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=200)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="library-serving-") as temporary:
        folder = Path(temporary)
        loading = variables(folder, 0)
        if not take(str(folder / "library.sqlite3")):
            migrate = [sys.executable, str(MANAGE), "migrate", "--verbosity", "0"]
            subprocess.run(migrate, env=loading, check=True)
        fill = [sys.executable, str(HERE / "programme.py"), str(arguments.events)]
        subprocess.run(fill, env=loading, check=True)
        missed = 0
        sys.stdout.write(f"{'CPU ms of one answer':40}{'ms':>9}  {'limit':10}\n")
        for name, figure, limit in measured(folder):
            missed += not kept(figure, limit)
            sys.stdout.write(f"{name:40}{figure:9.3f}  {limit:10}{'' if kept(figure, limit) else ' !'}\n")
            sys.stdout.flush()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

"""Runs everything `make test` promises, two lanes at a time, and says last what was not run.

The last line is `N passed, N failed, N skipped` over all runs; a failed check counts as one failure.
In CI everything must run, but for the tests whose reason begins with "optional": they need what no machine
can install.
"""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from postgres_server import binaries, temporary_server

ROOT = Path(__file__).parents[1]
PYTEST = str(Path(sys.executable).parent / "pytest")
LANES = 2
COUNTS = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|xpassed)\b")
SKIP = re.compile(r"^SKIPPED \[\d+\] .*?: (?P<reason>.+)$", re.MULTILINE)
OUTCOMES = {"error": "failed", "errors": "failed", "xfailed": "skipped", "xpassed": "passed"}


@dataclass
class Result:
    """How one run ended."""

    name: str
    status: int = 0
    output: str = ""
    seconds: float = 0
    missing: list[str] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        """The numbers of pytest's last line; a failure without such a line counts as one."""
        totals = {"passed": 0, "failed": 0, "skipped": 0}
        summary = next((line for line in reversed(self.output.splitlines()) if " in " in line), "")
        for number, outcome in COUNTS.findall(summary):
            totals[OUTCOMES.get(outcome, outcome)] += int(number)
        if self.status and not totals["failed"]:
            totals["failed"] = 1
        return totals


class Runner:
    """Runs commands in the checkout and can end them all."""

    def __init__(self) -> None:
        self.running: list[subprocess.Popen[str]] = []

    def run(self, name: str, *command: str, **variables: str) -> Result:
        """Run one command to its end, collecting what it prints."""
        started = time.monotonic()
        pipe = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "stdin": subprocess.DEVNULL}
        with subprocess.Popen(command, cwd=ROOT, env=os.environ | variables, text=True, **pipe) as process:
            self.running.append(process)
            output, _ = process.communicate()
            self.running.remove(process)
        reasons = [match["reason"] for match in SKIP.finditer(output)]
        return Result(name, process.returncode, output, time.monotonic() - started, reasons)

    def stop(self) -> None:
        """End what still runs."""
        for process in list(self.running):
            process.terminate()


def checks(runner: Runner) -> Result:
    return runner.run("Checks", "make", "--no-print-directory", "check")


def sqlite(runner: Runner) -> Result:
    return runner.run("SQLite", PYTEST, "-q", "-rs", "-m", "not browser", DATABASE_URL="")


def browser(runner: Runner) -> Result:
    return runner.run("Browser", PYTEST, "-q", "-rs", "-m", "browser", DATABASE_URL="")


def wheel(runner: Runner) -> Result:
    """The installed wheel, on the other database than the checkout."""
    name, command = "Installed wheel on PostgreSQL", ("make", "--no-print-directory", "test-wheel")
    if binaries() is None:
        result = runner.run(name, *command, DATABASE_URL="")
        result.missing.append("no PostgreSQL: apt install postgresql")
        return result
    with temporary_server() as url:
        return runner.run(name, *command, DATABASE_URL=url)


JOBS: tuple[Callable[[Runner], Result], ...] = (wheel, sqlite, browser, checks)


def write(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


def show(result: Result) -> None:
    """Print what one run printed, under its name."""
    state = "failed" if result.status else "not run" if result.missing and not result.output else "passed"
    write("", f"=== {result.name}: {state} in {result.seconds:.0f} s", result.output.rstrip())


def run_all(runner: Runner) -> list[Result]:
    """Run the jobs, two at a time, showing each as it ends."""
    write(f"Running, {LANES} at a time: {', '.join(job.__name__ for job in JOBS)}. Each speaks when it ends.")
    results = []
    with ThreadPoolExecutor(LANES) as lanes:
        futures: list[Future[Result]] = [lanes.submit(job, runner) for job in JOBS]
        try:
            for future in as_completed(futures):
                results.append(future.result())
                show(results[-1])
        except BaseException:
            lanes.shutdown(wait=False, cancel_futures=True)
            runner.stop()
            raise
    return results


def main() -> int:
    """Run everything; the status is 0 when nothing failed and, in CI, everything ran."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    results = run_all(Runner())
    missing = sorted({reason for result in results for reason in result.missing})
    totals = {
        name: sum(result.counts[name] for result in results) for name in ("passed", "failed", "skipped")
    }
    write("", *(f"Not run: {reason}" for reason in missing))
    if os.environ.get("CI") == "true" and any(not reason.startswith("optional") for reason in missing):
        totals["failed"] += 1
        write("In CI everything must run.")
    write(", ".join(f"{number} {name}" for name, number in totals.items()))
    return 1 if totals["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())

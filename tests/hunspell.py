"""The word forms of Debian's Bulgarian spelling dictionary (hunspell-bg, GPL): for tests, never shipped."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

FOLDER = Path("/usr/share/hunspell")
# The classes of endings in bg_BG.aff that conjugate; all others decline nouns, adjectives and numerals.
VERBAL = frozenset("PQRSTUVWXYZ")


class Lemma(NamedTuple):
    """A word as the dictionary lists it, with all its forms, itself first."""

    word: str
    forms: tuple[str, ...]
    verbal: bool


class Figures(NamedTuple):
    """Recall and precision, in percent, each the mean over the words of a kind.

    A reader types a word as a dictionary lists it. Recall: how many of its other forms have the same key.
    Precision: how many of the forms in the whole dictionary that have this key are forms of the word.
    `pairs`: how many of all pairs of its forms share a key.
    """

    words: int
    recall: float
    precision: float
    pairs: float


def lemmas() -> list[Lemma]:
    """Return all entries in lower case, unchanging words too; skips the test without the dictionary."""
    if not (FOLDER / "bg_BG.dic").exists():
        pytest.skip("no Bulgarian word list: apt install hunspell-bg")
    endings = _endings()
    return [_lemma(entry, endings) for entry in _entries()]


def figures(all_lemmas: list[Lemma], key: Callable[[str], str], *kinds: bool) -> Figures:
    """Return the figures of the verbs (True), of all other words (False), or of both."""
    keys = {form: key(form) for lemma in all_lemmas for form in lemma.forms}
    sizes: dict[str, int] = defaultdict(int)
    for found in keys.values():
        sizes[found] += 1
    rows = [
        _row([keys[form] for form in lemma.forms], sizes)
        for lemma in all_lemmas
        if lemma.verbal in kinds and len(lemma.forms) > 1
    ]
    means = [100 * sum(column) / len(rows) for column in zip(*rows, strict=True)]
    return Figures(len(rows), *means)


def _row(keys: list[str], sizes: dict[str, int]) -> tuple[float, float, float]:
    same, others = keys.count(keys[0]), len(keys) - 1
    groups = defaultdict(int)
    for found in keys:
        groups[found] += 1
    pairs = sum(size * (size - 1) for size in groups.values()) / (len(keys) * others)
    return (same - 1) / others, same / sizes[keys[0]], pairs


def _endings() -> dict[str, list[tuple[str, str]]]:
    """Return, by class, what is taken off and put on; the Bulgarian rules have no further conditions."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in (FOLDER / "bg_BG.aff").read_text(encoding="utf-8").splitlines():
        rule = re.fullmatch(r"SFX (\w)\s+(\S+)\s+(\S+)\s+\.", line.strip())
        if rule:
            found[rule[1]].append((rule[2].replace("0", ""), rule[3].replace("0", "")))
    return found


def _entries() -> Iterator[str]:
    _count, *lines = (FOLDER / "bg_BG.dic").read_text(encoding="utf-8").splitlines()
    yield from (line.strip() for line in lines if line.strip())


def _lemma(entry: str, endings: dict[str, list[tuple[str, str]]]) -> Lemma:
    written, _slash, classes = entry.partition("/")
    word = written.lower()
    made = [
        word.removesuffix(off) + on for letter in classes for off, on in endings[letter] if word.endswith(off)
    ]
    return Lemma(word, tuple(dict.fromkeys([word, *made])), bool(VERBAL & set(classes)))

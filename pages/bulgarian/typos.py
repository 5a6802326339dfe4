"""Which words a mistyped one may stand for: one letter wrong, missing, too many, or two changed about."""

from collections.abc import Iterator

SHORTEST = 4
# An SQLite query takes some thousand values at most.
MAX_CANDIDATES = 900
ALPHABETS = {"bg": "абвгдежзийклмнопрстуфхцчшщъьюя", "en": "abcdefghijklmnopqrstuvwxyz"}
_KEYBOARDS = (
    "уеишщксдзц ьяаожгтнвмч юйъэфхпрлб",
    "чявертъуиопшщ асдфгхйкл зьцжбнм",
    "qwertyuiop asdfghjkl zxcvbnm",
)
_ALIKE = ("ао", "оу", "ъа", "еи", "дт", "бп", "зс", "жш", "гк", "вф", "йи", "ьй")

CLOSE, USUAL = 0, 1


def candidates(word: str, language: str) -> dict[str, int]:
    """Return the words one mistake away, by how likely the mistake is: 0 (close) or 1; likely ones first."""
    if len(word) < SHORTEST:
        return {}
    found: dict[str, int] = {}
    for candidate, cost in sorted(_edits(word, language), key=lambda edit: edit[1]):
        if candidate != word:
            found.setdefault(candidate, cost)
    return dict(list(found.items())[:MAX_CANDIDATES])


def _edits(word: str, language: str) -> Iterator[tuple[str, int]]:
    letters = ALPHABETS.get(language, ALPHABETS["bg"])
    for place, letter in enumerate(word):
        before, after = word[:place], word[place + 1 :]
        yield before + after, CLOSE if after[:1] == letter else USUAL
        if after and after[0] != letter:
            yield before + after[0] + letter + after[1:], CLOSE
        for other in letters:
            yield before + other + after, CLOSE if other in _NEIGHBOURS.get(letter, "") else USUAL
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        for other in letters:
            yield before + other + after, CLOSE if other in (before[-1:], after[:1]) else USUAL


def _neighbours() -> dict[str, str]:
    """Return the letters beside each on the keyboards in use, and those that sound alike."""
    found: dict[str, str] = {}
    rows = [row for keyboard in _KEYBOARDS for row in keyboard.split()]
    for pair in [*_ALIKE, *(row[place : place + 2] for row in rows for place in range(len(row) - 1))]:
        one, other = pair[0], pair[1]
        found[one] = found.get(one, "") + other
        found[other] = found.get(other, "") + one
    return found


_NEIGHBOURS = _neighbours()

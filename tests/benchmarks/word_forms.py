"""How well the stemmer joins the forms of a word and keeps other words apart, on a whole spelling dictionary.

Run by `make bench`: some 860,000 forms take about a minute.
"""

import pytest
from hunspell import Figures, Lemma, figures, lemmas

from pages.bulgarian import stem

NOMINAL, VERBAL = False, True


@pytest.fixture(scope="module")
def dictionary() -> list[Lemma]:
    return lemmas()


def tell(name: str, found: Figures, recall: float, precision: float) -> None:
    print(  # noqa: T201 - a benchmark tells
        f"{name}: {found.words:,} words, recall {found.recall:.1f} % (at least {recall:g} %), "
        f"precision {found.precision:.1f} % (at least {precision:g} %), pairs of forms {found.pairs:.1f} %"
    )


@pytest.mark.parametrize(
    ("name", "kinds", "recall", "precision"),
    [
        ("nouns, adjectives, numerals", (NOMINAL,), 98.5, 84),
        ("verbs", (VERBAL,), 60, 0),
        ("all words", (NOMINAL, VERBAL), 0, 80),
    ],
)
def test_the_forms_of_words_share_keys_of_their_own(
    dictionary: list[Lemma], name: str, kinds: tuple[bool, ...], recall: float, precision: float
) -> None:
    found = figures(dictionary, stem, *kinds)
    tell(name, found, recall, precision)
    assert found.words > 10_000
    assert found.recall >= recall
    assert found.precision >= precision

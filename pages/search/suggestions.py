"""„Може би търсите“: a query with its mistyped words put right by words of public pages."""

from django.conf import settings

from pages.bulgarian.typing import in_cyrillic, is_typed_in_latin
from pages.bulgarian.typos import candidates
from pages.models import PublicWord

MAX_CORRECTED = 3


def suggestion(typed: list[str], language: str) -> str:
    """Return the query with at most three words corrected; empty when there is nothing to correct.

    One query for the words that are right, one for each that is not. Whoever shows it must look first whether
    the public finds something by it: a word may have gone from the pages since it was collected.
    """
    meant = [_meant(word, language) for word in typed]
    known = set(PublicWord.objects.filter(language=language, word__in=meant).values_list("word", flat=True))
    wrong = [word for word in dict.fromkeys(meant) if word not in known]
    if not wrong or len(wrong) > MAX_CORRECTED:
        return ""
    better = {word: _best(word, language) for word in wrong}
    if not any(better.values()):
        return ""
    return " ".join(better.get(word) or word for word in meant)


def _meant(word: str, language: str) -> str:
    """Return a word typed in Latin letters on the Bulgarian site as it would stand on a page."""
    if language == settings.LANGUAGE_CODE and is_typed_in_latin(word):
        return in_cyrillic(word)[0]
    return word


def _best(word: str, language: str) -> str:
    costs = candidates(word, language)
    found = PublicWord.objects.filter(language=language, word__in=costs).values_list("word", "uses")
    ordered = sorted(found, key=lambda row: (costs[row[0]], -row[1], row[0]))
    return ordered[0][0] if ordered else ""

"""Keep the words of public pages, from which the search suggests what a reader may have meant."""

from collections import Counter
from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from wagtail.models import Page

from pages.bulgarian.search_terms import words
from pages.models import PublicWord
from pages.search_backend import text_of

SHORTEST = 4
# Ten thousand pages use fewer; the rest would be misprints and names of files.
MAX_WORDS = 100_000
BATCH = 500


class CollectWords:
    """Replaces the words of one or all languages by those on live public pages now."""

    def execute(self) -> int:
        """Return the number of words that are kept."""
        collected: dict[str, Counter[str]] = {}
        pages = Page.objects.live().public().select_related("locale").order_by("pk")
        for page in pages.specific().iterator(chunk_size=BATCH):
            collected.setdefault(page.locale.language_code, Counter()).update(words_on(page))
        rows = [
            PublicWord(language=language, word=word, uses=uses)
            for language, counter in collected.items()
            for word, uses in counter.most_common(MAX_WORDS)
        ]
        with transaction.atomic():
            PublicWord.objects.all().delete()
            PublicWord.objects.bulk_create(rows, batch_size=BATCH)
        return len(rows)


class AddWords:
    """Adds the words of one page that has become public; those that go are left to the next collection."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def execute(self) -> int:
        """Return the number of words that are new; a draft or a private page gives none."""
        if not Page.objects.live().public().filter(pk=self.page.pk).exists():
            return 0
        language = self.page.locale.language_code
        found = words_on(self.page.specific)
        before = PublicWord.objects.filter(language=language).count()
        rows = [PublicWord(language=language, word=word) for word in found]
        PublicWord.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
        return PublicWord.objects.filter(language=language).count() - before


class DropWords:
    """Takes away the words of a page that is public no more, or soon will not be; at most a word too many."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def execute(self) -> int:
        """Return the number of words that only this page had."""
        rows = PublicWord.objects.filter(language=self.page.locale.language_code)
        found = list(words_on(self.page.specific))
        gone = 0
        for start in range(0, len(found), BATCH):
            part = rows.filter(word__in=found[start : start + BATCH])
            gone += part.filter(uses__lte=1).delete()[0]
            part.update(uses=F("uses") - 1)
        return gone


def words_on(page: Page) -> set[str]:
    """Return the different words of a page that are long enough to be mistyped."""
    return {word for text in _texts(page) for word in words(text) if len(word) >= SHORTEST and word.isalpha()}


def _texts(page: Page) -> Iterable[str]:
    return (text for _name, text in text_of(page))

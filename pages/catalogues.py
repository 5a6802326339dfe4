"""The texts of the installed apps and of Django that the running catalogues leave untranslated."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import django
import polib
from django.apps import apps
from django.conf import settings
from django.utils.translation import to_locale
from django.utils.translation.trans_real import CONTEXT_SEPARATOR, DjangoTranslation, TranslationCatalog

DOMAINS = ("django", "djangojs")
# The language the texts of Django's world are written in: it has nothing to translate.
SOURCE_LANGUAGE = "en"


class Text(NamedTuple):
    """A text as the catalogues know it."""

    context: str | None
    singular: str
    plural: str

    @property
    def key(self) -> str:
        """The text as it is looked up, its context before it."""
        return f"{self.context}{CONTEXT_SEPARATOR}{self.singular}" if self.context else self.singular


class Coverage(NamedTuple):
    """How much of one app's domain is translated."""

    app: str
    domain: str
    texts: frozenset[Text]
    missing: frozenset[Text]


def coverage(language: str) -> Iterator[Coverage]:
    """Yield, for each app and domain with texts, which of them have no translation in a language."""
    server = DjangoTranslation(language)
    for app, folder in _folders():
        for domain in DOMAINS:
            if texts := shipped_texts(folder, domain):
                running = server if domain == "django" else _browser_translation(language, folder)
                yield Coverage(app, domain, texts, untranslated(texts, running))


def untranslated(texts: Iterable[Text], translation: DjangoTranslation) -> frozenset[Text]:
    """Return the texts for which a translation lacks the text itself or one of its plural forms."""
    return frozenset(text for text in texts if not _is_translated(text, translation))


def shipped_texts(folder: Path, domain: str) -> frozenset[Text]:
    """Return the texts of a `locale` folder: of its English catalogue, without one of all it has."""
    english = folder / "en" / "LC_MESSAGES" / f"{domain}.po"
    sources = [english] if english.is_file() else folder.glob(f"*/LC_MESSAGES/{domain}.po")
    return frozenset(
        Text(entry.msgctxt, entry.msgid, entry.msgid_plural)
        for source in sources
        for entry in polib.pofile(str(source))
        if not entry.obsolete
    )


def is_known(language: str) -> bool:
    """Tell whether Django itself speaks a language."""
    return (_django_folder() / to_locale(language)).is_dir()


def _is_translated(text: Text, translation: DjangoTranslation) -> bool:
    # The one place with the answer; Django's own JavaScriptCatalog reads it too.
    catalogue: TranslationCatalog = vars(translation)["_catalog"]
    if not text.plural:
        return bool(catalogue.get(text.key))
    # Bulgarian, as every language with plural forms, has at least these two.
    return all(catalogue.get((text.key, form)) for form in (0, 1))


def _browser_translation(language: str, folder: Path) -> DjangoTranslation:
    """Return what Django's JavaScriptCatalog gives the browser for one app."""
    return DjangoTranslation(language, domain="djangojs", localedirs=[str(folder)])


def _django_folder() -> Path:
    return Path(django.__file__).parent / "conf" / "locale"


def _folders() -> Iterator[tuple[str, Path]]:
    ours = {Path(folder) for folder in settings.LOCALE_PATHS}
    for config in apps.get_app_configs():
        folder = Path(config.path) / "locale"
        if folder.is_dir() and folder not in ours:
            yield config.name, folder
    yield "django", _django_folder()

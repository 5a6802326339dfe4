"""English texts: learnt from the content in pairs, given to the translation editor as its own strings."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.strings import StringValue, extract_strings

from library_site.demo.content import Item

TEXT_FIELDS = (
    "title",
    "name",
    "lead",
    "intro",
    "location",
    "description",
    "services",
    "status_reason",
    "role",
)

# What changes in a page when others come below it, or when it is published again.
NOT_WORDS = frozenset(
    {"numchild", "path", "latest_revision", "latest_revision_created_at", "last_published_at"}
)


@dataclass
class Words:
    """Pairs of texts, in the form in which translation sources keep them."""

    pairs: dict[str, str] = field(default_factory=dict)
    picture_alts: dict[str, str] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)

    def say(self, bulgarian: str, english: str) -> None:
        """Learn one pair; texts that begin with a tag are HTML and are taken apart."""
        if bulgarian == english:
            return
        if bulgarian.startswith("<"):
            theirs = [string.data for string, _ in extract_strings(english)[1]]
            ours = [string.data for string, _ in extract_strings(bulgarian)[1]]
            self.pairs.update(zip(ours, theirs, strict=True))
        else:
            self.pairs[plain(bulgarian)] = plain(english)

    def learn(self, item: Item) -> None:
        """Learn every field of an item that has its English beside it, as `title` and `title_en`."""
        for name in TEXT_FIELDS:
            if item.get(f"{name}_en"):
                self.say(item[name], item[f"{name}_en"])

    def pair(self, bulgarian: Any, english: Any) -> None:
        """Learn two raw bodies of the same shape; ValueError when the shapes differ."""
        if isinstance(bulgarian, dict):
            for name, value in bulgarian.items():
                self.pair(value, english[name])
        elif isinstance(bulgarian, list):
            for one, other in zip(bulgarian, english, strict=True):
                self.pair(one, other)
        elif isinstance(bulgarian, str) and bulgarian:
            self.say(bulgarian, english)

    def find(self, text: str) -> str | None:
        """Return the English of a text as it stands in a translation source; texts without letters stay."""
        if text in self.pairs:
            return self.pairs[text]
        if not any("а" <= letter <= "я" or letter == "ѝ" for letter in text.lower()):
            return text
        self.missing.add(text)
        return None


def plain(text: str) -> str:
    """Return a plain text as translation sources keep it."""
    return str(StringValue.from_plaintext(text).data)


def translate(source_row: models.Model, words: Words, locale: Locale, slug: str = "") -> Any:
    """Return the published translation of a page or snippet, made by the translation editor's own models.

    What somebody has edited since, in either language, is left alone.
    """
    source, is_old = _source(source_row)
    translation, is_new = Translation.objects.get_or_create(source=source, target_locale=locale)
    if not is_new and (is_old or _is_edited(translation)):
        return translation.get_target_instance()
    _fill(source, words, locale, slug)
    is_page = isinstance(source_row, Page)
    translation.save_target(publish=not is_page)
    target = translation.get_target_instance()
    if is_page:
        target.get_latest_revision().publish()
        target.refresh_from_db()
    return target


def _source(row: Any) -> tuple[TranslationSource, bool]:
    """Return the source of a row, and whether it says what it said before."""
    known = TranslationSource.objects.get_for_instance_or_none(row)
    if known is not None and isinstance(row, Page) and not _differs(known, row):
        return known, True
    source, _ = TranslationSource.update_or_create_from_instance(row)
    return source, known is not None and known.last_updated_at == source.last_updated_at


def _differs(source: TranslationSource, page: Any) -> bool:
    old, new = (json.loads(text) for text in (source.content_json, page.to_json()))
    return any(old.get(name) != value for name, value in new.items() if name not in NOT_WORDS)


def _is_edited(translation: Translation) -> bool:
    target = translation.get_target_instance()
    revision = target.latest_revision if isinstance(target, Page) else None
    return revision is not None and revision.user_id is not None


def _fill(source: TranslationSource, words: Words, locale: Locale, slug: str) -> None:
    known = set(
        StringTranslation.objects.filter(locale=locale, context__object_id=source.object_id).values_list(
            "translation_of_id", "context_id"
        )
    )
    fresh = []
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        place = (segment.string_id, segment.context_id)
        english = slug if slug and segment.context.path == "slug" else words.find(segment.string.data)
        if english is None or place in known:
            continue
        known.add(place)
        fresh.append(
            StringTranslation(
                translation_of=segment.string,
                locale=locale,
                context=segment.context,
                data=english,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            )
        )
    StringTranslation.objects.bulk_create(fresh)

"""How much of a translation is still in Bulgarian, and what may therefore be published."""

import re

from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation

from pages.bulgarian.alphabet import CYRILLIC_LETTER

_HAS_WORDS = re.compile(CYRILLIC_LETTER, re.IGNORECASE)


def missing_texts(translation: Translation) -> int:
    """Return how many texts with Bulgarian words have no translation, or one with an error: one query.

    An address, a number and a name in Latin letters may stay as they are.
    """
    segments = StringSegment.objects.filter(source=translation.source_id)
    waiting = segments.annotate_translation(translation.target_locale).filter(translation=None)
    return sum(bool(_HAS_WORDS.search(text)) for text in waiting.values_list("string__data", flat=True))


def keep_as_draft(translation: Translation, user: object) -> None:
    """Put what is translated into the page's draft; readers go on seeing what they saw.

    wagtail-localize saves the page itself even for a draft, so one that is live is left alone: its
    translated texts are kept beside it, and go into it when it is published.
    """
    target = translation.get_target_instance()
    if isinstance(target, Page) and not target.live:
        translation.save_target(user=user, publish=False)

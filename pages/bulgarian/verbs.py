"""Endings of verbs, of their participles and of the nouns made from them.

Only those are taken off that hardly any noun has; what is left ends in the vowel that stood before them. The
nouns in -не keep a key of their own: „писане“ is not „писан“.
"""

import re

_FINITE = re.compile(
    r"(?:(?:ва|ира)(?=те?$|й$)"  # отварят, отвориха: verbs in -вам, -ирам
    r"|(?:ва|ира|я|[^аъоуеиюяргвкзпнл]е)(?=йки$)"
    r"|(?<!гол)(?<!пр)(?<!исл)[ая](?=(?:ме?|ше?|ха?|хме|хте|йте)$)"
    r"|[еои](?=(?:хме|хте)$)|и(?=ха$)|(?<=.{4})е(?=ха$)|(?<=.{4})(?<!ст)и(?=х$)|е(?=(?:ше|те)$)|(?<=.{3})[еи](?=ш$))"
    r"(?P<ending>ме|м|ше|ш|хме|хте|ха|х|йте|йки|те|т|й)$"
)
_ADJECTIVE = r"(?:ата|ото|ите|ият|ия|ът|а|о|и|)$"
_PARTICIPLE = re.compile(
    rf"(?:(?:ва|ира)(?=[лн])|[ая](?=щ)|я(?=л)|(?<=...[^р])е(?=щ))(?P<ending>[лнщ]{_ADJECTIVE})"
)
_VERBAL_NOUN = re.compile(r"(?P<vowel>[ая])н(?:ето|ията|ието|иите|ие|ии|ия|е)$")
_SHORTEST = 2


def verbal_noun(word: str) -> str | None:
    """Return the key of a noun in -ане, -яне, -ание; None for another word."""
    found = _VERBAL_NOUN.search(word)
    return f"{word[: found.start()]}ани" if found and found.start() >= _SHORTEST else None


def without_verb_ending(word: str) -> str:
    """Return the word up to the vowel before its ending of a verb or participle; others as they are."""
    found = _FINITE.search(word) or _PARTICIPLE.search(word)
    return word[: found.start("ending")] if found and found.start() >= _SHORTEST else word

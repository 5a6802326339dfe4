"""Names of chitalishta as registers print them, made readable."""

import re
import unicodedata

_QUOTES = str.maketrans("", "", "\"„“”«»'")
_PREFIX = re.compile(r"^(?:народно\s+читалище|н\.?\s?ч\.?)\s+(?=\S)", re.IGNORECASE)
_PLACE = re.compile(r"\s*[-–—,]?\s*\b(?:с|гр)\.\s*(?P<place>[А-Яа-я][А-Яа-я -]+)$", re.IGNORECASE)
_YEAR = re.compile(r"[\s–—-]*(?<!\d)(?P<year>1[89]\d\d|20\d\d)\s*(?:година|год\.?|г\.?)?\s*$", re.IGNORECASE)
_SMALL = frozenset({"и", "на", "в", "във", "за", "от", "с", "със", "при", "до", "по"})
_WORD = re.compile(r"[^\W\d_]+")


def readable_name(register_name: str, settlement: str = "") -> str:
    """Return the name for readers: one kind of dash, no quotes or „г.“, no settlement that is shown anyway.

    The year of foundation stands at the end: „СВЕТЛИНА -1928 г.“ becomes „Светлина – 1928“.
    """
    text = " ".join(unicodedata.normalize("NFC", register_name).translate(_QUOTES).split())
    text = _without_place(_PREFIX.sub("", text), settlement)
    year = _YEAR.search(text)
    name = text[: year.start()] if year else text
    name = _spaced(_cased(name)).strip(" -–—,")
    if not year:
        return name or text
    return f"{name} – {year['year']}" if name else year["year"]


def readable_place(name: str) -> str:
    """Return the name of a settlement or municipality, not shouted: „СТАРА ЗАГОРА“ becomes „Стара Загора“."""
    return _cased(" ".join(unicodedata.normalize("NFC", name).split()))


def _without_place(text: str, settlement: str) -> str:
    found = _PLACE.search(text)
    if not (settlement and found):
        return text
    same = found["place"].strip().casefold() == settlement.casefold()
    return text[: found.start()] if same else text


def _cased(text: str) -> str:
    letters = [char for char in text if char.isalpha()]
    if len(letters) < 3 or any(char.islower() for char in letters):
        return text
    words = _WORD.sub(_capital, text)
    return words[:1].upper() + words[1:]


def _capital(match: re.Match[str]) -> str:
    word = match[0].lower()
    initial = match.string[match.end() : match.end() + 1] == "."
    return word if word in _SMALL and not initial else word.capitalize()


def _spaced(text: str) -> str:
    text = re.sub(r"\b(Св)\.\s*Св\.\s*", r"\1. св. ", text)
    text = re.sub(r"(?<=\.)(?=[А-Я])", " ", text)
    text = re.sub(r"\s+[-–—]\s*|\s*[-–—]\s+", " – ", text)
    return " ".join(text.split())

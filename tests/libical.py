"""libical through ctypes, a reader that is not ours: its check of RFC 5545 and its expansion of rules."""

import ctypes
from datetime import UTC, datetime, timedelta

import pytest

LIBRARY = "libical.so.3"
MISSING = f"no {LIBRARY}: apt install libical3"
X_LIC_ERROR = b"X-LIC-ERROR"
EPOCH = datetime(1970, 1, 1)

time_t = getattr(ctypes, "c_time_t", ctypes.c_long)


def load() -> ctypes.CDLL | None:
    """Return libical, or None where it is not installed."""
    try:
        library = ctypes.CDLL(LIBRARY)
    except OSError:
        return None
    library.icalparser_parse_string.restype = ctypes.c_void_p
    library.icalparser_parse_string.argtypes = [ctypes.c_char_p]
    library.icalrestriction_check.argtypes = [ctypes.c_void_p]
    library.icalcomponent_as_ical_string.restype = ctypes.c_char_p
    library.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]
    library.icalcomponent_count_errors.argtypes = [ctypes.c_void_p]
    library.icalcomponent_free.argtypes = [ctypes.c_void_p]
    library.icalrecur_expand_recurrence.argtypes = [
        *(ctypes.c_char_p, time_t, ctypes.c_int, ctypes.POINTER(time_t))
    ]
    return library


def errors(text: str) -> list[str]:
    """Return what libical finds wrong with a calendar; skips the test where libical is missing."""
    library = load()
    if library is None:
        pytest.skip(MISSING)
    component = library.icalparser_parse_string(text.encode())
    if not component:
        return ["libical cannot read it"]
    try:
        sound = library.icalrestriction_check(component) and not library.icalcomponent_count_errors(component)
        if sound:
            return []
        written = library.icalcomponent_as_ical_string(component).replace(b"\r\n ", b"")
        lines = [line.decode() for line in written.splitlines() if X_LIC_ERROR in line]
        return lines or ["libical refuses it without saying why"]
    finally:
        library.icalcomponent_free(component)


def expand(rule: str, start: datetime, most: int) -> list[datetime]:
    """Return the first dates of a rule, all in wall-clock time; skips the test where libical is missing."""
    library = load()
    if library is None:
        pytest.skip(MISSING)
    found = (time_t * most)()
    # Floating time: libical counts its seconds as if clocks never changed.
    first = int(start.replace(tzinfo=UTC).timestamp())
    if not library.icalrecur_expand_recurrence(rule.encode(), first, most, found):
        raise ValueError(f"libical cannot read {rule}")
    return [EPOCH + timedelta(seconds=seconds) for seconds in found if seconds]

"""Wall-clock time in Europe/Sofia and the two hours of the year in which it is not simple."""

from datetime import UTC, date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

FIRST_YEAR = 1990
LAST_YEAR = 2100


@lru_cache(maxsize=1)
def sofia() -> ZoneInfo:
    """The time zone of the library."""
    return ZoneInfo("Europe/Sofia")


def localise(wall: datetime) -> datetime:
    """The instant at which clocks in Europe/Sofia show `wall`, as an aware datetime.

    An hour that is skipped in March is read with the offset before the change, so 03:30 becomes
    04:30 summer time; an hour that comes twice in October is the first one (RFC 5545, 3.3.5).
    Raises ValueError for an aware datetime.
    """
    naive(wall)
    read_as_first = wall.replace(tzinfo=sofia(), fold=0)
    return read_as_first.astimezone(UTC).astimezone(sofia())


def to_wall(instant: datetime) -> datetime:
    """What clocks in Europe/Sofia show at an aware `instant`, as a naive datetime."""
    if instant.tzinfo is None:
        raise ValueError("An aware datetime is needed.")
    return instant.astimezone(sofia()).replace(tzinfo=None, fold=0)


def naive(moment: date) -> datetime:
    """A date as its midnight, a naive datetime as it is; ValueError for an aware one."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time.min)
    if moment.tzinfo is not None:
        raise ValueError("A wall-clock (naive) datetime is needed; use to_wall() for an instant.")
    return moment

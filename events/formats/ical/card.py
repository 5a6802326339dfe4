"""What a calendar says of one event, apart from its dates."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Card:
    """The texts and stamps that all VEVENTs of an event share; times are aware.

    `summary` is without any prefix; `description` is plain text, `html` is sanitised.
    """

    uid: str
    language: str
    summary: str
    url: str
    sequence: int
    created: datetime
    changed: datetime
    description: str = ""
    html: str = ""
    location: str = ""
    contact: str = ""
    categories: tuple[str, ...] = ()
    # Latitude and longitude; None when nobody knows where it is.
    geo: tuple[float, float] | None = None
    # The name and the public address of who is responsible; both empty or both filled in.
    organizer: tuple[str, str] = ("", "")

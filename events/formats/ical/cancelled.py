"""What a subscriber sees of cancelled events: taken out of, or marked in, stored VEVENTs."""

import re
from typing import Literal

Cancelled = Literal["keep", "mark", "omit"]

VEVENT = re.compile(r"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", re.DOTALL)
# With the line break before it, so that no folded description can look like it.
STATUS = "\r\nSTATUS:CANCELLED\r\n"
RECURRENCE_ID = re.compile(r"^RECURRENCE-ID([;:][^\r]+)\r\n", re.MULTILINE)


def show_cancelled(vevents: str, choice: Cancelled) -> str:
    """Return the VEVENTs of one event as a subscriber chose.

    `keep` leaves STATUS:CANCELLED; `mark` leaves only the words in the title, for calendars that hide
    cancelled events; `omit` leaves cancelled dates out, from the series too.
    """
    if choice == "keep" or STATUS not in vevents:
        return vevents
    if choice == "mark":
        return vevents.replace(STATUS, "\r\nSTATUS:CONFIRMED\r\n")
    # An event may come with a second series of its own, the opening: each is a master with its overrides.
    masters: list[str] = []
    overrides: list[str] = []
    for vevent in VEVENT.findall(vevents):
        identity = RECURRENCE_ID.search(vevent)
        if identity is None:
            masters.append(vevent)
        elif STATUS not in vevent:
            overrides.append(vevent)
        elif masters:
            masters[-1] = _without_date(masters[-1], identity.group(1))
    if masters and STATUS in masters[0]:
        return "".join(master for master in masters[1:] if STATUS not in master)
    return "".join([*(master for master in masters if STATUS not in master), *overrides])


def _without_date(master: str, moment: str) -> str:
    listed = f"\r\nRDATE{moment}\r\n"
    if listed in master:
        return master.replace(listed, "\r\n")
    return master.replace("\r\nEND:VEVENT\r\n", f"\r\nEXDATE{moment}\r\nEND:VEVENT\r\n")

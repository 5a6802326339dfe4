"""Series as programs really write them: added, excluded and changed dates find their place; no database."""

import pytest
from calendars import calendar, outlook_zone, vevent
from imported_calendars import TODAY, told

from events.imports import read_calendar

FRIDAY = "20261204T180000"
WEEKLY = "RRULE:FREQ=WEEKLY;BYDAY=FR"


def event(*lines: str, start: str = "", title: str = "Клуб") -> str:
    return vevent("a@example", *lines, start=start, title=title)


def changed(moment: str, *lines: str, start: str, **values: str) -> str:
    return event(f"RECURRENCE-ID;{moment}", *lines, start=start, **values)


SERIES = [
    (
        "Outlook's series",
        [
            outlook_zone("FLE Standard Time"),
            event(
                "DTSTART;TZID=FLE Standard Time:20261202T180000",
                "RRULE:FREQ=WEEKLY;UNTIL=20270630T150000Z;INTERVAL=1;BYDAY=WE;WKST=MO",
                "EXDATE;TZID=FLE Standard Time:20261216T180000,20261223T180000",
            ),
        ],
        "2026-12-02 18:00:00; FREQ=WEEKLY;BYDAY=WE;UNTIL=20270630T180000; cancelled 1216-1800; "
        "cancelled 1223-1800",
    ),
    (
        "excluded in UTC, as a day, floating, and a date that is none",
        [
            event(
                WEEKLY,
                "EXDATE:20261211T160000Z",
                "EXDATE;VALUE=DATE:20261218",
                "EXDATE:20261225T180000,20261226T180000",
                start=FRIDAY,
            )
        ],
        "2026-12-04 18:00:00; FREQ=WEEKLY;BYDAY=FR; cancelled 1211-1800; cancelled 1218-1800; "
        "cancelled 1225-1800",
    ),
    (
        "added as a day",
        [event(WEEKLY, "RDATE;VALUE=DATE:20261210", start=FRIDAY)],
        "2026-12-04 18:00:00; FREQ=WEEKLY;BYDAY=FR; extra 1210-1800",
    ),
    (
        "added and excluded again",
        [event(WEEKLY, "RDATE:20261210T180000", "EXDATE:20261210T180000", start=FRIDAY)],
        "2026-12-04 18:00:00; FREQ=WEEKLY;BYDAY=FR",
    ),
    (
        "added and then moved",
        [
            event(WEEKLY, "RDATE:20261210T180000", start=FRIDAY),
            changed("TZID=Europe/Sofia:20261210T180000", start="20261210T190000"),
        ],
        "2026-12-04 18:00:00; FREQ=WEEKLY;BYDAY=FR; extra 1210-1900",
    ),
    (
        "added and then cancelled",
        [
            event(WEEKLY, "RDATE:20261210T180000", start=FRIDAY),
            changed("TZID=Europe/Sofia:20261210T180000", "STATUS:CANCELLED", start="20261210T180000"),
        ],
        "2026-12-04 18:00:00; FREQ=WEEKLY;BYDAY=FR",
    ),
    (
        "periods",
        [
            event(
                "RDATE;VALUE=PERIOD:20261211T160000Z/PT1H,20261218T160000Z/20261218T180000Z",
                "DURATION:PT1H",
                start=FRIDAY,
            )
        ],
        "2026-12-04 18:00:00–19:00:00; extra 1211-1800; extra 1218-1800–1218-2000",
    ),
    (
        "a start that is not of the rule and is excluded",
        [event("RRULE:FREQ=WEEKLY;BYDAY=MO", f"EXDATE;TZID=Europe/Sofia:{FRIDAY}", start=FRIDAY)],
        "2026-12-07 18:00:00; FREQ=WEEKLY;BYDAY=MO",
    ),
    (
        "changed dates named in UTC and by the day, one without a title",
        [
            event(WEEKLY, start=FRIDAY),
            event("RECURRENCE-ID:20261211T160000Z", start="20261211T190000"),
            changed("VALUE=DATE:20261218", "STATUS:CANCELLED", start="20261218T180000", title=""),
        ],
        "2026-12-04 18:00:00; FREQ=WEEKLY;BYDAY=FR; moved 1211-1800>1211-1900; cancelled 1218-1800",
    ),
    (
        "changed dates without their series",
        [
            changed("TZID=Europe/Sofia:20261211T180000", "STATUS:CANCELLED", start="20261211T180000"),
            changed("TZID=Europe/Sofia:20261218T180000", start="20261218T190000"),
            changed("TZID=Europe/Sofia:20261225T180000", start="20261225T190000"),
        ],
        "2026-12-18 19:00:00; extra 1225-1900",
    ),
    ("spaces in a rule", [event("RRULE:FREQ=WEEKLY; BYDAY=FR;", start=FRIDAY)], "2026-12-04 18:00:00; "
     "FREQ=WEEKLY;BYDAY=FR"),
    ("small letters", [event("RRULE:freq=weekly;byday=fr", start=FRIDAY)], "2026-12-04 18:00:00; "
     "FREQ=WEEKLY;BYDAY=FR"),
    (
        "the later of two versions",
        [
            event("SEQUENCE:5", start=FRIDAY),
            event("SEQUENCE:3", "LAST-MODIFIED:20261101T000000Z", start="20261205T180000"),
        ],
        "2026-12-04 18:00:00",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "expected"), [row[1:] for row in SERIES], ids=[str(row[0]) for row in SERIES]
)
def test_series_of_other_programs_keep_their_dates(parts: list[str], expected: str) -> None:
    (candidate,) = read_calendar(calendar(*parts), TODAY).candidates
    assert told(candidate) == expected

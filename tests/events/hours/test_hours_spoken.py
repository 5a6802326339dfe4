"""Hours as people write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.hours import HoursError, Interval, read_intervals, validate_intervals, write_intervals

READ = [
    ("8:30–12:30, 13–18", "8:30–12:30, 13:00–18:00"),
    ("8:30-18:30", "8:30–18:30"),
    ("08.30 — 18.30", "8:30–18:30"),
    ("830-1830", "8:30–18:30"),
    ("0830–1230; 13:00−18:00", "8:30–12:30, 13:00–18:00"),
    ("от 8:30 до 12:30 и от 13 до 18 ч.", "8:30–12:30, 13:00–18:00"),
    ("8:30 ч. – 17:00 ч.", "8:30–17:00"),
    ("9 - 17 часа", "9:00–17:00"),
    ("13-18, 8-12", "8:00–12:00, 13:00–18:00"),
    ("8–12, 12–18", "8:00–12:00, 12:00–18:00"),
    ("0-23:59", "0:00–23:59"),
    ("8-12,\n13-18", "8:00–12:00, 13:00–18:00"),
    ("", ""),
    ("  ", ""),
    ("–", ""),
    ("Затворено", ""),
    ("почивен ден", ""),
]


@pytest.mark.parametrize(("text", "meant"), READ)
def test_hours_are_read_as_they_are_meant(text: str, meant: str) -> None:
    assert write_intervals(read_intervals(text)) == meant


REFUSED = [
    ("сутрин", "unreadable"),
    ("8:30", "unreadable"),
    ("8-12-18", "unreadable"),
    ("8:30-25", "unreadable"),
    ("8:60-12", "unreadable"),
    ("24-8", "unreadable"),
    ("8:3-12", "unreadable"),
    ("–8-12", "unreadable"),
    ("1" * 200, "unreadable"),
    ("18-8:30", "end-before-start"),
    ("8:30-8:30", "empty"),
    ("20-2", "over-midnight"),
    ("20-24", "over-midnight"),
    ("8-12, 11-18", "overlap"),
    ("8-9, 10-11, 12-13, 14-15, 16-17, 18-19, 20-21, 22-23, 6-7", "too-many"),
]


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_what_cannot_be_hours_is_refused_by_name(text: str, code: str) -> None:
    with pytest.raises(HoursError) as refused:
        read_intervals(text)
    assert refused.value.code == code


times = st.times().map(lambda one: one.replace(second=0, microsecond=0))


@given(st.lists(st.tuples(times, times), max_size=4))
def test_what_is_written_is_read_as_the_same(rows: list[tuple[object, object]]) -> None:
    if validate_intervals(rows):  # type: ignore[arg-type]
        return
    intervals = tuple(sorted(Interval(opens, closes) for opens, closes in rows))  # type: ignore[arg-type]
    assert read_intervals(write_intervals(intervals)) == intervals


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(HoursError):
        assert isinstance(read_intervals(text), tuple)

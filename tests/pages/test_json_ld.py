"""Structured data inside pages."""

import json
from datetime import date, datetime, time
from html.parser import HTMLParser
from typing import Any

from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from pages.json_ld import json_ld

COMPONENT = "pages/components/json_ld.html"


class Scripts(HTMLParser):
    """The texts of scripts, as a browser sees them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.others: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        (self.found if tag == "script" else self.others).append("")

    def handle_data(self, data: str) -> None:
        if self.found:
            self.found[-1] += data


def read_back(page: str) -> Any:
    scripts = Scripts()
    scripts.feed(page)
    assert len(scripts.found) == 1, page
    assert not scripts.others, page
    return json.loads(scripts.found[0])


@given(st.text())
def test_no_text_can_leave_its_script(text: str) -> None:
    page = render_to_string(COMPONENT, {"data": {"@type": "Event", "name": f"x{text}</script><b>&amp;"}})
    assert read_back(page)["name"] == f"x{text}</script><b>&amp;"


def test_what_is_empty_is_left_out_and_what_is_false_or_nought_stays() -> None:
    data = {
        "@type": "Event",
        "image": None,
        "description": "",
        "performer": [],
        "location": {"@type": "Place", "name": ""},
        "isAccessibleForFree": False,
        "maximumAttendeeCapacity": 0,
    }
    kept = {"@context", "@type", "isAccessibleForFree", "maximumAttendeeCapacity"}
    assert json.loads(json_ld(data)).keys() == kept


def test_dates_and_times_are_written_by_iso_8601() -> None:
    data = {"startDate": date(2026, 11, 23), "endDate": datetime(2026, 11, 23, 18), "opens": time(8, 30)}
    written = json.loads(json_ld(data))
    assert (written["startDate"], written["endDate"]) == ("2026-11-23", "2026-11-23T18:00:00")
    assert written["opens"] == "08:30:00"


def test_nothing_is_written_without_data() -> None:
    assert "script" not in render_to_string(COMPONENT, {"data": None})

"""Every library on the map: where it stands if that is known, else by its municipality; and as a table."""

import re
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from methodology_factories import LibraryFactory
from pages_factories import MunicipalityFactory, SettlementFactory

from methodology.geography import CENTRES
from methodology.library_map import EAST, HEIGHT, NORTH, SOUTH, WEST, WIDTH, Placed, dots
from methodology.models import Library

PAGE = "/admin/methodology/map/"


@pytest.fixture
def place(db: None) -> Any:
    municipality = MunicipalityFactory(code="SZR22", name="Мъглиж", slug="maglizh")
    return SettlementFactory(ekatte="87212", name="Ягода", municipality=municipality)


def test_each_working_library_is_a_dot_and_a_row(admin_client: Client, place: Any) -> None:
    exact = LibraryFactory(settlement=place, latitude=Decimal("42.55"), longitude=Decimal("25.58"))
    LibraryFactory(settlement=place)
    LibraryFactory(settlement=place, status="closed")
    response = admin_client.get(PAGE)
    page = response.content.decode()
    circles = re.findall(r"<circle[^>]*>", page)
    assert len(circles) == 2
    assert sum('class="is-near"' in circle for circle in circles) == 1
    assert f"/libraries/{exact.pk}/passport/" in page
    assert len(re.findall(r"<tr><th scope=\"row\">", page)) == 2
    assert "42,55000; 25,58000" in page
    # Numbers of a drawing have a point, whatever the language.
    assert not re.search(r'c[xy]="[0-9]*,', page)


def test_the_map_asks_one_question_for_any_number_of_libraries(
    rf: Any, admin_user: Any, place: Any, count_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from methodology.views.network import library_map

    monkeypatch.setattr(library_map, "render", lambda request, name, context: context["dots"])
    for number in (1, 4):
        for _ in range(number):
            LibraryFactory(settlement=place)
        request = rf.get("/")
        request.user = admin_user
        with count_queries("the libraries with their places"):
            library_map.library_map(request)


def test_a_place_is_given_whole_or_not_at_all(place: Any) -> None:
    half: Library = LibraryFactory(settlement=place, latitude=Decimal("42.5"))
    with pytest.raises(ValidationError, match="двете координати"):
        half.full_clean()
    half.longitude = Decimal("250")
    with pytest.raises(ValidationError) as error:
        half.full_clean()
    assert list(error.value.message_dict) == ["longitude"]


def test_north_is_above_and_east_is_right() -> None:
    south, north = dots([Placed("юг", "", 42.2, 25.3), Placed("север", "", 42.6, 25.9)], CENTRES)
    assert north.y < south.y
    assert north.x > south.x


def test_a_place_in_another_country_falls_back_to_the_municipality() -> None:
    (dot,) = dots([Placed("сбъркана", "SZR22", 25.5, 42.6)], CENTRES)
    assert not dot.is_exact
    assert dots([Placed("без община", "XXX99")], CENTRES) == []


@given(st.lists(st.sampled_from(sorted(CENTRES)), max_size=150))
def test_no_dot_hides_another_of_its_municipality_or_leaves_the_drawing(codes: list[str]) -> None:
    found = dots([Placed("", code) for code in codes], CENTRES)
    by_code: dict[str, list[tuple[float, float]]] = {}
    for code, dot in zip(codes, found, strict=True):
        assert 0 < dot.x < WIDTH
        assert 0 < dot.y < HEIGHT
        for x, y in by_code.setdefault(code, []):
            assert (x - dot.x) ** 2 + (y - dot.y) ** 2 > 16
        by_code[code].append((dot.x, dot.y))


@given(st.floats(SOUTH, NORTH), st.floats(WEST, EAST))
def test_every_place_of_the_region_is_on_the_drawing(north: float, east: float) -> None:
    (dot,) = dots([Placed("", "", north, east)], CENTRES)
    assert dot.is_exact
    assert 0 <= dot.x <= WIDTH
    assert 0 <= dot.y <= HEIGHT

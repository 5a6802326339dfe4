"""Case, order, dates and numbers as Bulgarian readers expect them, on both databases."""

from datetime import date, datetime, time

import pytest
from django.contrib.auth.models import User
from django.db.models.functions import Lower, Upper
from django.forms import DateField
from django.test import Client
from django.urls import reverse
from django.utils import formats, translation
from pages_factories import MunicipalityFactory, SettlementFactory
from wagtail.models import Page

from pages.bulgarian import dates, sort_key
from pages.database import InBulgarianOrder, alphabetical
from pages.models import Municipality, Settlement

NAMES = [
    "Ябълково",
    "Братя Даскалови",
    "опан",
    "Айтос",
    "Щръклево",
    "Юндола",
    "Йоаким Груево",
    "Varna",
    "2 могили",
]
IN_ORDER = [
    "2 могили",
    "Айтос",
    "Братя Даскалови",
    "Йоаким Груево",
    "опан",
    "Щръклево",
    "Юндола",
    "Ябълково",
    "Varna",
]


def test_texts_sort_as_in_a_bulgarian_list() -> None:
    assert sorted(NAMES, key=sort_key) == IN_ORDER


def test_quotes_and_stress_do_not_move_a_title() -> None:
    assert sort_key("„Зора“")[:4] == sort_key("Зора")[:4]
    assert sort_key("въ́лна").startswith("вълна")


@pytest.mark.django_db
def test_the_database_sorts_as_python_does() -> None:
    municipality = MunicipalityFactory()
    for number, name in enumerate(NAMES):
        SettlementFactory(name=name, ekatte=f"{number:05}", municipality=municipality)
    assert [row.name for row in Settlement.objects.order_by(InBulgarianOrder("name"))] == IN_ORDER


LOOKUPS = [
    ({"name__icontains": "ЗАГОРА"}, True),
    ({"name__istartswith": "стара"}, True),
    ({"name__iexact": "стара загора"}, True),
    ({"name__iendswith": "ГОРА"}, True),
    ({"name__icontains": "%"}, False),
    ({"name__icontains": "_"}, False),
    ({"name__contains": "Загора"}, True),
    ({"name__icontains": "казанлък"}, False),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("lookup", "found"), LOOKUPS)
def test_a_lookup_does_not_mind_the_case_of_cyrillic(lookup: dict[str, str], found: bool) -> None:
    MunicipalityFactory()
    assert Municipality.objects.filter(**lookup).exists() is found


@pytest.mark.django_db
def test_the_database_changes_the_case_of_cyrillic() -> None:
    MunicipalityFactory()
    row = Municipality.objects.annotate(low=Lower("name"), high=Upper("name")).get()
    assert (row.low, row.high) == ("стара загора", "СТАРА ЗАГОРА")


@pytest.mark.django_db
def test_a_place_is_spelled_in_latin_until_somebody_writes_another_name() -> None:
    place = SettlementFactory(name="Ръжена")
    assert place.name_en == "Razhena"
    assert str(place) == "с. Ръжена"
    with translation.override("en"):
        assert place.display_name == "Razhena"


DAY = date(2026, 11, 22)
WRITTEN = [
    ("bg", "DATE_FORMAT", "22 ноември 2026 г."),
    ("bg", "SHORT_DATE_FORMAT", "22.11.2026"),
    ("en", "DATE_FORMAT", "22 November 2026"),
]


@pytest.mark.parametrize(("language", "style", "text"), WRITTEN)
def test_django_writes_dates_as_people_do(language: str, style: str, text: str) -> None:
    with translation.override(language):
        assert formats.date_format(DAY, style).lower() == text.lower()


def test_a_week_begins_on_monday_and_time_has_twenty_four_hours() -> None:
    with translation.override("bg"):
        assert formats.get_format("FIRST_DAY_OF_WEEK") == 1
        assert (
            formats.date_format(datetime(2026, 11, 22, 18, 30), "SHORT_DATETIME_FORMAT")
            == "22.11.2026, 18:30"
        )
        assert formats.number_format(1234567.5, 1, force_grouping=True) == "1\xa0234\xa0567,5"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("22.11.2026", DAY),
        ("22.11.2026 г.", DAY),
        ("06.05.2026", date(2026, 5, 6)),
        ("06/05/2026", date(2026, 5, 6)),
        ("2026-11-22", DAY),
    ],
)
def test_a_form_reads_the_day_first(text: str, day: date) -> None:
    with translation.override("bg"):
        assert DateField(localize=True).clean(text) == day


SPANS = [
    (
        date(2026, 9, 10),
        date(2026, 10, 10),
        "10 септември – 10 октомври 2026\xa0г.",
        "10 September – 10 October 2026",
    ),
    (date(2026, 11, 10), date(2026, 11, 15), "10–15 ноември 2026\xa0г.", "10–15 November 2026"),
    (DAY, DAY, "22 ноември 2026\xa0г.", "22 November 2026"),
    (
        date(2026, 12, 28),
        date(2027, 1, 3),
        "28 декември 2026\xa0г. – 3 януари 2027\xa0г.",
        "28 December 2026 – 3 January 2027",
    ),
]


@pytest.mark.parametrize(("first", "last", "bulgarian", "english"), SPANS)
def test_a_span_says_month_and_year_once(first: date, last: date, bulgarian: str, english: str) -> None:
    assert dates.date_range(first, last, "bg") == bulgarian
    assert dates.date_range(first, last, "en") == english


def test_days_and_hours_have_words() -> None:
    assert dates.weekday_name(DAY) == "неделя"
    assert dates.weekday_name(DAY, "en") == "Sunday"
    assert dates.time_range(time(8, 30), time(18, 30)) == "8:30–18:30"
    assert dates.time_range(time(18)) == "18:00"
    assert dates.short_date(DAY) == "22.11.2026"


@pytest.mark.django_db
@pytest.mark.parametrize("order", ["name", "-name"])
def test_a_list_of_the_admin_is_in_bulgarian_order(client: Client, order: str) -> None:
    client.force_login(User.objects.create_superuser("admin", password="lipa"))
    municipality = MunicipalityFactory()
    for number, name in enumerate(NAMES):
        SettlementFactory(name=name, ekatte=f"{number:05}", municipality=municipality)
    page = client.get(reverse("wagtailsnippets_pages_settlement:list"), {"ordering": order})
    listed = [row.name for row in page.context["object_list"]]
    assert listed == (IN_ORDER if order == "name" else IN_ORDER[::-1])


@pytest.mark.django_db
def test_a_place_in_the_tree_and_an_expression_keep_their_order() -> None:
    pages = Page.objects.order_by("path")
    assert alphabetical(pages) is pages
    by_date = Municipality.objects.order_by(Lower("name").desc())
    assert alphabetical(by_date) is by_date
    sliced = Municipality.objects.order_by("name")[:3]
    assert alphabetical(sliced) is sliced

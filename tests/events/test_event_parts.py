"""Visiting hours, several places, partners, a video and files of an event, on every surface."""

from datetime import date, time
from typing import Any

import pytest
from django.test import Client
from events_factories import library_hours, published_event, republish
from pages_factories import DocumentFactory, MunicipalityFactory, SettlementFactory
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from events.forms.visiting_hours import refuse_visiting
from events.models import EventFile, EventPage, EventPartner, FurtherPlace, VisitingHours
from events.planning.visiting import Visiting, visiting_problems

pytestmark = pytest.mark.django_db
TEN, FIVE = time(10), time(17)


@pytest.fixture
def exhibition(programme: Any) -> EventPage:
    """A month on show in the library and in a village, with partners, hours, a video and a file."""
    library_hours()
    chirpan = MunicipalityFactory(name="Чирпан", code="SZR36")
    village = SettlementFactory(name="Гита", ekatte="14948", municipality=chirpan)
    return published_event(
        programme,
        title="Правият град",
        start_date=date(2026, 11, 10),
        end_date=date(2026, 12, 12),
        start_time=None,
        end_time=None,
        location="Фоайе",
        municipality=MunicipalityFactory(),
        video_url="https://example.org/zapis",
        visiting_hours=[
            VisitingHours(weekday=1, last_weekday=5, opens=TEN, closes=FIVE),
            VisitingHours(weekday=6, opens=time(11), closes=time(14)),
        ],
        further_places=[FurtherPlace(name="Читалище „Просвета“", settlement=village, municipality=chirpan)],
        partners=[
            EventPartner(name="Исторически музей", url="https://muzei.example"),
            EventPartner(name="Читалище „Просвета“"),
        ],
        files=[EventFile(document=DocumentFactory(title="План на изложбата"))],
    )


HOURS = "вторник – събота 10:00–17:00, неделя 11:00–14:00"


def test_the_page_tells_the_hours_all_places_the_partners_the_video_and_the_files(
    client: Client, exhibition: EventPage
) -> None:
    page = client.get(exhibition.url).content.decode()
    for told in (
        HOURS,
        "<li>Фоайе</li>",
        "<li>Читалище „Просвета“, с. Гита</li>",
        '<a href="https://muzei.example" rel="noopener">Исторически музей</a>',
        'href="https://example.org/zapis"',
        "План на изложбата",
    ):
        assert told in page


def test_lists_tell_the_hours_and_the_places(client: Client, exhibition: EventPage) -> None:
    assert HOURS in client.get("/sabitia/").content.decode()
    evening = {"start_time": time(18), "end_time": time(19), "end_date": None, "visiting_hours": []}
    republish(exhibition, **evening, start_date=date(2026, 12, 1))
    assert "Фоайе; Читалище „Просвета“" in client.get("/sabitia/").content.decode()


def test_the_calendar_tells_them_too(client: Client, exhibition: EventPage) -> None:
    text = client.get("/feeds/events.ics").content.decode().replace("\r\n ", "")
    assert "LOCATION:Фоайе\\; Читалище „Просвета“\\, с. Гита" in text
    for told in (
        "За посещение: вторник – събота 10:00–17:00\\, неделя 11:00–14:00",
        "С участието на: Исторически музей\\, Читалище „Просвета“",
        "Видео: https://example.org/zapis",
        "План на изложбата: http",
    ):
        assert told in text


def test_the_api_tells_them_in_parts(client: Client, exhibition: EventPage) -> None:
    found = client.get(f"/api/v1/events/{exhibition.uid}/").json()
    assert [(place["name"], place["settlement"]) for place in found["places"]] == [
        ("Фоайе", ""),
        ("Читалище „Просвета“", "с. Гита"),
    ]
    assert [place["municipality"]["slug"] for place in found["places"]] == ["stara-zagora", "chirpan"]
    hours = [(row["weekday"], row["opens"], row["closes"]) for row in found["visiting_hours"]]
    assert hours == [*((day, "10:00:00", "17:00:00") for day in range(2, 7)), (7, "11:00:00", "14:00:00")]
    assert [partner["name"] for partner in found["partners"]] == ["Исторически музей", "Читалище „Просвета“"]
    assert found["video_url"] == "https://example.org/zapis"
    assert found["files"][0]["title"] == "План на изложбата"


@pytest.mark.parametrize("surface", ["/sabitia/", "/feeds/events.ics", "/api/v1/events/"])
@pytest.mark.parametrize(("slug", "found"), [("chirpan", 1), ("stara-zagora", 1), ("maglizh", 0)])
def test_an_event_is_found_by_the_municipality_of_each_of_its_places(
    client: Client, exhibition: EventPage, surface: str, slug: str, found: int
) -> None:
    MunicipalityFactory(name="Мъглиж", code="SZR22", ekatte="48100")
    response = client.get(f"{surface}?municipality={slug}")
    is_json = response["Content-Type"].startswith("application/json")
    text = response.json()["items"] if is_json else response.content.decode()
    assert ("Правият град" in str(text)) is bool(found)


def test_a_settlement_fills_in_its_municipality_and_another_one_is_refused(programme: Any) -> None:
    village = SettlementFactory(municipality=MunicipalityFactory(name="Чирпан", code="SZR36"))
    place = FurtherPlace(settlement=village)
    place.clean()
    assert place.municipality.name == "Чирпан"
    place.municipality = MunicipalityFactory()
    with pytest.raises(Exception, match="в община Чирпан"):
        place.clean()
    with pytest.raises(Exception, match="Мястото е празно"):
        FurtherPlace().clean()


@pytest.mark.parametrize("url", ["http://muzei.example", "javascript:alert(1)", "ftp://muzei.example"])
def test_only_safe_addresses_of_partners_are_taken(url: str) -> None:
    with pytest.raises(Exception, match="https://"):
        EventPartner(name="Музей", url=url).full_clean(exclude=["event", "locale", "translation_key"])


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([(1, 5, TEN, FIVE)], None),
        ([(1, 5, TEN, time(12)), (1, 5, time(13), FIVE)], None),
        ([(1, 5, TEN, FIVE), (3, 3, time(16), time(18))], "overlap"),
        ([(1, 5, FIVE, TEN)], "end-before-start"),
        ([(6, 1, TEN, FIVE)], "backwards"),
        ([(0, 0, TEN, FIVE)], "outside"),
    ],
)
def test_hours_that_an_exhibition_cannot_have_are_refused(rows: Any, code: str | None) -> None:
    tuesday, sunday = date(2026, 11, 24), date(2026, 11, 29)
    problems = visiting_problems([Visiting(*row) for row in rows], tuesday, sunday)
    assert [problem.code for _, problem in problems[:1]] == ([code] if code else [])


class FormRow:
    """A row of a form, as far as checks look at it."""

    def __init__(self, instance: VisitingHours) -> None:
        self.instance, self.errors, self.fields = instance, {}, {"weekday": None}

    def add_error(self, field: str, error: Any) -> None:
        self.errors[field] = " ".join(error.messages)


@pytest.mark.parametrize(
    "fields", [{"start_time": time(18), "end_time": time(19), "end_date": None}, {"end_date": None}]
)
def test_only_an_exhibition_has_hours(fields: dict[str, Any]) -> None:
    values = {"start_date": date(2026, 11, 10), "end_date": date(2026, 12, 12), **fields}
    row: Any = FormRow(VisitingHours(weekday=1, opens=TEN, closes=FIVE))
    assert refuse_visiting(EventPage(**values), [row])
    assert "Часове за посещение има изложба" in row.errors["weekday"]


def test_the_form_keeps_what_was_typed_and_shows_the_error_at_its_row(
    admin_client: Client, programme: Any
) -> None:
    row = {"weekday": "1", "last_weekday": "5", "opens": "17:00", "closes": "10:00"}
    data = nested_form_data(
        {
            "title": "Правият град",
            "start_date": "10.11.2026",
            "end_date": "12.12.2026",
            "attendance_mode": "offline",
            "status": "planned",
            "closure_policy": "ask",
            "body-count": "0",
            "changes": inline_formset([]),
            "visiting_hours": inline_formset([row]),
            "further_places": inline_formset([]),
            "partners": inline_formset([]),
            "files": inline_formset([]),
            "comments": inline_formset([]),
        }
    )
    answer = admin_client.post(f"/admin/pages/add/events/eventpage/{programme.pk}/", data)
    page = answer.content.decode()
    assert "Краят 10:00 е преди началото 17:00" in page
    assert 'value="17:00"' in page
    assert not EventPage.objects.filter(title="Правият град").exists()

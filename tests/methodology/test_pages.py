import datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from methodology_factories import (
    AudienceFactory,
    CategoryFactory,
    LibraryFactory,
    MaterialFactory,
    MaterialFileFactory,
    MethodologyIndexFactory,
    PostFactory,
    TrainingFactory,
)
from pages_factories import (
    DocumentFactory,
    MunicipalityFactory,
    SettlementFactory,
    create_site,
    translate,
)
from trainings_factories import RegistrationFactory

from methodology.models import MethodologyContact, MethodologyDeadline, TrainingStatus

pytestmark = pytest.mark.django_db
NOON = "2026-11-23T12:00:00+02:00"


@pytest.fixture(autouse=True)
def _today() -> Any:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def index() -> Any:
    return MethodologyIndexFactory(parent=create_site(english=True).home, lead="За колегите от областта.")


def text_of(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def list_of(client: Client, url: str) -> str:
    """Return the page from its list of all materials on."""
    text = text_of(client, url)
    return text[text.index('id="materials"') :]


def test_materials_stand_under_their_categories_in_order(client: Client, index: Any) -> None:
    forms = CategoryFactory(name="Образци", slug="obraztsi", sort_order=2)
    norms = CategoryFactory(name="Нормативна база", slug="normi", sort_order=1)
    MaterialFactory(parent=index, title="Дневник на библиотеката", category=forms)
    MaterialFactory(parent=index, title="Наредба № 3", category=norms)
    MaterialFactory(parent=index, title="Чернова", category=norms, live=False)
    text = list_of(client, index.url)
    places = [text.index(f">{words}<") for words in ("Нормативна база</h3>"[:-5], "Наредба № 3")]
    assert places == sorted(places)
    assert text.index("Наредба № 3") < text.index("Дневник на библиотеката")
    assert "Чернова" not in text


def test_an_empty_index_says_what_will_come(client: Client, index: Any) -> None:
    text = text_of(client, index.url)
    assert "Тук още няма материали" in text
    assert "В момента няма обявени обучения." in text


def test_the_list_is_narrowed_by_category_and_by_library(client: Client, index: Any) -> None:
    forms = CategoryFactory(name="Образци", slug="obraztsi")
    schools = AudienceFactory(name="Училищни библиотеки", slug="uchilishtni")
    MaterialFactory(parent=index, title="Дневник", category=forms)
    MaterialFactory(parent=index, title="Наредба")
    MaterialFactory(parent=index, title="Картотека", category=forms, audiences=[schools])
    by_category = text_of(client, index.url + "?category=obraztsi")
    assert "Дневник" in by_category
    assert "Наредба" not in by_category
    AudienceFactory(name="Градски", slug="gradski")
    by_both = text_of(client, index.url + "?category=obraztsi&audience=gradski")
    assert "Дневник" in by_both
    assert "Картотека" not in by_both


@pytest.mark.parametrize(
    "query",
    ["category=няма", "category=%00", "category=" + "а" * 300, "audience=x", "page=9999999999999999999"],
)
def test_a_strange_choice_is_answered_kindly(client: Client, index: Any, query: str) -> None:
    MaterialFactory(parent=index)
    text = text_of(client, f"{index.url}?{query}")
    assert ("Няма материали с този избор" in text) is query.startswith("category")


def test_a_long_list_has_pages(client: Client, index: Any) -> None:
    for number in range(43):
        MaterialFactory(parent=index, title=f"Материал-{number:02d}")
    assert list_of(client, index.url).count("Материал-") == 40
    assert text_of(client, index.url + "?page=2").count("Материал-") == 3


def test_the_index_shows_trainings_contacts_and_the_network(client: Client, index: Any) -> None:
    coming = TrainingFactory(
        title="Практикум за начинаещи",
        start_date=datetime.date(2026, 12, 7),
        end_date=datetime.date(2026, 12, 11),
        start_time=datetime.time(10),
        end_time=datetime.time(16),
        place="зала първи етаж",
    )
    TrainingFactory(title="Отдавна минало", start_date=datetime.date(2026, 1, 5))
    TrainingFactory(title="Вътрешно", is_public=False)
    TrainingFactory(title="Отменена среща", status=TrainingStatus.CANCELLED)
    index.contacts.add(MethodologyContact(role="Методист", phone="042 648 143", locale=index.locale))
    index.save()
    LibraryFactory(settlement=SettlementFactory(), is_sample=True)
    text = text_of(client, index.url)
    assert "10:00–16:00 ч." in text
    assert "зала първи етаж" in text
    assert f'href="{index.url}obuchenia/{coming.pk}/"' in text
    assert "Отдавна минало" not in text
    assert "Вътрешно" not in text
    assert "Отменено" in text
    assert "042 648 143" in text
    assert "Включена е 1 библиотека с примерни данни." in text
    assert '<th scope="row">Стара Загора</th><td class="is-number">1</td>' in text


def test_the_first_screen_says_what_is_due_where_to_register_and_what_is_new(
    client: Client, index: Any
) -> None:
    form = MaterialFactory(parent=index, title="Годишна справка", edition_date=datetime.date(2026, 11, 2))
    days = {"Отдавна минал": -40, "Минал": -3, "Скорошен": 5, "Далечен": 60}
    for text, number in days.items():
        day = datetime.date(2026, 11, 23) + datetime.timedelta(days=number)
        index.deadlines.add(MethodologyDeadline(locale=index.locale, text=text, day=day, form=form.page_ptr))
    index.save()
    training = TrainingFactory(title="Практикум", status="open", start_date=datetime.date(2026, 12, 7))
    page = text_of(client, index.url)
    assert "Отдавна минал" not in page
    assert "срокът мина – обадете се" in page
    places = [page.index(f">{text}<") for text in ("Минал", "Скорошен", "Далечен")]
    assert places == sorted(places)
    assert page.count(f'<a href="{form.url}">') == 5
    assert f'href="/trainings/{training.pk}/register/"' in page
    assert "до 7 декември 2026 г." in page
    assert page.index("Предстоящи обучения") < page.index("Нови материали") < page.index('id="materials"')
    # Whoever narrows the list is looking for a material.
    assert "Какво се очаква от Вас" not in text_of(client, index.url + "?category=ukazania")


def test_a_librarian_chooses_the_own_municipality_and_keeps_it_in_the_address(
    client: Client, index: Any
) -> None:
    here = MunicipalityFactory(name="Чирпан", code="SZR36", slug="chirpan")
    away = MunicipalityFactory(name="Опан", code="SZR23", slug="opan")
    for title, places in {"За Чирпан": [here], "За Опан": [away], "За всички": []}.items():
        TrainingFactory(title=title, municipalities=places, start_date=datetime.date(2026, 12, 7))
    LibraryFactory(name="Пробуда", settlement=SettlementFactory(name="Зетьово", municipality=here))
    page = text_of(client, index.url + "?municipality=chirpan")
    assert "За Чирпан" in page
    assert "За всички" in page
    assert "За Опан" not in page
    assert "1 действаща библиотека" in page
    assert "<li>Зетьово: " in page
    assert 'href="/feeds/trainings.ics?municipality=chirpan"' in page
    assert '<option value="chirpan" selected>' in page
    for strange in ("%00", "няма", "x" * 300):
        assert "За Опан" in text_of(client, f"{index.url}?municipality={strange}")


def test_the_first_screen_names_no_person(client: Client, index: Any) -> None:
    training = TrainingFactory(title="Практикум", status="open", start_date=datetime.date(2026, 12, 7))
    RegistrationFactory(training=training, name="Тайна Особа", email="tayna@example.org")
    PostFactory(person__name="Друга Особа")
    page = text_of(client, index.url)
    assert "Особа" not in page
    assert "tayna@" not in page


def test_a_material_tells_what_it_is(client: Client, index: Any) -> None:
    old = MaterialFactory(parent=index, title="Указание от 2019 г.")
    page = MaterialFactory(
        parent=index,
        title="Указание за инвентаризация",
        lead="Как се прави инвентаризация.",
        replaces=old,
        official_number="РД-09-12",
        source="Министерство на културата",
        audiences=[AudienceFactory()],
    )
    MaterialFileFactory(page=page, document=DocumentFactory(file__filename="obrazets.pdf"), title="Образец")
    text = text_of(client, page.url)
    for words in (
        "2 март 2026",
        "РД-09-12",
        "Министерство на културата",
        "Читалищни библиотеки",
        "PDF",
        "Образец",
    ):
        assert words in text
    assert f'<a href="{old.url}">Указание от 2019 г.</a>' in text
    assert "Този материал е заменен" not in text


def test_a_replaced_material_says_so_at_the_top_and_leaves_the_list(client: Client, index: Any) -> None:
    old = MaterialFactory(parent=index, title="Старо указание")
    new = MaterialFactory(parent=index, title="Ново указание", replaces=old)
    text = text_of(client, old.url)
    assert text.index("Този материал е заменен.") < text.index(f'<a href="{new.url}">Ново указание</a>')
    assert "Старо указание" not in text_of(client, index.url).replace(f">{new.title}<", "")


def test_a_material_in_english_names_category_and_readers_in_english(
    client: Client, index: Any, locales: Any
) -> None:
    category, audience = CategoryFactory(), AudienceFactory()
    CategoryFactory(
        name="Guidance", slug=category.slug, locale=locales.en, translation_key=category.translation_key
    )
    AudienceFactory(
        name="Chitalishte libraries",
        slug=audience.slug,
        locale=locales.en,
        translation_key=audience.translation_key,
    )
    page = MaterialFactory(parent=index, category=category, audiences=[audience])
    MaterialFileFactory(page=page)
    translate(index, title="Methodology")
    english = translate(page, title="Stocktaking")
    text = text_of(client, english.url)
    assert english.url.startswith("/en/")
    assert "Guidance" in text
    assert "Chitalishte libraries" in text
    assert english.files.count() == 1


@pytest.mark.parametrize(
    ("status", "words"), [("planned", ""), ("cancelled", "Отменено"), ("held", "Проведено")]
)
def test_a_public_training_has_a_page(client: Client, index: Any, status: str, words: str) -> None:
    training = TrainingFactory(
        title="Компютърни умения",
        status=status,
        description="Първи ред\n\n<script>alert(1)</script>",
        registration_note="До 1 декември.",
        capacity=12,
    )
    text = text_of(client, f"{index.url}obuchenia/{training.pk}/")
    for expected in ("Компютърни умения", "30 ноември 2026", "До 1 декември.", "<dd>12</dd>", words):
        assert expected in text
    assert "<script>alert" not in text


def test_other_trainings_have_no_page(client: Client, index: Any) -> None:
    private = TrainingFactory(is_public=False)
    for key in (private.pk, 0, 99_999_999, 10**30):
        assert client.get(f"{index.url}obuchenia/{key}/").status_code == 404


def test_home_shows_librarians_the_newest_materials_and_trainings(client: Client, index: Any) -> None:
    for year in range(2020, 2026):
        MaterialFactory(parent=index, title=f"Указание-{year}", edition_date=datetime.date(year, 5, 1))
    TrainingFactory(title="Зимен семинар")
    text = text_of(client, "/")
    assert [f"Указание-{year}" in text for year in range(2020, 2026)] == [False] * 3 + [True] * 3
    assert "Зимен семинар" in text
    assert "За библиотеките в региона" in text
    assert "За библиотеките в региона" not in text_of(client, "/en/")


def test_home_says_nothing_to_librarians_when_there_is_nothing(client: Client, index: Any) -> None:
    assert "За библиотеките в региона" not in text_of(client, "/")

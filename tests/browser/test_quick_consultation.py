"""A methodologist logs a consultation: the text, and fewer than ten keystrokes after it."""

from typing import Any

import pytest
from methodology_factories import LibraryFactory, PostFactory, TopicFactory
from pages_factories import SettlementFactory
from playwright.sync_api import Page, expect

from methodology.models import Channel, Consultation, Library

QUICK = "/admin/methodology/consultations/quick/"


class Keyboard:
    """Counts what is pressed."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.count += 1

    def type(self, text: str) -> None:
        for letter in text:
            self.page.keyboard.type(letter)
            self.count += 1


@pytest.fixture
def library(transactional_db: None, root: Any) -> Library:
    place = SettlementFactory(name="Асен", ekatte="00697", kind="village")
    TopicFactory(name="Дневник")
    LibraryFactory(name="Пробуда – 1900", settlement=SettlementFactory(name="Ягода", ekatte="87212"))
    return LibraryFactory(name="Съзнание – 1921", settlement=place)


@pytest.fixture
def form(live_page: Page, library: Library, django_user_model: Any) -> Page:
    django_user_model.objects.create_superuser("metodist", password="lipite-cvetyat")
    live_page.goto(f"/admin/login/?next={QUICK}")
    live_page.fill("#id_username", "metodist")
    live_page.fill("#id_password", "lipite-cvetyat")
    live_page.keyboard.press("Enter")
    live_page.wait_for_url(f"**{QUICK}")
    expect(live_page.locator("#id_question")).to_be_focused()
    return live_page


def test_a_consultation_takes_fewer_than_ten_keystrokes_after_the_text(form: Page, library: Library) -> None:
    form.keyboard.type("Как се води дневникът?")
    keyboard = Keyboard(form)
    keyboard.press("Tab")
    keyboard.type("асе")
    expect(form.locator("#id_library-options [role=option]")).to_have_count(1)
    keyboard.press("Enter")
    expect(form.locator("#id_library")).to_have_value("с. Асен · Съзнание – 1921")
    assert not Consultation.objects.exists()
    keyboard.press("Enter")
    expect(form.locator(".messages")).to_contain_text("Записано: Как се води дневникът?")
    row = Consultation.objects.get()
    assert (row.question, row.library, row.channel) == ("Как се води дневникът?", library, Channel.PHONE)
    assert keyboard.count < 10
    # The next one can be typed at once.
    expect(form.locator("#id_question")).to_be_focused()


def test_with_channel_and_topic_too_it_takes_fewer_than_fifteen(form: Page, library: Library) -> None:
    form.keyboard.type("Дете само в читалнята?")
    keyboard = Keyboard(form)
    keyboard.press("Tab")
    keyboard.type("яг")
    keyboard.press("Tab")
    keyboard.press("ArrowDown")
    keyboard.press("Tab")
    keyboard.type("дн")
    keyboard.press("Enter")
    keyboard.press("Enter")
    expect(form.locator(".messages")).to_contain_text("Записано:")
    row = Consultation.objects.get()
    assert (row.library.settlement.name, row.channel) == ("Ягода", Channel.EMAIL)
    assert [topic.name for topic in row.topics.all()] == ["Дневник"]
    assert keyboard.count < 15


def test_the_people_of_a_library_are_ticked(form: Page, library: Library) -> None:
    person = PostFactory(library=library, person__name="Рада Примерна").person
    form.fill("#id_question", "Обаждане")
    form.locator("#id_library").press_sequentially("асен")
    form.keyboard.press("Enter")
    form.get_by_label("Рада Примерна").check()
    form.get_by_role("button", name="Запишете").click()
    expect(form.locator(".messages")).to_contain_text("Записано:")
    assert list(Consultation.objects.get().persons.all()) == [person]


def test_the_form_reads_well_to_everybody_and_fits_a_phone(form: Page, axe: Any) -> None:
    form.set_viewport_size({"width": 360, "height": 740})
    assert form.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    ours = [line for line in axe(form) if "quick-entry" in line or "id_" in line]
    assert ours == []

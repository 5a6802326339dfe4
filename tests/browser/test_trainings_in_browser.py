"""Trainings as people meet them: forms for everybody, attendance by keyboard only, the sheet to sign."""

from typing import Any

import pytest
from methodology_factories import LibraryFactory
from pages_factories import SettlementFactory, create_site
from playwright.sync_api import Page, expect
from trainings_factories import RegistrationFactory, came, training_in
from trainings_factories import stamp as opened_before

from methodology.actions.attendance import ConfirmAttendance
from methodology.actions.certificates import IssueCertificates
from methodology.actions.surveys import SendSurvey
from methodology.models import Attendance, Question, QuestionSet, Survey, SurveyAnswer
from methodology.surveys.links import survey_token

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def site(transactional_db: None, root: Any) -> Any:
    return create_site(english=True)


@pytest.fixture
def visitor(live_page: Page, axe: Any) -> Any:
    """Open an address on a phone, in both lights, and ask that everybody can read it."""

    def visit(address: str) -> Page:
        live_page.set_viewport_size(PHONE)
        live_page.goto(address)
        for scheme in ("light", "dark"):
            live_page.emulate_media(color_scheme=scheme)
            assert axe(live_page) == []
        assert live_page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
        return live_page

    return visit


def test_a_librarian_registers_on_a_phone(visitor: Any, site: Any) -> None:
    training = training_in(9, title="Практикум за начинаещи", capacity=8)
    LibraryFactory(name="Пробуда – 1900", settlement=SettlementFactory(name="Ягода", ekatte="87212"))
    page = visitor(f"/trainings/{training.pk}/register/")
    page.get_by_role("button").last.click()
    expect(page.locator(".field-error").first).to_be_visible()
    assert page.locator("[aria-invalid=true]").first.get_attribute("aria-describedby")


def test_a_survey_is_answered_on_a_phone_with_the_keyboard(visitor: Any, site: Any) -> None:
    made = QuestionSet(name="Обратна връзка", purpose="after")
    made.questions = [
        Question(text="Доволни ли сте?", measure="satisfaction", required=True, sort_order=0),
        Question(text="Какво да променим?", kind="text", sort_order=1),
    ]
    made.save()
    training = training_in(-9, status="held")
    came(RegistrationFactory(training=training))
    ConfirmAttendance(training).execute()
    SendSurvey(training).execute()
    invitation = Survey.objects.get().invitations.get()
    page = visitor(f"/surveys/{survey_token(invitation)}/")
    page.get_by_label("1").first.focus()
    for _step in range(4):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.type("Повече упражнения")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Благодарим Ви!")).to_be_visible()
    assert sorted(SurveyAnswer.objects.values_list("score", "text"), key=str) == [
        (5, ""),
        (None, "Повече упражнения"),
    ]


def test_a_certificate_is_checked_on_a_phone(visitor: Any, site: Any) -> None:
    training = training_in(-9, status="held", title="Петдневен практикум")
    came(RegistrationFactory(training=training, name="Цветелина Примерна"))
    ConfirmAttendance(training).execute()
    (certificate,) = IssueCertificates(training).execute()
    page = visitor(f"/certificates/{certificate.number}/")
    page.locator("#id_secret").fill("Цветелина Примерна")
    # People take their time; the form was opened a minute ago.
    page.locator("[name=started]").evaluate("(field, value) => { field.value = value; }", opened_before())
    page.locator("#id_secret").press("Enter")
    expect(page.get_by_text("Валидно.")).to_be_visible()
    expect(page.get_by_text("Петдневен практикум")).to_be_visible()


@pytest.fixture
def staff(live_page: Page, site: Any, django_user_model: Any) -> Any:
    """Enter the admin and open an address of it."""
    django_user_model.objects.create_superuser("metodist", password="lipite-cvetyat")

    def enter(address: str) -> Page:
        live_page.goto(f"/admin/login/?next={address}")
        live_page.fill("#id_username", "metodist")
        live_page.fill("#id_password", "lipite-cvetyat")
        live_page.keyboard.press("Enter")
        live_page.wait_for_url(lambda url: "/login/" not in url)
        return live_page

    return enter


def test_attendance_is_entered_with_the_keyboard_only(staff: Any, axe: Any) -> None:
    training = training_in(-9, length=2, status="held")
    for name in ("Анна Примерна", "Борис Примерен", "Вяра Примерна"):
        RegistrationFactory(training=training, name=name)
    page = staff(f"/admin/trainings/{training.pk}/attendance/")
    assert [line for line in axe(page) if "attendance" in line or "data-row" in line] == []
    first = page.locator("[data-row='0'][data-column='0']")
    expect(first).to_be_focused()
    # Anna came on both days, Boris on the first, Vyara on the second.
    for key in ("Space", "ArrowRight", "Space", "ArrowLeft", "ArrowDown", "Space", "ArrowDown"):
        page.keyboard.press(key)
    for key in ("ArrowRight", "Space", "Control+Enter"):
        page.keyboard.press(key)
    expect(page.locator(".messages")).to_contain_text("Присъствието е записано.")
    rows = Attendance.objects.filter(present=True).order_by("registration__name", "session__day")
    assert [(row.registration.name.split()[0], row.session.day.day) for row in rows.select_related()] == [
        ("Анна", training.start_date.day),
        ("Анна", training.last_day.day),
        ("Борис", training.start_date.day),
        ("Вяра", training.last_day.day),
    ]


def test_the_sign_in_sheet_fits_a_printed_page(staff: Any) -> None:
    training = training_in(3, length=5, title="Петдневен практикум за библиотекари без опит")
    for number in range(18):
        RegistrationFactory(training=training, name=f"Цветелина Щърбанова-Йорданова {number}")
    page = staff(f"/admin/trainings/{training.pk}/sheet/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1040, "height": 720})
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert page.locator("tbody tr").count() == 22
    assert page.locator("thead").evaluate("head => getComputedStyle(head).display") == "table-header-group"

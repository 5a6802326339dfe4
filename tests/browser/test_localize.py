"""An editor makes a page English in the Bulgarian admin, and keeps the translation up to date."""

from pathlib import Path
from typing import Any

import polib
import pytest
from pages_factories import StandardPageFactory, create_site
from playwright.sync_api import Page, expect

from pages.models import StandardPage

TITLE, LEAD = "Читателска карта", "Издава се за пет минути."


@pytest.fixture
def page(transactional_db: None, root: Any, django_user_model: Any) -> StandardPage:
    library = create_site()
    django_user_model.objects.create_superuser("prevodach", password="lipite-cvetyat")
    return StandardPageFactory(
        parent=library.home, title=TITLE, lead=LEAD, body=_body("<p>Носете лична карта.</p>")
    )


def _body(html: str) -> list[tuple[str, Any]]:
    from wagtail.rich_text import RichText

    return [("text", RichText(html))]


def sign_in(screen: Page) -> None:
    screen.goto("/admin/login/")
    screen.fill("#id_username", "prevodach")
    screen.fill("#id_password", "lipite-cvetyat")
    screen.keyboard.press("Enter")
    screen.wait_for_url("**/admin/")


def translate(screen: Page, source: str, english: str) -> None:
    """Write the translation of one text and wait until it is kept."""
    row = screen.locator("li.incomplete").filter(has_text=source).first
    row.get_by_role("button", name="Превод", exact=True).click()
    screen.locator("li.incomplete textarea").fill(english)
    screen.get_by_role("button", name="Запазване", exact=True).click()
    expect(screen.locator("li.complete").filter(has_text=english)).to_be_visible()


def publish(screen: Page) -> None:
    with screen.expect_navigation():
        screen.get_by_role("button", name="Публикуване на език Английски").click()


def said(screen: Page) -> Any:
    return expect(screen.locator(".messages"))


def test_a_page_is_translated_published_and_kept_up_to_date(
    live_page: Page, page: StandardPage, tmp_path: Path
) -> None:
    screen = live_page
    screen.watch.allow("404 (Not Found)")  # type: ignore[attr-defined]
    sign_in(screen)
    send(screen, page)
    editor = screen.url
    assert screen.goto("/en/chitatelska-karta/").status == 404  # type: ignore[union-attr]

    screen.goto(editor)
    translate(screen, TITLE, "Library card")
    publish(screen)
    said(screen).to_contain_text("не е публикувано: остават още 2 непреведени текста")
    translate(screen, LEAD, "Issued in five minutes.")
    translate(screen, "Носете лична карта.", "Bring your identity card.")
    publish(screen)
    said(screen).to_contain_text("публикуван")

    switch_languages(screen, page)
    change_the_original(screen, page)
    said(screen).to_contain_text("остава още 1 непреведен текст")
    screen.goto("/en/chitatelska-karta/")
    expect(screen.locator("main")).to_contain_text("Issued in five minutes.")
    return_by_file(screen, editor, tmp_path)
    publish(screen)
    screen.goto("/en/chitatelska-karta/")
    expect(screen.locator("main")).to_contain_text("Issued at once.")


def send(screen: Page, page: StandardPage) -> None:
    """Choose the language in the form that the page's menu opens."""
    screen.goto(f"/admin/pages/{page.pk}/edit/")
    screen.get_by_role("button", name="Действия").first.click()
    screen.get_by_role("link", name="Превод на тази страница").first.click()
    screen.get_by_role("checkbox", name="Английски").check()
    with screen.expect_navigation():
        screen.locator("main form [type=submit]").first.click()
    expect(screen.locator("li.incomplete").first).to_be_visible()


def switch_languages(screen: Page, page: StandardPage) -> None:
    """Go from one language to the other and back, on the same page."""
    screen.goto("/chitatelska-karta/")
    for language, heading in (("English", "Library card"), ("Български", TITLE)):
        screen.get_by_role("link", name=language).first.click()
        expect(screen.locator("h1")).to_have_text(heading)
        alternates = screen.locator("link[rel=alternate][hreflang]")
        assert [one.get_attribute("hreflang") for one in alternates.all()] in (["en", "bg"], ["bg", "en"])


def change_the_original(screen: Page, page: StandardPage) -> None:
    """Change the Bulgarian page, as its editor does, and take the change into the translation."""
    screen.goto(f"/admin/pages/{page.pk}/edit/")
    screen.fill("#id_lead", "Издава се веднага.")
    screen.get_by_role("button", name="Още действия").click()
    with screen.expect_navigation():
        screen.get_by_role("button", name="Публикуване", exact=True).click()
    screen.goto(f"/admin/pages/{page.pk}/edit/")
    screen.get_by_role("button", name="Действия").first.click()
    screen.get_by_role("link", name="Синхронизиране на преведените страници").first.click()
    screen.locator("#id_publish_translations").check()
    with screen.expect_navigation():
        screen.locator("main form [type=submit]").first.click()


def return_by_file(screen: Page, editor: str, tmp_path: Path) -> None:
    """Translate what is left in the file for translators."""
    screen.goto(editor)
    waiting = screen.locator("li.incomplete").filter(has_text="Издава се веднага.")
    expect(waiting).to_be_visible()
    with screen.expect_download() as download:
        screen.get_by_role("link", name="Изтегляне на PO файл").click()
    assert download.value.suggested_filename == "chitatelska-karta-en.po"
    file = polib.pofile(str(download.value.path()))
    for entry in file:
        entry.msgstr = "Issued at once." if entry.msgid == "Издава се веднага." else entry.msgstr
    back = tmp_path / "back.po"
    back.write_text(str(file), encoding="utf-8")
    with screen.expect_navigation():
        screen.locator("input[type=file]").first.set_input_files(back)
    expect(waiting).to_have_count(0)

"""Translating a page: held back until it is whole, files for translators, a machine of the library's own."""

import json
import re
from typing import Any

import polib
import pytest
import requests
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import reverse
from pages_factories import StandardPageFactory, create_site, locale
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from pages.models import StandardPage
from pages.translating.completeness import missing_texts

pytestmark = pytest.mark.django_db(transaction=True)

ENGLISH = {"title": "Opening hours", "slug": "hours", "lead": "When we are open."}


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("prevodach", password="lipa"))
    return client


@pytest.fixture
def page() -> StandardPage:
    return StandardPageFactory(parent=create_site().home, title="Работно време", lead="Кога е отворено.")


def sent(page: Any) -> Translation:
    """Send a page for translation, as the editor's form does."""
    translate_object(page, [locale("en")])
    return Translation.objects.get(source__object_id=page.translation_key)


def say(translation: Translation, **texts: str) -> None:
    for segment in StringSegment.objects.filter(source=translation.source).select_related("context"):
        if segment.context.path in texts:
            StringTranslation.objects.update_or_create(
                translation_of_id=segment.string_id,
                locale=translation.target_locale,
                context=segment.context,
                defaults={"data": texts[segment.context.path]},
            )


def publish(editor: Client, translation: Translation) -> list[str]:
    """Press „Публикуване“ in the translation editor and return what it says."""
    target = translation.get_target_instance()
    response = editor.post(reverse("wagtailadmin_pages:edit", args=[target.pk]), {"action": "publish"})
    return [str(message) for message in get_messages(response.wsgi_request)]


def english(page: Any) -> Any:
    return Page.objects.get(translation_key=page.translation_key, locale=locale("en")).specific


def test_a_page_sent_for_translation_waits_as_a_draft(editor: Client, page: StandardPage) -> None:
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    editor.post(address, {"locales": [locale("en").pk]})
    assert not english(page).live
    assert editor.get("/en/rabotno-vreme/").status_code == 404


def test_a_half_translated_page_is_held_back_and_loses_nothing(editor: Client, page: StandardPage) -> None:
    translation = sent(page)
    say(translation, title=ENGLISH["title"])
    (message,) = publish(editor, translation)
    assert "остава още 1 непреведен текст" in re.sub(r"<[^>]+>", "", message)
    assert (english(page).live, english(page).title) == (False, "Opening hours")
    say(translation, **ENGLISH)
    publish(editor, translation)
    assert english(page).live
    text = editor.get("/en/hours/").content.decode()
    assert "When we are open." in text
    assert "Кога е отворено" not in text


def test_what_readers_see_stays_in_english_while_the_original_changes(
    editor: Client, page: StandardPage
) -> None:
    translation = sent(page)
    say(translation, **ENGLISH)
    publish(editor, translation)
    page.lead = "Кога е отворено през зимата."
    page.save_revision().publish()
    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    response = editor.post(update, {"publish_translations": "on"})
    said = " ".join(str(message) for message in get_messages(response.wsgi_request))
    assert "остава още 1 непреведен текст" in said
    publish(editor, translation)
    assert english(page).lead == "When we are open."
    say(translation, lead="When we are open in winter.")
    editor.post(update, {"publish_translations": "on"})
    assert english(page).lead == "When we are open in winter."


def test_a_number_and_a_name_in_latin_letters_need_no_translation() -> None:
    page = StandardPageFactory(parent=create_site().home, title="Europeana 2026")
    assert missing_texts(sent(page)) == 0


def test_the_half_translated_policy_asks_one_question(
    page: StandardPage, django_assert_num_queries: Any
) -> None:
    translation = Translation.objects.select_related("target_locale").get(pk=sent(page).pk)
    with django_assert_num_queries(1):
        assert missing_texts(translation) == 2


def test_a_page_above_that_is_only_mirrored_says_in_which_language_it_is(
    client: Client, page: StandardPage
) -> None:
    below = StandardPageFactory(parent=page, title="Празници", lead="По празниците.")
    translation = sent(below)
    mirrored = english(page)
    assert mirrored.alias_of_id == page.pk
    text = client.get(f"/en/{page.slug}/").content.decode()
    assert '<main id="main" tabindex="-1" lang="bg">' in text
    assert "This page is only in Bulgarian so far." in text
    assert 'rel="alternate" hreflang' not in text
    assert translation.get_target_instance().live is False


def test_the_switch_leads_to_the_page_or_to_the_nearest_one_above_it(
    client: Client, page: StandardPage
) -> None:
    below = StandardPageFactory(parent=page, title="Празници")
    translation = sent(page)
    say(translation, **ENGLISH)
    translation.save_target(publish=True)
    switch = re.compile(r'<a class="language"[^>]* href="([^"]+)"')
    assert switch.findall(client.get(page.url).content.decode()) == ["/en/hours/"]
    assert switch.findall(client.get(below.url).content.decode()) == ["/en/hours/"]
    assert switch.findall(client.get("/en/hours/").content.decode()) == [page.url]


def test_both_pages_name_each_other_and_themselves_as_alternates(client: Client, page: StandardPage) -> None:
    translation = sent(page)
    say(translation, **ENGLISH)
    translation.save_target(publish=True)
    named = re.compile(r'rel="alternate" hreflang="(\w+)" href="([^"]+)"')
    found = [sorted(named.findall(client.get(url).content.decode())) for url in (page.url, "/en/hours/")]
    pair = [("bg", "http://testserver/rabotno-vreme/"), ("en", "http://testserver/en/hours/")]
    assert found == [pair, pair]


@pytest.mark.parametrize(
    ("title", "name"),
    [("Работно време", "rabotno-vreme-en.po"), ("„…“", "prevod-{}-en.po"), ("Щ" * 90, "sht" * 20 + "-en.po")],
)
def test_a_file_for_a_translator_is_named_for_its_page(editor: Client, title: str, name: str) -> None:
    page = StandardPageFactory(parent=create_site().home, title=title, slug="stranitsa")
    translation = sent(page)
    response = editor.get(reverse("wagtail_localize:download_pofile", args=[translation.pk]))
    assert response["Content-Disposition"] == f'attachment; filename="{name.format(translation.pk)}"'


def test_a_translated_file_comes_back(editor: Client, page: StandardPage) -> None:
    translation = sent(page)
    address = reverse("wagtail_localize:download_pofile", args=[translation.pk])
    file = polib.pofile(editor.get(address).content.decode())
    for entry in file:
        entry.msgstr = ENGLISH[entry.msgctxt]
    upload = SimpleUploadedFile("x.po", str(file).encode())
    editor.post(reverse("wagtail_localize:upload_pofile", args=[translation.pk]), {"file": upload})
    assert missing_texts(translation) == 0


FILES = [
    ({}, "Изберете файл"),
    ({"file": SimpleUploadedFile("x.po", b"\xff\xfe\x00")}, "няма знак за превода"),
    ({"file": SimpleUploadedFile("x.po", b'msgid ""\nmsgstr ""\n')}, "няма знак за превода"),
    ({"file": SimpleUploadedFile("x.po", b"0" * (5 * 1024 * 1024 + 1))}, "над 5 MB"),
    (
        {"file": SimpleUploadedFile("x.po", b'msgid ""\nmsgstr "X-WagtailLocalize-TranslationID: 1\\n"\n')},
        "друг превод",
    ),
]


@pytest.mark.parametrize(("posted", "problem"), FILES)
def test_a_file_that_is_none_of_ours_is_explained(
    editor: Client, page: StandardPage, posted: dict[str, Any], problem: str
) -> None:
    address = reverse("wagtail_localize:upload_pofile", args=[sent(page).pk])
    response = editor.post(address, posted)
    assert response.status_code == 302
    assert problem in " ".join(str(message) for message in get_messages(response.wsgi_request))


MACHINE = {
    "CLASS": "pages.translating.machine.LibreTranslate",
    "OPTIONS": {"LIBRETRANSLATE_URL": "http://127.0.0.1:1", "API_KEY": ""},
}


class Answer:
    def __init__(self, texts: Any) -> None:
        self.texts = texts

    def raise_for_status(self) -> None: ...

    def json(self) -> dict[str, Any]:
        return {"translatedText": self.texts}


def test_no_machine_translates_until_the_settings_name_one(editor: Client, page: StandardPage) -> None:
    translation = sent(page)
    address = reverse("wagtail_localize:machine_translate", args=[translation.pk])
    assert editor.post(address).status_code == 404


@override_settings(WAGTAILLOCALIZE_MACHINE_TRANSLATOR=MACHINE)
def test_a_machine_translates_what_is_left(
    editor: Client, page: StandardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    translation = sent(page)
    asked: list[str] = []

    def post(url: str, data: str, **options: Any) -> Answer:
        asked.append(url)
        return Answer([f"English {number}" for number in range(len(json.loads(data)["q"]))])

    monkeypatch.setattr(requests, "post", post)
    editor.post(reverse("wagtail_localize:machine_translate", args=[translation.pk]))
    assert asked == ["http://127.0.0.1:1/translate"]
    assert missing_texts(translation) == 0


@override_settings(WAGTAILLOCALIZE_MACHINE_TRANSLATOR=MACHINE)
@pytest.mark.parametrize("answer", [None, [], "text"])
def test_a_machine_that_fails_is_a_message(
    editor: Client, page: StandardPage, answer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    translation = sent(page)

    def post(url: str, **options: Any) -> Answer:
        if answer is None:
            raise requests.ConnectionError("no server")
        return Answer(answer)

    monkeypatch.setattr(requests, "post", post)
    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    for address in (reverse("wagtail_localize:machine_translate", args=[translation.pk]), update):
        response = editor.post(address, {"use_machine_translation": "on"})
        assert response.status_code == 302
        assert "нищо не е преведено" in " ".join(map(str, get_messages(response.wsgi_request)))
    assert missing_texts(translation) == 2

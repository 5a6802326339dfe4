"""Every address of the admin, visited in a language in which what passes through a catalogue is marked.

What stands outside the marks and is no record of the database would be read in the wrong language.
"""

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import polib
import pytest
from admin_addresses import Named, address, admin_names
from admin_samples import by_name
from django.apps import apps
from django.contrib.auth.models import User
from django.db import models, transaction
from django.test import Client
from django.utils.translation import gettext
from pseudo import marked_translations, unmarked
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query
from wagtail.models import Collection, Locale, Workflow
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.operations import translate_object

from events.models import EventPage
from pages.models import NewsPage, StandardPage

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo"),
    # wagtail-localize pages through a list without an order.
    pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning"),
]

BULGARIAN = Path(__file__).parents[3] / "locale"
WORD = re.compile(r"[^\W\d_]{2,}")
TEXT_FIELDS = (models.CharField, models.TextField, models.FileField, models.SlugField)
# Not read by a person, ends the session, or fails on purpose.
NOT_VISITED = {
    "wagtailadmin_logout": "ends the session",
    "wagtailadmin_error_test": "fails on purpose",
    "wagtailadmin_password_reset_confirm": "asks for the token of a letter",
    "wagtailadmin_api:pages:action": "is posted to by programs",
}
# Shows the public page: content, and words that the tests of the pages look at.
PUBLIC = re.compile(r"handbook_chapter|preview|view_draft|revisions_view")
# What may stand unmarked, and why.
ALLOWED = [
    r"^(English|Български|Wagtail|Creole)$",  # names
    r"^\w+, \d{1,2} \w+ \d{4} г\.$",  # a date as Bulgarian says it, made by pages.bulgarian
    r"^(JPE?G|PNG|PDF|XLSX|ID|URL|HTML|ICS|CSV|ISO|UID)$",  # abbreviations
    # What events.hours says of a day, in the two languages it knows, and the names of holidays.
    r"обичайно работно време|Неприсъствен ден",
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-",  # the identity of a delivery, drawn by lot
    r"^Редактиране: ",  # the label of a chooser, which Wagtail makes once, at its start
    r"^\w+\.(jpg|png|pdf|xlsx|docx)$",  # names of files
]


@pytest.fixture
def visitor() -> Client:
    """A browser with a superuser signed in."""
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.create_superuser("admin-crawl", "crawl@example.org", "lipa"))
    return client


@pytest.fixture
def samples(visitor: Client) -> dict[str, Any]:
    """What stands in the addresses: records, a page that waits for approval, a translation."""
    admin = User.objects.get(username="admin-crawl")
    news = NewsPage.objects.filter(locale__language_code="bg").first()
    revision = news.save_revision(user=admin)
    state = Workflow.objects.first().start(news, admin)
    standard = StandardPage.objects.filter(locale__language_code="bg", live=True).first()
    translate_object(standard, [Locale.objects.get(language_code="en")])
    translation = Translation.objects.get(source__object_id=standard.translation_key)
    Redirect.add_redirect("/staro/", redirect_to="/novo/")
    Query.get("карта").add_hit()
    album = Collection.get_first_root_node().add_child(name="Снимки")
    event = EventPage.objects.filter(locale__language_code="bg").exclude(recurrence="").first()
    return {
        **dict.fromkeys(("page_id", "page_to_move_id", "page_pk"), news.pk),
        **dict.fromkeys(("parent_page_id", "destination_id"), news.get_parent().pk),
        **dict.fromkeys(("app_label", "app_name", "content_type_app_name"), "pages"),
        **dict.fromkeys(("model_name", "content_type_model_name"), "newspage"),
        "revision_id": revision.pk,
        "workflow_pk": state.workflow_id,
        "task_id": state.current_task_state.task_id,
        "workflow_state_id": state.pk,
        "task_state_id": state.current_task_state.pk,
        "action_name": "approve",
        "translation_id": translation.pk,
        "translation_source_id": translation.source_id,
        "string_segment_id": StringSegment.objects.filter(source=translation.source).first().pk,
        "document_id": "pages.LibraryDocument",
        "doc_id": "pages.LibraryDocument",
        "image_id": "pages.LibraryImage",
        "redirect_id": "wagtailredirects.Redirect",
        "query_id": "wagtailsearchpromotions.Query",
        "collection_id": album.pk,
        "filter_spec": "max-100x100",
        "mode": "default",
    } | by_name(news, album, state, event, admin)


def words_of_records() -> set[str]:
    """Return every word that stands in the database."""
    found: set[str] = set()
    for model in apps.get_models():
        names = [field.name for field in model._meta.concrete_fields if isinstance(field, TEXT_FIELDS)]
        for row in model._base_manager.values_list(*names) if names else ():
            found.update(word.lower() for value in row for word in WORD.findall(str(value)))
    return found


def texts_of_catalogues() -> set[str]:
    """Return what the catalogues say: some labels are asked for once, before the marks are there."""
    found = {entry.msgid for path in BULGARIAN.glob("en/*/*.po") for entry in polib.pofile(str(path))}
    for path in BULGARIAN.glob("bg/*/*.po"):
        found.update(entry.msgstr for entry in polib.pofile(str(path)))
    return {" ".join(text.split()) for text in found}


class Report:
    """What a visit of all addresses has found."""

    def __init__(self) -> None:
        self.unvisited: list[str] = []
        self.broken: list[str] = []
        self.visited = 0
        self.texts: dict[str, set[str]] = defaultdict(set)

    def visit(self, client: Client, named: Named, samples: dict[str, Any]) -> None:
        url = address(named, samples)
        if url is None:
            self.unvisited.append(f"{named.name} {named.parameters}")
            return
        with transaction.atomic():
            response = client.get(url)
            transaction.set_rollback(True)
        if response.status_code >= 500:
            self.broken.append(f"{url}: {response.status_code}")
        elif response.status_code == 200:
            self.visited += 1
            for text in unmarked(_html(response)):
                self.texts[text].add(named.name)

    def left(self) -> dict[str, list[str]]:
        """The texts that nobody can translate, with the addresses where they stand."""
        records, catalogues = words_of_records(), texts_of_catalogues()
        return {
            text: sorted(names)
            for text, names in self.texts.items()
            if not _is_fine(text, records, catalogues) and not all(map(PUBLIC.search, names))
        }


def _is_fine(text: str, records: set[str], catalogues: set[str]) -> bool:
    if text in catalogues or any(re.search(pattern, text) for pattern in ALLOWED):
        return True
    words = [word.lower() for word in WORD.findall(text)]
    return all(word in records for word in words)


def _html(response: Any) -> str:
    kind = response.headers.get("Content-Type", "")
    if "html" in kind:
        return response.content.decode()
    if "json" not in kind:
        return ""
    answer = json.loads(response.content)
    return answer.get("html") or "" if isinstance(answer, dict) else ""


@pytest.fixture
def report(visitor: Client, samples: dict[str, Any]) -> Report:
    found = Report()
    given = {name: value for name, value in samples.items() if value is not None}
    with marked_translations():
        for named in admin_names():
            if named.name not in NOT_VISITED:
                found.visit(visitor, named, given)
    return found


@pytest.mark.once
def test_every_address_of_the_admin_answers_and_every_text_in_it_can_be_translated(report: Report) -> None:
    assert report.broken == []
    assert report.unvisited == []
    assert report.visited > 300
    assert report.left() == {}
    assert len(ALLOWED) <= 10


def test_a_text_outside_the_catalogues_is_found() -> None:
    with marked_translations():
        html = f"<p title='Hint'>{gettext('Publish')} and <b>keep</b></p><script>var quiet = 1</script>"
    assert unmarked(html) == ["Hint", "and", "keep"]


def test_a_translation_with_tags_of_its_own_is_marked_as_a_whole() -> None:
    assert unmarked("<p>⟦Това е <b>важно</b> за⟧ <i>Ани</i></p>") == ["Ани"]

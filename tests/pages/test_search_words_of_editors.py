"""Synonyms, promoted results and the report of what readers looked for in vain."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from pages_factories import StandardPageFactory, create_site
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page

from pages.models import SearchedQuery, SynonymGroup
from pages.search import log
from pages.search.terms import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Any:
    return create_site(intro="").home


def titles(client: Client, query: str) -> list[str]:
    return [page.title for page in client.get("/search/", {"q": query}).context["results"]]


def group(*lines: str) -> SynonymGroup:
    row = SynonymGroup(words="\n".join(lines))
    row.full_clean()
    row.save()
    return row


def test_a_synonym_is_found_at_once_in_both_directions_and_not_after_it_is_gone(
    client: Client, home: Any
) -> None:
    StandardPageFactory(parent=home, title="Читателски карти")
    assert titles(client, "абонаменти") == []
    row = group("абонамент", "читателска карта")
    assert titles(client, "абонаменти") == ["Читателски карти"]
    StandardPageFactory(parent=home, title="Годишният абонамент")
    assert titles(client, "читателската карта") == ["Читателски карти", "Годишният абонамент"]
    row.delete()
    assert titles(client, "абонаменти") == ["Годишният абонамент"]


def test_synonyms_work_in_the_admin_too(home: Any) -> None:
    StandardPageFactory(parent=home, title="Ноутбук за всеки")
    assert list(Page.objects.all().search("лаптоп")) == []
    group("лаптоп", "ноутбук", "преносим компютър")
    for query in ("лаптопи", "преносими компютри"):
        assert [page.title for page in Page.objects.all().search(query)] == ["Ноутбук за всеки"]


BAD_GROUPS = [
    ("книга", "поне два различни реда"),
    ("книга\nкнигите", "поне два различни реда"),
    ("книга\n…", "няма дума"),
    ("книга\nедна много дълга фраза тук", "най-много четири думи"),
    ("\n".join(f"дума{n}" for n in range(21)), "най-много 20"),
]


@pytest.mark.parametrize(("words", "message"), BAD_GROUPS)
def test_a_group_that_says_nothing_is_refused_with_a_reason(words: str, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        SynonymGroup(words=words).full_clean()


def test_a_promoted_result_answers_every_form_of_its_query(client: Client, home: Any) -> None:
    page = StandardPageFactory(parent=home, title="Как се записвам")
    pick = SearchPromotion.objects.create(
        query=Query.get("читателска карта"), page=page, description="За 5 минути."
    )
    SearchPromotion.objects.create(
        query=Query.get("работно време"),
        external_link_url="https://example.org/",
        external_link_text="Часове",
    )
    assert "За 5 минути." in client.get("/search/", {"q": "читателски карти"}).content.decode()
    assert [one.title for one in client.get("/search/", {"q": "rabotno vreme"}).context["promoted"]] == [
        "Часове"
    ]
    assert client.get("/search/", {"q": "карти"}).context["promoted"] == []
    page.unpublish()
    assert client.get("/search/", {"q": "читателска карта"}).context["promoted"] == []
    assert pick.pk


KEPT = [
    ("изложба за деца", True),
    ("ivan@example.bg", False),
    ("0888 123 456", False),
    ("+359 (42) 64-81-31", False),
    ("ЕГН 8001010000", False),
    ("2026", True),
    ("много дълго изречение с повече от осем думи вътре днес", False),
    ("…", False),
]


@pytest.mark.parametrize(("query", "kept"), KEPT)
def test_a_query_that_may_name_somebody_is_not_kept(
    client: Client, home: Any, query: str, kept: bool
) -> None:
    client.get("/search/", {"q": query})
    assert SearchedQuery.objects.exists() is kept


def test_searches_are_counted_by_day_without_the_reader(client: Client, home: Any) -> None:
    for query in ("Изложба", "изложба!", "ИЗЛОЖБА"):
        client.get("/search/", {"q": query})
    client.get("/search/", {"q": "изложба", "kind": "news"})
    row = SearchedQuery.objects.get()
    assert (row.text, row.hits, row.found, row.day) == ("изложба", 3, 0, timezone.localdate())
    assert {field.name for field in SearchedQuery._meta.fields} == {
        "id",
        "text",
        "language",
        "day",
        "hits",
        "found",
    }


def test_counts_older_than_half_a_year_are_forgotten() -> None:
    SearchedQuery.objects.create(text="стара", language="bg", day=date(2020, 1, 1))
    SearchedQuery.objects.create(text="нова", language="bg", day=timezone.localdate())
    assert log.forget_old() == 1
    assert SearchedQuery.objects.get().text == "нова"


def test_a_flood_of_queries_does_not_fill_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "MAX_ROWS_A_DAY", 2)
    for query in ("едно", "две", "три", "едно"):
        log.record(query, words_of(query), "bg", 0)
    assert list(SearchedQuery.objects.order_by("pk").values_list("text", "hits")) == [("едно", 2), ("две", 1)]


@pytest.fixture
def searched() -> None:
    today = timezone.localdate()
    for days, found in ((0, 0), (1, 0)):
        SearchedQuery.objects.create(
            text="лаптоп", language="bg", day=today - timedelta(days=days), hits=3, found=found
        )
    SearchedQuery.objects.create(text="книга", language="bg", day=today, hits=9, found=4)


def test_the_report_shows_what_was_not_found_with_a_way_to_help(client: Client, searched: None) -> None:
    client.force_login(User.objects.create_superuser("admin", password="lipa"))
    text = client.get("/admin/reports/searches/", {"outcome": "nothing"}).content.decode()
    assert "лаптоп" in text
    assert "книга" not in text.partition("<main")[2]
    assert "/admin/snippets/pages/synonymgroup/add/?words=" in text
    form = client.get("/admin/snippets/pages/synonymgroup/add/", {"words": "лаптоп"}).content.decode()
    assert "лаптоп</textarea>" in form


def test_the_report_is_exported(client: Client, searched: None) -> None:
    client.force_login(User.objects.create_superuser("admin", password="lipa"))
    rows = client.get("/admin/reports/searches/", {"export": "csv"})
    text = b"".join(rows.streaming_content).decode()
    assert "лаптоп,bg,6,0" in text
    assert client.get("/admin/reports/searches/", {"export": "xlsx"}).status_code == 200


def test_the_report_is_for_those_who_may_add_synonyms(client: Client) -> None:
    user = User.objects.create_user("chitatel", password="lipa")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get("/admin/reports/searches/").status_code == 302
    user.user_permissions.add(Permission.objects.get(codename="add_synonymgroup"))
    assert client.get("/admin/reports/searches/").status_code == 200

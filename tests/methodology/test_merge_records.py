"""Two records of one library or person become one, and can be taken apart again."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from methodology_factories import (
    ConsultationFactory,
    FollowUpFactory,
    LibraryFactory,
    PersonFactory,
    PostFactory,
    VisitFactory,
)

from methodology.actions.merge_records import MergeRecords, UndoMerge
from methodology.models import Library, Person, Post, RecordMerge

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair() -> tuple[Library, Library]:
    kept = LibraryFactory(name="Съзнание – 1921", reg_no=None, eik="", phone="042 600 000")
    duplicate = LibraryFactory(name="НЧ Съзнание", reg_no=103, eik="000804834", email="asen@example.org")
    PostFactory(library=duplicate)
    ConsultationFactory(library=duplicate)
    VisitFactory(library=duplicate)
    FollowUpFactory(library=duplicate)
    return kept, duplicate


def state(library: Library) -> dict[str, Any]:
    return {
        "posts": library.posts.count(),
        "consultations": library.consultations.count(),
        "visits": library.visits.count(),
        "follow_ups": library.follow_ups.count(),
    }


def test_everything_moves_and_empty_fields_are_filled(
    pair: tuple[Library, Library], admin_user: User
) -> None:
    kept, duplicate = pair
    record = MergeRecords(kept, duplicate, user=admin_user).execute()
    kept.refresh_from_db()
    assert state(kept) == dict.fromkeys(state(kept), 1)
    assert (kept.name, kept.reg_no, kept.eik) == ("Съзнание – 1921", 103, "000804834")
    assert (kept.phone, kept.email) == ("042 600 000", "asen@example.org")
    assert not Library.objects.filter(pk=record.duplicate_id).exists()


def test_a_merge_is_taken_back_as_if_it_had_not_been(pair: tuple[Library, Library], admin_user: User) -> None:
    kept, duplicate = pair
    key = duplicate.pk
    # All but the time of the change, which is now.
    columns = [one.attname for one in Library._meta.concrete_fields if one.name != "changed_at"]
    rows = Library.objects.filter(pk__in=[kept.pk, key]).order_by("pk").values(*columns)
    before = list(rows)
    record = MergeRecords(kept, duplicate, user=admin_user).execute()
    UndoMerge(record, user=admin_user).execute()
    assert list(rows.all()) == before
    restored = Library.objects.get(pk=key)
    assert state(restored) == dict.fromkeys(state(restored), 1)
    kept.refresh_from_db()
    assert state(kept) == dict.fromkeys(state(kept), 0)
    with pytest.raises(ValidationError, match="вече не може да се върне"):
        UndoMerge(record, user=admin_user).execute()


def test_overlapping_posts_and_twin_visits_stand_against_a_merge(
    pair: tuple[Library, Library], admin_user: User
) -> None:
    kept, duplicate = pair
    post = duplicate.posts.get()
    PostFactory(library=kept, person=post.person, since=datetime.date(2021, 1, 1))
    action = MergeRecords(kept, duplicate, user=admin_user)
    assert "Длъжностите се застъпват" in action.plan().conflicts[0]
    with pytest.raises(ValidationError, match="Длъжностите се застъпват"):
        action.execute()
    Post.objects.filter(library=kept).delete()
    VisitFactory(library=kept, date=duplicate.visits.get().date)
    with pytest.raises(ValidationError, match="И двата записа имат"):
        action.execute()
    assert state(duplicate) == dict.fromkeys(state(duplicate), 1)


def test_a_record_does_not_merge_with_itself_or_its_branch(
    pair: tuple[Library, Library], admin_user: User
) -> None:
    kept, duplicate = pair
    with pytest.raises(ValidationError, match="два различни записа"):
        MergeRecords(kept, kept, user=admin_user).execute()
    duplicate.branch_of = kept
    duplicate.save()
    with pytest.raises(ValidationError, match="филиал на другата"):
        MergeRecords(kept, duplicate, user=admin_user).execute()


def test_people_merge_with_their_consultations_counted_once(admin_user: User) -> None:
    kept, duplicate = PersonFactory(), PersonFactory(email="rada@example.org")
    both = ConsultationFactory(persons=[kept, duplicate])
    one = ConsultationFactory(persons=[duplicate])
    record = MergeRecords(kept, duplicate, user=admin_user).execute()
    kept.refresh_from_db()
    assert kept.email == "rada@example.org"
    assert set(kept.consultations.all()) == {both, one}
    links = both.persons.through.objects.filter(consultation=both)
    assert list(links.values_list("person", flat=True)) == [kept.pk]
    restored = UndoMerge(record, user=admin_user).execute()
    assert set(links.values_list("person", flat=True)) == {kept.pk, restored.pk}
    assert set(restored.consultations.all()) == {both, one}


def test_the_screen_shows_what_moves_before_it_does(
    admin_client: Client, pair: tuple[Library, Library]
) -> None:
    kept, duplicate = pair
    address = reverse("methodology_merge", args=["library", kept.pk])
    page = admin_client.get(address, {"duplicate": duplicate.pk}).content.decode()
    assert "консултации: 1" in page
    assert "000804834" in page
    assert Library.objects.count() == 2
    assert admin_client.post(address, {"duplicate": duplicate.pk}).status_code == 302
    assert Library.objects.count() == 1
    assert "НЧ Съзнание" in admin_client.get(address).content.decode()
    undo = reverse("methodology_undo_merge", args=[RecordMerge.objects.get().pk])
    assert admin_client.get(undo).status_code == 405
    assert admin_client.post(undo).status_code == 302
    assert Library.objects.count() == 2
    assert admin_client.get(reverse("methodology_merge", args=["topic", 1])).status_code == 404
    assert admin_client.get(address, {"duplicate": "x"}).status_code == 200


def test_both_kinds_are_offered_in_their_lists(admin_client: Client) -> None:
    library, person = LibraryFactory(), PersonFactory()
    for model, key in (("library", library.pk), ("person", person.pk)):
        page = admin_client.get(f"/admin/snippets/methodology/{model}/").content.decode()
        assert reverse("methodology_merge", args=[model, key]) in page
    assert Person.objects.count() == 1

"""People, their posts over time, and the topics and administrations the department works with."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st
from methodology_factories import (
    AdministrationFactory,
    LibraryFactory,
    PersonFactory,
    PostFactory,
    TopicFactory,
)

from methodology.models import Person, Post, Topic
from methodology.tenure import Clash, Tenure, clashes, is_step

FIRST, SECOND = datetime.date(2022, 1, 1), datetime.date(2023, 1, 1)
FULL, HALF = Decimal(1), Decimal("0.5")
DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2020, 2, 15))
SPANS = st.tuples(DAYS, DAYS | st.none()).filter(lambda span: span[1] is None or span[0] <= span[1])


@pytest.mark.parametrize(
    ("post", "other", "found"),
    [
        (Tenure("a", FIRST, None, FULL), Tenure("b", SECOND, None, FULL), [Clash.TWO_FULL_TIMES]),
        (Tenure("a", FIRST, None, HALF), Tenure("b", SECOND, None, FULL), []),
        (Tenure("a", FIRST, None, HALF), Tenure("a", SECOND, None, HALF), [Clash.SAME_LIBRARY]),
        (Tenure("a", FIRST, FIRST, FULL), Tenure("a", SECOND, None, FULL), []),
        (Tenure("a", FIRST, SECOND, FULL), Tenure("b", SECOND, None, FULL), [Clash.TWO_FULL_TIMES]),
    ],
)
def test_posts_clash_in_one_library_or_when_both_are_full_time(
    post: Tenure, other: Tenure, found: list[Clash]
) -> None:
    assert [clash for clash, _ in clashes(post, [other])] == found
    assert [clash for clash, _ in clashes(other, [post])] == found


@given(SPANS, SPANS)
def test_two_posts_overlap_when_some_day_lies_in_both(
    first: tuple[datetime.date, datetime.date | None], second: tuple[datetime.date, datetime.date | None]
) -> None:
    one, two = Tenure("a", *first, FULL), Tenure("b", *second, FULL)
    days = [datetime.date(2020, 1, 1) + datetime.timedelta(days=number) for number in range(60)]
    assert one.overlaps(two) is any(one.holds_on(day) and two.holds_on(day) for day in days)


@pytest.mark.parametrize(
    ("share", "allowed"),
    [("0", True), ("0.25", True), ("1.00", True), ("0.3", False), ("1.25", False), ("-0.25", False)],
)
def test_a_share_is_a_number_of_quarters(share: str, allowed: bool) -> None:
    assert is_step(Decimal(share)) is allowed


@pytest.mark.django_db
def test_an_overlapping_post_in_the_same_library_is_refused_with_its_days() -> None:
    held = PostFactory(person__name="Рада Примерна", until=datetime.date(2024, 5, 3))
    post = Post(person=held.person, library=held.library, since=held.until, share=HALF)
    with pytest.raises(ValidationError) as refused:
        post.full_clean()
    assert refused.value.message_dict["since"] == [
        "Рада Примерна вече има длъжност в тази библиотека "
        "(1 март 2020\u00a0г. – 3 май 2024\u00a0г.). Поправете датите или приключете старата."
    ]
    post.since = datetime.date(2024, 5, 4)
    post.full_clean()


@pytest.mark.django_db
def test_two_full_time_posts_at_once_are_refused_but_two_halves_are_not() -> None:
    held = PostFactory()
    post = Post(person=held.person, library=LibraryFactory(), since=datetime.date(2021, 1, 1))
    with pytest.raises(ValidationError, match="на пълна щатна бройка"):
        post.full_clean()
    post.share = HALF
    post.full_clean()


@pytest.mark.django_db
def test_a_post_can_be_saved_again_without_clashing_with_itself() -> None:
    PostFactory().full_clean()


@pytest.mark.django_db
def test_a_post_does_not_end_before_it_begins() -> None:
    post = PostFactory()
    post.until = datetime.date(2020, 2, 29)
    with pytest.raises(ValidationError, match="Последният ден е преди първия"):
        post.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        post.save()


@pytest.mark.django_db
def test_a_share_between_the_quarters_is_refused() -> None:
    post = PostFactory()
    post.share = Decimal("0.3")
    with pytest.raises(ValidationError, match="Въведете 0, 0,25, 0,5, 0,75 или 1"):
        post.full_clean()


@pytest.mark.django_db
def test_who_works_is_asked_of_a_day() -> None:
    past = PostFactory(until=datetime.date(2021, 6, 30))
    present = PostFactory(since=datetime.date(2021, 7, 1))
    assert set(Person.objects.working()) == {present.person}
    assert set(Person.objects.working(datetime.date(2021, 6, 30))) == {past.person}
    assert set(Post.objects.between(datetime.date(2021, 7, 1), datetime.date(2021, 8, 1))) == {present}
    assert set(Person.objects.in_municipality(past.library.municipality.slug)) >= {past.person}


@pytest.mark.django_db
def test_one_person_is_recorded_once_by_address() -> None:
    PersonFactory(name="Рада Примерна", email="rada@example.org")
    with pytest.raises(ValidationError, match="вече е записан"):
        Person(name="Р. Примерна", email="RADA@example.org").full_clean()
    Person(name="Без поща").full_clean()


@pytest.mark.django_db
def test_topics_stand_in_a_tree_of_three_levels() -> None:
    stock = TopicFactory(name="Фонд", sort_order=2)
    children = TopicFactory(name="Деца", sort_order=1)
    withdrawal = TopicFactory(name="Отчисляване", parent=stock)
    losses = TopicFactory(name="Загуби", parent=withdrawal)
    purchase = TopicFactory(name="Закупуване", parent=stock, sort_order=5)
    order = [children, stock, withdrawal, losses, purchase]
    assert list(Topic.objects.in_tree_order()) == Topic.objects.all().as_tree() == order
    assert losses.path == "Фонд › Отчисляване › Загуби"
    assert set(Topic.objects.within(stock)) == {stock, withdrawal, losses, purchase}
    with pytest.raises(ValidationError, match="най-много 3 равнища"):
        Topic(name="Пожар", parent=losses).full_clean()
    stock.parent = children
    with pytest.raises(ValidationError, match="най-много 3 равнища"):
        stock.full_clean()


@pytest.mark.django_db
def test_a_topic_is_no_part_of_itself_and_stands_once_in_its_place() -> None:
    stock = TopicFactory(name="Фонд")
    part = TopicFactory(name="Отчисляване", parent=stock)
    stock.parent = part
    with pytest.raises(ValidationError, match="част от самата себе си"):
        stock.full_clean()
    for twin in (Topic(name="Фонд"), Topic(name="Отчисляване", parent_id=stock.pk)):
        with pytest.raises(ValidationError, match="вече има такава тема"):
            twin.full_clean()


@pytest.mark.django_db
def test_a_municipality_has_one_administration() -> None:
    held = AdministrationFactory()
    with pytest.raises(ValidationError, match="вече е записана"):
        type(held)(municipality=held.municipality).full_clean()

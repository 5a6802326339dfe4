"""Which rows a list has, held in memory while the content stays as it is."""

from typing import Any

import pytest
import time_machine
from django.test import RequestFactory

from pages import versions
from pages.kept import MOST_IN_ONE, QUESTION, KeptLists, keys_of

pytestmark = pytest.mark.django_db


def asked(number: int = 1) -> Any:
    """A request that is answered by a version."""
    request = RequestFactory().get("/")
    versions.note(request, versions.all_current("events"))
    return request


def counting(answers: list[list[int]]) -> Any:
    return lambda: answers.pop(0)


def test_a_list_is_read_once_for_each_state_of_the_content() -> None:
    answers = [[1, 2], [3]]
    read = counting(answers)
    assert keys_of(asked(), "list", read) == keys_of(asked(), "list", read) == (1, 2)
    versions.bump("events")
    assert keys_of(asked(), "list", read) == (3,)


def test_another_question_and_another_day_are_read_anew() -> None:
    read = counting([[1], [2], [3]])
    with time_machine.travel("2026-11-25T21:59:00+00:00", tick=False):
        assert keys_of(asked(), "one", read) == (1,)
        assert keys_of(asked(), "two", read) == (2,)
    with time_machine.travel("2026-11-25T22:01:00+00:00", tick=False):
        assert keys_of(asked(), "one", read) == (3,)


def test_without_a_version_nothing_is_held() -> None:
    read = counting([[1], [2]])
    request = RequestFactory().get("/")
    assert (keys_of(request, "list", read), keys_of(request, "list", read)) == ((1,), (2,))


def test_the_memory_is_bounded_and_lets_go_of_what_was_asked_for_longest_ago() -> None:
    memory = KeptLists(most=2 * (QUESTION + 3))
    memory.put("a", (1, 2, 3))
    memory.put("b", (1, 2, 3))
    assert memory.get("a") == (1, 2, 3)
    memory.put("c", (1, 2, 3))
    assert (memory.get("a"), memory.get("b"), memory.get("c")) == ((1, 2, 3), None, (1, 2, 3))
    memory.put("endless", tuple(range(MOST_IN_ONE + 1)))
    assert memory.get("endless") is None

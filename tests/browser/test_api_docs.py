"""The documentation of the API in a real browser."""

from typing import Any

import pytest

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_documentation_works_under_the_strict_policy_and_asks_no_other_host(live_page: Any) -> None:
    """The page's watch fails the test for a broken policy, an error or a request to a stranger."""
    answer = live_page.goto("/api/v1/docs")
    assert "'unsafe-inline'" not in answer.headers["content-security-policy"]
    live_page.wait_for_selector("#operations-Новини-list_news, [id*=list_news]")
    assert live_page.locator(".opblock").count() >= 12
    live_page.locator(".opblock", has_text="/api/v1/municipalities/").first.click()
    live_page.get_by_role("button", name="Try it out").click()
    live_page.get_by_role("button", name="Execute").click()
    live_page.locator(".live-responses-table .response-col_status", has_text="200").first.wait_for()

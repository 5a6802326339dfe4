"""What the plugins bring together on one site."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from events_factories import EventIndexPageFactory
from methodology_factories import MethodologyIndexFactory
from pages_factories import NewsIndexPageFactory

from pages import searching

pytestmark = pytest.mark.django_db


def test_the_dashboard_offers_to_add_what_the_plugins_publish(site: Any, home: Any, client: Client) -> None:
    factories = {
        "events/eventpage": EventIndexPageFactory,
        "pages/newspage": NewsIndexPageFactory,
        "methodology/materialpage": MethodologyIndexFactory,
    }
    parents = {model: factory(parent=home) for model, factory in factories.items()}
    client.force_login(User.objects.create_superuser("admin", password="lipa"))
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    places = [page.index(f"/admin/pages/add/{model}/{parent.pk}/") for model, parent in parents.items()]
    assert places == sorted(places)


def test_the_dashboard_offers_nothing_that_has_no_place_yet(site: Any, client: Client) -> None:
    client.force_login(User.objects.create_superuser("admin", password="lipa"))
    assert "/admin/pages/add/" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_search_results_are_narrowed_to_what_each_plugin_publishes() -> None:
    assert [kind.key for kind in searching.kinds()] == ["events", "news", "materials", "pages"]

"""Ready words on the form of a closure, and a template made of a closure."""

import re
from typing import Any

import pytest
from django.urls import reverse
from events_factories import ClosureFactory, DepartmentFactory, library_hours

from events.models import Closure, ClosureTemplate

pytestmark = pytest.mark.django_db

ADD = reverse("wagtailsnippets_events_closure:add")
TYPED = {
    "start_date": "02.12.2026",
    "end_date": "",
    "recurrence_frequency": "",
    "announce_from": "01.12.2026",
}


@pytest.fixture
def admin(client: Any, django_user_model: Any, programme: Any) -> Any:
    library_hours()
    client.force_login(django_user_model.objects.create_superuser("admin", password="lipa"))
    return client


@pytest.fixture
def fault() -> ClosureTemplate:
    return ClosureTemplate.objects.get(name="Авария")


def test_the_form_of_a_new_closure_offers_every_template(admin: Any) -> None:
    page = admin.get(ADD).content.decode()
    for template in ClosureTemplate.objects.all():
        assert f'name="use-template" value="{template.pk}"' in page
    # Enter in a field presses the first button: a look, never a template.
    buttons = re.findall(r'<button type="submit"[^>]* name="([a-z-]+)"', page)
    assert buttons[0] == "check-hits"
    closure = ClosureFactory()
    edit = reverse("wagtailsnippets_events_closure:edit", args=[closure.pk])
    assert "use-template" not in admin.get(edit).content.decode()


def test_a_template_gives_its_words_and_leaves_the_days_and_departments(admin: Any, fault: Any) -> None:
    art = DepartmentFactory(name="Изкуство")
    typed = {**TYPED, "kind": "election", "reason": "друго", "departments": [str(art.pk)]}
    response = admin.post(ADD, {**typed, "use-template": str(fault.pk)})
    form = response.context["form"]
    assert response.status_code == 200
    assert not form.errors
    shown = {name: form[name].value() for name in ("kind", "reason", "reason_en", "announcement")}
    assert shown == {name: getattr(fault, name) for name in shown}
    assert (form["start_date"].value(), form["announce_from"].value()) == ("02.12.2026", "01.12.2026")
    assert form["departments"].value() == [str(art.pk)]
    assert not Closure.objects.exists()


def test_an_empty_form_that_takes_words_is_not_scolded(admin: Any, fault: Any) -> None:
    response = admin.post(ADD, {"use-template": str(fault.pk)})
    assert not response.context["form"].errors
    assert fault.reason in response.content.decode()
    assert "error-message" not in response.content.decode()


@pytest.mark.parametrize("asked", ["", "0", "x", "²", "9" * 40, "-1"])
def test_an_unknown_template_changes_nothing(admin: Any, asked: str) -> None:
    response = admin.post(ADD, {**TYPED, "reason": "друго", "use-template": asked})
    assert response.status_code == 200
    assert response.context["form"]["reason"].value() == "друго"
    assert admin.get(ADD, {"template": asked}).status_code == 200


def test_a_closure_becomes_a_template(admin: Any) -> None:
    closure = ClosureFactory(kind="inventory", reason="Броим книгите", announcement="Броим.")
    add = f"{reverse('wagtailsnippets_events_closuretemplate:add')}?closure={closure.pk}"
    assert add in admin.get(reverse("wagtailsnippets_events_closure:list")).content.decode()
    form = admin.get(add).context["form"]
    shown = {name: form[name].value() for name in ("name", "kind", "reason", "announcement")}
    assert shown == {
        "name": "Броим книгите",
        "kind": "inventory",
        "reason": "Броим книгите",
        "announcement": "Броим.",
    }
    for asked in ("", "0", "²", "9" * 40):
        address = reverse("wagtailsnippets_events_closuretemplate:add")
        assert admin.get(address, {"closure": asked}).status_code == 200

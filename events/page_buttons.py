"""What an event and a series offer in their menus in the admin."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from events.actions.closed_dates import may_decide
from events.models import EventPage, EventSeriesPage
from events.models.photo_report import day_of_pictures


def header_buttons(page: Page, user: Any) -> Iterator[Button]:
    """What can be done with an event or a series, on its own page."""
    if isinstance(page, EventSeriesPage) and page.pk:
        yield from _series_buttons(page, user)
    if not isinstance(page, EventPage) or not page.pk:
        return
    yield from duplicate_buttons(page, user)
    if page.permissions_for_user(user).can_add_subpage() and day_of_pictures(page):
        address = reverse("wagtailadmin_pages:add", args=["events", "photoreportpage", page.pk])
        yield Button(_("Снимки от събитието"), address, icon_name="image", priority=31)
    if may_decide(page, user):
        address = reverse("events_closed_dates", args=[page.pk])
        yield Button(_("Дати в затворени дни"), address, icon_name="lock", priority=35)


def duplicate_buttons(page: Page, user: Any) -> Iterator[Button]:
    """The same event on a new date, for those who may add events; in the listing too."""
    if page.specific_class is not EventPage or not page.permissions_for_user(user).can_edit():
        return
    if page.get_parent().permissions_for_user(user).can_add_subpage():
        address = reverse("events_admin:duplicate", args=[page.pk])
        yield Button(_("Същото на нова дата"), address, icon_name="copy", priority=30)


def _series_buttons(series: EventSeriesPage, user: Any) -> Iterator[Button]:
    """The next meeting: the last one on a new date."""
    last = EventPage.objects.filter(series=series).order_by("-start_date", "-pk").first()
    for button in duplicate_buttons(last, user) if last else ():
        button.label = _("Следваща среща")
        yield button

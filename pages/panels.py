"""Panels of the admin's forms."""

from typing import Any

from django.apps import apps
from django.conf import settings
from wagtail.admin.panels import PageChooserPanel


class EventChooserPanel(PageChooserPanel):
    """Chooses among the pages that `LIBRARY_EVENT_PAGE_TYPE` names, or among all without such a plugin."""

    def get_form_options(self) -> dict[str, Any]:
        """Return the options with the chooser of the site's kind of event."""
        self.page_type = installed_model(getattr(settings, "LIBRARY_EVENT_PAGE_TYPE", ""))
        return super().get_form_options()


def installed_model(name: str) -> str | None:
    """Return the name of a model ("app.Model") when the site has it."""
    try:
        apps.get_model(name)
    except (LookupError, ValueError):
        return None
    return name

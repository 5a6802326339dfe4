"""What the admin's templates of events ask for."""

from typing import Any

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag
def planned_dates_url(panel: Any) -> str:
    """Where the form of a panel learns its next dates: by the page, or by the parent of a new one."""
    parent = getattr(panel.form, "parent_page", None)
    place = f"page={panel.instance.pk}" if panel.instance.pk else f"parent={parent.pk if parent else ''}"
    return f"{reverse('events_admin:planned_dates')}?{place}"

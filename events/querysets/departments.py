"""Questions about departments."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from pages.navigation import active_language

if TYPE_CHECKING:
    from events.models import Department


class DepartmentQuerySet(models.QuerySet["Department"]):
    """Departments by language."""

    def in_active_language(self) -> list["Department"]:
        """Every department once, in its order: translated where it is, else in the default language."""
        default = settings.LANGUAGE_CODE
        rows = self.select_related("locale", "image").order_by("sort_order", "name", "pk")
        found: dict[str, Department] = {}
        for code in (active_language(), default):
            for row in rows:
                if row.locale.language_code == code:
                    found.setdefault(row.slug, row)
        order = {row.slug: number for number, row in enumerate(rows) if row.locale.language_code == default}
        return sorted(found.values(), key=lambda row: order.get(row.slug, len(order)))

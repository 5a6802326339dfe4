"""The materials in the admin: the report and what is due of them."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from methodology.material_care import MaterialsPanel, cared_for
from methodology.views.admin.materials import MaterialsReportView
from pages.decorators import hook


@hook("register_admin_urls")
def addresses() -> list[URLPattern]:
    """The addresses of the report."""
    report: Any = MaterialsReportView
    return [
        path("methodology/materials/", report.as_view(), name="methodology_materials"),
        path(
            "methodology/materials/results/",
            report.as_view(results_only=True),
            name="methodology_materials_results",
        ),
    ]


@hook("construct_homepage_panels")
def add_materials(request: HttpRequest, panels: list[Component]) -> None:
    """Show what is due for review."""
    panels.append(MaterialsPanel())


@hook("register_reports_menu_item")
def report_item() -> MenuItem:
    """Lead to the report."""
    return MaterialsMenuItem(
        gettext_lazy("Материали"), reverse_lazy("methodology_materials"), icon_name="doc-full"
    )


class MaterialsMenuItem(MenuItem):
    """Shown to whoever edits materials."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the person edits any."""
        return bool(cared_for(request.user).exists())

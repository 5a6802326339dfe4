"""The methodology department's materials and records."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MethodologyConfig(AppConfig):
    """Wires the plugin into the running site."""

    name = "methodology"
    verbose_name = _("Методическа дейност")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open the API of this plugin's records and take its places on the pages of others."""
        from methodology import handbook, material_signals, slots
        from methodology.api import add_routers
        from methodology.api.materials import material_draft
        from methodology.models import MaterialPage
        from methodology.passport import sections
        from pages.admin.welcome import register_addition
        from pages.partners.preview import register_writer
        from pages.searching import register_kind

        add_routers()
        register_writer(MaterialPage, material_draft)
        slots.register()
        material_signals.connect()
        handbook.register()
        sections.register()
        register_kind("materials", _("Материали"), "methodology.MaterialPage", order=30)
        register_addition(
            _("Нов материал"), "methodology.MaterialPage", under="methodology.MethodologyIndexPage", order=30
        )

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
        from methodology import slots
        from methodology.api import add_routers

        add_routers()
        slots.register()

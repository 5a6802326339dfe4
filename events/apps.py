"""Events, opening hours, closures and their feeds."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    """Wires the plugin into the running site."""

    name = "events"
    verbose_name = _("Събития и работно време")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect what happens on publish, open the API, and show events on pages of other plugins."""
        from events import handbook, signals, slots
        from events.api import add_routers
        from pages.admin.welcome import register_addition
        from pages.searching import register_kind

        signals.connect()
        slots.register()
        handbook.register()
        add_routers()
        register_kind("events", _("Събития"), "events.EventPage", order=10)
        register_addition(_("Ново събитие"), "events.EventPage", under="events.EventIndexPage", order=10)

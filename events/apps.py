"""Events, opening hours, closures and their feeds."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    """Wires the plugin into the running site."""

    name = "events"
    verbose_name = _("Събития и работно време")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect what happens on publish, open the API, and show events on pages of other plugins."""
        from events import announcing, handbook, signals, slots
        from events.api import add_routers
        from events.api.drafts import event_draft
        from events.embeds.discovery import oembed_link
        from events.embeds.releases import keep_released
        from events.models import (
            Closure,
            Department,
            EventPage,
            OpeningException,
            OpeningHours,
            Service,
        )
        from events.policies import register_policies
        from pages.admin.welcome import register_addition
        from pages.partners.preview import register_writer
        from pages.searching import register_kind
        from pages.slots import register as register_slot

        # Before the signals, which write what tells a new event from a changed one.
        announcing.connect()
        signals.connect()
        slots.register()
        handbook.register()
        register_slot("head", template="events/slots/oembed.html", context=oembed_link)
        add_routers()
        register_policies(Closure, Department, OpeningException, OpeningHours, Service)
        register_writer(EventPage, event_draft)
        post_migrate.connect(keep_released, sender=self, dispatch_uid="events.keep_released")
        register_kind("events", _("Събития"), "events.EventPage", order=10)
        register_addition(_("Ново събитие"), "events.EventPage", under="events.EventIndexPage", order=10)

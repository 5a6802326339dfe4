"""The institutions together with which an event is held."""

from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

MAX_PARTNERS = 20

only_https = URLValidator(["https"], message=_("Въведете адрес, който започва с https://."))


class EventPartner(TranslatableMixin, Orderable):
    """A partner institution, with its page where it has one."""

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="partners")

    name = models.CharField(_("институция"), max_length=160)
    url = models.URLField(_("страница"), max_length=500, blank=True, validators=[only_https])

    override_translatable_fields = [SynchronizedField("url", overridable=False)]
    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("url")])]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("партньор")
        verbose_name_plural = _("партньори")

    def __str__(self) -> str:
        return self.name

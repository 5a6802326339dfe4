"""What is said above the pages of the site about a day without the usual hours."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Announcing(models.Model):
    """Has an announcement in Bulgarian and English; either may be empty."""

    announcement = models.TextField(
        _("съобщение"), max_length=1000, blank=True, help_text=_("Показва се над страниците на сайта.")
    )
    announcement_en = models.TextField(_("съобщение на английски"), max_length=1000, blank=True)

    class Meta:
        abstract = True

    def announcement_in(self, language: str) -> str:
        """The announcement in `bg` or `en`, with the other language as a fallback; may be empty."""
        first, second = self.announcement, self.announcement_en
        return (second or first) if language == "en" else (first or second)

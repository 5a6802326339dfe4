"""What every page of the library has beyond Wagtail's own page."""

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import Page
from wagtail.search import index

from pages.page_forms import EMPTY_SLUG, LibraryCopyForm, LibraryPageForm, available_slug

# A mixin cannot inherit the page itself (its fields would clash with the site's base page), but it is one.
if TYPE_CHECKING:
    from wagtail.models import AbstractPage as PageLike
else:
    PageLike = models.Model

DESCRIPTION_LENGTH = 200


class LibraryPageMixin(PageLike):
    """Transliterated slugs, a picture for shared links, the date of the last review, a description."""

    slug: str

    social_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("изображение за социални мрежи"),
        help_text=_("Показва се, когато някой сподели страницата. Най-добре 1200 × 630 точки."),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    last_reviewed = models.DateField(
        _("последен преглед"),
        help_text=_("Кога за последно някой е проверил, че написаното е вярно."),
        null=True,
        blank=True,
    )

    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel(["social_image"], _("При споделяне")),
        FieldPanel("last_reviewed"),
    ]
    search_fields = [index.SearchField("search_description")]

    base_form_class = LibraryPageForm
    copy_form_class = LibraryCopyForm

    class Meta:
        abstract = True

    def _set_core_field_defaults(self) -> None:
        knows_its_siblings = bool(self.path or getattr(self, "_cached_parent_obj", None))
        if not self.slug and knows_its_siblings:
            parent = self.get_parent()
            self.slug = available_slug(self.title, lambda slug: self._slug_is_available(slug, parent, self))
            if not self.slug:
                raise ValidationError({"slug": EMPTY_SLUG})
        super()._set_core_field_defaults()

    @property
    def meta_description(self) -> str:
        """The description for search engines: the one written for them, else the beginning of the lead."""
        text = self.search_description or strip_tags(getattr(self, "lead", "") or getattr(self, "intro", ""))
        return Truncator(text).chars(DESCRIPTION_LENGTH)

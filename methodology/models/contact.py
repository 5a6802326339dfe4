"""Whom a librarian of the region calls."""

from django.db import models
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from methodology.validators import validate_phone


class MethodologyContact(TranslatableMixin, Orderable):
    """A post in the department with its phone and e-mail; a post, not a person."""

    page = ParentalKey("methodology.MethodologyIndexPage", on_delete=models.CASCADE, related_name="contacts")
    role = models.CharField(
        gettext_lazy("за какво"),
        max_length=150,
        help_text=gettext_lazy("Длъжност или въпроси, например „Методист, читалищни библиотеки“."),
    )
    phone = models.CharField(gettext_lazy("телефон"), max_length=100, blank=True, validators=[validate_phone])
    email = models.EmailField(gettext_lazy("ел. поща"), blank=True)

    panels = [FieldPanel("role"), FieldRowPanel([FieldPanel("phone"), FieldPanel("email")])]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = gettext_lazy("връзка с отдела")
        verbose_name_plural = gettext_lazy("връзки с отдела")

    def __str__(self) -> str:
        return self.role

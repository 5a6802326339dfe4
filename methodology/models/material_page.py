"""A methodological material: what it is, its edition, its files and what it replaces."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import CheckboxSelectMultiple, Select
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from methodology.editions import MAX_EDITIONS, editions_of
from methodology.facts import material_facts
from methodology.file_states import FileStatesPanel
from methodology.fulltext.limits import bounded
from methodology.models.file_text import FileText
from methodology.models.terms import MaterialAudience, MaterialCategory
from methodology.querysets import MaterialManager
from methodology.wording import file_summary
from pages.blocks import BODY_BLOCKS
from pages.models import LibraryPageMixin


class MaterialPageMixin(LibraryPageMixin):
    """What every page type of a material has."""

    category = models.ForeignKey(
        "methodology.MaterialCategory",
        verbose_name=gettext_lazy("категория"),
        on_delete=models.PROTECT,
        related_name="+",
        # Pages of every language name the Bulgarian terms, which are shown by their names in it.
        limit_choices_to={"locale__language_code": "bg"},
    )
    audiences = ParentalManyToManyField(
        "methodology.MaterialAudience",
        verbose_name=gettext_lazy("за кого"),
        related_name="+",
        blank=True,
        limit_choices_to={"locale__language_code": "bg"},
        help_text=gettext_lazy("Без отметка: за всички библиотеки."),
    )
    replaces = models.ForeignKey(
        "self",
        verbose_name=gettext_lazy("заменя"),
        on_delete=models.SET_NULL,
        related_name="replaced_by",
        null=True,
        blank=True,
        help_text=gettext_lazy("Предишното издание на същия материал."),
    )
    lead = models.TextField(
        gettext_lazy("накратко"),
        max_length=400,
        blank=True,
        help_text=gettext_lazy("Какво е това и за какво служи, в едно-две изречения."),
    )
    body = StreamField(BODY_BLOCKS, verbose_name=gettext_lazy("съдържание"), blank=True)
    edition_date = models.DateField(gettext_lazy("дата на изданието"), null=True, blank=True)
    official_number = models.CharField(
        gettext_lazy("официален номер"),
        max_length=120,
        blank=True,
        help_text=gettext_lazy("Например „Наредба № 3 от 18.11.2014 г.“"),
    )
    source = models.CharField(
        gettext_lazy("източник"),
        max_length=255,
        blank=True,
        help_text=gettext_lazy("Кой го е издал и къде е обнародвано."),
    )

    review_on = models.DateField(
        gettext_lazy("да се прегледа до"),
        null=True,
        blank=True,
        db_index=True,
        help_text=gettext_lazy("Когато наближи, материалът се появява на таблото и в справката „Материали“."),
    )

    page_description = gettext_lazy("Нормативен текст, образец или указание за библиотеките, с файлове")

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.replaces_id and self._closes_a_circle():
            message = _("Материалът не може да заменя себе си, нито издание, което вече го заменя.")
            raise ValidationError({"replaces": message})

    def _closes_a_circle(self) -> bool:
        previous, seen = self.replaces, 0
        while previous is not None and seen < MAX_EDITIONS:
            if previous.translation_key == self.translation_key:
                return True
            previous, seen = previous.replaces, seen + 1
        return False


class MaterialPage(MaterialPageMixin, Page):
    """The page of a material."""

    objects = MaterialManager()

    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel(
            [
                FieldPanel("category", widget=Select),
                FieldPanel("audiences", widget=CheckboxSelectMultiple),
                FieldRowPanel([FieldPanel("edition_date"), FieldPanel("official_number")]),
                FieldPanel("source"),
                PageChooserPanel("replaces", "methodology.MaterialPage"),
            ],
            heading=gettext_lazy("Издание"),
        ),
        InlinePanel("files", heading=gettext_lazy("Файлове"), label=gettext_lazy("файл"), max_num=30),
        FileStatesPanel(heading=gettext_lazy("Какво знаем за файловете")),
        FieldPanel("body"),
    ]
    promote_panels = [*LibraryPageMixin.promote_panels, FieldPanel("review_on")]
    search_fields = [
        *Page.search_fields,
        *LibraryPageMixin.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.SearchField("official_number", boost=2),
        index.SearchField("source"),
        index.RelatedFields("files", [index.SearchField("title")]),
        index.SearchField("text_of_files"),
        index.FilterField("edition_date"),
        index.FilterField("category"),
    ]
    override_translatable_fields = [
        SynchronizedField("category", overridable=False),
        SynchronizedField("audiences", overridable=False),
        SynchronizedField("replaces", overridable=False),
        SynchronizedField("edition_date", overridable=False),
        SynchronizedField("files", overridable=False),
        SynchronizedField("review_on", overridable=False),
    ]

    parent_page_types = ["methodology.MethodologyIndexPage"]
    subpage_types: list[str] = []
    template = "methodology/material_page.html"

    class Meta:
        verbose_name = gettext_lazy("методически материал")
        verbose_name_plural = gettext_lazy("методически материали")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        names = MaterialAudience.objects.names(self.locale.language_code)
        audiences = [names.get(audience.slug, audience.name) for audience in self.audiences.all()]
        files = self.files.select_related("document")
        return context | {
            "files": files,
            "facts": material_facts(self, audiences),
            "editions": self.editions if len(self.editions) > 1 else [],
        }

    @cached_property
    def category_name(self) -> str:
        """The name of the category in the page's language."""
        names = MaterialCategory.objects.names(self.locale.language_code)
        return names.get(self.category.slug, self.category.name)

    @cached_property
    def file_summary(self) -> str:
        """The files in a few words: „PDF, 1,2 MB“."""
        return file_summary(self.files.all())

    def text_of_files(self) -> str:
        """Return what was read in the files that everybody may take, for the search; two queries."""
        texts = FileText.objects.of_page(self.pk).open_to_all().exclude(text="")
        found = list(texts.values_list("text", flat=True))
        return found[0] if len(found) == 1 else bounded(found).text

    @cached_property
    def editions(self) -> list["MaterialPage"]:
        """The published editions of this material, newest first, in this page's language; two queries."""
        return editions_of(self)

    @cached_property
    def replacements(self) -> list["MaterialPage"]:
        """The published materials that replace this one, newest first."""
        return [one for one in self.editions if one.replaces_key == self.translation_key]

    @cached_property
    def replaced(self) -> "MaterialPage | None":
        """The published material that this one replaces."""
        mine = self.replaces.translation_key if self.replaces else None
        return next((one for one in self.editions if mine and one.translation_key == mine), None)

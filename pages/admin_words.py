"""Bulgarian words for what other packages name in the admin without asking a catalogue."""

from typing import Any

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

MODELS: dict[str, tuple[Promise, Promise]] = {
    "wagtailcore.Locale": (_("език"), _("езици")),
    "wagtail_localize.Translation": (_("превод"), _("преводи")),
}
FIELDS: dict[tuple[str, str], Promise] = {
    ("wagtailcore.Locale", "language_code"): _("език"),
    ("wagtail_localize.LocaleSynchronization", "sync_from"): _("език, от който се взема съдържанието"),
    ("wagtailsearchpromotions.SearchPromotion", "external_link_text"): _("текст на външната връзка"),
}
SITE_COLUMNS: dict[str, Promise] = {
    "port": _("Порт"),
    "site_name": _("Име на сайта"),
    "root_page": _("Начална страница"),
}
LINK_FIELDS: dict[str, Promise] = {
    "link_text": _("Текст на връзката"),
    "email_address": _("Електронна поща"),
    "subject": _("Тема на писмото"),
    "body": _("Текст на писмото"),
    "phone_number": _("Телефон"),
}
TRANSLATION_FILTERS: dict[str, Promise] = {
    "source_locale": _("Език на оригинала"),
    "target_locale": _("Език на превода"),
}


def name_in_bulgarian() -> None:
    """Give the unnamed models, fields, columns and filters of the installed apps their names.

    Migrations do not see it: they compare what a model declares, and only what is shown changes here.
    """
    _name_models()
    _name_fields()
    _name_password()
    _name_link_fields()
    _name_permissions()
    _count_without_forms()
    if "wagtailsites" in apps.app_configs:
        _name_site_columns()
    if "wagtail_localize" in apps.app_configs:
        _name_translation_filters()
        _name_synchronisation()
        _write_days_in_numbers()


def _is_installed(model: str) -> bool:
    return model.split(".")[0] in apps.app_configs


def _name_models() -> None:
    for model, (singular, plural) in MODELS.items():
        if _is_installed(model):
            options = apps.get_model(model)._meta
            options.verbose_name, options.verbose_name_plural = singular, plural


def _name_fields() -> None:
    for (model, name), words in FIELDS.items():
        if _is_installed(model):
            vars(apps.get_model(model)._meta.get_field(name))["verbose_name"] = words


def _name_password() -> None:
    from wagtail.admin.forms.auth import LoginForm

    LoginForm.base_fields["password"].label = _("Парола")


def _name_link_fields() -> None:
    from wagtail.admin.forms import choosers

    for form in vars(choosers).values():
        for name, field in getattr(form, "base_fields", {}).items():
            if field.label is None and name in LINK_FIELDS:
                field.label = LINK_FIELDS[name]


def _name_permissions() -> None:
    from wagtail.users.forms import PagePermissionsForm

    PagePermissionsForm.base_fields["page"].label = _("Страница")


def _count_without_forms() -> None:
    """Say „отдели: 24“: after a number nouns have forms of their own („24 отдела“), which no model knows."""
    from wagtail.admin.paginator import WagtailPaginator

    def label(self: WagtailPaginator) -> str:
        name = self.verbose_name if self.count == 1 else self.verbose_name_plural
        return gettext("%(name)s: %(count)s") % {"name": name, "count": self.count}

    WagtailPaginator.items_count_label = property(label)


def _write_days_in_numbers() -> None:
    """Show when a text was translated as „25.11.2026“; wagtail-localize writes the month in English."""
    from wagtail_localize import models
    from wagtail_localize.views import edit_translation

    models.DATE_FORMAT = edit_translation.DATE_FORMAT = "%d.%m.%Y"


def _name_site_columns() -> None:
    from wagtail.sites.views import IndexView

    for column in IndexView.columns:
        column.label = SITE_COLUMNS.get(column.name, column.label)


def _name_translation_filters() -> None:
    from wagtail_localize.views.report import TranslationsReportFilterSet

    for name, words in TRANSLATION_FILTERS.items():
        TranslationsReportFilterSet.base_filters[name].label = words


def _name_synchronisation() -> None:
    from wagtail_localize.models import LocaleSynchronization

    class NamedForm(LocaleSynchronization.base_form_class):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            # wagtail-localize adds this field to the class of the form, without a name.
            if "enabled" in self.fields:
                self.fields["enabled"].label = _("Съдържанието се взема от друг език")

    LocaleSynchronization.base_form_class = NamedForm

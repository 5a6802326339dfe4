"""The admin's forms of pages: an address for every page, and words where none can be made."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm

from pages.bulgarian import slugify
from pages.slugs import SLUG_LENGTH, LibrarySlugInput

EMPTY_SLUG = _(
    "От това заглавие не може да се състави адрес. Впишете заглавие с букви или цифри "
    "или попълнете адреса с латински букви."
)
SECOND_HOME = _("На този език вече има начална страница.")


def available_slug(title: str, is_free: Any) -> str:
    """Return a slug of the title that `is_free(slug)` accepts; empty for one without letters and digits."""
    base = slugify(title)[:SLUG_LENGTH].rstrip("-")
    slug, number = base, 1
    while base and not is_free(slug):
        number += 1
        slug = f"{base[: SLUG_LENGTH - 6].rstrip('-')}-{number}"
    return slug


class LibraryPageForm(WagtailAdminPageForm):
    """A page's form; an address left empty is made from the title."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean(self) -> dict[str, Any]:
        """Fill in the address."""
        if "slug" in self.fields and "slug" not in self.errors and not self.cleaned_data.get("slug"):
            slug = available_slug(self.cleaned_data.get("title") or "", self._is_free)
            if slug:
                self.cleaned_data["slug"] = slug
            elif "title" not in self.errors:
                self.add_error("slug", EMPTY_SLUG)
        cleaned: dict[str, Any] = super().clean()
        return cleaned

    def _is_free(self, slug: str) -> bool:
        parent = self.parent_page or self.instance.get_parent()
        free: bool = self.instance._slug_is_available(slug, parent, self.instance)
        return free


class HomePageForm(LibraryPageForm):
    """The form of a home page: one in each language."""

    def clean(self) -> dict[str, Any]:
        """Refuse a second home page in the same language."""
        cleaned = super().clean()
        others = type(self.instance).objects.filter(locale_id=self.instance.locale_id)
        if others.exclude(pk=self.instance.pk).exists():
            self.add_error(None, SECOND_HOME)
        return cleaned


class LibraryCopyForm(CopyForm):
    """The form that copies a page, with our slugs."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_slug"].widget = LibrarySlugInput()

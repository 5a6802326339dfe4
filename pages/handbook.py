"""The editors' handbook: chapters, each one task, contributed by every plugin.

A chapter is a template in Bulgarian. What it puts between <b> and </b> are words on the screen, and its
pictures are made by the browser tests, which go through the task and look for these words.
"""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Chapter:
    """One task: its address word, its title, its template, and who needs it.

    `permission` is "app.codename"; empty for everybody.
    """

    slug: str
    title: str | Promise
    template: str
    order: int
    permission: str = ""

    def is_for(self, user: AbstractBaseUser | AnonymousUser) -> bool:
        """Whether this person may do what the chapter tells."""
        return not self.permission or user.has_perm(self.permission)  # type: ignore[union-attr]


_chapters: dict[str, Chapter] = {}


def register_chapter(
    slug: str, title: str | Promise, *, template: str, order: int = 100, permission: str = ""
) -> None:
    """Add a chapter; call it from `AppConfig.ready()`."""
    _chapters[slug] = Chapter(slug, title, template, order, permission)


def chapters() -> list[Chapter]:
    """Return all chapters in the order in which they are read."""
    return sorted(_chapters.values(), key=lambda chapter: (chapter.order, chapter.slug))


def chapters_for(user: AbstractBaseUser | AnonymousUser) -> list[Chapter]:
    """Return the chapters a person needs, in order."""
    return [chapter for chapter in chapters() if chapter.is_for(user)]


FOLDER = "pages/handbook/chapters"
OWN = (
    Chapter("tablo", _("Таблото и черновите"), f"{FOLDER}/start.html", 10),
    Chapter("novina", _("Новина за десет минути"), f"{FOLDER}/news.html", 20),
    Chapter(
        "angliyski",
        _("Страницата на английски"),
        f"{FOLDER}/english.html",
        50,
        "wagtail_localize.submit_translation",
    ),
    Chapter("tarsene", _("Да ни намират"), f"{FOLDER}/search.html", 70, "pages.add_synonymgroup"),
)


def register_own() -> None:
    """Add the chapters of the foundation."""
    _chapters.update({chapter.slug: chapter for chapter in OWN})

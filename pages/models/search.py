"""What the search knows beside its index: synonyms, words of public pages, what readers looked for."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pages.bulgarian.search_terms import key, words

MAX_LINES = 20
MAX_WORDS_A_LINE = 4
MAX_GROUPS = 500


class SynonymGroup(models.Model):
    """Words and short phrases, one a line, that mean the same to a reader who searches."""

    words = models.TextField(
        _("думи"),
        max_length=1200,
        help_text=_(
            "По една дума или кратък израз на ред. Който търси едното, намира и другите. "
            "Формите на думите не се изброяват: търсенето ги познава."
        ),
    )

    class Meta:
        verbose_name = _("синоними")
        verbose_name_plural = _("синоними за търсенето")

    def __str__(self) -> str:
        return " · ".join(self.lines())

    def lines(self) -> list[str]:
        """Return the lines that hold something."""
        return [line.strip() for line in self.words.splitlines() if line.strip()]

    def phrases(self) -> list[tuple[str, ...]]:
        """Return each line as the keys by which its words are searched, each phrase once."""
        phrases = (tuple(key(word) for word in words(line)[:MAX_WORDS_A_LINE]) for line in self.lines())
        return [phrase for phrase in dict.fromkeys(phrases) if phrase][:MAX_LINES]

    def clean(self) -> None:
        """Ask for at least two different lines, each of one to four words."""
        super().clean()
        errors: list[str | Promise] = [error for line in self.lines() if (error := _error_of(line))]
        if len(self.lines()) > MAX_LINES:
            errors.append(_("Оставете най-много 20 реда или направете втора група."))
        if not errors and len(self.phrases()) < 2:
            errors.append(_("Напишете поне два различни реда; форми на една и съща дума не се броят."))
        if self._state.adding and SynonymGroup.objects.count() >= MAX_GROUPS:
            errors.append(_("Групите са вече 500. Изтрийте ненужна, преди да добавите нова."))
        if errors:
            raise ValidationError({"words": errors})


class PublicWord(models.Model):
    """A word as it stands on public pages of one language; written only by the actions of the search."""

    word = models.CharField(_("дума"), max_length=64)
    language = models.CharField(_("език"), max_length=10)
    uses = models.PositiveIntegerField(_("употреби"), default=1)

    class Meta:
        verbose_name = _("дума от публичните страници")
        verbose_name_plural = _("думи от публичните страници")
        constraints = [
            models.UniqueConstraint(fields=["language", "word"], name="one_row_a_public_word"),
        ]

    def __str__(self) -> str:
        return self.word


class SearchedQuery(models.Model):
    """How often something was looked for on a day, and how many pages it found; nothing about who did."""

    text = models.CharField(_("търсено"), max_length=100)
    language = models.CharField(_("език"), max_length=10)
    day = models.DateField(_("ден"), db_index=True)
    hits = models.PositiveIntegerField(_("търсения"), default=1)
    found = models.PositiveIntegerField(_("намерени страници"), default=0)

    class Meta:
        verbose_name = _("търсене на сайта")
        verbose_name_plural = _("търсения на сайта")
        constraints = [
            models.UniqueConstraint(fields=["day", "language", "text"], name="one_row_a_query_a_day"),
        ]

    def __str__(self) -> str:
        return self.text


def _error_of(line: str) -> str:
    number = len(words(line))
    if not number:
        return gettext("На реда „%(line)s“ няма дума.") % {"line": line[:40]}
    if number > MAX_WORDS_A_LINE:
        return gettext("Редът „%(line)s“ е дълъг: най-много четири думи.") % {"line": line[:40]}
    return ""

"""From refusals of the plain rules to errors at a form field."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy

from events.recurrence import UserError


def user_error(problem: UserError) -> ValidationError:
    """The refusal as a validation error, in the language of the reader."""
    return ValidationError(gettext_lazy(problem.template), code=problem.code, params=problem.params)


def user_text(problem: UserError) -> str:
    """The refusal as a text in the active language; a refusal it quotes is in the same language."""
    params = {
        name: user_text(value) if isinstance(value, UserError) else value
        for name, value in problem.params.items()
    }
    return gettext(problem.template) % params

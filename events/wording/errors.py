"""From refusals of the plain rules to errors at a form field."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from events.recurrence import UserError


def user_error(problem: UserError) -> ValidationError:
    """The refusal as a validation error, in the language of the reader."""
    return ValidationError(gettext_lazy(problem.template), code=problem.code, params=problem.params)

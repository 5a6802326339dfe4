"""What a partner's address did wrong, in words."""

from django.utils.translation import gettext as _

from pages.outward import OutwardProblem


def problem_text(problem: OutwardProblem) -> str:
    """The problem in the active language."""
    texts = {
        "bad-address": _("Адресът не е верен."),
        "scheme": _("Адресът трябва да започва с https://."),
        "credentials": _("Адресът не бива да съдържа име и парола."),
        "private-address": _("Сървърът „%(host)s“ не е в публичната мрежа."),
        "unknown-host": _("Сървърът „%(host)s“ не е намерен."),
        "no-answer": _("Сървърът „%(host)s“ не отговори или сертификатът му не е верен."),
        "timeout": _("Сървърът „%(host)s“ не отговори за %(seconds)s секунди."),
        "compressed": _("Отговорът е компресиран."),
        "too-large": _("Отговорът е по-голям от %(most)s KB."),
    }
    return texts.get(problem.code, problem.code) % problem.params

"""What the department writes to those who register: plain text, one reason, one link."""

from typing import NamedTuple

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from methodology.models import Registration
from methodology.trainings.links import registration_url


class Letter(NamedTuple):
    """The words that differ between the letters."""

    subject: Promise
    opening: Promise
    link_text: Promise


MANAGE = _("Вашето записване, промяна и отказ")
LETTERS: dict[str, Letter] = {
    "confirm": Letter(
        _("Потвърдете записването: %(title)s"),
        _("Някой, вероятно Вие, поиска да Ви запише за това обучение. Мястото се пази след потвърждение."),
        _("Потвърдете записването"),
    ),
    "known": Letter(
        _("Вече сте записани: %(title)s"),
        _("Поискахте да се запишете, но вече сте в списъка. Нищо не е променено."),
        MANAGE,
    ),
    "registered": Letter(_("Записани сте: %(title)s"), _("Записани сте за обучението. Очакваме Ви!"), MANAGE),
    "waiting": Letter(
        _("В списъка на чакащите: %(title)s"),
        _("Местата са заети. Записахме Ви в списъка на чакащите; щом се освободи място, ще Ви пишем."),
        MANAGE,
    ),
    "promoted": Letter(
        _("Има място за Вас: %(title)s"),
        _("Освободи се място и вече сте записани. Ако не можете да дойдете, откажете се чрез връзката."),
        MANAGE,
    ),
    "cancelled": Letter(
        _("Отказахте се: %(title)s"),
        _("Отменихме записването Ви. Ако е станало по грешка, запишете се отново."),
        MANAGE,
    ),
    "called-off": Letter(
        _("Обучението е отменено: %(title)s"),
        _("За съжаление обучението няма да се състои. За въпроси ни се обадете."),
        MANAGE,
    ),
    "survey": Letter(
        _("Анкета: %(title)s"),
        _("Благодарим, че участвахте! Кажете ни как мина; отнема три минути и е анонимно."),
        _("Към анкетата"),
    ),
    "follow-up": Letter(
        _("Приложихте ли наученото: %(title)s"),
        _("Минаха шест седмици от обучението. Кажете ни какво приложихте; отнема две минути и е анонимно."),
        _("Към анкетата"),
    ),
    "reminder": Letter(
        _("Напомняне: %(title)s"),
        _("Напомняме Ви за обучението. Ако не можете да дойдете, моля, откажете се, за да дойде друг."),
        MANAGE,
    ),
}


def letter(registration: Registration, kind: str) -> EmailMessage:
    """Return the letter of a kind to whoever registered; of a form only the address becomes a header."""
    words = LETTERS[kind]
    return write_letter(registration, words, registration_url(registration))


def write_letter(registration: Registration, words: Letter, link: str) -> EmailMessage:
    """Return a letter about a training with one link in it."""
    with override(settings.LANGUAGE_CODE):
        title = " ".join(registration.training.title.split())
        body = render_to_string(
            "methodology/mail/registration.txt",
            {
                "registration": registration,
                "training": registration.training,
                "sessions": list(registration.training.sessions.all()),
                "words": words,
                "link": link,
                "library": settings.WAGTAIL_SITE_NAME,
            },
        )
        return EmailMessage(
            subject=str(words.subject) % {"title": title},
            body=body,
            to=[registration.email],
            headers={"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"},
        )

"""Errors a person may meet, in Bulgarian, with a code for machines."""

from collections.abc import Mapping
from typing import ClassVar


def gettext_noop(text: str) -> str:
    """Mark a text for the catalogues without translating it here."""
    return text


class UserError(ValueError):
    """A refusal in Bulgarian: `str(error)` for people, `code` for machines.

    `template` and `params` let a caller with a catalogue say the same in another language:
    `gettext(error.template) % error.params`.
    """

    messages: ClassVar[Mapping[str, str]] = {}

    def __init__(self, code: str, **params: object) -> None:
        self.code = code
        self.template = self.messages[code]
        self.params = params
        super().__init__(self.template % params)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.code, self.params)


def _rebuild(kind: type[UserError], code: str, params: dict[str, object]) -> UserError:
    return kind(code, **params)


class UnsupportedRule(UserError):
    """A recurrence rule outside the portable profile, or one that does not fit its start."""

    messages = {
        "empty": gettext_noop("Правилото за повторение е празно. Изберете колко често се повтаря събитието."),
        "too-long": gettext_noop("Правилото за повторение е по-дълго от %(most)s знака. Опростете го."),
        "syntax": gettext_noop(
            "„%(value)s“ не е част от правило за повторение. Очаква се запис като FREQ=WEEKLY;BYDAY=MO."
        ),
        "duplicate-part": gettext_noop(
            "„%(part)s“ се среща повече от веднъж в правилото. Оставете само едно."
        ),
        "unknown-part": gettext_noop(
            "„%(part)s“ не се поддържа тук, защото календарите го тълкуват различно. Изберете по-просто "
            "повторение или въведете датите една по една."
        ),
        "frequency-missing": gettext_noop("Не е посочено колко често се повтаря събитието (FREQ)."),
        "frequency": gettext_noop(
            "Повторение „%(value)s“ не се поддържа. Изберете всеки ден, седмица, месец или година."
        ),
        "interval": gettext_noop("Интервалът трябва да е цяло число от 1 до %(most)s, а не „%(value)s“."),
        "count": gettext_noop(
            "Броят на повторенията трябва да е цяло число от 1 до %(most)s, а не „%(value)s“."
        ),
        "until": gettext_noop(
            "„%(value)s“ не е дата, до която да се повтаря събитието. Изберете съществуваща дата, например "
            "20270630."
        ),
        "until-year": gettext_noop(
            "Краят на повторението трябва да е между %(first)s и %(last)s г. За повторение без край "
            "оставете полето празно."
        ),
        "count-and-until": gettext_noop(
            "Посочени са и брой повторения, и крайна дата. Оставете само едно от двете."
        ),
        "week-start": gettext_noop(
            "Седмицата започва в понеделник. Премахнете „WKST=%(value)s“ от правилото."
        ),
        "weekdays-missing": gettext_noop("Изберете поне един ден от седмицата."),
        "weekday": gettext_noop(
            "„%(value)s“ не е ден от седмицата. Използвайте MO, TU, WE, TH, FR, SA или SU."
        ),
        "weekday-number": gettext_noop(
            "При седмично повторение дните нямат номер. Запишете „%(weekday)s“ вместо „%(value)s“."
        ),
        "weekday-nth-missing": gettext_noop(
            "При месечно повторение посочете и кой поред е денят: първи, втори, трети, четвърти или "
            "последен (%(value)s)."
        ),
        "fifth-weekday": gettext_noop(
            "Не всеки месец има пети такъв ден („%(value)s“). Изберете последния (-1%(weekday)s) или "
            "въведете датите една по една."
        ),
        "weekday-nth": gettext_noop(
            "„%(value)s“ не се поддържа. Изберете първи, втори, трети, четвърти или последен."
        ),
        "month-day-missing": gettext_noop(
            "Изберете число от месеца или ден от седмицата, например последния четвъртък."
        ),
        "month-day": gettext_noop(
            "„%(value)s“ не се поддържа като ден от месеца. Изберете от 1 до 28 или броене от края на "
            "месеца: -1 (последния), -2 или -3."
        ),
        "two-kinds-of-days": gettext_noop(
            "Изберете или число от месеца, или ден от седмицата, но не и двете."
        ),
        "part-not-here": gettext_noop(
            "„%(part)s“ не може да се съчетае с FREQ=%(frequency)s. Изберете по-просто повторение или "
            "въведете датите една по една."
        ),
        "until-needs-date": gettext_noop(
            "Събитието е целодневно, затова краят на повторението трябва да е дата без час."
        ),
        "until-needs-time": gettext_noop(
            "Събитието е с начален час, затова краят на повторението трябва да е дата с час."
        ),
        "until-before-start": gettext_noop(
            "Повторението свършва преди първата дата (%(first)s). Изберете по-късна крайна дата."
        ),
    }


class ExpansionLimit(UserError):
    """A question about dates that is too wide, or that yields too many dates."""

    messages = {
        "window": gettext_noop("Периодът е по-дълъг от %(years)s години. Изберете по-кратък период."),
        "too-many": gettext_noop(
            "Правилото дава повече от %(most)s дати в този период. Изберете по-кратък период."
        ),
        "number": gettext_noop("Поискайте от 0 до %(most)s дати, а не %(value)s."),
    }

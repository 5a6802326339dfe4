"""The words of the embeds in the active language; a brace is filled in by the script."""

from django.utils.translation import gettext as _


def common_words() -> dict[str, str]:
    """What every embed may have to say."""
    return {"stale": _("Запазено копие от {when}. Актуалното е на сайта на библиотеката.")}


def events_words() -> dict[str, str]:
    """What a list of events says around its rows."""
    return {
        **common_words(),
        "name": _("Събития на библиотеката"),
        "running": _("Сега може да видите"),
        "empty": _("Няма предстоящи събития."),
        "all": _("Всички събития"),
        "subscribe": _("Абонирайте календара си"),
    }


def hours_words(name: str) -> dict[str, str]:
    """What hours say of this moment and of the days."""
    return {
        **common_words(),
        "name": _("Работно време: %(name)s") % {"name": name} if name else _("Работно време на библиотеката"),
        "open": _("Отворено до {time}"),
        "later": _("Затворено – отваря {day} в {time}"),
        "shut": _("Затворено"),
        "today": _("днес"),
        "tomorrow": _("утре"),
        "empty": _("Работното време е на сайта на библиотеката."),
        "all": _("Отдели и работно време"),
    }


def closed_days_words() -> dict[str, str]:
    """What a list of closed days says around its rows."""
    return {
        **common_words(),
        "name": _("Кога библиотеката не обслужва читатели"),
        "empty": _("Не са обявени затворени дни."),
        "all": _("Всички неработни дни"),
        "subscribe": _("Абонирайте календара си"),
    }

"""What the report says in words: whole sentences from counted numbers, none about nothing."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from methodology.counting import Period, Scope
from methodology.models import Channel, CooperationKind, TrainingKind
from methodology.surveys.statistics import FEWEST
from pages.bulgarian import dates
from pages.navigation import active_language

Numbers = dict[str, int]


def about(scope: Scope) -> str:
    """Return what the report is of: the days, the municipality, the project."""
    parts = [days(scope.period)]
    if scope.municipality is not None:
        parts.append(_("община %(name)s") % {"name": scope.municipality.display_name})
    if scope.project:
        parts.append(_("проект „%(name)s“") % {"name": scope.project})
    return ", ".join(parts)


def days(period: Period) -> str:
    """Return a period in words: the year alone, or its first and last day."""
    if period.is_year:
        return _("%(year)s г.") % {"year": period.first.year}
    return dates.date_range(period.first, period.last, active_language())


def overview(numbers: Numbers) -> str:
    """Say how far the work reached."""
    if not (numbers["libraries"] or numbers["people"]):
        return _("За този период няма записана работа с библиотеки.")
    reached = {"libraries": _libraries(numbers["libraries"]), "people": _people(numbers["people"])}
    return _("Дейността е достигнала до %(libraries)s и %(people)s, назовани поименно.") % reached


def consultations(numbers: Numbers) -> str:
    """Say how many consultations there were, for how many and how."""
    if not numbers["consultations"]:
        return _("Няма записани консултации.")
    given = ngettext("%(n)s консултация", "%(n)s консултации", numbers["consultations"])
    present = _participants(numbers["consultation_attendances"])
    ways = [
        f"{channel.label} – {numbers[f'channel-{channel.value}']}"
        for channel in Channel
        if numbers[f"channel-{channel.value}"]
    ]
    said = {
        "given": given % {"n": numbers["consultations"]},
        "present": present,
        "ways": ", ".join(ways),
    }
    return _("Дадени са %(given)s към %(present)s (%(ways)s).") % said


def visits(numbers: Numbers) -> str:
    """Say where the department went and how many it met there."""
    said = []
    if numbers["visits"]:
        said.append(_("Посещения на място: %(where)s.") % {"where": _where(numbers, "visits")})
    if numbers["surveys"]:
        said.append(_("Теренно анкетно проучване: %(where)s.") % {"where": _where(numbers, "surveys")})
    return " ".join(said) or _("Няма записани посещения и проучвания.")


def trainings(numbers: Numbers) -> str:
    """Say which trainings took place and how many came."""
    kinds = [
        _("%(held)s с %(present)s") % {"held": held, "present": _participants(numbers[f"came-{kind.value}"])}
        for kind in TrainingKind
        if (held := _held(kind, numbers[f"held-{kind.value}"]))
    ]
    if not kinds:
        return _("Няма проведени обучения.")
    return _("Проведени: %(kinds)s.") % {"kinds": _listed(kinds)}


def surveys(numbers: Numbers) -> str:
    """Say how many were asked and answered; the medians stand in the table."""
    if not numbers["surveys_asked"]:
        return _("Няма анкети след обучения.")
    asked = ngettext("%(n)s анкета", "%(n)s анкети", numbers["surveys_asked"])
    said = {
        "asked": asked % {"n": numbers["surveys_asked"]},
        "answered": numbers["surveys_answered"],
        "invited": numbers["surveys_invited"],
    }
    told = _("%(asked)s; отговорили са %(answered)s от %(invited)s поканени.") % said
    rule = _(
        "Медианите са по скала от 1 до 5, от анкетите веднага след обученията, които са затворени "
        "и имат поне %(fewest)s отговора."
    )
    return f"{told} {rule % {'fewest': FEWEST}}"


def materials(numbers: Numbers) -> str:
    """Say how often files were taken."""
    if not numbers["downloads"]:
        return _("Няма изтеглени файлове на методически материали.")
    files = ngettext("%(n)s файл", "%(n)s файла", numbers["downloads_files"])
    times = ngettext("%(n)s път", "%(n)s пъти", numbers["downloads"])
    said = {"files": files % {"n": numbers["downloads_files"]}, "times": times % {"n": numbers["downloads"]}}
    return _("Изтеглени са %(files)s на методически материали, общо %(times)s.") % said


def cooperation(numbers: Numbers) -> str:
    """Say what was done with the administrations."""
    kinds = [
        f"{kind.label} – {numbers[f'cooperation-{kind.value}']}"
        for kind in CooperationKind
        if numbers[f"cooperation-{kind.value}"]
    ]
    if not kinds:
        return _("Няма записи за сътрудничество с общините.")
    return _("Записи за сътрудничество с общините: %(kinds)s.") % {"kinds": ", ".join(kinds)}


def network(numbers: Numbers) -> str:
    """Say how many libraries work."""
    working = ngettext(
        "В края на периода работи %(n)s библиотека.",
        "В края на периода работят %(n)s библиотеки.",
        numbers["network"],
    )
    return working % {"n": numbers["network"]}


def counting_rule() -> str:
    """Say how attendances, people and libraries are counted."""
    return _(
        "Участията и присъствията се броят всеки път, хората – веднъж; библиотеката се брои веднъж, "
        "колкото и хора да са дошли от нея. Обучението се брои в периода, в който е започнало."
    )


def unconfirmed(number: int) -> str:
    """Say which attendances are still missing."""
    text = ngettext(
        "На %(n)s проведено обучение присъствието още не е потвърдено и не е преброено.",
        "На %(n)s проведени обучения присъствието още не е потвърдено и не е преброено.",
        number,
    )
    return text % {"n": number}


def _where(numbers: Numbers, name: str) -> str:
    places = ngettext("%(n)s населено място", "%(n)s населени места", numbers[f"{name}_settlements"])
    parts = (
        places % {"n": numbers[f"{name}_settlements"]},
        _libraries(numbers[f"{name}_libraries"]),
        _people(numbers[f"{name}_met"]),
    )
    return ", ".join(parts)


def _held(kind: TrainingKind, number: int) -> str:
    """Return „4 практикума“; empty for none."""
    if not number:
        return ""
    words = {
        TrainingKind.PRACTICUM: ngettext("%(n)s практикум", "%(n)s практикума", number),
        TrainingKind.SEMINAR: ngettext("%(n)s семинар", "%(n)s семинара", number),
        TrainingKind.COMPUTER_SKILLS: ngettext(
            "%(n)s обучение по компютърни и информационни умения",
            "%(n)s обучения по компютърни и информационни умения",
            number,
        ),
        TrainingKind.REGIONAL_MEETING: ngettext(
            "%(n)s регионална работна среща", "%(n)s регионални работни срещи", number
        ),
        TrainingKind.MUNICIPAL_MEETING: ngettext("%(n)s общинска среща", "%(n)s общински срещи", number),
    }
    return words[kind] % {"n": number}


def _participants(number: int) -> str:
    return ngettext("%(n)s участник", "%(n)s участници", number) % {"n": number}


def _libraries(number: int) -> str:
    return ngettext("%(n)s библиотека", "%(n)s библиотеки", number) % {"n": number}


def _people(number: int) -> str:
    return ngettext("%(n)s човек", "%(n)s човека", number) % {"n": number}


def _listed(parts: Iterable[str]) -> str:
    *first, last = parts
    return _("%(first)s и %(last)s") % {"first": ", ".join(first), "last": last} if first else last

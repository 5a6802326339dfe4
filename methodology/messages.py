"""The findings about a register in words: what is wrong and what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from methodology.register.findings import Finding, Problem

MESSAGES: dict[Problem, str | Promise] = {
    Problem.NOT_FOUND: gettext_lazy("Няма такъв файл: %(path)s. Проверете името и папката."),
    Problem.EMPTY: gettext_lazy("Файлът е празен."),
    Problem.TOO_LARGE: gettext_lazy("Файлът е над %(limit)s MB. Разделете го на части."),
    Problem.WRONG_EXTENSION: gettext_lazy(
        "Не се чете файл с разширение „%(extension)s“. Запазете таблицата като .csv или .xlsx."
    ),
    Problem.OLD_WORKBOOK: gettext_lazy(
        "Файлът е във вида на стария Excel (.xls) или е защитен с парола. Запазете го като .xlsx без парола."
    ),
    Problem.NOT_A_WORKBOOK: gettext_lazy(
        "Файлът не е цяла таблица .xlsx. Отворете го с програмата за таблици и го запазете отново."
    ),
    Problem.WORKBOOK_TOO_LARGE: gettext_lazy(
        "Съдържанието на файла надхвърля %(limit)s MB след разархивиране. Запазете само листа с библиотеките."
    ),
    Problem.NOT_TEXT: gettext_lazy(
        "Файлът не е текст с колони (CSV). Запазете таблицата като „CSV UTF-8“ или като .xlsx."
    ),
    Problem.BROKEN_LINE: gettext_lazy(
        "Редът не може да се раздели на колони: има отворени или излишни кавички. Поправете кавичките."
    ),
    Problem.TOO_MANY_ROWS: gettext_lazy("Редовете са повече от %(limit)s. Разделете файла на части."),
    Problem.MISSING_COLUMN: gettext_lazy(
        "Липсва колона с това заглавие или със заглавие „%(also)s“. Добавете я."
    ),
    Problem.REPEATED_COLUMN: gettext_lazy("Има повече от една колона с такива данни. Оставете само една."),
    Problem.NO_ROWS: gettext_lazy("Във файла няма редове с библиотеки."),
    Problem.MERGED: gettext_lazy("Има слети клетки. Разделете ги и попълнете всяка поотделно."),
    Problem.FORMULA: gettext_lazy("В клетката има формула или грешка. Поставете самата стойност."),
    Problem.REQUIRED: gettext_lazy("Клетката е празна. Попълнете я."),
    Problem.TOO_LONG: gettext_lazy("Текстът е по-дълъг от %(limit)s знака. Съкратете го."),
    Problem.CONTROL_CHARACTER: gettext_lazy("В клетката има непечатаем знак. Напишете текста наново."),
    Problem.NOT_A_NUMBER: gettext_lazy("„%(value)s“ не е номер. Въведете цяло положително число."),
    Problem.EIK_LENGTH: gettext_lazy("„%(value)s“ не е ЕИК. Въведете 9 цифри."),
    Problem.EIK_CHECK_DIGIT: gettext_lazy("Контролната цифра на ЕИК %(value)s не е вярна. Сверете номера."),
    Problem.EKATTE: gettext_lazy("„%(value)s“ не е код по ЕКАТТЕ. Въведете 5 цифри, например 00697."),
    Problem.MUNICIPALITY_CODE: gettext_lazy(
        "„%(value)s“ не е код на община. Въведете три латински букви и две цифри, например SZR31."
    ),
    Problem.SETTLEMENT_KIND: gettext_lazy("„%(value)s“ не е вид населено място. Въведете гр., с. или ман."),
    Problem.PHONE: gettext_lazy("„%(value)s“ не е телефон. Въведете цифри, например 042 648 131."),
    Problem.EMAIL: gettext_lazy("„%(value)s“ не е адрес на ел. поща."),
    Problem.WEBSITE: gettext_lazy("„%(value)s“ не е адрес на страница. Започнете с https://"),
    Problem.REPEATED_NUMBER: gettext_lazy(
        "Номер %(value)s вече стои на ред %(first)s. Оставете го само веднъж."
    ),
    Problem.REPEATED_EIK: gettext_lazy("ЕИК %(value)s вече стои на ред %(first)s. Сверете двата реда."),
    Problem.MUNICIPALITY_REPEATED: gettext_lazy(
        "Кодът %(code)s означава друга община на ред %(first)s. Сверете двата реда."
    ),
    Problem.SETTLEMENT_REPEATED: gettext_lazy(
        "ЕКАТТЕ %(code)s означава друго населено място на ред %(first)s. Сверете двата реда."
    ),
    Problem.REPEATED_LIBRARY: gettext_lazy(
        "Същата библиотека вече стои на ред %(first)s. Оставете я само веднъж."
    ),
    Problem.LIBRARY_KIND: gettext_lazy(
        "„%(value)s“ не е вид библиотека. Въведете регионална, общинска, градска или читалищна."
    ),
    Problem.LIBRARY_NO: gettext_lazy(
        "„%(value)s“ не е номер на библиотека. Въведете цифри и букви без интервали, например 1782."
    ),
    Problem.LIBRARY_NO_TAKEN: gettext_lazy(
        "Номер %(value)s в регистъра на обществените библиотеки вече има „%(name)s“. Сверете номерата."
    ),
    Problem.WHICH_LIBRARY: gettext_lazy(
        "В системата има няколко такива библиотеки в %(value)s и нито една с това име. "
        "Попълнете номера ѝ в регистъра на обществените библиотеки."
    ),
    Problem.EIK_TAKEN: gettext_lazy(
        "ЕИК %(value)s вече има читалище № %(number)s („%(name)s“). Сверете номерата."
    ),
    Problem.MUNICIPALITY_DIFFERS: gettext_lazy(
        "В системата кодът %(code)s е на община %(name)s. Сверете ги."
    ),
    Problem.SETTLEMENT_DIFFERS: gettext_lazy("В системата ЕКАТТЕ %(code)s е на %(name)s. Сверете ги."),
    Problem.SETTLEMENT_ELSEWHERE: gettext_lazy(
        "В системата %(name)s е в община %(municipality)s. Сверете ги."
    ),
    Problem.ZEROS_RESTORED: gettext_lazy(
        "Водещите нули са възстановени: %(given)s е прочетено като %(restored)s."
    ),
    Problem.COLUMN_IGNORED: gettext_lazy("Колоната не се използва."),
}


def sentence(finding: Finding) -> str:
    """Return what is found, without its place."""
    return str(MESSAGES[finding.problem]) % dict(finding.values)


def located_sentence(finding: Finding) -> str:
    """Return what is found with its row and column: „Ред 5, колона „eik“: …“."""
    values = {"row": finding.row, "column": finding.column, "message": sentence(finding)}
    if finding.row and finding.column:
        return _("Ред %(row)s, колона „%(column)s“: %(message)s") % values
    if finding.row:
        return _("Ред %(row)s: %(message)s") % values
    return sentence(finding)

"""What may be wrong with somebody else's calendar, in Bulgarian, with a code for machines."""

from events.recurrence.errors import UserError, gettext_noop


class ImportProblem(UserError):
    """A refusal of a file, an address or one event, or a remark about what was left out."""

    messages = {
        "too-large": gettext_noop("Календарът е по-голям от %(most)s KB и не е прочетен. Разделете го."),
        "too-many": gettext_noop("Календарът има повече от %(most)s записа и не е прочетен. Разделете го."),
        "not-a-calendar": gettext_noop(
            "Това не е календар: не започва с BEGIN:VCALENDAR. Изнесете календара като .ics и опитайте пак."
        ),
        "too-broken": gettext_noop(
            "Повече от %(most)s реда не могат да се прочетат. Изнесете календара наново и опитайте пак."
        ),
        "no-file": gettext_noop("Файлът „%(name)s“ не може да се прочете. Проверете името и правата."),
        "scheme": gettext_noop("Адресът трябва да започва с https:// или http://, а не с „%(scheme)s“."),
        "bad-address": gettext_noop("Адресът не е верен. Проверете го и го въведете отново."),
        "credentials": gettext_noop("Адресът не бива да съдържа име и парола. Използвайте публичния адрес."),
        "private-address": gettext_noop(
            "Адресът „%(host)s“ не е публичен и не се отваря оттук. Изтеглете файла и го качете."
        ),
        "unknown-host": gettext_noop("Сървърът „%(host)s“ не е намерен. Проверете адреса."),
        "no-answer": gettext_noop("Сървърът „%(host)s“ не отговори. Опитайте по-късно или качете файла."),
        "timeout": gettext_noop(
            "Сървърът „%(host)s“ не изпрати календара за %(seconds)s секунди. Опитайте по-късно или качете "
            "файла."
        ),
        "bad-status": gettext_noop("Сървърът отговори с код %(status)s вместо с календар. Проверете адреса."),
        "redirects": gettext_noop("Адресът препраща повече от %(most)s пъти. Използвайте крайния адрес."),
        "downgrade": gettext_noop("Адресът препраща от https към http. Използвайте адрес само с https."),
        "compressed": gettext_noop(
            "Сървърът изпрати компресиран отговор, който не се приема. Качете файла вместо това."
        ),
        "broken-line": gettext_noop("Редът не е във вида ИМЕ:СТОЙНОСТ и е пропуснат: „%(text)s“."),
        "old-cyrillic": gettext_noop(
            "Файлът е записан в windows-1251 вместо в UTF-8 и е прочетен така. Прегледайте текстовете."
        ),
        "not-utf8": gettext_noop("Редът не е записан в UTF-8 и е пропуснат."),
        "stray-end": gettext_noop("Край без начало („%(name)s“). Редът е пропуснат."),
        "unfinished": gettext_noop("Записът няма край (END:%(name)s) и не е внесен."),
        "not-an-event": gettext_noop("Записите %(name)s не са събития и се пропускат."),
        "no-uid": gettext_noop(
            "Събитието няма UID: без него не може да се познае при следващ внос. Въведете го на ръка."
        ),
        "long-uid": gettext_noop(
            "UID на събитието е по-дълъг от %(most)s знака. Въведете събитието на ръка."
        ),
        "repeated-uid": gettext_noop("Друго събитие в календара има същия UID. Внесено е само най-новото."),
        "no-title": gettext_noop("Събитието няма заглавие (SUMMARY). Въведете го на ръка."),
        "unreadable-title": gettext_noop(
            "Заглавието (SUMMARY) не е записано в UTF-8. Изнесете календара наново в UTF-8 и опитайте пак."
        ),
        "only-cancels": gettext_noop(
            "Отменят се само отделни дати на събитие, което го няма в календара. Отменете ги на ръка."
        ),
        "an-answer": gettext_noop(
            "Записът е отговор на покана (METHOD:%(value)s), а не събитие, и не се внася."
        ),
        "no-start": gettext_noop("Събитието няма начало (DTSTART)."),
        "private": gettext_noop("Събитието е отбелязано като лично (CLASS:%(value)s) и не се внася."),
        "bad-moment": gettext_noop("„%(value)s“ в %(name)s не е дата или час."),
        "bad-duration": gettext_noop("„%(value)s“ не е продължителност (DURATION)."),
        "year": gettext_noop("Годината %(year)s е извън %(first)s–%(last)s. Проверете датата."),
        "unknown-zone": gettext_noop("Часовата зона „%(zone)s“ е непозната и календарът не я описва."),
        "ends-before": gettext_noop("Краят е преди началото. Поправете събитието в източника."),
        "several-rules": gettext_noop(
            "Събитието има повече от едно правило за повторение (RRULE или EXRULE). Въведете го на ръка."
        ),
        "this-and-future": gettext_noop(
            "Променени са „тази и следващите дати“, което календарите тълкуват различно. Въведете го на ръка."
        ),
        "too-many-dates": gettext_noop("Повторенията са %(number)s, а най-много %(most)s се внасят."),
        "too-many-changes": gettext_noop(
            "Събитието има повече от %(most)s променени дати. Разделете го на няколко събития."
        ),
        "no-dates": gettext_noop("Събитието няма нито една дата в срока, за който се пази програмата."),
        "drifts": gettext_noop(
            "Правилото е в друга часова зона и часът в София се мести през годината. Въведете събитието "
            "в часовата зона на София."
        ),
        "clash": gettext_noop("Две дати на събитието съвпадат: %(moment)s. Поправете го в източника."),
        "kept-as-dates": gettext_noop("Внесени са отделни дати (%(number)s) вместо правило. %(why)s"),
        "start-moved": gettext_noop(
            "Първата дата (%(moment)s) не е от повторението и е внесена като допълнителна."
        ),
        "excluded": gettext_noop("Изключени дати, отбелязани като отменени: %(number)s."),
        "ignored-changes": gettext_noop("Промени на дати, които събитието няма, са пропуснати: %(number)s."),
        "ignored-kind": gettext_noop(
            "Променени дати с друг вид (с час вместо целодневни или обратно) са пропуснати: %(number)s."
        ),
        "other-zone": gettext_noop("Часовете са преизчислени от зона „%(zone)s“ в часа на София."),
        "shortened": gettext_noop("Текстът е по-дълъг от допустимото и е съкратен (%(name)s)."),
        "unsafe-address": gettext_noop("Адресът „%(value)s“ не е http(s) и е пропуснат."),
        "cancelled-there": gettext_noop("В източника събитието е отменено."),
    }

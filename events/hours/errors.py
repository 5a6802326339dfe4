"""What a person is told about hours that cannot be."""

from events.recurrence.errors import UserError, gettext_noop


class HoursError(UserError):
    """Opening hours, a period or a question about them that cannot be."""

    messages = {
        "empty": gettext_noop("Началото и краят съвпадат (%(opens)s). Въведете по-късен час на затваряне."),
        "end-before-start": gettext_noop(
            "Краят %(closes)s е преди началото %(opens)s. Разменете часовете или въведете по-късен край."
        ),
        "over-midnight": gettext_noop(
            "Работното време от %(opens)s до %(closes)s минава през полунощ. Въведете край до 23:59 "
            "и продължете на следващия ден."
        ),
        "overlap": gettext_noop(
            "Часовете %(first)s и %(second)s се застъпват. Обединете ги или променете единия интервал."
        ),
        "unreadable": gettext_noop(
            "„%(said)s“ не се чете като часове. Напишете например „8:30–12:30, 13:00–18:00“ "
            "или оставете празно за почивен ден."
        ),
        "too-many": gettext_noop("Въведени са повече от %(most)s интервала за един ден. Обединете ги."),
        "period": gettext_noop(
            "Краят на периода (%(end)s) е преди началото му (%(start)s). Въведете по-късна крайна дата."
        ),
        "week": gettext_noop("Седмицата има седем дни, а са дадени %(number)s."),
        "year": gettext_noop("Годината трябва да е между %(first)s и %(last)s, а не %(year)s."),
        "working-days": gettext_noop(
            "В следващите %(most)s дни няма %(number)s работни дни. Проверете работното време."
        ),
        "span": gettext_noop("Периодът може да е най-много %(most)s дни. Изберете по-кратък период."),
    }

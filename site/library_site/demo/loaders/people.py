"""Invented librarians: a first name and a surname by number, so that nobody real is meant."""

FIRST = (
    *("Албена", "Боряна", "Василка", "Галя", "Деница", "Евгения", "Жана", "Здравка", "Ирина", "Калина"),
    *("Лидия", "Миглена", "Невена", "Огняна", "Петя", "Росица", "Севда", "Таня", "Христина", "Цонка"),
)
LAST = (
    *("Примерова", "Мислена", "Измислева", "Образцова", "Показна", "Въображенска", "Нереална"),
    *("Хрумкина", "Листакова", "Книжева", "Страничкова", "Корицова", "Азбучна"),
)


def invented_name(number: int) -> str:
    """Return the name of the invented person of a number; 260 differ."""
    return f"{FIRST[number % len(FIRST)]} {LAST[number % len(LAST)]}"


def invented_address(number: int) -> str:
    """Return an address that no mail can reach."""
    return f"bibliotekar{number}@example.org"

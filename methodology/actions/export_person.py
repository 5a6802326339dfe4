"""Telling a person what is known of them."""

from typing import Any

from django.utils.translation import gettext as _

from methodology.models import Person
from methodology.trainings.personal_data import export_registrations


class ExportPerson:
    """What is known of a person, for that person."""

    def __init__(self, person: Person) -> None:
        self.person = person

    def execute(self) -> dict[str, Any]:
        """Return everything as texts, lists and dictionaries ready for JSON, under Bulgarian headings."""
        person = self.person
        return {
            _("Име"): person.name,
            _("Ел. поща"): person.email,
            _("Телефон"): person.phone,
            _("Образование"): person.get_qualification_display(),
            _("Бележка"): person.note,
            _("Длъжности"): [
                {
                    _("Библиотека"): str(post.library),
                    _("Длъжност"): post.get_role_display(),
                    _("Кога"): post.days,
                }
                for post in person.posts.with_parts()
            ],
            _("Консултации"): [
                {_("Дата"): str(row.date), _("Въпрос"): row.question, _("Отговор"): row.answer}
                for row in person.consultations.order_by("date", "pk")
            ],
            _("Посещения"): [
                {_("Дата"): str(row.date), _("Библиотека"): str(row.library)}
                for row in person.visits.select_related("library").order_by("date", "pk")
            ],
            _("Обучения"): export_registrations(person),
        }

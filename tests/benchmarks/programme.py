"""Fills an empty database with a programme to measure: events of every kind, with all they may name.

Run by `serving.py` with the environment of the site it measures; takes the number of events.
"""

import os
import sys
from datetime import timedelta
from pathlib import Path

import django

sys.path[:0] = [str(Path(__file__).parents[1])]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "library_site.settings.dev")
django.setup()

from django.utils import timezone  # noqa: E402 - Django has to be set up first
from events_factories import (  # noqa: E402
    AudienceFactory,
    DepartmentFactory,
    EventCategoryFactory,
    EventIndexPageFactory,
    library_hours,
    published_event,
)
from pages_factories import ImageFactory, MunicipalityFactory, create_site  # noqa: E402

TEXT = "<p>Говорим за нови български разкази; носете любимата си книга. Входът е свободен.</p>" * 4


def fill(number: int) -> None:
    """Publish so many events, every tenth of them weekly."""
    library_hours()
    programme = EventIndexPageFactory(parent=create_site().home, show_in_menus=True)
    named = {
        "category": EventCategoryFactory(),
        "department": DepartmentFactory(),
        "municipality": MunicipalityFactory(name="Чирпан", code="SZR36"),
        "audiences": [AudienceFactory(), AudienceFactory()],
        "image": ImageFactory(),
    }
    for one in range(number):
        published_event(
            programme,
            title=f"Среща на читателския клуб „Липа“ {one}",
            start_date=timezone.localdate() + timedelta(days=1 + one % 300),
            recurrence="FREQ=WEEKLY" if one % 10 == 0 else "",
            lead="Разговор за книги, които помним.",
            location="Конферентна зала, първи етаж",
            price="вход свободен",
            image_alt="Читатели около маса с книги",
            body=[("text", TEXT)],
            **named,
        )


if __name__ == "__main__":
    fill(int(sys.argv[1]))

"""The librarians' calendar: the public trainings, to subscribe to."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from pydantic import Field

from methodology.formats.ical import write_training
from methodology.models import MethodologyIndexPage, Training
from pages.api.conditional import conditional
from pages.api.door import public_door
from pages.api.query import Slugs, StrictQuery, read_query
from pages.api.slugs import require_known
from pages.ical import write_calendar
from pages.models import Municipality

LOOK_BACK = timedelta(days=30)
MOST = 300
COLOR = "olivedrab"


class TrainingFeedQuery(StrictQuery):
    """Which trainings a calendar holds."""

    municipality: Slugs = Field([], description=gettext_noop("Община (адресна дума); може да се повтаря."))


@public_door
@conditional("trainings")
def trainings_ics(request: HttpRequest) -> HttpResponse:
    """Answer with the days of the public trainings, from a month ago on; four queries, one a filter."""
    query = read_query(request, TrainingFeedQuery)
    require_known(("municipality", query.municipality, Municipality.objects.all()))
    trainings = Training.objects.public().upcoming(timezone.localdate() - LOOK_BACK)
    if query.municipality:
        trainings = trainings.in_municipality(*query.municipality)
    index = MethodologyIndexPage.objects.live().filter(locale__language_code=query.lang).first()
    vevents = [
        text
        for training in trainings.prefetch_related("sessions")[:MOST]
        for text in write_training(training, _address(request, index, training))
    ]
    name = f"{_('Обучения за библиотекари')} – {settings.WAGTAIL_SITE_NAME}"
    response = HttpResponse(
        write_calendar(vevents, name, COLOR, query.lang), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = 'inline; filename="trainings.ics"'
    return response


def _address(request: HttpRequest, index: MethodologyIndexPage | None, training: Training) -> str:
    home = index.get_full_url(request) if index else None
    return f"{home}{index.reverse_subpage('training', args=[training.pk])}" if index and home else ""

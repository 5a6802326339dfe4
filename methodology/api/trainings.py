"""Trainings and meetings for librarians."""

import uuid
from collections.abc import Iterable
from datetime import date, time, timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.decorators import decorate_view
from pydantic import Field

from methodology.models import Training
from methodology.models.session import TrainingSession
from methodology.models.training import TrainingKind
from methodology.trainings.links import absolute
from methodology.trainings.stages import PublicStatus
from pages.api.conditional import conditional
from pages.api.paging import Paged, page_of
from pages.api.query import PagedQuery, PeriodQuery, Slugs
from pages.api.schema import Out
from pages.api.slugs import require_known
from pages.models import Municipality

router = Router(tags=[_("Обучения")])

# Nothing is planned later.
LAST_DAY = date(2100, 12, 31)
NAMESPACE = uuid.UUID("3c1c1d2a-2a55-5d0a-8f4e-0b7f6a4f9f10")


class TrainingQuery(PagedQuery, PeriodQuery):
    """What trainings may be filtered by; without `from` the coming ones."""

    municipality: Slugs = Field(
        [], description=_("Община (адресна дума); може да се повтаря. Включва и обученията за всички общини.")
    )
    kind: list[TrainingKind] = Field([], max_length=10, description=_("Вид; може да се повтаря."))


class SessionOut(Out):
    """A day of a training."""

    id: uuid.UUID = Field(description=_("Постоянен идентификатор."))
    day: date = Field(description=_("Ден."))
    start_time: time = Field(description=_("Начален час по Europe/Sofia."))
    end_time: time = Field(description=_("Краен час по Europe/Sofia."))
    topic: str = Field(description=_("Тема на деня; може да е празна."))
    lecturer: str = Field(description=_("Лектор на деня; може да е празен."))
    place: str = Field(description=_("Място."))


class TrainingOut(Out):
    """A training."""

    id: uuid.UUID = Field(description=_("Постоянен идентификатор."))
    title: str = Field(description=_("Тема."))
    kind: TrainingKind = Field(description=_("Вид."))
    status: PublicStatus = Field(description=_("Състояние."))
    first_day: date = Field(description=_("Първи ден."))
    last_day: date = Field(description=_("Последен ден, включително."))
    start_time: time | None = Field(description=_("Начален час по Europe/Sofia."))
    end_time: time | None = Field(description=_("Краен час по Europe/Sofia."))
    place: str = Field(description=_("Място."))
    description: str = Field(description=_("Описание, обикновен текст."))
    lecturers: str = Field(description=_("Лектори."))
    capacity: int | None = Field(description=_("Брой места."))
    registration: str = Field(description=_("Как се записват участниците."))
    registration_open: bool = Field(description=_("Може ли днес да се записва през сайта."))
    registration_url: str = Field(description=_("Пълен адрес на записването; празен, когато не е отворено."))
    sessions: list[SessionOut] = Field(description=_("Учебните дни; може да липсват."))
    municipalities: list[str] = Field(description=_("Общините (адресни думи); празно: за всички."))


@router.get(
    "/",
    response=Paged[TrainingOut],
    summary=_("Обучения и срещи"),
    operation_id="list_trainings",
    description=_("Публичните обучения за библиотекари; без „from“ – тези, които още не са минали."),
)
@decorate_view(conditional("trainings"))
def list_trainings(request: HttpRequest, query: Query[TrainingQuery]) -> dict[str, object]:
    """The public trainings for librarians; without `from`, those that have not passed yet."""
    require_known(("municipality", query.municipality, Municipality.objects.all()))
    first = query.from_ or timezone.localdate()
    last = query.to or LAST_DAY
    trainings = (
        Training.objects.public()
        .between(first, last + timedelta(days=1))
        .order_by("start_date", "start_time", "pk")
    )
    if query.municipality:
        trainings = trainings.in_municipality(*query.municipality)
    if query.kind:
        trainings = trainings.of_kind(*query.kind)
    rows = trainings.order_by("start_date", "start_time", "pk").prefetch_related("municipalities", "sessions")
    return page_of(request, query, rows, _write)


def _write(rows: Iterable[Training]) -> list[TrainingOut]:
    return [_training(row) for row in rows]


def _training(row: Training) -> TrainingOut:
    return TrainingOut(
        id=uuid.uuid5(NAMESPACE, str(row.pk)),
        title=row.title,
        kind=TrainingKind(row.kind),
        status=row.public_status,
        first_day=row.start_date,
        last_day=row.last_day,
        start_time=row.start_time,
        end_time=row.end_time,
        place=row.place,
        description=row.description,
        lecturers=row.lecturers,
        capacity=row.capacity,
        registration=row.registration_note,
        registration_open=row.takes_registrations,
        registration_url=absolute(reverse("training_register", args=[row.pk]))
        if row.takes_registrations
        else "",
        sessions=[_session(row, one) for one in row.sessions.all()],
        municipalities=sorted(place.slug for place in row.municipalities.all()),
    )


def _session(row: Training, session: TrainingSession) -> SessionOut:
    return SessionOut(
        id=session.uid,
        day=session.day,
        start_time=session.start_time,
        end_time=session.end_time,
        topic=session.topic,
        lecturer=session.lecturer,
        place=session.place or row.place,
    )

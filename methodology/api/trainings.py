"""Trainings and meetings for librarians."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from ninja import Query, Router
from ninja.decorators import decorate_view
from pydantic import Field

from methodology.api import examples
from methodology.models import Training
from methodology.models.session import TrainingSession
from methodology.models.training import TrainingKind
from methodology.trainings.links import absolute
from methodology.trainings.stages import PublicStatus
from pages.api.conditional import conditional
from pages.api.examples import one
from pages.api.examples import page_of as example_page
from pages.api.fields import FieldsOf
from pages.api.links import api_url
from pages.api.paging import Paged, page_of
from pages.api.problems import not_found
from pages.api.query import PagedQuery, PeriodQuery, Slugs, StrictQuery, UpdatedQuery
from pages.api.schema import Out
from pages.api.slugs import require_known
from pages.api.stored import one_record
from pages.models import Municipality

router = Router(tags=[_("Обучения")])

# Nothing is planned later.
LAST_DAY = date(2100, 12, 31)
ORDERS = {
    "start": ("start_date", "start_time", "pk"),
    "-start": ("-start_date", "-start_time", "-pk"),
    "updated": ("changed_at", "pk"),
    "-updated": ("-changed_at", "-pk"),
}


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
    self: str = Field(description=_("Пълен адрес на този запис в API."))
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
    updated_at: datetime = Field(description=_("Последна промяна на записа."))


class TrainingQuery(PagedQuery, UpdatedQuery, PeriodQuery):
    """What trainings may be filtered by; without `from` the coming ones."""

    municipality: Slugs = Field(
        [], description=_("Община (адресна дума); може да се повтаря. Включва и обученията за всички общини.")
    )
    kind: list[TrainingKind] = Field([], max_length=10, description=_("Вид; може да се повтаря."))
    order: Literal["start", "-start", "updated", "-updated"] = Field("start", description=_("Подредба."))
    fields: Annotated[str, FieldsOf(TrainingOut)] = ""


class OneTrainingQuery(StrictQuery):
    """How one training is shown."""

    fields: Annotated[str, FieldsOf(TrainingOut)] = ""


@router.get(
    "/",
    response=Paged[TrainingOut],
    openapi_extra=example_page(examples.TRAINING),
    summary=_("Обучения и срещи"),
    operation_id="list_trainings",
    description=_("Публичните обучения за библиотекари; без „from“ – тези, които още не са минали."),
)
@decorate_view(conditional("trainings"))
def list_trainings(request: HttpRequest, query: Query[TrainingQuery]) -> HttpResponse:
    """The public trainings for librarians; without `from`, those that have not passed yet."""
    require_known(("municipality", query.municipality, Municipality.objects.all()))
    first = query.from_ or timezone.localdate()
    last = query.to or LAST_DAY
    trainings = Training.objects.public().between(first, last + timedelta(days=1))
    if query.municipality:
        trainings = trainings.in_municipality(*query.municipality)
    if query.kind:
        trainings = trainings.of_kind(*query.kind)
    if query.updated_since:
        trainings = trainings.filter(changed_at__gte=query.updated_since)
    rows = trainings.order_by(*ORDERS[query.order]).prefetch_related("municipalities", "sessions")
    return page_of(request, query, rows, lambda found: _write(request, query.lang, found))


@router.get(
    "/{uuid:training_id}/",
    response=TrainingOut,
    openapi_extra=one(examples.TRAINING),
    summary=_("Едно обучение"),
    operation_id="read_training",
    description=_("Публичното обучение с дните му, предстоящо или минало."),
)
@decorate_view(conditional("trainings"))
def read_training(
    request: HttpRequest, training_id: uuid.UUID, query: Query[OneTrainingQuery]
) -> HttpResponse:
    """The public training with its days, coming or past."""
    found = Training.objects.public().filter(uid=training_id)
    rows = found.prefetch_related("municipalities", "sessions")
    if not rows:
        raise not_found()
    return one_record(_write(request, query.lang, rows)[0], query.fields)


def _write(request: HttpRequest, language: str, rows: Iterable[Training]) -> list[TrainingOut]:
    base = request.build_absolute_uri("/")
    return [
        _training(row, api_url(base, "library:read_training", language, training_id=row.uid)) for row in rows
    ]


def _training(row: Training, address: str) -> TrainingOut:
    return TrainingOut(
        id=row.uid,
        self=address,
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
        updated_at=row.changed_at,
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

"""What the API says of events and of their dates."""

import uuid
from datetime import date, datetime, time
from typing import Literal

from django.utils.translation import gettext_noop as _
from pydantic import Field

from events.models import AttendanceMode, EventStatus, OccurrenceStatus
from pages.api.pictures import PictureOut
from pages.api.query import Language
from pages.api.schema import Out
from pages.api.terms import TermOut
from pages.api.texts import TextOut


class DateOut(Out):
    """One date of an event."""

    id: uuid.UUID = Field(description=_("Постоянен идентификатор на датата."))
    self: str = Field(description=_("Пълен адрес на този запис в API."))
    url: str = Field(description=_("Пълен адрес на страницата на датата."))
    kind: Literal["session", "opening"] = Field(description=_("session: среща; opening: откриване."))
    when: str = Field(description=_("Кога, с думи."))
    start: datetime = Field(description=_("Начало, с отместването на Europe/Sofia."))
    end: datetime | None = Field(description=_("Край (изключително); null, когато не е обявен."))
    all_day: bool = Field(description=_("true: цял ден, без час."))
    first_day: date = Field(description=_("Първи ден."))
    last_day: date = Field(description=_("Последен ден, включително."))
    original_start: datetime = Field(description=_("Начало преди промените; по него датата се познава."))
    status: OccurrenceStatus = Field(description=_("Състояние на датата."))
    status_reason: str = Field(description=_("Защо е отменена, отложена или преместена."))
    location: str = Field(description=_("Място; на преместена дата – новото."))
    note: str = Field(description=_("Бележка за тази дата."))


class EventPlaceOut(Out):
    """A place of an event; at least one of its texts is filled in."""

    name: str = Field(description=_("Име на мястото."))
    address: str = Field(description=_("Адрес."))
    settlement: str = Field(description=_("Населено място."))
    municipality: TermOut | None = Field(description=_("Община."))


class PartnerOut(Out):
    """An institution together with which an event is held."""

    name: str = Field(description=_("Име."))
    url: str = Field(description=_("Страница; може да е празно."))


class VisitingOut(Out):
    """Hours in which an exhibition can be seen, wall-clock time in Europe/Sofia."""

    weekday: int = Field(description=_("Ден от седмицата по ISO 8601: 1 е понеделник, 7 – неделя."))
    opens: time = Field(description=_("Отваря."))
    closes: time = Field(description=_("Затваря."))


class SeriesOut(Out):
    """A series to which an event belongs, such as the meetings of a club."""

    id: uuid.UUID = Field(description=_("Постоянен идентификатор на поредицата, еднакъв за преводите."))
    title: str = Field(description=_("Заглавие."))
    url: str = Field(description=_("Пълен адрес на страницата."))


class EventFileOut(Out):
    """A file of an event."""

    title: str = Field(description=_("Заглавие."))
    url: str = Field(description=_("Пълен адрес на файла."))


class EventOut(Out):
    """An event in a list."""

    id: uuid.UUID = Field(description=_("Постоянен идентификатор (UID), еднакъв за преводите."))
    self: str = Field(description=_("Пълен адрес на този запис в API."))
    lang: Language = Field(description=_("Език."))
    title: str = Field(description=_("Заглавие."))
    url: str = Field(description=_("Пълен адрес на страницата."))
    lead: str = Field(description=_("Увод; може да е празен."))
    category: TermOut | None = Field(description=_("Категория."))
    audiences: list[TermOut] = Field(description=_("Публика; празно: за всички."))
    department: TermOut | None = Field(description=_("Отдел."))
    municipality: TermOut | None = Field(description=_("Община."))
    location: str = Field(description=_("Място."))
    address: str = Field(description=_("Адрес, когато не е в сградата на библиотеката."))
    places: list[EventPlaceOut] = Field(description=_("Всички места, първо основното."))
    attendance_mode: AttendanceMode = Field(description=_("На място, онлайн или смесено."))
    online_url: str = Field(description=_("Адрес за онлайн участие."))
    status: EventStatus = Field(description=_("Състояние на събитието като цяло."))
    status_reason: str = Field(description=_("Защо е отменено или отложено."))
    recurrence: str = Field(description=_("Правило по RFC 5545, например FREQ=MONTHLY;BYDAY=-1TH."))
    recurrence_text: str = Field(description=_("Правилото с думи."))
    visiting_hours: list[VisitingOut] = Field(description=_("Кога може да се разгледа изложбата, по дни."))
    series: SeriesOut | None = Field(description=_("Поредица; null, когато събитието не е част от такава."))
    organizer: str = Field(description=_("Организатор."))
    partners: list[PartnerOut] = Field(description=_("Партньори."))
    registration_url: str = Field(description=_("Адрес за записване."))
    registration_email: str = Field(description=_("Електронна поща за записване."))
    capacity: int | None = Field(description=_("Брой места."))
    price: str = Field(description=_("Цена с думи, например „вход свободен“."))
    contact: str = Field(description=_("За въпроси."))
    image: PictureOut | None = Field(description=_("Изображение; null, когато няма."))
    video_url: str = Field(description=_("Адрес на видео; може да е празно."))
    files: list[EventFileOut] = Field(description=_("Файлове за изтегляне."))
    feed: str = Field(description=_("Пълен адрес на събитието като календар (.ics)."))
    updated_at: datetime | None = Field(description=_("Последно публикуване."))
    sequence: int = Field(description=_("Колко пъти е променяно след първото публикуване."))


class EventWithTextOut(EventOut):
    """An event, with its text when it was asked for."""

    body: TextOut | None = Field(None, description=_("Текстът; само с include=body."))


class EventWithDatesOut(EventWithTextOut):
    """An event with its nearest dates."""

    occurrences: list[DateOut] = Field(description=_("Най-близките дати от периода, до 10."))


class EventDetailOut(EventOut):
    """An event with its text and its dates."""

    body: TextOut = Field(description=_("Текстът."))
    occurrences: list[DateOut] = Field(description=_("Датите от периода, до 500."))


class OccurrenceOut(DateOut):
    """One date with its event."""

    event: EventWithTextOut = Field(description=_("Събитието."))

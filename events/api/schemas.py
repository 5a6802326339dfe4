"""What the API says of events and of their dates."""

import uuid
from datetime import date, datetime
from typing import Literal

from pydantic import Field

from events.models import AttendanceMode, EventStatus, OccurrenceStatus
from pages.api.pictures import PictureOut
from pages.api.query import Language
from pages.api.schema import Out
from pages.api.terms import TermOut
from pages.api.texts import TextOut


class DateOut(Out):
    """One date of an event."""

    id: uuid.UUID = Field(description="Постоянен идентификатор на датата.")
    url: str = Field(description="Пълен адрес на страницата на датата.")
    kind: Literal["session", "opening"] = Field(description="session: среща; opening: откриване.")
    start: datetime = Field(description="Начало, с отместването на Europe/Sofia.")
    end: datetime | None = Field(description="Край (изключително); null, когато не е обявен.")
    all_day: bool = Field(description="true: цял ден, без час.")
    first_day: date = Field(description="Първи ден.")
    last_day: date = Field(description="Последен ден, включително.")
    original_start: datetime = Field(description="Начало преди промените; по него датата се познава.")
    status: OccurrenceStatus = Field(description="Състояние на датата.")
    status_reason: str = Field(description="Защо е отменена, отложена или преместена.")
    location: str = Field(description="Място; на преместена дата – новото.")
    note: str = Field(description="Бележка за тази дата.")


class EventOut(Out):
    """An event in a list."""

    id: uuid.UUID = Field(description="Постоянен идентификатор (UID), еднакъв за преводите.")
    lang: Language = Field(description="Език.")
    title: str = Field(description="Заглавие.")
    url: str = Field(description="Пълен адрес на страницата.")
    lead: str = Field(description="Увод; може да е празен.")
    category: TermOut | None = Field(description="Категория.")
    audiences: list[TermOut] = Field(description="Публика; празно: за всички.")
    department: TermOut | None = Field(description="Отдел.")
    municipality: TermOut | None = Field(description="Община.")
    location: str = Field(description="Място.")
    address: str = Field(description="Адрес, когато не е в сградата на библиотеката.")
    attendance_mode: AttendanceMode = Field(description="На място, онлайн или смесено.")
    online_url: str = Field(description="Адрес за онлайн участие.")
    status: EventStatus = Field(description="Състояние на събитието като цяло.")
    status_reason: str = Field(description="Защо е отменено или отложено.")
    recurrence: str = Field(description="Правило по RFC 5545, например FREQ=MONTHLY;BYDAY=-1TH.")
    recurrence_text: str = Field(description="Правилото с думи.")
    organizer: str = Field(description="Организатор.")
    registration_url: str = Field(description="Адрес за записване.")
    registration_email: str = Field(description="Електронна поща за записване.")
    capacity: int | None = Field(description="Брой места.")
    price: str = Field(description="Цена с думи, например „вход свободен“.")
    contact: str = Field(description="За въпроси.")
    image: PictureOut | None = Field(description="Изображение; null, когато няма.")
    feed: str = Field(description="Пълен адрес на събитието като календар (.ics).")
    updated_at: datetime | None = Field(description="Последно публикуване.")
    sequence: int = Field(description="Колко пъти е променяно след първото публикуване.")


class EventWithDatesOut(EventOut):
    """An event with its nearest dates."""

    occurrences: list[DateOut] = Field(description="Най-близките дати от периода, до 10.")


class EventDetailOut(EventOut):
    """An event with its text and its dates."""

    body: TextOut = Field(description="Текстът.")
    occurrences: list[DateOut] = Field(description="Датите от периода, до 500.")


class OccurrenceOut(DateOut):
    """One date with its event."""

    event: EventOut = Field(description="Събитието.")

"""Events, opening hours and closures; one concept a file."""

from events.models.changes import OccurrenceChange
from events.models.closed_days_page import ClosedDayCalendarPage, ClosedDayCalendarPageMixin
from events.models.closure_templates import ClosureTemplate
from events.models.closures import Closure
from events.models.delta import EventChangeMark
from events.models.department_pages import DepartmentIndexPage, DepartmentIndexPageMixin
from events.models.departments import Department
from events.models.embed_releases import EmbedRelease
from events.models.event_files import EventFile
from events.models.event_index import EventIndexPage, EventIndexPageMixin
from events.models.event_page import EventPage, EventPageMixin
from events.models.event_parts.details import ClosurePolicy, EventStatus
from events.models.event_parts.where import AttendanceMode
from events.models.further_places import FurtherPlace
from events.models.imports import ImportedEvent, WaitingImport
from events.models.intervals import ExceptionInterval, OpeningInterval, Weekday
from events.models.occurrences import EventOccurrence, OccurrenceStatus
from events.models.opening_hours import OpeningException, OpeningHours
from events.models.partners import EventPartner
from events.models.photo_report import PhotoReportPage, ReportPhoto
from events.models.publications import EventPublication
from events.models.series_page import EventSeriesPage
from events.models.services import Service, ServiceInterval
from events.models.terms import Audience, EventCategory
from events.models.visiting_hours import VisitingHours

__all__ = [
    "AttendanceMode",
    "Audience",
    "ClosedDayCalendarPage",
    "ClosedDayCalendarPageMixin",
    "Closure",
    "ClosurePolicy",
    "ClosureTemplate",
    "Department",
    "DepartmentIndexPage",
    "DepartmentIndexPageMixin",
    "EmbedRelease",
    "EventCategory",
    "EventChangeMark",
    "EventFile",
    "EventIndexPage",
    "EventIndexPageMixin",
    "EventOccurrence",
    "EventPage",
    "EventPageMixin",
    "EventPartner",
    "EventPublication",
    "EventSeriesPage",
    "EventStatus",
    "ExceptionInterval",
    "FurtherPlace",
    "ImportedEvent",
    "OccurrenceChange",
    "OccurrenceStatus",
    "OpeningException",
    "OpeningHours",
    "OpeningInterval",
    "PhotoReportPage",
    "ReportPhoto",
    "Service",
    "ServiceInterval",
    "VisitingHours",
    "WaitingImport",
    "Weekday",
]

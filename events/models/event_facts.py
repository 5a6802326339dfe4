"""What is known of an event, term by term, in the active language."""

from typing import TYPE_CHECKING

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from events.models.event_parts.details import EventStatus
from events.models.event_parts.where import AttendanceMode
from events.models.series_page import ShownSeries
from events.recurrence import UnsupportedRule
from pages.blocks.video_address import parse_video
from pages.bulgarian import dates
from pages.navigation import active_language

if TYPE_CHECKING:
    from events.models.event_page import EventPage

Fact = tuple[str, str | SafeString]


def facts_of(event: "EventPage", series: ShownSeries | None = None) -> list[Fact]:
    """Terms with their texts, in reading order; empty ones are left out."""
    found: list[Fact] = [
        (_("Състояние"), _state(event)),
        (_("За посещение"), event.visiting_text),
        *((_("Къде"), place) for place in _places(event)),
        (_("Отдел"), event.department_name),
        (_("Община"), event.municipality_name),
        (_("Онлайн"), _link(event.online_url)),
        (_("Участие"), _attendance(event)),
        (_("За кого"), event.audience_text),
        (_("Вход"), event.price),
        (_("Места"), str(event.capacity or "")),
        (_("Записване"), _registration(event)),
        (_("Организатор"), event.organizer),
        (_("Партньори"), _partners(event)),
        (_("За въпроси"), event.contact),
        (_("Видео"), "" if parse_video(event.video_url) else _link(event.video_url)),
        (_("Поредица"), _series(series)),
    ]
    return [(term, text) for term, text in found if text]


def rule_sentence(event: "EventPage") -> str:
    """How the event repeats, with a capital: „Всяка сряда, 18:00–19:30“; empty for a single one."""
    try:
        rule = event.rule
    except UnsupportedRule:
        return ""
    if rule is None:
        return ""
    said = rule.sentence(active_language(), event.start_date)
    time = dates.time_range(event.start_time, event.end_time) if event.start_time else ""
    return ", ".join(filter(None, [said[:1].upper() + said[1:], time]))


def _state(event: "EventPage") -> str:
    """That it is certain; what a reader must not miss stands beside the title."""
    return event.get_status_display() if event.status == EventStatus.CONFIRMED else ""


def _attendance(event: "EventPage") -> str:
    usual = event.attendance_mode == AttendanceMode.OFFLINE
    return "" if usual else event.get_attendance_mode_display()


def _registration(event: "EventPage") -> str | SafeString:
    if event.registration_url:
        return _link(event.registration_url)
    if event.registration_email:
        return format_html('<a href="mailto:{0}">{0}</a>', event.registration_email)
    return ""


def _places(event: "EventPage") -> list[str | SafeString]:
    """The only place, or all of them as one list."""
    texts = event.place_texts
    if len(texts) < 2:
        return list(texts)
    items = format_html_join("", "<li>{}</li>", ((text,) for text in texts))
    return [format_html('<ul class="plain">{}</ul>', items)]


def _partners(event: "EventPage") -> SafeString:
    rows = event.partners.all()
    return format_html_join(", ", "{}", ((_named_link(row.name, row.url),) for row in rows))


def _series(series: ShownSeries | None) -> str | SafeString:
    if series is None or not series.lang:
        return _named_link(series.title, series.url) if series else ""
    link = '<a href="{0}" rel="noopener" lang="{1}" hreflang="{1}">{2}</a>'
    return format_html(link, series.url, series.lang, series.title)


def _named_link(name: str, url: str) -> str | SafeString:
    return format_html('<a href="{}" rel="noopener">{}</a>', url, name) if url else name


def _link(url: str) -> str | SafeString:
    if not url:
        return ""
    shown = url.removeprefix("https://").removeprefix("http://").rstrip("/")
    return format_html('<a href="{}" rel="noopener">{}</a>', url, shown)

"""What the admin adds to closures: buttons of their states, the events they reach, what the history says."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import ListingButton
from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import ModelLogEntry
from wagtail.snippets.action_menu import ActionMenuItem

from events.actions import reach_events
from events.forms.closures import CONFIRM, WITHDRAW
from events.models import Closure, OpeningException, OpeningHours, Service
from events.models.affected import events_hit_by
from events.wording.records import told
from events.working_with_hours import may_decide_state
from pages.decorators import hook

SHOWN = 5
State = Closure.State
AUDITED = (Closure, OpeningException, OpeningHours, Service)

NAMES = {
    "events.closure.confirm": gettext_lazy("Потвърждаване на затваряне"),
    "events.closure.withdraw": gettext_lazy("Оттегляне на затваряне"),
    "events.closure.propose": gettext_lazy("Връщане на затваряне за обмисляне"),
    "events.holiday.propose": gettext_lazy("Предлагане на празник"),
    "events.holiday.decide": gettext_lazy("Решение за празник"),
    "events.today.close": gettext_lazy("„Затваряме днес“: цял ден"),
    "events.today.shorten": gettext_lazy("„Затваряме днес“: от определен час"),
    "events.today.cut": gettext_lazy("„Затваряме днес“: съкратено изключение"),
    "events.today.restore": gettext_lazy("Отмяна на „Затваряме днес“: върнато изключение"),
    "events.today.remove": gettext_lazy("Отмяна на „Затваряме днес“: махнато изключение"),
}


@hook("register_log_actions")
def name_actions(actions: LogActionRegistry) -> None:
    """Name what happens to hours and closures in the history."""
    for action, name in NAMES.items():
        formatter = type("Named", (LogFormatter,), {"label": name, "message": name})
        actions.register_action(action)(formatter)


class StateItem(ActionMenuItem):
    """A button of the form of a closure that saves it and gives it another state."""

    def __init__(self, label: Any, name: str, icon: str) -> None:
        super().__init__()
        self.label, self.name, self.icon_name = label, name, icon


@hook("construct_snippet_action_menu")
def offer_states(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Put what is decided about a closure beside „Запази“, the likeliest first."""
    if context["model"] is not Closure:
        return
    closure = context.get("instance")
    may_change = may_decide_state(request.user)
    state = closure.state if closure else State.PROPOSED
    confirm = StateItem(_("Потвърди и затвори"), CONFIRM, "lock")
    withdraw = StateItem(_("Запази и оттегли"), WITHDRAW, "lock-open")
    if state == State.PROPOSED:
        items[:] = [StateItem(_("Запази като предложение"), "action-save", "draft"), *items[1:]]
        items[:] = [confirm, *items, *([withdraw] if closure else [])] if may_change else items
    elif may_change:
        items.append(confirm if state == State.WITHDRAWN else withdraw)


@hook("register_snippet_listing_buttons")
def offer_states_in_list(snippet: object, user: Any, next_url: str | None = None) -> Iterator[ListingButton]:
    """Offer to confirm or withdraw a closure from the list."""
    if not isinstance(snippet, Closure):
        return
    if user.has_perm("events.add_closuretemplate"):
        address = reverse("wagtailsnippets_events_closuretemplate:add")
        label = _("Направи шаблон")
        yield ListingButton(label, url=f"{address}?closure={snippet.pk}", icon_name="snippet", priority=40)
    if not may_decide_state(user, snippet):
        return
    offers = [(State.CONFIRMED, _("Потвърди"), "lock"), (State.WITHDRAWN, _("Оттегли"), "lock-open")]
    for priority, (state, label, icon) in enumerate(offers, 12):
        if snippet.state != state:
            address = reverse("events_closure_state", args=[snippet.pk, state.value])
            yield ListingButton(label, url=address, icon_name=icon, priority=priority)


@hook("after_create_snippet")
@hook("after_edit_snippet")
def tell_about_closure(request: HttpRequest, instance: object) -> None:
    """Let a closure reach the events, and say which ones it hits."""
    if not isinstance(instance, Closure | OpeningException | OpeningHours):
        return
    reach_events()
    if isinstance(instance, OpeningHours) or not request.accepts("text/html"):
        return
    saved = type(instance).objects.get(pk=instance.pk)
    closes = isinstance(saved, OpeningException) or saved.state == State.CONFIRMED
    hit = events_hit_by(saved) if closes else []
    if hit:
        shown = "; ".join(f"{row.first_day:%d.%m.%Y} – {row.event.title}" for row in hit[:SHOWN])
        text = _("В тези дни има събития (%(number)s): %(events)s. Проверете дали ще се проведат.")
        messages.warning(request, text % {"number": len(hit), "events": shown})


@hook("before_delete_snippet")
def remember_before_delete(request: HttpRequest, instances: list[object]) -> None:
    """Keep what the records say: after they are gone nobody could tell."""
    request.told_records = {  # type: ignore[attr-defined]
        one.pk: told(one) for one in instances if isinstance(one, AUDITED)
    }


@hook("after_delete_snippet")
def apply_after_delete(request: HttpRequest, instances: list[object]) -> None:
    """Restore the events that a deleted closure had cancelled, and write down who deleted what."""
    audited = [one for one in instances if isinstance(one, AUDITED)]
    for one in audited:
        _log_deleted(request, one)
    if any(isinstance(one, Closure | OpeningException | OpeningHours) for one in audited):
        reach_events()


def _log_deleted(request: HttpRequest, record: Any) -> None:
    """Complete Wagtail's entry, or make the one that deleting several at once forgets."""
    said = getattr(request, "told_records", {})
    if record.pk is None:
        # Wagtail has deleted and logged a single record already.
        pk, text = next(iter(said.items()), (None, ""))
        entries = ModelLogEntry.objects.filter(action="wagtail.delete", object_id=str(pk))
        entry = entries.filter(content_type__model=record._meta.model_name).first()
        if entry:
            entry.data = {"before": text}
            entry.save(update_fields=["data"])
        return
    data = {"before": said.get(record.pk, "")}
    log(record, "wagtail.delete", user=request.user, deleted=True, data=data)

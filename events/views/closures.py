"""The forms of closures, and their states: proposed, confirmed, withdrawn."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.snippets.views.snippets import CreateView, EditView

from events.actions import ConfirmClosure, WithdrawClosure
from events.actions.closure_states import ACTIONS
from events.forms.closures import CONFIRM, WITHDRAW
from events.models import Closure, ClosureTemplate
from events.models.affected import hits_of
from events.views.own_places import OfOwnPlace, OwnCopyView
from events.views.saving import Looks, Tells
from events.working_with_hours import may_decide_state, may_work_on

State = Closure.State

QUESTIONS = {
    State.CONFIRMED: gettext_lazy("Да се потвърди ли затварянето?"),
    State.WITHDRAWN: gettext_lazy("Да се оттегли ли затварянето?"),
    State.PROPOSED: gettext_lazy("Да се върне ли затварянето за обмисляне?"),
}
DONE = {
    State.CONFIRMED: gettext_lazy("Затварянето е потвърдено: „%(closure)s“."),
    State.WITHDRAWN: gettext_lazy("Затварянето е оттеглено: „%(closure)s“."),
    State.PROPOSED: gettext_lazy("Затварянето чака решение: „%(closure)s“."),
}


class Decides:
    """The buttons „Потвърди“ and „Оттегли“ of the form: what was typed is saved, then the state changes."""

    request: HttpRequest

    def save_instance(self) -> Any:
        """Save, and do what the pressed button says."""
        closure = super().save_instance()  # type: ignore[misc]
        for button, action in ((CONFIRM, ConfirmClosure), (WITHDRAW, WithdrawClosure)):
            if button in self.request.POST and may_decide_state(self.request.user, closure):
                action(closure, self.request.user).execute()
        return closure


class ClosureCreateView(Looks, Decides, Tells, CreateView):
    """A new closure, a proposal until it is confirmed; `?template=` gives the first words."""

    log_action = "wagtail.create"

    def get_initial_form_instance(self) -> Closure:
        """A proposal, with the words of the template."""
        asked = self.request.GET.get("template", "")
        template = (
            ClosureTemplate.objects.filter(pk=asked).first()
            if asked.isdecimal() and asked.isascii()
            else None
        )
        return Closure(state=State.PROPOSED, **(template.fields if template else {}))


class TemplateCreateView(CreateView):
    """New ready words; `?closure=` gives those of a closure."""

    def get_initial_form_instance(self) -> ClosureTemplate:
        """The words of the closure; it stays as it is."""
        asked = self.request.GET.get("closure", "")
        closure = Closure.objects.filter(pk=asked).first() if asked.isdecimal() and asked.isascii() else None
        if closure is None or not may_work_on(self.request.user, closure):
            return ClosureTemplate()
        words = ClosureTemplate.WORDS
        return ClosureTemplate(
            name=closure.reason_in("bg")[:60], **{name: getattr(closure, name) for name in words}
        )


class ClosureCopyView(OwnCopyView):
    """The form of a new closure, filled in like another one; it is sent to the form of new closures."""

    http_method_names = ["get", "head"]

    def get_initial_form_instance(self) -> Closure:
        """The same closure as a proposal; that it was proposed for a holiday is not copied."""
        closure: Closure = super().get_initial_form_instance()
        closure.state, closure.holiday_date = State.PROPOSED, None
        return closure


class ClosureEditView(OfOwnPlace, Looks, Decides, Tells, EditView):
    """A closure that is changed."""


def closure_state(request: HttpRequest, pk: int, state: str) -> HttpResponse:
    """Ask whether a closure is to get another state, show what that does, and do it."""
    if not may_decide_state(request.user):
        raise PermissionDenied
    closure = get_object_or_404(Closure, pk=pk)
    if not may_decide_state(request.user, closure):
        raise PermissionDenied
    if state not in ACTIONS:
        raise Http404
    back = reverse("wagtailsnippets_events_closure:list")
    if request.method == "POST":
        if ACTIONS[state](closure, request.user).execute():
            messages.success(request, DONE[State(state)] % {"closure": closure})
        else:
            messages.info(request, _("Състоянието вече е такова. Нищо не е променено."))
        return redirect(back)
    scope = [one.slug for one in closure.departments.all()]
    context = {
        "closure": closure,
        "question": QUESTIONS[State(state)],
        "hits": hits_of(closure, scope) if state == State.CONFIRMED else [],
        "page_title": QUESTIONS[State(state)],
        "header_icon": "lock",
        "back": back,
    }
    return TemplateResponse(request, "events/admin/closure_state.html", context)

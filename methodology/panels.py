"""The department's part of the dashboard: the coming trainings and what is due."""

from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from methodology.models import Training
from methodology.trainings.stages import TAKES_REGISTRATIONS, TrainingStatus

COMING = 5
DUE = 10


class Due(NamedTuple):
    """A training and what it waits for."""

    training: Training
    what: str | Promise
    url: str


WAITS_FOR = {
    TrainingStatus.PLANNED: (_("минало е – отбележете го като проведено"), "methodology_training"),
    TrainingStatus.OPEN: (_("минало е – отбележете го като проведено"), "methodology_training"),
    TrainingStatus.FULL: (_("минало е – отбележете го като проведено"), "methodology_training"),
    TrainingStatus.HELD: (_("присъствието не е потвърдено"), "methodology_attendance"),
    TrainingStatus.ATTENDED: (_("анкетата не е изпратена"), "methodology_training"),
}


class TrainingsPanel(Component):
    """What comes and what is due, for whoever works with trainings."""

    name = "methodology_trainings"
    template_name = "methodology/admin/trainings_panel.html"
    order = 60

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Return the trainings this person sees: two queries."""
        request: HttpRequest = parent_context["request"]
        if not request.user.has_perm("methodology.change_training"):
            return {"coming": [], "due": []}
        seen = Training.objects.visible_to(request.user)
        today = timezone.localdate()
        coming = seen.upcoming(today).exclude(status=TrainingStatus.CANCELLED).with_counts()[:COMING]
        passed = seen.past(today).filter(status__in=WAITS_FOR)[:DUE]
        return {
            "coming": list(coming),
            "due": [due(training) for training in passed],
            "open": TAKES_REGISTRATIONS,
        }


def due(training: Training) -> Due:
    """Return what a training that has passed waits for."""
    what, view = WAITS_FOR[TrainingStatus(training.status)]
    return Due(training, what, reverse(view, args=[training.pk]))

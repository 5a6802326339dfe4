"""Keeping the list of follow-ups in step with the records that ask for them."""

from django.db import transaction

from methodology.models import Consultation, Cooperation, FollowUp, Visit

Origin = Consultation | Cooperation | Visit


class TrackFollowUps:
    """Makes, corrects or takes back the follow-ups of a saved record; what is done stays done."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin

    @transaction.atomic
    def execute(self) -> None:
        """Bring the follow-ups of the record up to date; running it twice changes nothing."""
        origin = self.origin
        self._track({origin._meta.model_name or "": origin}, origin.follow_up, origin.due_on)
        if isinstance(origin, Visit):
            for finding in origin.findings.all():
                self._track(
                    {"finding": finding}, finding.text[:500] if finding.due_on else "", finding.due_on
                )

    def _track(self, where: dict[str, object], text: str, due_on: object) -> None:
        held = FollowUp.objects.filter(**where)
        if not text:
            held.filter(done_on=None).delete()
            return
        values = {
            "text": text,
            "due_on": due_on,
            "library": self.origin.library,
            "municipality": self.origin.municipality,
        }
        if not held.exists():
            FollowUp.objects.create(**where, **values)
        else:
            held.filter(done_on=None).update(**values)

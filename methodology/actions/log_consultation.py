"""Recording a consultation, from the one-line form, from a script or from the enquiry desk."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from methodology.actions.track import TrackFollowUps
from methodology.models import Consultation, ConsultationSource, Person, Topic


class LogConsultation:
    """Saves a consultation with its people and topics, and tracks what is left to do.

    A question of another desk carries its number there; recorded again it is found, not counted twice.
    """

    def __init__(
        self,
        consultation: Consultation,
        *,
        persons: Iterable[Person] = (),
        topics: Iterable[Topic] = (),
        user: Any = None,
    ) -> None:
        self.consultation = consultation
        self.persons = list(persons)
        self.topics = list(topics)
        self.user = user

    @transaction.atomic
    def execute(self) -> Consultation:
        """Save and return the consultation; ValidationError when it cannot be true."""
        known = self._known()
        if known is not None:
            return known
        row = self.consultation
        row.recorded_by = self.user
        row.reached = max(row.reached or 1, len(self.persons))
        row.full_clean()
        row.persons, row.topics = self.persons, self.topics
        row.save()
        TrackFollowUps(row).execute()
        log(row, "wagtail.create", user=self.user)
        return row

    def _known(self) -> Consultation | None:
        row = self.consultation
        if row.source == ConsultationSource.DEPARTMENT or not row.external_reference:
            return None
        same = Consultation.objects.filter(source=row.source, external_reference=row.external_reference)
        return same.first()

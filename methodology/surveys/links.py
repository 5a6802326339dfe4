"""The link to a survey: signed for one invitation, without a password."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.translation import override

from methodology.models import SurveyInvitation
from methodology.trainings.links import absolute

SALT = "methodology.survey"
VALID = timedelta(days=120)


def survey_token(invitation: SurveyInvitation) -> str:
    """Return what stands for an invitation in addresses."""
    return signing.dumps([invitation.pk, invitation.registration.key.hex], salt=SALT)


def invitation_of(token: str) -> SurveyInvitation | None:
    """Return the invitation a token stands for; None for a forged or expired one, or once it is closed."""
    try:
        pk, key = signing.loads(token, salt=SALT, max_age=VALID)
        found = SurveyInvitation.objects.filter(pk=int(pk), registration__key=uuid.UUID(key))
    except (signing.BadSignature, TypeError, ValueError):
        return None
    return found.select_related("survey__training", "survey__question_set").first()


def survey_url(invitation: SurveyInvitation) -> str:
    """Return the whole address of a survey, in Bulgarian."""
    with override(settings.LANGUAGE_CODE):
        return absolute(reverse("survey", args=[survey_token(invitation)]))

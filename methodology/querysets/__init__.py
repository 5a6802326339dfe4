"""Questions are verbs that chain, one module for each kind of record."""

from methodology.querysets.administrations import AdministrationQuerySet
from methodology.querysets.file_texts import DownloadDayQuerySet
from methodology.querysets.libraries import LibraryQuerySet, MunicipalityCount
from methodology.querysets.materials import MaterialManager, MaterialQuerySet, TermQuerySet
from methodology.querysets.people import PersonQuerySet, PostQuerySet
from methodology.querysets.registrations import Reach, RegistrationQuerySet
from methodology.querysets.surveys import SurveyQuerySet
from methodology.querysets.topics import TopicQuerySet
from methodology.querysets.trainings import TrainingQuerySet
from methodology.querysets.work import (
    ConsultationQuerySet,
    CooperationQuerySet,
    FollowUpQuerySet,
    VisitQuerySet,
)

__all__ = [
    "AdministrationQuerySet",
    "ConsultationQuerySet",
    "CooperationQuerySet",
    "DownloadDayQuerySet",
    "FollowUpQuerySet",
    "LibraryQuerySet",
    "MaterialManager",
    "MaterialQuerySet",
    "MunicipalityCount",
    "PersonQuerySet",
    "PostQuerySet",
    "Reach",
    "RegistrationQuerySet",
    "SurveyQuerySet",
    "TermQuerySet",
    "TopicQuerySet",
    "TrainingQuerySet",
    "VisitQuerySet",
]

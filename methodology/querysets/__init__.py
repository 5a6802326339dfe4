"""Questions are verbs that chain, one module for each kind of record."""

from methodology.querysets.administrations import AdministrationQuerySet
from methodology.querysets.libraries import LibraryQuerySet, MunicipalityCount
from methodology.querysets.materials import MaterialManager, MaterialQuerySet, TermQuerySet
from methodology.querysets.people import PersonQuerySet, PostQuerySet
from methodology.querysets.registrations import Reach, RegistrationQuerySet
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
    "FollowUpQuerySet",
    "LibraryQuerySet",
    "MaterialManager",
    "MaterialQuerySet",
    "MunicipalityCount",
    "PersonQuerySet",
    "PostQuerySet",
    "Reach",
    "RegistrationQuerySet",
    "TermQuerySet",
    "TopicQuerySet",
    "TrainingQuerySet",
    "VisitQuerySet",
]

"""The department's records in the admin, one module for each kind."""

from methodology.viewsets.libraries import LibraryViewSet
from methodology.viewsets.network import AdministrationViewSet, MunicipalExpertViewSet, TopicViewSet
from methodology.viewsets.people import PersonViewSet, PostViewSet
from methodology.viewsets.question_sets import QuestionSetViewSet
from methodology.viewsets.terms import AudienceViewSet, CategoryViewSet
from methodology.viewsets.trainings import TrainingViewSet
from methodology.viewsets.work import (
    ConsultationViewSet,
    CooperationViewSet,
    FollowUpViewSet,
    VisitViewSet,
)

__all__ = [
    "AdministrationViewSet",
    "AudienceViewSet",
    "CategoryViewSet",
    "ConsultationViewSet",
    "CooperationViewSet",
    "FollowUpViewSet",
    "LibraryViewSet",
    "MunicipalExpertViewSet",
    "PersonViewSet",
    "PostViewSet",
    "QuestionSetViewSet",
    "TopicViewSet",
    "TrainingViewSet",
    "VisitViewSet",
]

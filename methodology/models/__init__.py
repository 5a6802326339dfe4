"""Materials, the library network, its people, and trainings."""

from methodology.models.administration import Administration, AdministrationContact
from methodology.models.attendance import Attendance
from methodology.models.certificate import Certificate
from methodology.models.certificate_file import CertificateFile
from methodology.models.consultation import Channel, Consultation, ConsultationSource
from methodology.models.contact import MethodologyContact
from methodology.models.cooperation import Cooperation, CooperationKind
from methodology.models.deadline import MethodologyDeadline
from methodology.models.download_day import DownloadDay
from methodology.models.expert import MunicipalExpert
from methodology.models.file_text import FileProblem, FileText
from methodology.models.follow_up import FollowUp
from methodology.models.index_page import MethodologyIndexPage, MethodologyIndexPageMixin
from methodology.models.library import Library, LibraryKind, LibraryStatus
from methodology.models.material_file import MaterialFile
from methodology.models.material_page import MaterialPage, MaterialPageMixin
from methodology.models.merge import RecordMerge
from methodology.models.person import Person, Qualification
from methodology.models.post import Post, PostRole
from methodology.models.question_set import Measure, Question, QuestionKind, QuestionSet, SurveyPurpose
from methodology.models.registration import Registration, RegistrationStatus
from methodology.models.session import TrainingSession
from methodology.models.status_change import LibraryStatusChange
from methodology.models.survey import Survey, SurveyAnswer, SurveyInvitation
from methodology.models.terms import MaterialAudience, MaterialCategory, Term
from methodology.models.topic import Topic
from methodology.models.training import Training, TrainingKind
from methodology.models.training_material import TrainingMaterial
from methodology.models.visit import Visit, VisitKind
from methodology.models.visit_finding import FindingKind, VisitFinding
from methodology.models.waiting_register import WaitingRegister
from methodology.trainings.stages import TrainingStatus

__all__ = [
    "Administration",
    "AdministrationContact",
    "Attendance",
    "Certificate",
    "CertificateFile",
    "Channel",
    "Consultation",
    "ConsultationSource",
    "Cooperation",
    "CooperationKind",
    "DownloadDay",
    "FileProblem",
    "FileText",
    "FindingKind",
    "FollowUp",
    "Library",
    "LibraryKind",
    "LibraryStatus",
    "LibraryStatusChange",
    "MaterialAudience",
    "MaterialCategory",
    "MaterialFile",
    "MaterialPage",
    "MaterialPageMixin",
    "Measure",
    "MethodologyContact",
    "MethodologyDeadline",
    "MethodologyIndexPage",
    "MethodologyIndexPageMixin",
    "MunicipalExpert",
    "Person",
    "Post",
    "PostRole",
    "Qualification",
    "Question",
    "QuestionKind",
    "QuestionSet",
    "RecordMerge",
    "Registration",
    "RegistrationStatus",
    "Survey",
    "SurveyAnswer",
    "SurveyInvitation",
    "SurveyPurpose",
    "Term",
    "Topic",
    "Training",
    "TrainingKind",
    "TrainingMaterial",
    "TrainingSession",
    "TrainingStatus",
    "Visit",
    "VisitFinding",
    "VisitKind",
    "WaitingRegister",
]

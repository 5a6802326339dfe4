"""Materials, the library network and trainings."""

from methodology.models.contact import MethodologyContact
from methodology.models.index_page import MethodologyIndexPage, MethodologyIndexPageMixin
from methodology.models.library import Library, LibraryKind, LibraryStatus
from methodology.models.material_file import MaterialFile
from methodology.models.material_page import MaterialPage, MaterialPageMixin
from methodology.models.registration import Registration, RegistrationStatus
from methodology.models.session import TrainingSession
from methodology.models.terms import MaterialAudience, MaterialCategory, Term
from methodology.models.training import Training, TrainingKind, TrainingStatus
from methodology.models.training_material import TrainingMaterial

__all__ = [
    "Library",
    "LibraryKind",
    "LibraryStatus",
    "MaterialAudience",
    "MaterialCategory",
    "MaterialFile",
    "MaterialPage",
    "MaterialPageMixin",
    "MethodologyContact",
    "MethodologyIndexPage",
    "MethodologyIndexPageMixin",
    "Registration",
    "RegistrationStatus",
    "Term",
    "Training",
    "TrainingKind",
    "TrainingMaterial",
    "TrainingSession",
    "TrainingStatus",
]

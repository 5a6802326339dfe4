"""Staff of the demo, one for each role; their password is no secret, so they exist in demos only."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from events.models import Department
from methodology.models import MunicipalExpert
from pages.models import Municipality

PASSWORD = "lipite-cvetyat"  # noqa: S105 - printed for everybody who runs the demo
STAFF = {
    "redaktor": ("Демо", "редактор", "Редактор"),
    "otgovoren": ("Демо", "отговорен редактор", "Отговорен редактор"),
    "metodist": ("Демо", "методист", "Методист"),
    "zavezhdasht": ("Демо", "завеждащ методически отдел", "Завеждащ методически отдел"),
    "izkustvo": ("Демо", "завеждащ отдел „Изкуство“", "Завеждащ отдел"),
    "direktor": ("Демо", "директор", "Директор"),
    "ekspert": ("Демо", "експерт в община Мъглиж", "Експерт в община"),
    "admin": ("Демо", "администратор", ""),
}


def load_staff() -> None:
    """Make the staff with Bulgarian as the language of the admin; passwords changed later stay."""
    users = get_user_model().objects
    for name, (first, last, group) in STAFF.items():
        defaults = {"first_name": first, "last_name": last, "email": f"{name}@example.org"}
        user, is_new = users.get_or_create(username=name, defaults=defaults)
        if not is_new:
            continue
        user.set_password(PASSWORD)
        user.is_staff = user.is_superuser = not group
        user.save()
        user.groups.set(Group.objects.filter(name=group))
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = "bg"
        profile.save()
    _give_municipality()
    _give_department()


def _give_department() -> None:
    """Let the head of department work with the hours of the one department."""
    user = get_user_model().objects.get(username="izkustvo")
    department = Department.objects.filter(slug="izkustvo", locale=Locale.get_default()).first()
    if department is not None:
        department.heads.add(user)


def _give_municipality() -> None:
    """Let the expert read the records of a municipality."""
    user = get_user_model().objects.get(username="ekspert")
    place = Municipality.objects.filter(code="SZR22").first()
    if place is not None and not MunicipalExpert.objects.filter(user=user).exists():
        expert = MunicipalExpert(user=user)
        expert.municipalities = [place]
        expert.save()

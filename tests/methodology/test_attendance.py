"""From the list to confirmed attendance, certificates and their check."""

import datetime
import io
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from methodology_factories import LibraryFactory, PersonFactory
from pypdf import PdfReader
from trainings_factories import RegistrationFactory, came, stamp, training_in

from methodology.actions.attendance import ConfirmAttendance, EnterAttendance, ReopenAttendance
from methodology.actions.certificates import IssueCertificates, RevokeCertificate
from methodology.actions.daily_round import DailyRound
from methodology.actions.refused import Refused
from methodology.actions.stage import Hold, OpenRegistration
from methodology.models import Attendance, Certificate, CertificateFile, Registration, Training
from methodology.tasks import write_certificate_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def training(site: Any) -> Training:
    return training_in(-10, length=5, status="held", title="Петдневен практикум")


def confirmed(training: Training, days: int | None = None, **values: Any) -> Registration:
    row = came(RegistrationFactory(training=training, **values), days)
    ConfirmAttendance(training).execute()
    row.refresh_from_db()
    return row


def test_opening_the_registration_plans_a_day_for_each_weekday() -> None:
    import datetime

    from methodology_factories import TrainingFactory

    training = TrainingFactory(
        status="draft",
        start_date=datetime.date(2099, 1, 1),
        end_date=datetime.date(2099, 1, 6),
        start_time=datetime.time(9, 30),
        end_time=datetime.time(16),
    )
    OpenRegistration(training).execute()
    days = [session.day.day for session in training.sessions.all()]
    assert (days, training.sessions.first().minutes) == ([1, 2, 5, 6], 390)
    untimed = TrainingFactory(status="draft", start_date=datetime.date(2099, 1, 1))
    with pytest.raises(Refused, match="начал"):
        OpenRegistration(untimed).execute()


def test_a_training_is_not_held_before_it_begins() -> None:
    with pytest.raises(Refused, match="още не е започнало"):
        Hold(training_in(1)).execute()


def test_the_grid_is_written_day_by_day_and_confirmed_only_when_complete(
    admin_client: Client, training: Training
) -> None:
    first, second = (RegistrationFactory(training=training) for _number in range(2))
    sessions = list(training.sessions.all())
    url = reverse("methodology_attendance", args=[training.pk])
    assert admin_client.get(url).status_code == 200
    ticks = {f"p{first.pk}-{session.pk}": "on" for session in sessions[:4]}
    admin_client.post(url, ticks | {f"p{second.pk}-{sessions[0].pk}": "on"})
    assert Attendance.objects.present().count() == 5
    with pytest.raises(Refused, match="Не е въведено присъствието"):
        ConfirmAttendance(training).execute()
    admin_client.post(url, ticks | {f"nobody-{sessions[4].pk}": "on"})
    admin_client.post(reverse("methodology_training_step", args=[training.pk, "attended"]))
    days = list(training.registrations.order_by("pk").values_list("days_attended", "minutes_attended"))
    assert days == [(4, 4 * 420), (0, 0)]
    reach = Registration.objects.attended().reach()
    assert (reach.attendances, reach.libraries, reach.attendance_days) == (1, 1, 4)


def test_days_to_come_are_not_written(admin_client: Client, site: Any) -> None:
    training = training_in(-1, length=5, status="held")
    row = RegistrationFactory(training=training)
    ticks = {f"p{row.pk}-{session.pk}": "on" for session in training.sessions.all()}
    admin_client.post(reverse("methodology_attendance", args=[training.pk]), ticks)
    assert Attendance.objects.count() == 2


def test_nobody_is_in_two_places_at_once(admin_client: Client, training: Training) -> None:
    elsewhere = training_in(-10, status="held", title="Семинар в Чирпан")
    person = PersonFactory()
    came(RegistrationFactory(training=elsewhere, person=person, email=""))
    row = RegistrationFactory(training=training, person=person)
    session = training.sessions.first()
    page = admin_client.post(
        reverse("methodology_attendance", args=[training.pk]), {f"p{row.pk}-{session.pk}": "on"}
    ).content.decode()
    assert "Семинар в Чирпан" in page
    assert f'name="p{row.pk}-{session.pk}"' in page
    assert "checked" in page
    assert not Attendance.objects.filter(registration=row).exists()


def test_a_person_counts_once_however_many_trainings_and_a_library_however_many_people(site: Any) -> None:
    library, person = LibraryFactory(), PersonFactory()
    for number in range(2):
        training = training_in(-20 + number * 5, length=2, status="held", project="Проект 2021")
        came(RegistrationFactory(training=training, library=library, person=person))
        came(RegistrationFactory(training=training, library=library, person=PersonFactory()))
        ConfirmAttendance(training).execute()
    reach = Registration.objects.for_project("Проект 2021").attended().reach()
    assert tuple(reach) == (4, 3, 1, 8)


def test_certificates_are_for_those_who_came_long_enough_and_only_once(training: Training) -> None:
    enough, little = RegistrationFactory(training=training), RegistrationFactory(training=training)
    came(enough, 4)
    came(little, 3)
    with pytest.raises(Refused, match="след потвърдено присъствие"):
        IssueCertificates(training).execute()
    ConfirmAttendance(training).execute()
    (issued,) = IssueCertificates(training).execute()
    assert (issued.registration, issued.hours, IssueCertificates(training).execute()) == (enough, "28", [])
    with pytest.raises(Refused, match="издадени удостоверения"):
        ReopenAttendance(training).execute()
    RevokeCertificate(issued).execute()
    (again,) = IssueCertificates(training).execute()
    assert again.number != issued.number


def test_a_certificate_is_an_accessible_bulgarian_pdf(training: Training) -> None:
    confirmed(training, name="Цветелина Щърбанова-Йорданова")
    IssueCertificates(training).execute()
    certificate = Certificate.objects.get()
    reader = PdfReader(io.BytesIO(certificate.pdf))
    text = " ".join(reader.pages[0].extract_text().split())
    assert len(reader.pages) == 1
    for words in ("Цветелина Щърбанова-Йорданова", "„Петдневен практикум“", certificate.number, "35 часа"):
        assert words in text
    assert reader.trailer["/Root"]["/Lang"] == "bg"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part" in reader.trailer["/Root"]["/Metadata"].get_data()


def test_all_certificates_leave_in_one_file_made_outside_the_request(
    admin_client: Client, admin_user: Any, training: Training, monkeypatch: Any
) -> None:
    page = reverse("methodology_certificates", args=[training.pk])
    for name in ("Цветелина Щърбанова", "Яна Ъглова"):
        came(RegistrationFactory(training=training, name=name))
    ConfirmAttendance(training).execute()
    assert "Още няма издадени удостоверения." in admin_client.post(page, follow=True).content.decode()
    IssueCertificates(training).execute()
    with monkeypatch.context() as patch:
        never = SimpleNamespace(enqueue=lambda key: None)
        patch.setattr("methodology.views.admin.certificate_files.write_certificate_file", never)
        waiting = admin_client.post(page, follow=True)
        admin_client.post(page)
    assert (waiting["Refresh"], "Файлът се готви." in waiting.content.decode()) == ("4", True)
    file = CertificateFile.objects.get()
    address = reverse("methodology_certificates_pdf", args=[training.pk, file.pk])
    assert admin_client.get(address).status_code == 404
    assert [write_certificate_file.func(str(file.pk)) for _time in range(2)] == [2, 2]
    assert f'href="{address}"' in admin_client.get(page).content.decode()
    reader = PdfReader(io.BytesIO(admin_client.get(address).content))
    assert len(reader.pages) == 2
    assert "Яна Ъглова" in reader.pages[1].extract_text()
    CertificateFile.objects.update(asked_at=timezone.now() - datetime.timedelta(hours=25))
    DailyRound().execute()
    assert not CertificateFile.objects.exists()


def test_a_file_that_takes_too_long_says_whom_to_ask(
    admin_client: Client, admin_user: Any, training: Training
) -> None:
    long_ago = timezone.now() - datetime.timedelta(minutes=3)
    CertificateFile.objects.create(training=training, asked_by=admin_user, asked_at=long_ago)
    answer = admin_client.get(reverse("methodology_certificates", args=[training.pk]))
    assert "Refresh" not in answer
    assert "Кажете на човека, който се грижи за системата" in answer.content.decode()


def check(client: Client, number: str, secret: str) -> Any:
    data = {"number": number, "secret": secret, "started": stamp()}
    return client.post(reverse("certificate_check"), data)


def test_a_certificate_is_checked_by_who_knows_its_name_or_code_and_by_nobody_else(
    client: Client, training: Training
) -> None:
    confirmed(training, name="Елена Примерна", phone="0888 642 151")
    (issued,) = IssueCertificates(training).execute()
    for secret in ("Елена Примерна", "елена  примерна", issued.code, issued.code.lower()):
        page = check(client, issued.number, secret).content.decode()
        assert "Валидно." in page
        assert "Петдневен практикум" in page
        assert issued.registration.email not in page
        assert "0888 642 151" not in page
    refusals = {
        check(client, number, "Мария").content.split(b"<form")[1].split(b"csrf")[0]
        for number in (issued.number, "2026-99999")
    }
    assert len(refusals) == 1
    assert "Няма удостоверение" in check(client, "2026-99999", "Мария").content.decode()
    assert "Елена" not in client.get(f"/certificates/{issued.number}/").content.decode()
    RevokeCertificate(issued).execute()
    assert "Анулирано." in check(client, issued.number, issued.code).content.decode()


def test_guessing_names_ends_after_twenty_times(client: Client, training: Training) -> None:
    confirmed(training, name="Елена Примерна")
    (issued,) = IssueCertificates(training).execute()
    for number in range(20):
        check(client, issued.number, f"Име {number}")
    assert "Твърде много проверки" in check(client, issued.number, "Елена Примерна").content.decode()


def test_the_link_of_the_registration_leads_to_the_certificate(client: Client, training: Training) -> None:
    from methodology.trainings.links import token_of

    row = confirmed(training)
    own = reverse("own_certificate", args=[token_of(row)])
    assert client.get(own).status_code == 404
    IssueCertificates(training).execute()
    answer = client.get(own)
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    assert "no-store" in answer["Cache-Control"]


def test_attendance_is_not_entered_before_the_training_is_held(site: Any) -> None:
    training = training_in(-1, status="planned")
    with pytest.raises(Refused, match="след като обучението е отбелязано"):
        EnterAttendance(training.sessions.first(), []).execute()

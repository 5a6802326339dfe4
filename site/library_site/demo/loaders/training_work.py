"""What stands on trainings: days, registrations, attendance, certificates, surveys; people are invented."""

from datetime import date, time, timedelta

from django.utils import timezone

from library_site.demo.content import Item, items, table
from library_site.demo.loaders.bench import Bench
from library_site.demo.loaders.people import invented_address, invented_name
from methodology.actions.attendance import ConfirmAttendance
from methodology.actions.certificates import IssueCertificates
from methodology.actions.surveys import CloseSurvey
from methodology.models import (
    Attendance,
    Library,
    Person,
    QuestionKind,
    QuestionSet,
    Registration,
    Survey,
    SurveyAnswer,
    SurveyPurpose,
    Training,
    TrainingSession,
    TrainingStatus,
)
from pages.models import Municipality

START, END = time(9, 30), time(16, 30)
# Scores of those who answered, question after question: mostly good, as such surveys are.
SCORES = ((5, 5, 4, 5, 4, 5, 3, 4, 5), (4, 5, 5, 4, 5, 4, 4, 3, 5), (3, 4, 4, 5, 4, 5, 4, 4, 2))
REMARKS = ("Повече време за упражнения.", "Таблиците бяха най-полезни.", "Нека се повтори и догодина.")
OPENED = 8
TAKEN = 5


def load_training_work(bench: Bench) -> None:
    """Fill in the trainings of the 2021 project and open the coming ones; what is there stays."""
    number = 0
    for item in items("project_trainings"):
        number = 0 if item["kind"] == "computer-skills" else number
        if not Training.objects.filter(title=item["title"]).exists():
            _held(item, number)
        number += item["participants"]
    _coming()


def _held(item: Item, number: int) -> None:
    training = _training(item)
    libraries = list(
        Library.objects.active()
        .in_municipality(*item["municipalities"])
        .filter(is_sample=True)
        .order_by("pk")
    )
    for place in range(item["participants"]):
        _participant(training, libraries[place % len(libraries)], number + place)
    ConfirmAttendance(training).execute()
    if item.get("certificates"):
        IssueCertificates(training).execute()
    if item.get("survey"):
        _survey(training)
    Training.objects.filter(pk=training.pk).update(status=TrainingStatus.CLOSED)


def _training(item: Item) -> Training:
    first: date = item["first"]
    training = Training(
        kind=item["kind"],
        status=TrainingStatus.HELD,
        title=item["title"],
        start_date=first,
        end_date=first + timedelta(days=item["days"] - 1) if item["days"] > 1 else None,
        place=item["place"],
        capacity=20,
        project=table("project_2021")["name"],
        is_public=False,
    )
    training.municipalities = list(Municipality.objects.filter(slug__in=item["municipalities"]))
    training.full_clean()
    training.save()
    for number in range(item["days"]):
        _session(training, first + timedelta(days=number))
    return training


def _session(training: Training, day: date) -> None:
    TrainingSession.objects.create(training=training, day=day, start_time=START, end_time=END)


def _participant(training: Training, library: Library, number: int) -> None:
    email = invented_address(number)
    person, _is_new = Person.objects.get_or_create(email=email, defaults={"name": invented_name(number)})
    row = Registration.objects.create(
        training=training,
        library=library,
        person=person,
        status="confirmed",
        name=person.name,
        email=email,
        by_staff=True,
        confirmed_at=timezone.now(),
    )
    Attendance.objects.bulk_create(
        Attendance(session=session, registration=row, present=True) for session in training.sessions.all()
    )


def _survey(training: Training) -> None:
    questions = QuestionSet.objects.latest_for(SurveyPurpose.AFTER)
    if questions is None:
        return
    opened = training.last_day + timedelta(days=1)
    survey = Survey.objects.create(
        training=training,
        question_set=questions,
        purpose=SurveyPurpose.AFTER,
        opened_on=opened,
        closes_on=opened + timedelta(days=21),
        answered=len(SCORES[0]),
    )
    for number, question in enumerate(questions.questions.all()):
        if question.kind == QuestionKind.TEXT:
            rows = [SurveyAnswer(survey=survey, question=question, text=text) for text in REMARKS]
        else:
            scores = SCORES[number % len(SCORES)]
            rows = [SurveyAnswer(survey=survey, question=question, score=score) for score in scores]
        SurveyAnswer.objects.bulk_create(rows)
    closed = CloseSurvey(survey).execute()
    Survey.objects.filter(pk=closed.pk).update(invited=training.registrations.attended().count())


def _coming() -> None:
    libraries = list(Library.objects.active().filter(is_sample=True).order_by("pk")[:OPENED])
    for training in Training.objects.public().upcoming().filter(status=TrainingStatus.PLANNED, sessions=None):
        for number in range((training.last_day - training.start_date).days + 1):
            _session(training, training.start_date + timedelta(days=number))
        Training.objects.filter(pk=training.pk).update(status=TrainingStatus.OPEN)
        for number, library in enumerate(libraries[:TAKEN]):
            Registration.objects.create(
                training=training,
                library=library,
                status="confirmed",
                name=invented_name(100 + number),
                email=invented_address(100 + number),
                confirmed_at=timezone.now(),
            )

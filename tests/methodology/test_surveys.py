"""Surveys: asked of those who came, answered once, shown only when nobody can be guessed."""

import io
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from trainings_factories import RegistrationFactory, came, training_in

from methodology.actions.attendance import ConfirmAttendance
from methodology.actions.daily_round import DailyRound
from methodology.actions.refused import Refused
from methodology.actions.surveys import (
    AnswerSurvey,
    AskParticipants,
    CloseSurvey,
    ReviseQuestions,
    SendSurvey,
)
from methodology.models import (
    Question,
    QuestionSet,
    Registration,
    Survey,
    SurveyAnswer,
    SurveyInvitation,
)
from methodology.surveys.links import invitation_of, survey_token
from methodology.surveys.results import compare, results_of
from methodology.surveys.statistics import FEWEST, Distribution

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def questions() -> QuestionSet:
    QuestionSet.objects.all().delete()
    for purpose in ("after", "follow-up"):
        made = QuestionSet(name="Обратна връзка", purpose=purpose)
        made.questions = [
            Question(text="Доволни ли сте?", measure="satisfaction", required=True, sort_order=0),
            Question(text="Научихте ли нещо?", measure="knowledge", sort_order=1),
            Question(text="Какво да променим?", kind="text", sort_order=2),
        ]
        made.save()
    return QuestionSet.objects.get(purpose="after")


def asked(people: int, **values: Any) -> Survey:
    training = training_in(values.pop("days", -10), status="held", **values)
    for _number in range(people):
        came(RegistrationFactory(training=training))
    ConfirmAttendance(training).execute()
    SendSurvey(training).execute()
    return Survey.objects.get(training=training, purpose="after")


def answer(survey: Survey, scores: list[int], text: str = "") -> None:
    first, second, third = survey.question_set.questions.all()
    waiting = survey.invitations.filter(answered=False).select_related("survey")
    for invitation, score in zip(waiting, scores, strict=False):
        AnswerSurvey(invitation, {first.pk: score, second.pk: score, third.pk: text}).execute()


def closed(survey: Survey) -> Survey:
    return CloseSurvey(Survey.objects.get(pk=survey.pk)).execute()


def page_of(invitation: SurveyInvitation) -> str:
    return reverse("survey", args=[survey_token(invitation)])


def test_only_those_who_came_are_asked_and_only_once(site: Any) -> None:
    training = training_in(-10, status="held", title="Практикум")
    here, away, mute = (RegistrationFactory(training=training) for _number in range(3))
    Registration.objects.filter(pk=mute.pk).update(email="")
    came(here), came(away, 0), came(mute)
    with pytest.raises(Refused):
        SendSurvey(training).execute()
    ConfirmAttendance(training).execute()
    SendSurvey(training).execute()
    AskParticipants(training, "after").execute()
    DailyRound().execute()
    assert [letter.to for letter in mail.outbox] == [[here.email]]
    assert "Анкета" in mail.outbox[0].subject
    link = re.search(r"surveys/(\S+)/", mail.outbox[0].body)[1]
    assert invitation_of(link).registration == here


def test_the_link_takes_one_answer_without_a_password(client: Client, site: Any) -> None:
    survey = asked(1)
    invitation = survey.invitations.get()
    first, second, third = survey.question_set.questions.all()
    page = client.get(page_of(invitation)).content.decode()
    assert "Доволни ли сте?" in page
    wrong = client.post(page_of(invitation), {f"q{third.pk}": "Повече упражнения"}).content.decode()
    assert "Отговорете на този въпрос." in wrong
    assert "Повече упражнения" in wrong
    data = {f"q{first.pk}": "5", f"q{third.pk}": "Повече упражнения"}
    for _time in range(2):
        client.post(page_of(invitation), data)
    survey.refresh_from_db()
    answers = sorted(SurveyAnswer.objects.values_list("score", "text"), key=str)
    assert (survey.answered, answers) == (1, [(5, ""), (None, "Повече упражнения")])
    assert "Благодарим Ви!" in client.get(page_of(invitation)).content.decode()
    assert second.answers.count() == 0


@pytest.mark.parametrize("score", ["0", "6", "-1", "пет", "5.5", "9" * 30])
def test_a_score_outside_the_scale_is_refused(client: Client, site: Any, score: str) -> None:
    survey = asked(1)
    first = survey.question_set.questions.first()
    client.post(page_of(survey.invitations.get()), {f"q{first.pk}": score})
    assert SurveyAnswer.objects.count() == 0
    with pytest.raises(IntegrityError), transaction.atomic():
        SurveyAnswer.objects.create(survey=survey, question=first, score=6)


def test_nothing_leads_from_an_answer_to_a_person() -> None:
    fields = {field.name: field for field in SurveyAnswer._meta.get_fields()}
    assert set(fields) == {"id", "survey", "question", "score", "text"}
    assert {field.name for field in SurveyInvitation._meta.get_fields()} == {
        *("id", "survey", "registration", "mailed", "answered")
    }
    assert fields["id"].get_internal_type() == "UUIDField"


def test_closing_forgets_who_was_asked_and_in_which_order_they_answered(site: Any) -> None:
    survey = asked(6)
    answer(survey, [1, 2, 3, 4, 5])
    before = set(survey.answers.values_list("pk", flat=True))
    survey = closed(survey)
    assert (survey.invited, survey.answered, SurveyInvitation.objects.count()) == (6, 5, 0)
    assert not before & set(survey.answers.values_list("pk", flat=True))
    assert sorted(survey.answers.filter(score__isnull=False).values_list("score", flat=True)) == [
        *(1, 1, 2, 2, 3, 3, 4, 4, 5, 5)
    ]


def test_a_closed_or_forged_link_takes_nothing(client: Client, site: Any) -> None:
    survey = asked(1)
    invitation = survey.invitations.select_related("registration", "survey").get()
    token = survey_token(invitation)
    assert client.get(reverse("survey", args=[token[:-1]])).status_code == 404
    Survey.objects.update(closes_on=timezone.localdate() - timedelta(days=1))
    assert "Анкетата е затворена." in client.get(reverse("survey", args=[token])).content.decode()
    invitation.survey.refresh_from_db()
    with pytest.raises(Refused, match="затворена"):
        AnswerSurvey(invitation, {}).execute()
    assert DailyRound().execute().closed == 1
    assert client.get(reverse("survey", args=[token])).status_code == 404


@pytest.mark.parametrize("people", [FEWEST - 1, FEWEST])
def test_results_are_shown_from_five_answers_on_and_after_the_close(
    admin_client: Client, site: Any, people: int
) -> None:
    survey = asked(6)
    answer(survey, [4] * people, "Тайна забележка")
    url, book = (
        reverse("methodology_survey", args=[survey.pk]),
        reverse("methodology_survey_workbook", args=[survey.pk]),
    )
    overview = reverse("methodology_survey_comparison")
    for address in (url, overview):
        assert "Тайна забележка" not in admin_client.get(address).content.decode()
    assert 'role="img"' not in admin_client.get(url).content.decode()
    assert admin_client.get(book).status_code == 302
    closed(survey)
    shown = people == FEWEST
    assert ("Тайна забележка" in admin_client.get(url).content.decode()) is shown
    assert (admin_client.get(book).status_code == 200) is shown
    assert (url in admin_client.get(overview).content.decode()) is shown
    assert bool(compare(Survey.objects.all())) is shown


def test_the_chart_says_in_words_and_in_a_table_what_it_draws(admin_client: Client, site: Any) -> None:
    survey = asked(6)
    answer(survey, [3, 4, 4, 5, 5, 5])
    page = admin_client.get(reverse("methodology_survey", args=[closed(survey).pk])).content.decode()
    chart = re.search(r"<svg[^>]*role=\"img\".*?</svg>", page, re.S)[0]
    assert "<title" in chart
    assert "оценка 3: 1; оценка 4: 2; оценка 5: 3. Медиана 4,5 от 6 отговора." in " ".join(chart.split())
    assert "Доволни ли сте?" in page


def test_the_workbook_has_counts_and_texts_but_no_rows_of_persons(admin_client: Client, site: Any) -> None:
    survey = asked(5)
    answer(survey, [5, 5, 4, 4, 1], "=HYPERLINK(1)")
    address = reverse("methodology_survey_workbook", args=[closed(survey).pk])
    book = load_workbook(io.BytesIO(admin_client.get(address).content))
    scales = list(book["Оценки"].iter_rows(values_only=True))
    assert scales[1] == ("Доволни ли сте?", "удовлетвореност", 1, 0, 0, 2, 2, 5, 4)
    texts = list(book["Отворени отговори"].iter_rows(min_row=2))
    assert {cell.data_type for row in texts for cell in row} == {"s"}
    assert len(texts) == 5


def test_the_comparison_leaves_as_a_workbook_without_surveys_that_few_answered(
    admin_client: Client, site: Any
) -> None:
    good, few = asked(5, title="Практикум", kind="practicum"), asked(5, title="Семинар", kind="seminar")
    answer(good, [5, 5, 4, 4, 1])
    answer(few, [5, 5, 4, 4])
    closed(good), closed(few)
    address = reverse("methodology_survey_comparison_xlsx")
    sheet = load_workbook(io.BytesIO(admin_client.get(address).content)).active
    headings, *rows = sheet.iter_rows(values_only=True)
    assert [row[0] for row in rows] == ["Практикум"]
    told = dict(zip(headings, rows[0], strict=True))
    assert (told["удовлетвореност: медиана"], told["удовлетвореност: отговори"]) == (4, 5)
    empty = admin_client.get(address, {"kind": "seminar", "purpose": "няма"}).content
    assert load_workbook(io.BytesIO(empty)).active.max_row == 1


def test_a_question_few_have_answered_has_no_numbers(admin_client: Client, site: Any) -> None:
    survey = asked(5)
    first, second, _third = survey.question_set.questions.all()
    for number, invitation in enumerate(survey.invitations.select_related("survey")):
        answers = {first.pk: 5} | ({second.pk: 1} if number == 0 else {})
        AnswerSurvey(invitation, answers).execute()
    found = results_of(closed(survey))
    assert [one.distribution.is_shown for one in found.scales] == [True, False]
    assert found.scales[1].distribution.median is None
    address = reverse("methodology_survey_workbook", args=[survey.pk])
    book = load_workbook(io.BytesIO(admin_client.get(address).content))
    assert set(list(book["Оценки"].iter_rows(values_only=True))[2][2:8]) == {"под 5"}


def test_a_set_in_use_is_edited_as_its_next_version(
    admin_client: Client, site: Any, questions: QuestionSet
) -> None:
    survey = asked(1)
    rows = list(questions.questions.all())
    data = {"name": "Обратна връзка", "purpose": "after", "intro": ""}
    data |= {"questions-TOTAL_FORMS": "3", "questions-INITIAL_FORMS": "3", "questions-0-id": rows[0].pk}
    data |= {"questions-0-text": "Съвсем нов въпрос", "questions-0-kind": "scale"}
    data |= {"questions-0-measure": "usefulness", "questions-0-ORDER": "1"}
    for number in (1, 2):
        row, prefix = rows[number], f"questions-{number}"
        data |= {f"{prefix}-id": row.pk, f"{prefix}-text": row.text, f"{prefix}-kind": row.kind}
        data |= {f"{prefix}-measure": row.measure, f"{prefix}-ORDER": "2", f"{prefix}-DELETE": "on"}
    edit = reverse("wagtailsnippets_methodology_questionset:edit", args=[questions.pk])
    page = admin_client.post(edit, data, follow=True).content.decode()
    assert "записани като нова версия" in page
    assert [one.text for one in survey.question_set.questions.all()] == [one.text for one in rows]
    newest = QuestionSet.objects.latest_for("after")
    assert (newest.version, [one.text for one in newest.questions.all()]) == (2, ["Съвсем нов въпрос"])
    assert ReviseQuestions(questions).execute().version == 3


def test_six_weeks_later_the_same_people_are_asked_once_more(site: Any) -> None:
    due, early, old = asked(2, days=-45), asked(1, days=-40), asked(1, days=-90)
    mail.outbox.clear()
    assert [DailyRound().execute().follow_ups for _time in range(2)] == [1, 0]
    followed = Survey.objects.get(purpose="follow-up")
    assert (followed.training, followed.invited, len(mail.outbox)) == (due.training, 2, 2)
    assert not {early.training, old.training} & {
        one.training for one in Survey.objects.filter(purpose="follow-up")
    }


@given(st.lists(st.integers(1, 5), max_size=60))
def test_a_distribution_counts_every_answer_and_hides_the_few(scores: list[int]) -> None:
    import statistics

    counted = Distribution.of({point: scores.count(point) for point in range(1, 6)})
    assert counted.total == len(scores)
    if len(scores) < FEWEST:
        assert (counted.median, counted.shares) == (None, ())
    else:
        assert counted.median == statistics.median(scores)
        assert abs(sum(counted.shares) - 100) < 1e-6

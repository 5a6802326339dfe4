"""Consultations in one line: type, Enter, type the next one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from methodology.actions.log_consultation import LogConsultation
from methodology.forms.quick import QuickConsultationForm
from methodology.models import Channel, Consultation, FollowUp, Library, Person, Topic
from methodology.views.network.guard import require, seen
from methodology.wording import library_label

LATEST = 10
MAX_PEOPLE = 50


def quick_consultation(request: HttpRequest) -> HttpResponse:
    """The form, and on POST the record; what was typed stays when something is wrong."""
    require(request, Consultation, "add")
    libraries = list(Library.objects.visible_to(request.user).active().with_place().order_by("name"))
    topics = Topic.objects.in_use().as_tree()
    given = request.POST if request.method == "POST" else None
    form = QuickConsultationForm(given, initial=_initial(request), libraries=libraries, topics=topics)
    if request.method == "POST" and form.is_valid() and _saved(request, form):
        return redirect("methodology_quick")
    latest = Consultation.objects.visible_to(request.user).with_place().order_by("-pk")[:LATEST]
    context = {
        "page_title": _("Нова консултация"),
        "header_icon": "comment",
        "form": form,
        "names": {"library": list(form.libraries), "topic": list(form.topics)},
        "latest": latest,
        "open_follow_ups": FollowUp.objects.visible_to(request.user).open().count(),
        "people_url": reverse("methodology_people_of", args=[0]),
        "library_keys": {label: library.pk for label, library in form.libraries.items()},
    }
    status = 422 if form.is_bound else 200
    return render(request, "methodology/admin/quick_consultation.html", context, status=status)


def people_of(request: HttpRequest, pk: int) -> HttpResponse:
    """The people who work in a library now, for the form."""
    require(request, Consultation, "add")
    library = seen(request, Library, pk)
    people = Person.objects.known().filter(pk__in=library.posts.on().values("person"))[:MAX_PEOPLE]
    return JsonResponse({"people": [{"pk": person.pk, "name": person.name} for person in people]})


def _saved(request: HttpRequest, form: QuickConsultationForm) -> bool:
    topic = form.cleaned_data["topic"]
    action = LogConsultation(
        form.consultation(),
        persons=form.cleaned_data["persons"],
        topics=[topic] if topic else [],
        user=request.user,
    )
    try:
        row = action.execute()
    except ValidationError as error:
        for name, texts in error.message_dict.items():
            form.add_error(name if name in form.fields else None, texts)
        return False
    address = reverse(Consultation.snippet_viewset.get_url_name("edit"), args=[row.pk])
    messages.success(request, format_html('{} <a href="{}">{}</a>', _("Записано:"), address, row.question))
    return True


def _initial(request: HttpRequest) -> dict[str, Any]:
    """Begin as the last time; with `repeat` take everything but the question over."""
    last = Consultation.objects.latest_of(request.user.pk or 0)
    asked = request.GET.get("repeat", "")
    if asked.isascii() and asked.isdigit() and len(asked) < 18:
        last = (
            Consultation.objects.visible_to(request.user).with_place().filter(pk=int(asked)).first() or last
        )
    if last is None:
        return {"channel": Channel.PHONE}
    if not asked:
        return {"channel": last.channel}
    topic = last.topics.select_related("parent__parent").first()
    return {
        "channel": last.channel,
        "library": library_label(last.library) if last.library else "",
        "topic": topic.path if topic else "",
        "minutes": last.minutes,
        "reached": last.reached if last.reached > 1 else None,
        "question": last.question,
        "answer": last.answer,
        "project": last.project,
        "persons": [person.pk for person in last.persons.all()],
    }

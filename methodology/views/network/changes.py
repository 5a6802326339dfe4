"""Hand-over between librarians, and a library closed or opened again."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from methodology.actions.change_status import ChangeStatus, UndoStatusChange
from methodology.actions.hand_over import HandOver
from methodology.forms.network import HandOverForm, StatusForm
from methodology.models import FollowUp, Library, Person, Post
from methodology.views.network.guard import own, require


def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """End a post and begin that of the successor."""
    post = own(request, Post, pk)
    require(request, Post, "add")
    initial = {"role": post.role, "share": post.share}
    form = HandOverForm(request.POST or None, initial=initial)
    # Names of the whole region are not for everybody who may hand over.
    form.fields["successor"].queryset = Person.objects.known().visible_to(request.user)  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid() and _handed_over(request, post, form):
        return redirect("methodology_passport", post.library_id)
    context = {
        "page_title": _("Предаване на библиотека"),
        "header_icon": "user",
        "post": post,
        "form": form,
        "left": FollowUp.objects.open().of_library(post.library_id),
    }
    status = 422 if form.is_bound else 200
    return render(request, "methodology/admin/hand_over.html", context, status=status)


def _handed_over(request: HttpRequest, post: Post, form: HandOverForm) -> bool:
    data = form.cleaned_data
    try:
        with transaction.atomic():
            person = form.person()
            if person.pk is None:
                require(request, Person, "add")
                person.full_clean()
                person.save()
            HandOver(
                post, person, data["day"], role=data["role"], share=data["share"], user=request.user
            ).execute()
    except ValidationError as error:
        _tell(form, error)
        return False
    messages.success(request, _("Библиотеката е предадена. Неприключените задачи остават към нея."))
    return True


def change_status(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a library or open it again."""
    library = own(request, Library, pk)
    form = StatusForm(request.POST or None, library=library)
    if request.method == "POST" and form.is_valid():
        action = ChangeStatus(library, user=request.user, **form.cleaned_data)
        try:
            action.execute()
        except ValidationError as error:
            _tell(form, error)
        else:
            messages.success(
                request, _("Записано: библиотеката е %(status)s.") % {"status": library.get_status_display()}
            )
            return redirect("methodology_passport", library.pk)
    context = {
        "page_title": _("Състояние на библиотеката"),
        "header_icon": "home",
        "library": library,
        "form": form,
        "changes": library.status_changes.all(),
    }
    status = 422 if form.is_bound else 200
    return render(request, "methodology/admin/change_status.html", context, status=status)


@require_POST
def undo_status_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the last change of status back."""
    library = own(request, Library, pk)
    UndoStatusChange(library, user=request.user).execute()
    messages.success(request, _("Последната промяна е отменена."))
    return redirect("methodology_status", library.pk)


def _tell(form: Any, error: ValidationError) -> None:
    for name, texts in error.message_dict.items():
        form.add_error(name if name in form.fields else None, texts)

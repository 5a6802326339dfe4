"""Merging duplicates: choose, see what would move, confirm; take it back later."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from methodology.actions.merge_records import MergeRecords, UndoMerge
from methodology.models import Library, Person, RecordMerge
from methodology.views.network.guard import own

MODELS: dict[str, Any] = {"library": Library, "person": Person}
LATEST = 5


class MergeForm(forms.Form):
    """Which record goes into the open one."""

    duplicate = forms.ModelChoiceField(
        Library.objects.none(), label=gettext_lazy("Кой запис се слива в този")
    )

    def __init__(self, *args: Any, records: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["duplicate"].queryset = records  # type: ignore[attr-defined]


def merge(request: HttpRequest, model: str, pk: int) -> HttpResponse:
    """Choose the duplicate and see what would happen; on POST with „confirm“ do it."""
    kept = _mergeable(request, model, pk)
    records = type(kept).objects.visible_to(request.user).exclude(pk=kept.pk).order_by("name")
    given = request.POST if request.method == "POST" else request.GET if "duplicate" in request.GET else None
    form = MergeForm(given, records=records)
    plan = None
    if form.is_bound and form.is_valid():
        action = MergeRecords(kept, form.cleaned_data["duplicate"], user=request.user)
        plan = action.plan()
        if request.method == "POST":
            try:
                record = action.execute()
            except ValidationError as error:
                plan.conflicts = error.messages
            else:
                text = _("„%(duplicate)s“ е слят в „%(kept)s“.")
                messages.success(request, text % {"duplicate": record.duplicate_label, "kept": kept})
                return redirect(request.path)
    context = {
        "page_title": _("Сливане на повтарящи се записи"),
        "header_icon": "copy",
        "kept": kept,
        "form": form,
        "plan": plan,
        "duplicate": form.cleaned_data.get("duplicate") if form.is_bound and form.is_valid() else None,
        "merges": RecordMerge.objects.filter(model=kept._meta.label, kept_id=kept.pk, undone_at=None)[
            :LATEST
        ],
        "edit_url": reverse(f"wagtailsnippets_methodology_{model}:edit", args=[kept.pk]),
    }
    return render(request, "methodology/admin/merge.html", context)


@require_POST
def undo_merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a merge back."""
    record = get_object_or_404(RecordMerge, pk=pk)
    model = record.model.split(".")[1].lower()
    kept = _mergeable(request, model, record.kept_id)
    try:
        UndoMerge(record, user=request.user).execute()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Сливането е върнато: „%(name)s“.") % {"name": record.duplicate_label})
    return redirect("methodology_merge", model, kept.pk)


def _mergeable(request: HttpRequest, model: str, pk: int) -> Any:
    """Return a record of whoever may both change and delete such records."""
    if model not in MODELS:
        raise Http404
    record = own(request, MODELS[model], pk)
    if not request.user.has_perm(f"methodology.delete_{model}"):
        raise PermissionDenied
    return record

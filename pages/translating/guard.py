"""Lets somebody translate what they may change: that record, not only its kind, as wagtail-localize asks."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import get_snippet_model_from_url_params
from wagtail_localize.models import Translation, TranslationSource

View = Callable[..., HttpResponse]


def guarded(view: View) -> View:
    """Answer for those who may change the record that an address names."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if kwargs and not may_change(request.user, named_by(kwargs)):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return answer


def named_by(parameters: dict[str, Any]) -> Any:
    """Return the record that the parameters of an address name; what is not understood is refused."""
    try:
        if "translation_id" in parameters:
            return get_object_or_404(Translation, pk=parameters["translation_id"]).get_target_instance()
        if "translation_source_id" in parameters:
            source = get_object_or_404(TranslationSource, pk=parameters["translation_source_id"])
            return source.get_source_instance()
        if "page_id" in parameters:
            return Page.objects.get(pk=parameters["page_id"]).specific
        if {"app_label", "model_name", "pk"} <= parameters.keys():
            model = get_snippet_model_from_url_params(parameters["app_label"], parameters["model_name"])
            return model._default_manager.get(pk=unquote(parameters["pk"]))
    except (ObjectDoesNotExist, ValueError) as problem:
        raise Http404 from problem
    raise PermissionDenied


def may_change(user: Any, record: Any) -> bool:
    """Whether somebody may change this very page or record."""
    if isinstance(record, Page):
        return bool(record.permissions_for_user(user).can_edit())
    policy = policy_registry.get_by_type(type(record))
    return bool(policy.user_has_permission_for_instance(user, "change", record))


def may_publish(user: Any, record: Any) -> bool:
    """Whether somebody may show readers a change of this very page or record."""
    if isinstance(record, Page):
        return bool(record.permissions_for_user(user).can_publish())
    return may_change(user, record)

"""What wagtail-localize lists, cut down to what a person works with."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import page_permission_policy, policy_registry
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.views.report import TranslationsReportView
from wagtail_localize.views.snippets_api import SnippetViewSet

ANY_ACTION = ("add", "change", "delete", "view")


class OwnTranslations(TranslationsReportView):
    """The report of translations: those of pages and records that a person may change."""

    def get_queryset(self) -> QuerySet[Translation]:
        """Return the translations of which the original is the person's to change."""
        return own(self.request.user, super().get_queryset()).order_by("-source__last_updated_at", "-pk")


def own(user: Any, translations: QuerySet[Translation]) -> QuerySet[Translation]:
    """Cut translations down to those of a person: one condition for pages, one for each kind of record."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    found = Q(source__object_id__in=pages.values("translation_key"))
    kinds = TranslationSource.objects.values("specific_content_type")
    for kind in ContentType.objects.filter(pk__in=kinds):
        model = kind.model_class()
        if model is None or issubclass(model, Page):
            continue
        policy = policy_registry.get_by_type(model)
        records = policy.instances_user_has_any_permission_for(user, ["change"])
        found |= Q(source__object_id__in=records.values("translation_key"))
    return translations.filter(found)


class OwnSnippets(SnippetViewSet):
    """The names of records for the translation editor: those with which a person may do anything at all."""

    def get_queryset(self) -> QuerySet[Any]:
        """Return the person's records of the kind."""
        policy = policy_registry.get_by_type(self.get_model())
        records: QuerySet[Any] = policy.instances_user_has_any_permission_for(self.request.user, ANY_ACTION)
        return records

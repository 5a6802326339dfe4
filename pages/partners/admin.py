"""Partners in the admin: keys, webhooks with their deliveries, and how their sites fetch."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from pages.models import FetchDay, PartnerKey, Webhook, WebhookDelivery, WebhookKind
from pages.partners.forms import WebhookForm
from pages.partners.limits.callers import forget_keys


class KeyCreateView(generic.CreateView):
    """Issues a key, and shows it this once."""

    def save_instance(self) -> PartnerKey:
        key: PartnerKey = self.form.save(commit=False)
        self.issued = key.issue()
        key.save()
        forget_keys()
        return key

    def get_success_message(self, instance: PartnerKey) -> str:
        text = _("Ключът на „%(name)s“ е %(key)s. Запишете го сега: повече няма да се покаже.")
        return text % {"name": instance.name, "key": self.issued}


class KeyEditView(generic.EditView):
    """A withdrawn key stops at once in this process, and within a minute in the others."""

    def save_instance(self) -> PartnerKey:
        key: PartnerKey = super().save_instance()
        forget_keys()
        return key


class PartnerKeyViewSet(ModelViewSet):
    """Keys of partners."""

    model = PartnerKey
    icon = "key"
    menu_label = gettext_lazy("Ключове")
    url_namespace = "partner_keys"
    url_prefix = "partner-keys"
    add_view_class = KeyCreateView
    edit_view_class = KeyEditView
    list_display = [
        "name",
        Column("prefix", label=gettext_lazy("Начало")),
        Column("per_minute", label=gettext_lazy("В минута"), sort_key="per_minute"),
        Column("is_active", label=gettext_lazy("Действа")),
        DateColumn("created_at", label=gettext_lazy("Издаден"), sort_key="created_at"),
    ]
    panels = [FieldPanel("name"), FieldPanel("per_minute"), FieldPanel("is_active")]
    search_backend_name = None
    copy_view_enabled = False


class WebhookCreateView(generic.CreateView):
    """Shows the secret of a new webhook this once."""

    def get_success_message(self, instance: Webhook) -> str:
        text = _("Тайната за подписа на „%(name)s“ е %(secret)s. Предайте я сега: повече няма да се покаже.")
        return text % {"name": instance.name, "secret": instance.secret}


class WebhookViewSet(ModelViewSet):
    """Addresses that are told of changes."""

    model = Webhook
    icon = "mail"
    menu_label = gettext_lazy("Известия")
    url_namespace = "webhooks"
    url_prefix = "webhooks"
    add_view_class = WebhookCreateView
    list_display = [
        "name",
        Column("url", label=gettext_lazy("Адрес")),
        Column("is_active", label=gettext_lazy("Действа")),
        DateColumn("failing_since", label=gettext_lazy("Без успех от")),
        Column("disabled_because", label=gettext_lazy("Защо е спряно")),
    ]
    form_fields = ["name", "url", "kinds", "is_active"]
    search_backend_name = None
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[WebhookForm]:
        return WebhookForm


def _kind_name(delivery: WebhookDelivery) -> str:
    return str(WebhookKind(delivery.kind).label)


class DeliveryIndexView(generic.IndexView):
    """Messages, newest first."""

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("webhook")


class DeliveryInspectView(generic.InspectView):
    """One message with what came of it, and the button that sends it again."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = {
            "resend_url": reverse("webhook_resend", args=[self.object.pk]),
            "may_resend": self.request.user.has_perm("pages.change_webhook"),
        }
        return {**super().get_context_data(**kwargs), **found}


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Messages and counts are written by the site itself: nobody, not even an administrator, adds any."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in ("view", "delete") and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


register_permission_policy(WebhookDelivery, ReadOnlyPolicy(WebhookDelivery))
register_permission_policy(FetchDay, ReadOnlyPolicy(FetchDay))


class DeliveryViewSet(ModelViewSet):
    """Messages to partners."""

    model = WebhookDelivery
    icon = "history"
    menu_label = gettext_lazy("Съобщения")
    url_namespace = "webhook_deliveries"
    url_prefix = "webhook-deliveries"
    index_view_class = DeliveryIndexView
    inspect_view_class = DeliveryInspectView
    inspect_view_enabled = True
    inspect_template_name = "pages/admin/delivery.html"
    inspect_view_fields = [
        *("uuid", "webhook", "kind", "subject", "state", "attempts", "status", "problem"),
        *("next_attempt_at", "created_at", "delivered_at", "body"),
    ]
    list_display = [
        "uuid",
        Column("webhook", label=gettext_lazy("До кого")),
        Column(_kind_name, label=gettext_lazy("За какво")),
        Column("get_state_display", label=gettext_lazy("Състояние"), sort_key="state"),
        Column("attempts", label=gettext_lazy("Опити")),
        Column("status", label=gettext_lazy("Код")),
        DateColumn("created_at", label=gettext_lazy("Създадено"), sort_key="created_at"),
    ]
    list_filter = ["state", "kind", "webhook"]
    form_fields: list[str] = []
    copy_view_enabled = False
    search_backend_name = None
    list_per_page = 50


class PartnersGroup(ViewSetGroup):
    """The menu of the partners."""

    menu_label = gettext_lazy("Партньори")
    menu_icon = "site"
    menu_order = 720
    items = (PartnerKeyViewSet, WebhookViewSet, DeliveryViewSet)

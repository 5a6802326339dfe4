"""The form of a webhook."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from pages.models import Webhook, WebhookKind
from pages.models.webhooks import all_kinds


class WebhookForm(WagtailAdminModelForm):
    """What to tell a partner of is ticked, not written."""

    url = forms.URLField(
        label=_("Адрес"),
        max_length=500,
        assume_scheme="https",
        help_text=_("Публичен адрес с https. Пренасочвания не се следват."),
    )
    kinds = forms.MultipleChoiceField(
        label=_("За какво"),
        choices=WebhookKind.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=all_kinds,
    )

    class Meta:
        model = Webhook
        fields = ["name", "url", "kinds", "is_active"]

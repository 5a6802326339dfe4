"""Checking a certificate: its number, and what only its reader knows."""

from django import forms
from django.utils.translation import gettext_lazy

from pages.visitors.forms import GuardedForm


class CheckForm(GuardedForm):
    """Number, and the name or the code."""

    number = forms.CharField(
        label=gettext_lazy("Номер"),
        max_length=20,
        help_text=gettext_lazy("Например 2026-00012."),
        error_messages={"required": gettext_lazy("Напишете номера на удостоверението.")},
    )
    secret = forms.CharField(
        label=gettext_lazy("Име или код"),
        max_length=150,
        help_text=gettext_lazy("Името, както е изписано в удостоверението, или кодът от него."),
        error_messages={"required": gettext_lazy("Напишете името или кода.")},
    )
    field_order = ("number", "secret")

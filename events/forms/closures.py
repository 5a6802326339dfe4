"""The form of a closure."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from events.forms.vocabulary import only_default_language


class ClosureForm(WagtailAdminModelForm):
    """Offers each department once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        only_default_language(self.fields, ["departments"])

"""The fields of the builder, as the form component takes them."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from events.embeds.kinds import Embed
from events.embeds.queries import MOST_CLOSED_DAYS, MOST_EVENTS
from events.forms.listing import CHOICES
from events.vocabulary import words
from pages.models import Municipality

Field = dict[str, object]
Options = list[tuple[str, str]]


def fields_of(embed: Embed, values: Mapping[str, str], errors: Mapping[str, str]) -> list[Field]:
    """A field for each attribute of the element; one query, for the municipalities."""
    return [
        {**_field(embed, name), "value": values.get(name, ""), "error": errors.get(name, "")}
        for name in embed.parameters
    ]


def _field(embed: Embed, name: str) -> Field:
    if name in CHOICES:
        options = _places() if name == "municipality" else [(word.slug, word.name) for word in words(name)]
        whole = name == "department" and embed.kind != "events"
        return {"name": name, "label": CHOICES[name], "options": options, "any": _any(whole)}
    most = MOST_EVENTS if embed.kind == "events" else MOST_CLOSED_DAYS
    own: dict[str, Field] = {
        "limit": {
            "label": _("Колко да се покажат"),
            "type": "number",
            "min": 1,
            "max": most,
            "placeholder": "5",
        },
        "lang": {"label": _("Език"), "options": _languages(), "required": True},
        "scheme": {"label": _("Цветове"), "options": _schemes(), "any": _("светли")},
        "subscribe": {
            "label": _("Връзка за абонамент"),
            "options": [("1", _("с връзка"))],
            "any": _("без връзка"),
        },
    }
    return {"name": name, **own[name]}


def _any(whole: bool) -> str:
    return _("цялата библиотека") if whole else _("всички")


def _places() -> Options:
    return [(place.slug, place.display_name) for place in Municipality.objects.order_by("name")]


def _languages() -> Options:
    return [("bg", _("български")), ("en", _("английски"))]


def _schemes() -> Options:
    return [("dark", _("тъмни")), ("auto", _("според устройството"))]

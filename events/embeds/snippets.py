"""What a web master copies: the element, the frame and the plain HTML of a choice."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from events.embeds.kinds import Embed
from events.embeds.queries import EmbedQuery
from events.embeds.scripts import current
from pages.api.schema import Out

Attributes = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Snippets:
    """The three forms of one embed, as text to copy."""

    element: str
    frame: str
    html: str
    frame_url: str
    html_url: str


def snippets(request: HttpRequest, embed: Embed, query: EmbedQuery) -> Snippets:
    """The snippets of a choice, in the language it asks for; raises the problem of an unknown value."""
    with translation.override(query.lang):
        shown = embed.shown(request, query)
        plain = fallback(request, embed, shown, lasting=True)
        frame_url = _address(request, "frame", embed, parameters(embed, query))
        dress = ("scheme", "subscribe")
        undressed = [pair for pair in parameters(embed, query) if pair[0] not in dress]
        script = current(embed.kind)
        path = reverse("embeds:pinned_script", args=[script.name, script.digest])
        context = {
            "embed": embed,
            "attributes": attributes(embed, query),
            "fallback": plain,
            "script": script,
            "script_url": request.build_absolute_uri(path),
            "frame_url": frame_url,
            "name": getattr(shown, "words", {}).get("name", ""),
        }
        return Snippets(
            element=render_to_string("events/embed/snippet_element.html", context),
            frame=render_to_string("events/embed/snippet_frame.html", context),
            html=plain,
            frame_url=frame_url,
            html_url=_address(request, "html", embed, undressed),
        )


def fallback(request: HttpRequest, embed: Embed, shown: Out, *, lasting: bool) -> str:
    """The plain HTML of an embed; `lasting` when it will be read long after today."""
    context: dict[str, Any] = {"shown": shown, "today": timezone.localdate(), "lasting": lasting}
    return render_to_string(embed.template, context).strip() + "\n"


def parameters(embed: Embed, query: EmbedQuery) -> Attributes:
    """What a choice says beyond what goes without saying, as parameters of an address."""
    found: Attributes = []
    for name in embed.parameters:
        value = getattr(query, name)
        if value != type(query).model_fields[name].default:
            values = value if isinstance(value, list) else [value]
            found += [(name, "1" if one is True else str(one)) for one in values]
    return found


def attributes(embed: Embed, query: EmbedQuery) -> Attributes:
    """The same as attributes of the element: values of one name stand together."""
    together: dict[str, list[str]] = {}
    for name, value in parameters(embed, query):
        together.setdefault(name, []).append(value)
    # Without this attribute an element takes the colours of the page around it.
    if getattr(query, "scheme", "") == "light":
        together["scheme"] = ["light"]
    return [(name, "" if name == "subscribe" else " ".join(values)) for name, values in together.items()]


def _address(request: HttpRequest, form: str, embed: Embed, chosen: Attributes) -> str:
    path = reverse(f"embeds:{form}_{embed.kind}")
    return request.build_absolute_uri(f"{path}?{urlencode(chosen)}" if chosen else path)

"""The page on which a web master chooses an embed, sees it live and copies it."""

from dataclasses import dataclass, field
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from pydantic import ValidationError

from events.embeds.builder_fields import fields_of
from events.embeds.kinds import EMBEDS, Embed
from events.embeds.queries import EmbedQuery
from events.embeds.scripts import NAMES, current
from events.embeds.snippets import snippets
from events.embeds.subscriptions import subscriptions
from pages.api.guard import MAX_QUERY
from pages.api.messages import field_errors
from pages.api.problems import Problem
from pages.navigation import active_language


@dataclass
class Choice:
    """What was chosen for one kind of embed, and an error for each value that cannot be."""

    embed: Embed
    values: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, embed: Embed, parameters: QueryDict) -> "Choice":
        """Read an address; empty fields of the form count as not chosen, unknown ones are nobody's."""
        values = {name: parameters.get(name, "").replace("\0", "").strip() for name in embed.parameters}
        values.setdefault("lang", active_language())
        values["lang"] = values["lang"] or active_language()
        return cls(embed, {name: value for name, value in values.items() if value})

    def query(self) -> EmbedQuery:
        """The choice as the embeds read it; without what cannot be."""
        lists = (
            "municipality",
            "category",
            "audience",
            *(["department"] if self.embed.kind == "events" else []),
        )
        data: dict[str, Any] = {
            name: [value] if name in lists else value
            for name, value in self.values.items()
            if name not in self.errors
        }
        try:
            return self.embed.frame_query.model_validate(data)
        except ValidationError as error:
            self.refuse(field_errors([dict(item) for item in error.errors()]))
            return self.query()

    def refuse(self, errors: Any) -> None:
        """Remember what cannot be; whoever asks again gets the rest."""
        self.errors |= {error.field: error.message for error in errors}


def made(request: HttpRequest, choice: Choice) -> Any:
    """The snippets of a choice; a value that names nothing is refused with a word and left out."""
    try:
        return snippets(request, choice.embed, choice.query())
    except Problem as problem:
        if not problem.errors or all(error.field in choice.errors for error in problem.errors):
            raise
        choice.refuse(problem.errors)
        return made(request, choice)


@require_safe
def builder(request: HttpRequest, kind: str = "events") -> HttpResponse:
    """Show the page; a GET form, so that a choice has an address of its own."""
    embed = EMBEDS.get(kind)
    if embed is None or len(request.META.get("QUERY_STRING", "")) > MAX_QUERY:
        raise Http404
    choice = Choice.read(embed, request.GET)
    texts = made(request, choice)
    query = choice.query()
    context = {
        "embed": embed,
        "kinds": _kinds(kind),
        "fields": fields_of(embed, choice.values, choice.errors),
        "made": texts,
        "active": len(choice.values) > 1,
        "origin": request.build_absolute_uri("/").rstrip("/"),
        "scripts": [current(name) for name in NAMES],
        "subscriptions": subscriptions(request, embed, query),
    }
    return render(request, "events/embed/builder.html", context)


def _kinds(chosen: str) -> list[dict[str, object]]:
    names = {
        "events": _("Събития"),
        "hours": _("Работно време"),
        "closed-days": _("Неработни дни"),
    }
    return [
        {
            "name": names[kind],
            "url": reverse("builder") if kind == "events" else reverse("builder_of", args=[kind]),
            "current": kind == chosen,
        }
        for kind in EMBEDS
    ]

"""Frames and plain HTML for sites that cannot or will not run a script of ours."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt

from events.embeds.card import event_card
from events.embeds.kinds import Embed
from events.embeds.queries import EmbedQuery
from events.embeds.scripts import current
from events.embeds.snippets import attributes, fallback
from pages.api.conditional import View, conditional
from pages.api.door import public_door
from pages.api.problems import Problem
from pages.api.query import read_query

# Frames may stand in any page; everything else of the site in none but its own.
EVERYONE = {"frame-ancestors": ["*"]}


def framed(view: View) -> View:
    """Let every site show a view in a frame, and say what is wrong as a page for people."""

    @xframe_options_exempt
    @csp_replace(EVERYONE)
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Problem as problem:
            return render(
                request, "events/embed/frame_problem.html", {"problem": problem}, status=problem.status
            )

    return public_door(answer, is_page=True)  # type: ignore[return-value]


def frame_view(embed: Embed) -> View:
    """The view of a frame: the element with its plain HTML inside."""

    def frame(request: HttpRequest) -> HttpResponse:
        query: Any = read_query(request, embed.frame_query)
        shown: Any = embed.shown(request, query)
        context = {
            "embed": embed,
            "name": shown.words["name"],
            "attributes": attributes(embed, query),
            "fallback": fallback(request, embed, shown, lasting=False),
            "script": current(embed.kind),
            "scheme": query.scheme,
        }
        return render(request, "events/embed/frame.html", context)

    return framed(conditional(*embed.versions)(frame))


def html_view(embed: Embed) -> View:
    """The view of the plain HTML alone, for servers that put it into their own pages."""

    def html(request: HttpRequest) -> HttpResponse:
        query: EmbedQuery = read_query(request, embed.query)
        return HttpResponse(fallback(request, embed, embed.shown(request, query), lasting=False))

    return public_door(conditional(*embed.versions)(html), is_page=True)  # type: ignore[return-value]


def _event_frame(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    query = read_query(request, EmbedQuery)
    return render(request, "events/embed/frame_event.html", {"card": event_card(request, uid, query.lang)})


event_frame: Callable[..., HttpResponse] = framed(conditional("events")(_event_frame))

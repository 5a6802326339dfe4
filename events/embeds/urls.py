"""Addresses of the embeds: for other sites, so without a language in the path."""

from django.urls import URLPattern, path, re_path

from events.embeds.data import data_view, newest_script, pinned_script
from events.embeds.frames import event_frame, frame_view, html_view
from events.embeds.kinds import EMBEDS
from pages.api.urls import unknown_door

app_name = "embeds"

NAME = f"(?P<name>{'|'.join(EMBEDS)})"

urlpatterns: list[URLPattern] = [
    re_path(rf"^v1/{NAME}\.js$", newest_script, name="newest_script"),
    re_path(rf"^v1/{NAME}\.(?P<digest>[0-9a-f]{{8,64}})\.js$", pinned_script, name="pinned_script"),
    *(path(f"v1/{kind}.json", data_view(embed), name=f"data_{kind}") for kind, embed in EMBEDS.items()),
    *(path(f"frame/{kind}/", frame_view(embed), name=f"frame_{kind}") for kind, embed in EMBEDS.items()),
    *(path(f"html/{kind}/", html_view(embed), name=f"html_{kind}") for kind, embed in EMBEDS.items()),
    path("frame/event/<uuid:uid>/", event_frame, name="frame_event"),
    re_path(r"^(?:v1|frame|html)/.*$", unknown_door),
]

"""What the address of a video says about it; nothing is asked over the network."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

_YOUTUBE_ID = re.compile(r"[A-Za-z0-9_-]{11}")
_VIMEO_PATH = re.compile(r"/(?:video/|channels/[a-z0-9_-]+/)?([0-9]{1,12})(?:/([0-9a-f]{6,20}))?/?", re.I)
_YOUTUBE_HOSTS = frozenset({"youtube.com", "www.youtube.com", "m.youtube.com", "www.youtube-nocookie.com"})
_VIMEO_HOSTS = frozenset({"vimeo.com", "www.vimeo.com", "player.vimeo.com"})


@dataclass(frozen=True)
class Video:
    """A video: who keeps it, its page for readers, and the frame that plays it without tracking cookies."""

    provider: str
    page_url: str
    frame_url: str


def parse_video(url: str) -> Video | None:
    """Return the video an address names, or None when it is not one of YouTube's or Vimeo's."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"}:
        return None
    host = (parts.hostname or "").lower()
    if host == "youtu.be":
        return _youtube(parts.path.strip("/"))
    if host in _YOUTUBE_HOSTS:
        return _youtube(_youtube_id(parts.path, parts.query))
    if host in _VIMEO_HOSTS:
        return _vimeo(parts.path, parts.query)
    return None


def _youtube_id(path: str, query: str) -> str:
    if path.rstrip("/") == "/watch":
        return parse_qs(query).get("v", [""])[0]
    match = re.fullmatch(r"/(?:embed|shorts|live|v)/([^/]+)/?", path)
    return match[1] if match else ""


def _youtube(video_id: str) -> Video | None:
    if not _YOUTUBE_ID.fullmatch(video_id):
        return None
    return Video(
        "YouTube",
        f"https://www.youtube.com/watch?v={video_id}",
        f"https://www.youtube-nocookie.com/embed/{video_id}?autoplay=1",
    )


def _vimeo(path: str, query: str) -> Video | None:
    match = _VIMEO_PATH.fullmatch(path)
    if match is None:
        return None
    video_id, secret = match[1], match[2] or parse_qs(query).get("h", [""])[0]
    hidden = bool(re.fullmatch(r"[0-9a-f]{6,20}", secret))
    return Video(
        "Vimeo",
        f"https://vimeo.com/{video_id}/{secret}" if hidden else f"https://vimeo.com/{video_id}",
        f"https://player.vimeo.com/video/{video_id}?dnt=1&autoplay=1" + (f"&h={secret}" if hidden else ""),
    )

"""The routers of this plugin's own records."""

from pages.api.application import api
from pages.api.municipalities import router as municipalities
from pages.api.news import router as news
from pages.api.preview import router as preview


def add_routers() -> None:
    """Add the records of this plugin to the API."""
    api.add_router("/news/", news)
    api.add_router("/municipalities/", municipalities)
    api.add_router("/preview/", preview)

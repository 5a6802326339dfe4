"""The public API and the tools its routers share.

A plugin adds its records from `AppConfig.ready()`:

    from pages.api import api
    api.add_router("/events/", router)
"""

from pages.api.application import api

__all__ = ["api"]

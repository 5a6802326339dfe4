"""Events, their dates, opening hours and closed days in the public API."""

from pages.api import api


def add_routers() -> None:
    """Add the records of this plugin to the API."""
    from events.api import closed_days, departments, events, hours, occurrences

    api.add_router("/events/", events.router)
    api.add_router("/occurrences/", occurrences.router)
    api.add_router("/hours/", hours.router)
    api.add_router("/closed-days/", closed_days.router)
    api.add_router("/departments/", departments.router)

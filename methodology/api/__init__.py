"""The methodology department's records in the public API."""

from pages.api import api
from pages.following import follow


def add_routers() -> None:
    """Add materials, libraries and trainings to the API and raise their versions when they change."""
    from methodology import models
    from methodology.api import libraries, materials, trainings

    api.add_router("/materials/", materials.router)
    api.add_router("/libraries/", libraries.router)
    api.add_router("/trainings/", trainings.router)
    for model in (models.MaterialPage, models.MaterialCategory, models.MaterialAudience, models.MaterialFile):
        follow(model, "materials")
    follow(models.Library, "libraries")
    follow(models.Training, "trainings")
    follow(models.TrainingSession, "trainings")

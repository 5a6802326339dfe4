"""The one door to the department's figures: what is counted, how, and which records stand behind it.

An attendance is somebody present once; a person is somebody however often present; a library counts once
however many of its people came. Every figure names its unit and leads to the list it was counted from.
"""

from methodology.counting.addresses import attendances, listing, served
from methodology.counting.figure import Figure, figures
from methodology.counting.period import Period
from methodology.counting.scope import ANY, CONSULTATION, ON_SITE, SURVEY, TRAINING, VISIT, Scope

__all__ = [
    "ANY",
    "CONSULTATION",
    "ON_SITE",
    "SURVEY",
    "TRAINING",
    "VISIT",
    "Figure",
    "Period",
    "Scope",
    "attendances",
    "figures",
    "listing",
    "served",
]

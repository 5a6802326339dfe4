"""The report of the department's activity: figures of a period beside those of the one before, and words."""

from methodology.activity.report import Report, build

__all__ = ["Report", "build"]

"""The one door out: requests to addresses that somebody named, in plain Python."""

from pages.outward.addresses import is_public
from pages.outward.exchange import Exchange, OutwardProblem, checked, read_body

__all__ = ["Exchange", "OutwardProblem", "checked", "is_public", "read_body"]

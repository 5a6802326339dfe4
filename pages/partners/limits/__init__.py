"""How often one caller may ask, and what a partner's key changes about it."""

from pages.partners.limits.callers import Caller, caller_of
from pages.partners.limits.limiter import refuse_flood

__all__ = ["Caller", "caller_of", "refuse_flood"]

"""The base of everything the API gives."""

from pydantic import BaseModel


class Out(BaseModel):
    """A record on its way out.

    Plain pydantic, not ninja's Schema: records are written field by field, and the lookup by attribute
    that Schema adds costs a third of a list.
    """

"""Why an action does not do what was asked."""


class Refused(Exception):
    """Says in the reader's language what stands in the way and what to do."""

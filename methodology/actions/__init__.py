"""One change, one action."""

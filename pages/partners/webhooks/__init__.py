"""Signed messages to partners when events, hours or closed days change."""

from pages.partners.webhooks.announcing import announce

__all__ = ["announce"]

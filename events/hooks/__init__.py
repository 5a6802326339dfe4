"""Parts of `wagtail_hooks`, which imports them; one concern a module."""

"""The department's own screens inside Wagtail's admin."""

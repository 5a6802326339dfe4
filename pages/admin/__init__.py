"""What the foundation adds to Wagtail's admin."""

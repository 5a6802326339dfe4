"""Changes of the foundation's own records."""

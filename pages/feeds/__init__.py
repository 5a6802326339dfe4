"""Feeds of this plugin's own records, and what the feeds of all plugins share."""

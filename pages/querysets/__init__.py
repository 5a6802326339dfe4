"""Questions about pages as chainable verbs."""

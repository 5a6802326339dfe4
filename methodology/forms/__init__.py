"""The admin's forms of the department's records."""

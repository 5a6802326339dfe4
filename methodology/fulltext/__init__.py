"""The text inside PDF, DOCX and ODT files, read apart from the site and within limits. Plain Python.

`reading.read_all()` is the door: it never raises for what a file holds, it says what was wrong.
"""

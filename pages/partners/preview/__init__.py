"""Drafts for a front end elsewhere: a signed link that expires, and who may press it."""

from pages.partners.preview.tokens import Preview, make_token, read_token
from pages.partners.preview.writers import Writer, register_writer, writer_of

__all__ = ["Preview", "Writer", "make_token", "read_token", "register_writer", "writer_of"]

"""The early path: public answers held in the memory of the process, given before anything else runs."""

from pages.early.answer import Answer, Terms, keep
from pages.early.memory import Memory

__all__ = ["Answer", "Memory", "Terms", "keep"]

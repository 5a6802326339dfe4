"""The passport of a library: one sheet with everything the department knows, made of sections.

Another part of the department adds its own with `register_section` from `AppConfig.ready()`; a section
that has nothing to say about a library is not shown.
"""

from methodology.passport.registry import Filled, Section, filled, register_section

__all__ = ["Filled", "Section", "filled", "register_section"]

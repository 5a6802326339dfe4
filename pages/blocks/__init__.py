"""The pieces of which editors build the body of a page."""

from pages.blocks.body_stream import BODY_BLOCKS

__all__ = ["BODY_BLOCKS"]

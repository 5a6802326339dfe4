"""The demo's pictures: a small series of prints, drawn by code and the same on every machine."""

from library_site.demo.drawing.press import HEIGHT, WIDTH
from library_site.demo.drawing.series import MOTIFS, draw

__all__ = ["HEIGHT", "MOTIFS", "WIDTH", "draw"]

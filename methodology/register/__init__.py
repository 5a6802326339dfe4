"""Registers of libraries and chitalishta: reading their files and judging their rows, in plain Python."""

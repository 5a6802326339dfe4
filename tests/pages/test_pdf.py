"""PDF files are set in the site's own letters, Cyrillic and Latin each with its own shapes."""

import io

import pytest
from pypdf import PdfReader

from pages.pdf import font_faces, write_pdf

STYLE = """<style>{faces} p {{ font-family: "Sofia Sans", "Sofia Sans Latin"; }}
h1 {{ font-family: Vollkorn, "Vollkorn Latin"; }}</style>"""


@pytest.mark.parametrize("tag", ["p", "h1"])
def test_letters_and_digits_come_from_a_font_each(tag: str) -> None:
    text = "Хора 2021"
    style = STYLE.format(faces=font_faces())
    html = f"<!doctype html><html lang=bg><title>x</title>{style}<body><{tag}>{text}</{tag}></html>"
    page = PdfReader(io.BytesIO(write_pdf(html))).pages[0]
    # One font for both would draw the letters of one file with the shapes of the other.
    assert len(page["/Resources"]["/Font"]) == 2
    assert page.extract_text().strip() == text

"""Accessible PDF files from HTML, set in the site's own fonts; nothing else is ever fetched."""

from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

VARIANT = "pdf/ua-1"
FAMILIES = {"Sofia Sans": "sofia-sans", "Vollkorn": "vollkorn"}
SUFFIX = {"cyrillic": "", "latin": " Latin"}
RANGES = {
    "cyrillic": "U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116",
    "latin": "U+0000-00FF, U+2000-206F, U+20AC, U+2122",
}


class OwnFonts(URLFetcher):
    """Answers with the fonts of the site and refuses every other address."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return a font by the name of its file, `font:sofia-sans-latin.woff2`."""
        path = font_file(url.removeprefix("font:")) if url.startswith("font:") else None
        if path is None:
            raise ValueError(f"Nothing is fetched for a PDF but the site's fonts: {url}")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/woff2"})


def write_pdf(html: str) -> bytes:
    """Return the PDF/UA of a whole HTML document; its `lang` chooses the Bulgarian letterforms."""
    document = HTML(string=html, base_url="about:blank", url_fetcher=OwnFonts())
    content = document.write_pdf(font_config=FontConfiguration(), pdf_variant=VARIANT)
    return bytes(content or b"")


@cache
def font_faces() -> str:
    """Return the style rules that name the fonts; none where they are not unpacked.

    The Latin letters are a family of their own, named after the other in every list of families: two files
    of one family, weight and slant would be taken for one font, and letters drawn with the other's shapes.
    """
    rules = [
        f'@font-face {{ font-family: "{family}{SUFFIX[part]}"; src: url("font:{stem}-{part}.woff2");'
        f" unicode-range: {span}; }}"
        for family, stem in FAMILIES.items()
        for part, span in RANGES.items()
        if font_file(f"{stem}-{part}.woff2")
    ]
    return "\n".join(rules)


def font_file(name: str) -> Path | None:
    """Return where a font of the site lies; None for any other name."""
    if name not in {f"{stem}-{part}.woff2" for stem in FAMILIES.values() for part in RANGES}:
        return None
    found = finders.find(f"pages/fonts/{name}")
    return Path(found) if isinstance(found, str) else None

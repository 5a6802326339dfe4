"""The words of a page, as a reader meets them."""

import html
import re
from typing import Any


def text_of(client: Any, url: str, status: int = 200) -> str:
    """The words of a page without its mark-up."""
    response = client.get(url)
    assert response.status_code == status
    body = re.sub(r"<(script|style|head).*?</\1>", " ", response.content.decode(), flags=re.S)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", body)))

"""The small notation in which bodies are written, read into the raw data of a StreamField.

Pieces are parted by empty lines. A piece begins with "## " or "### " (heading), "- " (list), "> " (quote:
text — author | source), "! " or "!! " (call-out: title | text), "? " (question, answer on the next line),
"image:", "gallery:", "documents:", "contacts:", "table:" or "video:"; anything else is a paragraph.
"""

import html
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

NAMESPACE = uuid.UUID("5b0a4f0e-6a53-4c64-9b39-6f7a6d9f3a10")

Raw = dict[str, Any]


@dataclass
class Shelf:
    """What bodies refer to: ids of pictures and documents, and descriptions in the language of the text."""

    pictures: dict[str, int]
    documents: dict[str, int]
    alts: dict[str, str] = field(default_factory=dict)

    def picture(self, name: str, caption: str = "") -> Raw:
        """Return the value of an image block."""
        return {"image": self.pictures[name], "alt_text": self.alts[name], "caption": caption}


def stream(text: str, key: str, shelf: Shelf) -> list[Raw]:
    """Return the raw blocks of a body; their ids depend on `key` and the place only."""
    blocks: list[Raw] = []
    for piece in re.split(r"\n\s*\n", text.strip()):
        kind, value = _read(piece, shelf)
        if kind == "text" and blocks and blocks[-1]["type"] == "text":
            blocks[-1]["value"] += value
        else:
            blocks.append({"type": kind, "value": value})
    for index, block in enumerate(blocks):
        _name(block, f"{key}/{index}")
    return blocks


def rich(text: str) -> str:
    """Return one paragraph as HTML: **bold** and [links](address)."""
    escaped = html.escape(text, quote=False)
    bold = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escaped)
    linked = re.sub(r"\[(.+?)\]\((https?://[^)\s]+)\)", r'<a href="\2">\1</a>', bold)
    return f"<p>{linked}</p>"


def _name(block: Raw, path: str) -> None:
    block["id"] = str(uuid.uuid5(NAMESPACE, path))
    value = block["value"]
    if isinstance(value, dict) and block["type"] != "table":
        for name, inner in value.items():
            if isinstance(inner, list):
                value[name] = [
                    {"type": "item", "value": one, "id": str(uuid.uuid5(NAMESPACE, f"{path}/{name}/{index}"))}
                    for index, one in enumerate(inner)
                ]


def _read(piece: str, shelf: Shelf) -> tuple[str, Any]:
    for prefix, reader in READERS:
        if piece.startswith(prefix):
            return reader(piece.removeprefix(prefix).strip(), shelf)
    return "text", rich(" ".join(piece.splitlines()))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("|")]


def _heading(level: str) -> "Reader":
    return lambda text, shelf: ("heading", {"text": text, "level": level})


def _callout(kind: str) -> "Reader":
    def read(text: str, shelf: Shelf) -> tuple[str, Any]:
        title, said = _parts(text)
        return "callout", {"kind": kind, "title": title, "text": rich(said)}

    return read


def _list(text: str, shelf: Shelf) -> tuple[str, Any]:
    points = [rich(line.removeprefix("- "))[3:-4] for line in text.splitlines()]
    return "text", "<ul>" + "".join(f"<li>{point}</li>" for point in points) + "</ul>"


def _quote(text: str, shelf: Shelf) -> tuple[str, Any]:
    said, source = [*_parts(text), ""][:2]
    words, author = said.rsplit(" — ", 1)
    return "quote", {"text": words, "author": author, "source": source}


def _image(text: str, shelf: Shelf) -> tuple[str, Any]:
    name, caption = [*_parts(text), ""][:2]
    return "image", shelf.picture(name, caption)


def _gallery(text: str, shelf: Shelf) -> tuple[str, Any]:
    names, title = _parts(text)
    return "gallery", {"title": title, "images": [shelf.picture(name) for name in names.split()]}


def _documents(text: str, shelf: Shelf) -> tuple[str, Any]:
    names, title = _parts(text)
    files = [{"document": shelf.documents[name], "title": ""} for name in names.split()]
    return "documents", {"title": title, "files": files}


def _contacts(text: str, shelf: Shelf) -> tuple[str, Any]:
    title, *lines = text.splitlines()
    names = ("name", "role", "phone", "email", "room")
    return "contacts", {"title": title, "people": [dict(zip(names, _parts(x), strict=True)) for x in lines]}


def _accordion(text: str, shelf: Shelf) -> tuple[str, Any]:
    lines = text.splitlines()
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return "accordion", {"items": [{"title": q.removeprefix("? "), "text": rich(a)} for q, a in pairs]}


def _table(text: str, shelf: Shelf) -> tuple[str, Any]:
    caption, head, *lines = text.splitlines()
    rows = [_parts(line) for line in lines]
    numeric = [all(row[i].isdigit() for row in rows) for i in range(len(_parts(head)))]
    columns = [
        {"type": "number" if is_number else "text", "heading": heading}
        for heading, is_number in zip(_parts(head), numeric, strict=True)
    ]
    return "table", {"columns": columns, "rows": [{"values": row} for row in rows], "caption": caption}


def _video(text: str, shelf: Shelf) -> tuple[str, Any]:
    url, title = _parts(text)
    return "embed", {"url": url, "title": title}


Reader = Callable[[str, Shelf], tuple[str, Any]]

READERS: list[tuple[str, Reader]] = [
    ("## ", _heading("h2")),
    ("### ", _heading("h3")),
    ("- ", lambda text, shelf: _list(f"- {text}", shelf)),
    ("> ", _quote),
    ("!! ", _callout("attention")),
    ("! ", _callout("info")),
    ("? ", _accordion),
    ("image:", _image),
    ("gallery:", _gallery),
    ("documents:", _documents),
    ("contacts:", _contacts),
    ("table:", _table),
    ("video:", _video),
]

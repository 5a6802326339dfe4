"""Pieces of a body: limits, messages at the field, and what reaches the reader."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from pages_factories import DocumentFactory, ImageFactory

from pages.blocks.accordion import AccordionBlock
from pages.blocks.callout import CalloutBlock
from pages.blocks.contacts import ContactsBlock
from pages.blocks.documents import DocumentsBlock
from pages.blocks.embed import EmbedBlock
from pages.blocks.gallery import GalleryBlock
from pages.blocks.heading import HeadingBlock
from pages.blocks.image import ImageBlock
from pages.blocks.quote import QuoteBlock
from pages.blocks.table import MAX_ROWS, table_block
from pages.blocks.text import TextBlock
from pages.blocks.video_address import parse_video

YOUTUBE = ("YouTube", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")
VIDEOS = [
    ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", *YOUTUBE),
    ("https://youtube.com/watch?feature=share&v=dQw4w9WgXcQ&t=42s", *YOUTUBE),
    ("http://m.youtube.com/watch?v=dQw4w9WgXcQ", *YOUTUBE),
    ("https://youtu.be/dQw4w9WgXcQ?si=abc", *YOUTUBE),
    ("https://www.youtube.com/shorts/dQw4w9WgXcQ", *YOUTUBE),
    ("https://www.youtube.com/embed/dQw4w9WgXcQ", *YOUTUBE),
    ("https://www.youtube.com/live/dQw4w9WgXcQ", *YOUTUBE),
    ("https://vimeo.com/76979871", "Vimeo", "https://player.vimeo.com/video/76979871"),
    (
        "https://player.vimeo.com/video/76979871?h=8272103f6e",
        "Vimeo",
        "https://player.vimeo.com/video/76979871",
    ),
    ("https://vimeo.com/76979871/8272103f6e", "Vimeo", "https://player.vimeo.com/video/76979871"),
]


@pytest.mark.parametrize(("url", "provider", "frame"), VIDEOS)
def test_the_address_of_a_video_is_read_without_asking_anybody(url: str, provider: str, frame: str) -> None:
    video = parse_video(url)
    assert video is not None
    assert video.provider == provider
    assert video.frame_url.startswith(frame)


NOT_VIDEOS = [
    "https://example.com/watch?v=dQw4w9WgXcQ",
    "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
    "https://www.youtube.com/watch?v=short",
    "https://www.youtube.com/watch",
    "https://youtu.be/",
    "https://vimeo.com/channels",
    "javascript:alert(1)",
    "ftp://youtube.com/watch?v=dQw4w9WgXcQ",
    "https://[youtube",
    'https://youtu.be/dQw4w9WgX"><script>',
]


@pytest.mark.parametrize("url", NOT_VIDEOS)
def test_any_other_address_is_no_video(url: str) -> None:
    assert parse_video(url) is None


def cleaned(block: Any, value: Any) -> Any:
    """Return a value after the block's own checks."""
    return block.clean(block.to_python(value))


def errors_of(block: Any, value: Any) -> str:
    """Return everything the block says against a value."""
    with pytest.raises(ValidationError) as caught:
        cleaned(block, value)
    return str(getattr(caught.value, "as_json_data", lambda: caught.value)())


def test_a_video_elsewhere_is_refused_with_an_example() -> None:
    message = errors_of(EmbedBlock(), {"url": "https://example.com/clip", "title": "Клип"})
    assert "YouTube или Vimeo" in message


@pytest.mark.django_db
def test_an_image_without_a_description_is_refused_at_the_field() -> None:
    message = errors_of(ImageBlock(), {"image": ImageFactory().pk, "alt_text": ""})
    assert "Опишете с няколко думи" in message


@pytest.mark.django_db
def test_a_gallery_of_one_picture_is_refused() -> None:
    picture = {"image": ImageFactory().pk, "alt_text": "Липи"}
    assert errors_of(GalleryBlock(), {"title": "", "images": [picture]})
    assert cleaned(GalleryBlock(), {"title": "", "images": [picture, picture]})


def test_text_longer_than_its_limit_is_refused() -> None:
    assert errors_of(QuoteBlock(), {"text": "а" * 1001, "author": "", "source": ""})
    assert errors_of(TextBlock(), f"<p>{'а' * 20_001}</p>")


def test_a_table_that_is_too_long_is_refused_with_the_limit() -> None:
    table = {
        "columns": [{"type": "text", "heading": "Ден"}],
        "rows": [{"values": ["понеделник"]}] * (MAX_ROWS + 1),
        "caption": "",
    }
    with pytest.raises(ValidationError) as caught:
        cleaned(table_block(), table)
    assert f"до {MAX_ROWS} реда" in str(caught.value.messages)


LONG_WORD = "библиотекознание" * 14

RENDERED = [
    (HeadingBlock(), {"text": "Читателска карта", "level": "h3"}, '<h3 id="chitatelska-karta"'),
    (TextBlock(), f"<p>{LONG_WORD}</p>", LONG_WORD),
    (QuoteBlock(), {"text": "Четете!", "author": "Иван Вазов", "source": ""}, "„Четете!“"),
    (CalloutBlock(), {"kind": "attention", "title": "", "text": "<p>Ремонт</p>"}, "Внимание"),
    (CalloutBlock(), {"kind": "info", "title": "<b>", "text": "<p>x</p>"}, "&lt;b&gt;"),
    (
        ContactsBlock(),
        {"title": "", "people": [{"name": "Каса", "role": "", "phone": "042 648", "email": "", "room": ""}]},
        "tel:",
    ),
    (AccordionBlock(), {"items": [{"title": "Как?", "text": "<p>Така.</p>"}]}, "<summary"),
    (EmbedBlock(), {"url": VIDEOS[0][0], "title": "Клип"}, "youtube.com/watch?v=dQw4w9WgXcQ"),
    (EmbedBlock(), {"url": "https://example.com", "title": "Клип"}, ""),
    (
        table_block(),
        {
            "columns": [{"type": "text", "heading": "Ден"}],
            "rows": [{"values": ["петък"]}],
            "caption": "Часове",
        },
        "<caption>Часове</caption>",
    ),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("block", "value", "expected"), RENDERED)
def test_a_block_reaches_the_reader_escaped_and_in_its_own_words(
    block: Any, value: Any, expected: str
) -> None:
    html = block.render(block.to_python(value))
    assert expected in html
    assert "<script>" not in html
    assert "<iframe" not in html


@pytest.mark.django_db
def test_pictures_and_documents_are_shown_with_description_kind_and_size() -> None:
    picture = {"image": ImageFactory(credit="Снимка: М. П.").pk, "alt_text": "Липи", "caption": ""}
    html = ImageBlock().render(ImageBlock().to_python(picture))
    assert 'alt="Липи"' in html
    assert "Снимка: М. П." in html
    files = DocumentsBlock().to_python(
        {"title": "", "files": [{"document": DocumentFactory().pk, "title": ""}]}
    )
    assert "Правила за обслужване" in DocumentsBlock().render(files)


@pytest.mark.django_db
def test_a_picture_that_was_deleted_leaves_no_error() -> None:
    value = ImageBlock().to_python({"image": 999_999, "alt_text": "Липи", "caption": ""})
    assert "<img" not in ImageBlock().render(value)
    files = DocumentsBlock().to_python({"title": "", "files": [{"document": 999_999, "title": "x"}]})
    assert DocumentsBlock().render(files)

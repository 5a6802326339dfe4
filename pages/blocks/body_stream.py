"""The blocks of a page's body, in the order in which the editor offers them."""

from wagtail.blocks import Block

from pages.blocks.accordion import AccordionBlock
from pages.blocks.callout import CalloutBlock
from pages.blocks.contacts import ContactsBlock
from pages.blocks.documents import DocumentsBlock
from pages.blocks.embed import EmbedBlock
from pages.blocks.gallery import GalleryBlock
from pages.blocks.heading import HeadingBlock
from pages.blocks.image import ImageBlock
from pages.blocks.quote import QuoteBlock
from pages.blocks.table import table_block
from pages.blocks.text import TextBlock

BODY_BLOCKS: list[tuple[str, Block]] = [
    ("text", TextBlock()),
    ("heading", HeadingBlock()),
    ("image", ImageBlock()),
    ("gallery", GalleryBlock()),
    ("documents", DocumentsBlock()),
    ("quote", QuoteBlock()),
    ("callout", CalloutBlock()),
    ("contacts", ContactsBlock()),
    ("accordion", AccordionBlock()),
    ("table", table_block()),
    ("embed", EmbedBlock()),
]

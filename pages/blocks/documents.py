"""Files for download."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock
from wagtail.documents.blocks import DocumentChooserBlock


class DocumentItemBlock(StructBlock):
    """One file, under its own title or another."""

    document = DocumentChooserBlock(label=_("Документ"))
    title = CharBlock(
        label=_("Заглавие"),
        help_text=_("Ако е празно, се показва заглавието на документа."),
        max_length=200,
        required=False,
    )

    class Meta:
        icon = "doc-full"
        label = _("Документ")


class DocumentsBlock(StructBlock):
    """A list of files with kind and size."""

    title = CharBlock(label=_("Заглавие на списъка"), max_length=160, required=False)
    files = ListBlock(DocumentItemBlock(), label=_("Документи"), min_num=1, max_num=50)

    class Meta:
        icon = "doc-full"
        label = _("Документи")
        template = "pages/blocks/documents.html"
        label_format = "{title}"

"""Whom to turn to."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, EmailBlock, ListBlock, StructBlock


class ContactPersonBlock(StructBlock):
    """A person or a desk and how to reach it."""

    name = CharBlock(label=_("Име или звено"), max_length=120)
    role = CharBlock(label=_("Длъжност или с какво помага"), max_length=200, required=False)
    phone = CharBlock(label=_("Телефон"), max_length=40, required=False)
    email = EmailBlock(label=_("Електронна поща"), required=False)
    room = CharBlock(label=_("Къде"), max_length=120, required=False)

    class Meta:
        icon = "user"
        label = _("Контакт")
        label_format = "{name}"


class ContactsBlock(StructBlock):
    """A list of people or desks."""

    title = CharBlock(label=_("Заглавие"), max_length=120, required=False)
    people = ListBlock(ContactPersonBlock(), label=_("Контакти"), min_num=1, max_num=40)

    class Meta:
        icon = "group"
        label = _("Контакти")
        template = "pages/blocks/contacts.html"
        label_format = "{title}"

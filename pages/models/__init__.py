"""Pages, records and settings of the foundation; one concept a file."""

from pages.models.contact import ContactPhone, ContactSettings, SocialLink
from pages.models.home import HomePage, HomePageMixin
from pages.models.media import LibraryDocument, LibraryImage, LibraryRendition
from pages.models.mixins import LibraryPageMixin
from pages.models.news import NewsIndexPage, NewsIndexPageMixin, NewsPage, NewsPageMixin
from pages.models.partners import FetchDay, PartnerKey
from pages.models.places import Municipality, Settlement
from pages.models.rate_count import RateCount
from pages.models.search import PublicWord, SearchedQuery, SynonymGroup
from pages.models.standard import StandardPage, StandardPageMixin
from pages.models.tags import NewsPageTag, NewsTag
from pages.models.version import ContentVersion
from pages.models.webhooks import Webhook, WebhookDelivery, WebhookKind

__all__ = [
    "ContactPhone",
    "ContactSettings",
    "ContentVersion",
    "FetchDay",
    "HomePage",
    "HomePageMixin",
    "LibraryDocument",
    "LibraryImage",
    "LibraryPageMixin",
    "LibraryRendition",
    "Municipality",
    "NewsIndexPage",
    "NewsIndexPageMixin",
    "NewsPage",
    "NewsPageMixin",
    "NewsPageTag",
    "NewsTag",
    "PartnerKey",
    "PublicWord",
    "RateCount",
    "SearchedQuery",
    "Settlement",
    "SocialLink",
    "StandardPage",
    "StandardPageMixin",
    "SynonymGroup",
    "Webhook",
    "WebhookDelivery",
    "WebhookKind",
]

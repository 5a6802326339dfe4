"""Who may do what: the roles of the library's staff."""

from dataclasses import dataclass, field

READ = ("view",)
WRITE = ("add", "change")
FULL = ("add", "change", "delete")
VIEW = ("view",)

PAGES_DRAFT = ("add", "change")
PAGES_PUBLISH = ("add", "change", "publish", "lock", "unlock")
PAGES_ALL = (*PAGES_PUBLISH, "bulk_delete")

FILES_WRITE = ("add", "change", "choose")
FILES_ALL = ("add", "change", "delete", "choose")

VOCABULARIES = ("events.EventCategory", "events.Audience", "events.Department")
HOURS = ("events.OpeningHours", "events.OpeningException", "events.Service")
# Whoever is on duty when the water fails closes the library: adding and changing a closure includes
# confirming and withdrawing it. What was closed is deleted by those who answer for the site only.
CLOSURES = ("events.Closure",)
# A head of department works with the hours of the departments that name them; these roles with all.
ALL_DEPARTMENTS = {"events.Department": ("oversee",)}
CLOSURE_WORDS = ("events.ClosureTemplate",)
NETWORK = (
    "methodology.Library",
    "methodology.Training",
    "methodology.Person",
    "methodology.Post",
    "methodology.Administration",
    "methodology.Topic",
    "methodology.Consultation",
    "methodology.Visit",
    "methodology.Cooperation",
    "methodology.FollowUp",
    "methodology.QuestionSet",
)
EXPERTS = ("methodology.MunicipalExpert",)
MATERIAL_TERMS = ("methodology.MaterialCategory", "methodology.MaterialAudience")
PLACES = ("pages.Municipality", "pages.Settlement")
SITE_TEXTS = ("pages.ContactSettings", "pages.NewsTag", "pages.SynonymGroup", "wagtailredirects.Redirect")
SEARCH_PICKS = ("wagtailsearchpromotions.SearchPromotion",)
PARTNERS = ("pages.PartnerKey", "pages.Webhook")
PARTNER_REPORTS = ("pages.WebhookDelivery", "pages.FetchDay")
STAFF = ("auth.User", "auth.Group")
MACHINERY = (
    "wagtailcore.Site",
    "wagtailcore.Locale",
    "wagtailcore.Workflow",
    "wagtailcore.Task",
    "wagtailcore.Collection",
)


@dataclass(frozen=True)
class Role:
    """A group: its name, the name Wagtail's migrations gave it, and its permissions.

    `pages`: on the whole tree; `sections`: under pages of a type ("app.Model"); `models`: model → actions;
    `files`: on pictures and documents of every collection.
    """

    name: str
    first_name: str = ""
    pages: tuple[str, ...] = ()
    sections: dict[str, tuple[str, ...]] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    models: dict[str, tuple[str, ...]] = field(default_factory=dict)
    translates: bool = True


def each(names: tuple[str, ...], actions: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return the same actions for several models."""
    return dict.fromkeys(names, actions)


EDITOR = Role(
    "Редактор",
    first_name="Editors",
    pages=PAGES_DRAFT,
    files=FILES_WRITE,
    models=each(HOURS + CLOSURES, WRITE) | each(("pages.NewsTag",), ("add",)) | ALL_DEPARTMENTS,
)
CHIEF_EDITOR = Role(
    "Отговорен редактор",
    first_name="Moderators",
    pages=PAGES_ALL,
    files=FILES_ALL,
    models=each(VOCABULARIES + HOURS + CLOSURES + CLOSURE_WORDS + SITE_TEXTS + SEARCH_PICKS, FULL)
    | {"events.Department": (*FULL, "oversee")}
    | each(PARTNER_REPORTS, VIEW),
)
METHODOLOGIST = Role(
    "Методист",
    sections={"methodology.MethodologyIndexPage": PAGES_PUBLISH},
    files=FILES_WRITE,
    models=each(NETWORK + MATERIAL_TERMS, FULL) | each(PLACES, WRITE),
)
METHODOLOGY_HEAD = Role(
    "Завеждащ методически отдел",
    sections={"methodology.MethodologyIndexPage": PAGES_ALL},
    files=FILES_ALL,
    models=each(NETWORK + MATERIAL_TERMS + EXPERTS, FULL) | each(PLACES, WRITE),
)
DIRECTOR = Role(
    "Директор",
    models=each(NETWORK, READ) | each(("methodology.Library",), (*READ, "oversee")),
    translates=False,
)
# Sees the records of the municipalities that a row of MunicipalExpert names.
MUNICIPAL_EXPERT = Role("Експерт в община", models=each(NETWORK, READ), translates=False)
DEPARTMENT_HEAD = Role(
    "Завеждащ отдел",
    sections={"events.EventIndexPage": PAGES_DRAFT},
    files=FILES_WRITE,
    models=each(HOURS + CLOSURES, WRITE) | each(("events.Department",), ("change",)),
)
ADMINISTRATOR = Role(
    "Администратор",
    pages=PAGES_ALL,
    files=FILES_ALL,
    models=each(
        VOCABULARIES
        + HOURS
        + CLOSURES
        + CLOSURE_WORDS
        + NETWORK
        + EXPERTS
        + MATERIAL_TERMS
        + PLACES
        + SITE_TEXTS
        + SEARCH_PICKS
        + STAFF
        + MACHINERY
        + PARTNERS,
        FULL,
    )
    | {"events.Department": (*FULL, "oversee")}
    | each(PARTNER_REPORTS, VIEW),
)
ROLES = (
    EDITOR,
    CHIEF_EDITOR,
    METHODOLOGIST,
    METHODOLOGY_HEAD,
    DEPARTMENT_HEAD,
    DIRECTOR,
    MUNICIPAL_EXPERT,
    ADMINISTRATOR,
)

# Names that Wagtail's migrations wrote in English: (model, English, Bulgarian).
BULGARIAN_NAMES = (
    ("wagtailcore.Workflow", "Moderators approval", "Одобрение от отговорен редактор"),
    ("wagtailcore.Task", "Moderators approval", "Одобрение от отговорен редактор"),
    ("wagtailcore.Collection", "Root", "Основна"),
)
ROOT_PAGE = ("Root", "Всички страници")

"""The token of a preview: one revision of one page, seen with the eyes of whoever asked for it."""

from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import signing
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from pages.api.problems import Problem

SALT = "pages.partners.preview"
MAX_TOKEN = 300


class Preview(NamedTuple):
    """A draft: the page as it is in the revision."""

    page: Page
    revision: Revision


def make_token(revision: Revision, user: Any) -> str:
    """A token for a revision; it ends with the time of the setting, or with the right of the user."""
    said = {"page": int(revision.object_id), "revision": revision.pk, "user": user.pk}
    return signing.dumps(said, salt=SALT, compress=True)


def read_token(token: str) -> Preview:
    """The draft of a token.

    The 401 problem for a token that is not ours, 410 for one that has expired or whose draft is gone, 403
    when its user may not see the page any more.
    """
    try:
        said = signing.loads(token, salt=SALT, max_age=settings.LIBRARY_PREVIEW_SECONDS)
    except signing.SignatureExpired:
        raise Problem(410, "expired", _("Връзката е изтекла. Отворете прегледа наново.")) from None
    except signing.BadSignature:
        raise Problem(401, "bad-token", _("Връзката не е вярна. Отворете прегледа наново.")) from None
    return _draft(said)


def _draft(said: dict[str, int]) -> Preview:
    page = Page.objects.filter(pk=said["page"]).first()
    revision = Revision.page_revisions.filter(pk=said["revision"], object_id=str(said["page"])).first()
    if page is None or revision is None:
        raise Problem(410, "gone", _("Тази чернова вече не съществува."))
    user = get_user_model().objects.filter(pk=said["user"], is_active=True).first()
    if user is None or not page.permissions_for_user(user).can_edit():
        raise Problem(403, "forbidden", _("Който е създал връзката, вече няма достъп до страницата."))
    return Preview(revision.as_object(), revision)

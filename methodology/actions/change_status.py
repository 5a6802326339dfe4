"""Closing a library, or opening it again, on a day."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from methodology.models import Library, LibraryStatus, LibraryStatusChange
from pages.versions import bump


class ChangeStatus:
    """Turns the status of a library to the other one and keeps the day; optionally ends its posts."""

    def __init__(
        self, library: Library, day: datetime.date, *, reason: str = "", end_posts: bool = False, user: Any
    ) -> None:
        self.library = library
        self.day = day
        self.reason = reason
        self.end_posts = end_posts
        self.user = user

    @property
    def status(self) -> LibraryStatus:
        """What the library becomes."""
        closed = self.library.status == LibraryStatus.CLOSED
        return LibraryStatus.ACTIVE if closed else LibraryStatus.CLOSED

    def check(self) -> None:
        """ValidationError when the day cannot be."""
        last = self.library.status_changes.first()
        if self.day > timezone.localdate():
            raise ValidationError({"day": _("Денят още не е дошъл. Запишете промяната, когато стане.")})
        if last is not None and self.day <= last.day:
            message = _("Последната промяна е от %(day)s. Изберете по-късен ден или отменете нея.")
            raise ValidationError({"day": message % {"day": last.day.strftime("%d.%m.%Y")}})

    @transaction.atomic
    def execute(self) -> LibraryStatusChange:
        """Write the change."""
        self.check()
        change: LibraryStatusChange = self.library.status_changes.create(
            was=self.library.status, status=self.status, day=self.day, reason=self.reason
        )
        self.library.status = change.status
        self.library.save(update_fields=["status", "changed_at"])
        if self.end_posts and change.status == LibraryStatus.CLOSED:
            held = self.library.posts.on(self.day)
            # A post that began that very day has that one day.
            held.update(until=self.day)
        log(self.library, "methodology.status", user=self.user, data={"status": change.status})
        bump("libraries")
        return change


class UndoStatusChange:
    """Takes the last change back, one made by mistake."""

    def __init__(self, library: Library, *, user: Any) -> None:
        self.library = library
        self.user = user

    @transaction.atomic
    def execute(self) -> None:
        """Delete the last change and give the library the status it had before."""
        last = self.library.status_changes.first()
        if last is None:
            return
        self.library.status = last.was
        self.library.save(update_fields=["status", "changed_at"])
        last.delete()
        log(self.library, "methodology.status", user=self.user, data={"status": self.library.status})
        bump("libraries")

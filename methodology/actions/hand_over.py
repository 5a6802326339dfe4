"""One librarian hands a library over to another."""

import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from methodology.models import FollowUp, Person, Post, PostRole


class HandOver:
    """Ends a post the day before and begins another in the same library.

    What is left to do is promised to the library, so it waits for the new librarian.
    """

    def __init__(
        self,
        post: Post,
        successor: Person,
        day: datetime.date,
        *,
        user: Any,
        role: PostRole | str | None = None,
        share: Decimal | None = None,
    ) -> None:
        self.post = post
        self.successor = successor
        self.day = day
        self.role = role or post.role
        self.share = post.share if share is None else share
        self.user = user

    def check(self) -> None:
        """ValidationError when the post cannot be handed over so."""
        if self.post.until is not None and self.post.until < self.day - datetime.timedelta(days=1):
            raise ValidationError({"day": _("Тази длъжност вече е приключила. Добавете нова длъжност.")})
        if self.day <= self.post.since:
            message = _("Предаването е след първия ден на длъжността (%(day)s).")
            raise ValidationError({"day": message % {"day": self.post.since.strftime("%d.%m.%Y")}})
        if self.successor.pk == self.post.person_id:
            raise ValidationError({"successor": _("Изберете друг човек.")})
        if self.successor.is_erased:
            raise ValidationError({"successor": _("Данните на този човек са заличени. Изберете друг.")})

    @transaction.atomic
    def execute(self) -> Post:
        """Write both posts and return the new one; nothing changes when the new one clashes."""
        self.check()
        self.post.until = self.day - datetime.timedelta(days=1)
        self.post.save(update_fields=["until"])
        post = Post(
            person=self.successor,
            library=self.post.library,
            role=self.role,
            share=self.share,
            since=self.day,
        )
        try:
            post.full_clean()
        except ValidationError as error:
            # The form that asks calls these fields otherwise.
            names = {"since": "day", "person": "successor", "until": "day", "library": "successor"}
            raise ValidationError(
                {names.get(name, name): messages for name, messages in error.message_dict.items()}
            ) from error
        post.save()
        for changed in (self.post, post):
            log(changed, "wagtail.edit" if changed is self.post else "wagtail.create", user=self.user)
        return post

    def left_to_do(self) -> list[FollowUp]:
        """Return what the new librarian takes over."""
        return list(FollowUp.objects.open().of_library(self.post.library_id))

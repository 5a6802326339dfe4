"""Counting that a file of a material was taken: a number a day, nothing about who took it."""

from django.db import transaction
from django.db.models import F, Model
from django.http import HttpRequest
from django.utils import timezone

from methodology.models import DownloadDay, MaterialFile

# Asked again by whoever has the file already, or ahead of a reader who may never open it.
NOT_TAKING = ("If-None-Match", "If-Modified-Since", "If-Range")
AHEAD = ("Sec-Purpose", "Purpose", "X-Moz")


def is_taking(request: HttpRequest) -> bool:
    """Tell whether a request takes a file from its beginning, for a reader."""
    headers = request.headers
    if request.method != "GET" or any(name in headers for name in NOT_TAKING):
        return False
    if any("prefetch" in headers.get(name, "") for name in AHEAD):
        return False
    part = headers.get("Range", "")
    return not part or part.replace(" ", "").startswith("bytes=0-")


class CountDownload:
    """Adds one to the day of a document; documents outside materials are not counted."""

    def __init__(self, document: Model) -> None:
        self.document = document

    def execute(self) -> bool:
        """Return whether it was counted."""
        if not MaterialFile.objects.filter(document=self.document.pk).exists():
            return False
        with transaction.atomic():
            row, is_new = DownloadDay.objects.get_or_create(
                document_id=self.document.pk, day=timezone.localdate()
            )
            if not is_new:
                DownloadDay.objects.filter(pk=row.pk).update(downloads=F("downloads") + 1)
        return True

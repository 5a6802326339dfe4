"""Keeping Wagtail's indexes true after rows were written in bulk, which sends no signals."""

from collections.abc import Iterable, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import ReferenceIndex
from wagtail.search.backends import get_search_backends

BATCH = 500


def index_references(records: Sequence[Model]) -> None:
    """Write what the records (of one model without parents, saved) refer to; without it Wagtail would
    offer to delete a municipality that still has libraries. Call it inside a transaction."""
    if not records:
        return
    content_type = ContentType.objects.get_for_model(type(records[0]))
    for start in range(0, len(records), BATCH):
        keys = [str(record.pk) for record in records[start : start + BATCH]]
        ReferenceIndex.objects.filter(base_content_type=content_type, object_id__in=keys).delete()
    rows = (row for record in records for row in _references(record, content_type))
    ReferenceIndex.objects.bulk_create(rows, batch_size=BATCH)


def index_for_search(records: Sequence[Model]) -> None:
    """Put the records (of one model, saved) into the search backends that follow changes."""
    if records:
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(type(records[0]), records)


def _references(record: Model, content_type: ContentType) -> Iterable[ReferenceIndex]:
    for to_type, to_id, model_path, content_path in ReferenceIndex._extract_references_from_object(record):
        yield ReferenceIndex(
            content_type=content_type,
            base_content_type=content_type,
            object_id=str(record.pk),
            to_content_type_id=to_type,
            to_object_id=to_id,
            model_path=model_path,
            content_path=content_path,
            content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
        )

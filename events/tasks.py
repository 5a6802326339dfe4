"""Work in the background; every task may run twice or late without harm."""

from uuid import UUID

from django_tasks import task

from events import actions
from events.actions.waiting_import import carry_out_import


@task()
def roll_occurrences() -> int:
    """Move the window of event dates."""
    return actions.roll_occurrences()


@task()
def apply_closures() -> int:
    """Let closures reach the dates of events."""
    return actions.apply_closures()


@task()
def import_events(token: str) -> bool:
    """Import a calendar that an editor has decided about."""
    return carry_out_import(UUID(token))


@task()
def rename_word(kind: str, slug: str) -> int:
    """Write the new name of a category, an audience, a department or a municipality into events' texts."""
    return actions.rename_word(kind, slug)


@task()
def readdress_events(page_id: int) -> int:
    """Write the new addresses of events under a page into their texts."""
    return actions.readdress_events(page_id)


@task()
def redraw(kind: str, pk: int) -> int:
    """Write a changed picture, document or page into the texts of the events that show it."""
    return actions.redraw(kind, pk)


@task()
def tell_series(meetings: list[int]) -> int:
    """Write what has changed of a series into the texts of its meetings."""
    return actions.tell_series(meetings)


@task()
def retell_all() -> int:
    """Write what all events say of the library and of its address anew."""
    return actions.retell_all()


@task()
def note_privacy(page_id: int) -> int:
    """Tell partners who mirror all events that those under a page may be private now, or public."""
    return actions.note_privacy(page_id)

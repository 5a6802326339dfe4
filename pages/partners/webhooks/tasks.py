"""Sending in the background; safe to run twice or late."""

from datetime import datetime

from django_tasks import task


@task()
def deliver(delivery_id: int) -> str:
    """Send one message and return its state."""
    from pages.partners.webhooks.delivering import DeliverWebhook

    return DeliverWebhook(delivery_id).execute()


def schedule(delivery_id: int, at: datetime | None = None) -> None:
    """Let a message be sent now, or at a moment (aware) where the queue can wait.

    A queue that cannot wait, as that of the tests, sends nothing later: an editor does it by hand.
    """
    if at is None:
        deliver.enqueue(delivery_id)
    elif deliver.get_backend().supports_defer:
        deliver.using(run_after=at).enqueue(delivery_id)

"""Work in the background; every task may run twice or late without harm."""

from django_tasks import task
from wagtail.models import Page

from pages.actions.collect_words import AddWords, CollectWords, DropWords

# More pages made private at once are cheaper collected anew.
MAX_DROPPED = 200


@task()
def add_words(page_id: int) -> int:
    """Add the words of a page that was published."""
    page = Page.objects.filter(pk=page_id).first()
    return AddWords(page).execute() if page else 0


@task()
def drop_words(page_ids: list[int]) -> int:
    """Let the words of pages go that are public no more."""
    return sum(DropWords(page).execute() for page in Page.objects.filter(pk__in=page_ids).specific())


@task()
def drop_words_under(page_id: int) -> int:
    """Let the words of a branch of pages go that was made private."""
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        return 0
    branch = list(page.get_descendants(inclusive=True).values_list("pk", flat=True)[: MAX_DROPPED + 1])
    if len(branch) > MAX_DROPPED:
        return CollectWords().execute()
    return sum(DropWords(one).execute() for one in Page.objects.filter(pk__in=branch).specific())

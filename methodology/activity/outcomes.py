"""What came of the trainings and the materials: the answers of those who came, and what is taken.

Neither belongs to a municipality: answers are anonymous and told for whole trainings, files are open to
everybody. Whoever sees some municipalities only is not told of them.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, Sum
from django.utils.translation import gettext_lazy as _

from methodology.access import may_see_surveys, sees_whole_network
from methodology.activity.lines import Score
from methodology.counting import Figure, Scope
from methodology.counting.addresses import downloads as taken_files
from methodology.counting.addresses import surveys as asked
from methodology.models import SurveyPurpose
from methodology.models.question_set import Measure
from methodology.surveys.results import distributions
from methodology.surveys.statistics import NOBODY, Distribution


def surveys(scope: Scope) -> Iterable[Figure | Score]:
    """Surveys, who was asked and who answered, and the medians of what was asked at once: two queries."""
    if not may_see_surveys(scope.user):
        return
    row = scope.surveys().aggregate(number=Count("pk"), invited=Sum("invited"), answered=Sum("answered"))
    address = asked(scope)
    yield Figure("surveys_asked", _("Анкети"), row["number"], address)
    yield Figure("surveys_invited", _("– поканени"), row["invited"] or 0, address)
    yield Figure("surveys_answered", _("– отговорили"), row["answered"] or 0, address)
    found, address = _by_measure(scope), asked(scope, purpose=SurveyPurpose.AFTER.value)
    for measure in Measure:
        if measure != Measure.OTHER:
            label = _("Медиана: %(measure)s") % {"measure": measure.label}
            median = found[measure.value].median
            yield Score(f"median-{measure.value}", label, median, address if median else "")


def materials(scope: Scope) -> Iterable[Figure]:
    """Files taken and how often; of the whole network's work only: one query."""
    if scope.municipality is not None or scope.project or not sees_whole_network(scope.user):
        return
    row = scope.downloads().aggregate(files=Count("document", distinct=True), number=Sum("downloads"))
    yield Figure("downloads", _("Изтегляния на файлове"), row["number"] or 0, taken_files(scope))
    yield Figure("downloads_files", _("– файлове"), row["files"], taken_files(scope))


def _by_measure(scope: Scope) -> dict[str, Distribution]:
    """Add up what may be shown of each survey by itself: a sum of less could be taken apart again."""
    sums: dict[str, Distribution] = defaultdict(lambda: NOBODY)
    after = scope.surveys().shown().filter(purpose=SurveyPurpose.AFTER)
    for (_survey, measure), distribution in distributions(after).items():
        if distribution.is_shown:
            sums[measure] += distribution
    return sums

"""A line of the report: a figure, or a median of answers, beside the same one in the period before."""

from dataclasses import dataclass

from django.utils.functional import Promise

from methodology.counting import Figure
from methodology.surveys.charts import in_words

MINUS = "\u2212"
NONE = "–"


@dataclass(frozen=True)
class Score:
    """A median on the scale of five and the address of its surveys; no value where answers are too few."""

    name: str
    label: str | Promise
    value: float | None
    url: str = ""

    @property
    def text(self) -> str:
        """The median as it is written: „4,5“."""
        return in_words(self.value) or NONE


@dataclass(frozen=True)
class Line:
    """A figure and the same one in the period before."""

    now: Figure | Score
    then: Figure | Score

    @property
    def change(self) -> str:
        """The difference as people read it: „+3“, „−2“, „0“; empty where there is nothing to compare."""
        if self.now.value is None or self.then.value is None:
            return NONE
        return _signed(self.now.value - self.then.value)

    @property
    def percent(self) -> str:
        """The difference in per cent of the period before; empty for medians and where that was nothing."""
        if isinstance(self.now, Score) or not self.then.value:
            return ""
        return f"{_signed(round((self.now.value - self.then.value) * 100 / self.then.value))} %"

    @property
    def is_told(self) -> bool:
        """Leave out a kind that nothing is recorded of, then and now; the totals always stand."""
        return bool(self.now.value or self.then.value or "-" not in self.now.name)


def _signed(number: float) -> str:
    sign = "+" if number > 0 else MINUS if number else ""
    return sign + in_words(abs(number))

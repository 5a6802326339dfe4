"""Plain arithmetic of answers on a five-point scale, and the number below which nothing is shown."""

import statistics
from collections.abc import Mapping
from dataclasses import dataclass

POINTS = (1, 2, 3, 4, 5)
# Fewer answers would let a colleague guess whose they are.
FEWEST = 5


@dataclass(frozen=True)
class Distribution:
    """How many chose each point."""

    counts: tuple[int, int, int, int, int]

    @classmethod
    def of(cls, counts: Mapping[int, int]) -> "Distribution":
        """Return the distribution of a count by point; points nobody chose are zero."""
        one, two, three, four, five = (counts.get(point, 0) for point in POINTS)
        return cls((one, two, three, four, five))

    @property
    def total(self) -> int:
        """How many answered."""
        return sum(self.counts)

    @property
    def is_shown(self) -> bool:
        """Whether there are enough answers to show any of it."""
        return self.total >= FEWEST

    @property
    def median(self) -> float | None:
        """The middle answer; None where the distribution is not shown."""
        if not self.is_shown:
            return None
        return statistics.median(
            point for point, many in zip(POINTS, self.counts, strict=True) for _n in range(many)
        )

    @property
    def shares(self) -> tuple[float, ...]:
        """The parts of the whole, in per cent; nothing where the distribution is not shown."""
        return tuple(100 * count / self.total for count in self.counts) if self.is_shown else ()

    def __add__(self, other: "Distribution") -> "Distribution":
        pairs = zip(self.counts, other.counts, strict=True)
        return Distribution.of({point: a + b for point, (a, b) in zip(POINTS, pairs, strict=True)})


NOBODY = Distribution.of({})

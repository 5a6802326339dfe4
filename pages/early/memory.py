"""A bounded memory of answers: the one asked for longest ago goes first."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock

from pages.early.answer import Answer


class Memory:
    """Answers by key, at most `most_bytes` of them together; an answer over a quarter of that stays out."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._held: OrderedDict[Hashable, Answer] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._held)

    @property
    def size(self) -> int:
        """How many bytes are held."""
        return self._size

    def get(self, key: Hashable) -> Answer | None:
        """Return the answer of a key, and let it stay the longest."""
        with self._lock:
            answer = self._held.get(key)
            if answer is not None:
                self._held.move_to_end(key)
            return answer

    def put(self, key: Hashable, answer: Answer) -> None:
        """Hold an answer; those asked for longest ago make room for it."""
        if answer.size > self._most // 4:
            return
        with self._lock:
            self._take(key)
            self._held[key] = answer
            self._size += answer.size
            while self._size > self._most:
                self._take(next(iter(self._held)))

    def drop(self, key: Hashable) -> None:
        """Forget one answer."""
        with self._lock:
            self._take(key)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._held.clear()
            self._size = 0

    def _take(self, key: Hashable) -> None:
        answer = self._held.pop(key, None)
        if answer is not None:
            self._size -= answer.size

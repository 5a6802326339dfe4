"""Which rows a list has, and in which order: read once for each state of the content, then held in memory."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from threading import Lock

from django.http import HttpRequest
from django.utils import timezone

from pages import versions

# How many keys of rows a process holds (some forty bytes each), and how many one list may have. The question
# itself takes as much as some keys.
MOST_KEYS = 250_000
MOST_IN_ONE = 100_000
QUESTION = 25

Keys = tuple[int, ...]


class KeptLists:
    """Lists of keys by question and state; those asked for longest ago make room."""

    def __init__(self, most: int = MOST_KEYS) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, Keys] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, key: Hashable) -> Keys | None:
        """Return a list, and let it stay the longest."""
        with self._lock:
            keys = self._held.get(key)
            if keys is not None:
                self._held.move_to_end(key)
            return keys

    def put(self, key: Hashable, keys: Keys) -> None:
        """Hold a list."""
        if len(keys) > MOST_IN_ONE:
            return
        with self._lock:
            self._size += len(keys) + QUESTION - self._length(self._held.pop(key, None))
            self._held[key] = keys
            while self._size > self._most:
                self._size -= self._length(self._held.popitem(last=False)[1])

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._held.clear()
            self._size = 0

    @staticmethod
    def _length(keys: Keys | None) -> int:
        return 0 if keys is None else len(keys) + QUESTION


memory = KeptLists()


def keys_of(request: HttpRequest, question: Hashable, read: Callable[[], Iterable[int]]) -> Keys:
    """Return the keys of the rows that answer a question, in their order.

    They are read once while neither the versions that the request was answered by nor the day has changed;
    a request that knows no versions reads them each time.
    """
    state = versions.of(request)
    if state is None:
        return tuple(read())
    key = (question, timezone.localdate(), tuple(sorted(state.items())))
    held = memory.get(key)
    if held is None:
        held = tuple(read())
        memory.put(key, held)
    return held

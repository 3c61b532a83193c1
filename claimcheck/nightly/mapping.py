"""Who does the night's work: this process, several of this machine, or a cluster's workers; results are the same."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar, cast

from claimcheck.nightly.errors import NightError
from claimcheck.nightly.model import Night
from claimcheck.spread import spread_many

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")
Shared = TypeVar("Shared")

_BATCH = 16
"""Pieces of work that a cluster's worker is given at once: sending one takes about as long as reading a story."""
_AHEAD = 4
"""Such tasks in flight for each thread of the cluster."""
_PATIENCE = 10
"""Seconds to wait for a cluster's scheduler."""
_AGAIN = 2
"""How often a task is asked for again that a scheduler gave up, for the four workers, unless it is set otherwise, that
died over it: a machine that is taken away is no fault of the task."""


def each(
    asked: Iterable[Asked],
    work: Callable[[Asked, Shared], Answer],
    shared: Shared,
    night: Night,
    at_once: int = _BATCH,
) -> Iterator[Answer]:
    """Yield ``work(each, shared)`` for each of ``asked``, in their order. Raises NightError, and what ``work`` raises.

    ``work`` may be done twice for a piece, where a worker dies: what it writes must be the same each time. A cluster's
    worker is given ``at_once`` pieces, and works within ``connected``.
    """
    if night.cluster is None:
        return spread_many(asked, work, shared, night.jobs)
    return _over_cluster(asked, work, shared, night.cluster, at_once)


def all_done(asked: Iterable[Asked], work: Callable[[Asked, Shared], None], shared: Shared, night: Night) -> None:
    """Have ``work(each, shared)`` done for each of ``asked``, as ``each`` does, one piece at once."""
    deque(each(asked, work, shared, night, at_once=1), maxlen=0)


def workers(night: Night) -> int:
    """Return how many pieces of work are done at the same time."""
    return night.jobs if night.cluster is None else _threads(_client())


@contextmanager
def connected(night: Night) -> Iterator[None]:
    """Keep up one connection to the night's cluster, if it has one, over all that is asked of it. Raises NightError."""
    if night.cluster is None:
        yield
        return
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        raise NightError("--cluster", "Dask is not installed", "pip install 'claimcheck[cluster]'") from error
    try:
        client: Any = Client(night.cluster, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        reason, mend = f"no cluster answers: {error}", "start it, or run without --cluster"
        raise NightError(night.cluster, reason, mend) from error
    with client, client.as_current():
        yield


def _over_cluster(
    asked: Iterable[Asked], work: Callable[[Asked, Shared], Answer], shared: Shared, address: str, at_once: int
) -> Iterator[Answer]:
    from distributed import KilledWorker  # noqa: PLC0415 - an extra, and slow to load

    client = _client()
    most = _AHEAD * _threads(client)
    pieces = iter(asked)

    def submitted(batch: list[Asked]) -> Any:
        return client.submit(_do, batch, work, shared, pure=False)

    def answers(batch: list[Asked], task: Any) -> list[Answer]:
        for _ in range(_AGAIN):
            try:
                return cast("list[Answer]", task.result())
            except KilledWorker:
                task = submitted(batch)
        return cast("list[Answer]", task.result())

    pending: deque[tuple[list[Asked], Any]] = deque()
    try:
        while True:
            while len(pending) < most and (batch := list(islice(pieces, at_once))):
                pending.append((batch, submitted(batch)))
            if not pending:
                return
            yield from answers(*pending.popleft())
    except KilledWorker as error:
        raise NightError(address, f"workers of the cluster died over and over: {error}") from error


def _client() -> Any:
    """Return the connection that ``connected`` keeps up."""
    from distributed import Client  # noqa: PLC0415 - an extra, and slow to load

    return Client.current(allow_global=False)  # type: ignore[no-untyped-call]


def _threads(client: Any) -> int:
    return max(1, sum(map(int, client.nthreads().values())))


def _do(batch: list[Asked], work: Callable[[Asked, Shared], Answer], shared: Shared) -> list[Answer]:
    return [work(piece, shared) for piece in batch]

"""Which of many things pairs connect, over any number of steps (union-find)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

Thing = TypeVar("Thing", int, bytes)


def least_of_each(pairs: Iterable[tuple[Thing, Thing]]) -> dict[Thing, Thing]:
    """Return for each thing of ``pairs``, in ascending order, the least of those that it is connected with."""
    above: dict[Thing, Thing] = {}

    def least(thing: Thing) -> Thing:
        while (next_ := above.setdefault(thing, thing)) != thing:
            above[thing] = above[next_]
            thing = above[thing]
        return thing

    for left, right in pairs:
        one, two = least(left), least(right)
        above[max(one, two)] = min(one, two)
    return {thing: least(thing) for thing in sorted(above)}

"""How frozen values change."""

from typing import TypeVar

V = TypeVar("V")


def but(value: V, **changes: object) -> V:
    """The value with these fields changed: `dataclasses.replace`, ten times faster for values with many fields.

    Only for frozen dataclasses without slots and `__post_init__`. A name that is no field raises TypeError.
    """
    fields = value.__dataclass_fields__.keys()  # type: ignore[attr-defined]
    if not changes.keys() <= fields:
        raise TypeError(f"{type(value).__name__} has no {', '.join(sorted(changes.keys() - fields))}")
    made = object.__new__(type(value))
    made.__dict__.update(value.__dict__, **changes)
    return made

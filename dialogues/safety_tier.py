"""How close the words of a person come to danger (R22)."""

from enum import IntEnum


class Tier(IntEnum):
    """How close the words come; the lowest number is the most urgent."""

    T1 = 1  # first person and now: wish, plan, means, farewell
    T2 = 2  # passive or indirect
    T3 = 3  # somebody else, the past, the news, an explicit denial

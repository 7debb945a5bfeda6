"""The texts that say or show something else where Trede is the client's own tool (R33), for the preview."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from dialogues import overview, preview_people, rule_words
from dialogues.preview_people import TODAY, joost, newcomer, sanne
from dialogues.prompt import Message, Page
from dialogues.words import words
from state_machines.complaint_rule import judge
from state_machines.consents import OWN_TOOL
from state_machines.effects import Value
from state_machines.files import Client, Professional

ABOUT = "own tool"
#: Name, file, values, and what writes it where it is drawn.
Shown = tuple[str, Client | Professional, dict[str, Value], Callable[[], Message | None] | None]


def shown(language: str) -> Iterator[Shown]:
    """What Sanne reads before she opened anything, and what Joost then sees of her."""
    here, said = sanne(language, regime=OWN_TOOL), words(language)
    yield "welcome.who", newcomer(language, regime=OWN_TOOL), {}, None
    yield "menu.privacy", here, {}, None
    yield "signs.list", here, {}, None
    coach = joost(language)
    page: Page[Professional] = Page(file=coach, values={}, words=said)
    closed = replace(preview_people.colleagues(language)[0], regime=OWN_TOOL)
    yield "desk.trajectory", coach, {}, partial(overview.trajectory, page, closed, (), TODAY)
    yield "desk.rule", coach, {}, partial(rule_words.explained, page, closed, judge(closed, TODAY), TODAY)

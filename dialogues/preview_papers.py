"""What comes with a picture or paper, for the preview: the words alone, since the preview draws nothing."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from dialogues import papers, picture_words
from dialogues.preview_people import TODAY, drafted, plan, sanne
from dialogues.prompt import Message, Page
from dialogues.words import words
from state_machines.files import Client, Professional

#: The name of the recipe, which case, the file, and what writes it.
Drawn = tuple[str, str, Client, Callable[[], Message]]


def drawn(language: str) -> Iterator[Drawn]:
    """Each kind with its words; without a plan, with a draft, and when it can't be made."""
    client, waiting = sanne(language), drafted(language)
    page, plans, said = _page(client), plan(language), words(language)
    sentence = picture_words.sentence(plans, said)
    alternative = picture_words.alternative(plans, said, today=TODAY, worked=())
    yield "paper.picture", "", client, partial(papers.picture, sentence, alternative)
    yield "paper.pdf", "", client, partial(papers.paper, page, plans)
    yield "paper.calendar", "", client, partial(papers.calendar, page, plans)
    yield "paper.why", "", client, partial(papers.why, page)
    yield "paper.picture", "not drawn", client, partial(papers.instead, said, plans, sentence, alternative)
    yield "paper.pdf", "not drawn", client, partial(papers.instead, said, plans)
    yield "paper.why", "not drawn", client, partial(papers.instead, said, None)
    yield "paper.calendar", "a draft", waiting, partial(papers.none, _page(waiting), "calendar")
    bare = replace(client, versions=(), agreed="")
    yield "paper.picture", "no plan", bare, partial(papers.none, _page(bare), "picture")


def sketched(coach: Professional) -> Message:
    """Under the picture that a coach sees before a plan is registered."""
    said, plans = words(coach.language), plan(coach.language)
    sentence = picture_words.sentence(plans, said)
    page: Page[Professional] = Page(file=coach, values={}, words=said)
    return papers.sketched(page, sentence, picture_words.alternative(plans, said, today=None, worked=()))


def _page(client: Client) -> Page[Client]:
    return Page(file=client, values={}, words=words(client.language))

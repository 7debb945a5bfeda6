"""Recipes drawn just before sending: what a coach, physician or client asked to see, from what is kept at that moment.

The content of such a letter is never stored; each look of a person into a client's file is written before it is shown.
"""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from types import ModuleType
from typing import Any

from bot.clock import Clock
from bot.order import Order, finished
from bot.queue import Queue
from bot.seeing import may_see
from bot.workshop import Workshop
from dialogues import ending, lookback, overview, rule_words, standing_in
from dialogues.prompt import Message, Page
from dialogues.words import words
from state_machines import days, deputies
from state_machines.complaint_rule import judge
from state_machines.files import Client, File, Professional
from state_machines.way import way_of
from storage.port import Claimed, Store
from storage.views import Look, Views

#: How the body of a recipe begins, as the door writes it; any other body is a message.
RECIPE = '{"recipe":'
#: How the names of those begin that show a client what is kept of them (R34).
RIGHTS = "rights."
DIARY_DAYS = 28
LOGBOOK_DAYS = 21
MESSAGES_DAYS = 14


class Drawing:
    """Turns a letter's body into a message; `threads` says whether views may be asked from a worker thread."""

    def __init__(
        self, store: Store, views: Views, queue: Queue, clock: Clock, workshop: Workshop, *, threads: bool
    ) -> None:
        self._store, self._views, self._queue, self._clock = store, views, queue, clock
        self._workshop, self._threads = workshop, threads

    async def draw(self, claimed: Claimed) -> Message | None:
        """The message of a letter; None when its recipe has nothing to say, or this reader may not see it any more."""
        if not claimed.letter.body.startswith(RECIPE):
            return Message.from_json(claimed.letter.body)
        kept = json.loads(claimed.letter.body)
        file = await self._queue.do(lambda: self._store.load(kept["file"]), quiet=True)
        now = self._clock.now()
        if file is None:
            return None
        made = await self._apart(lambda: self.drawn(file, kept["recipe"], kept["values"], now))
        if isinstance(made, Order):
            return await self._on_paper(made, kept)
        return replace(made, protect=True) if made and kept["recipe"] in DESK_RECIPES else made

    async def _on_paper(self, order: Order, kept: dict[str, Any]) -> Message | None:
        """What the workshop makes; None when its reader may not see it any more. Making takes seconds: long enough for
        a tap that erases everything, or takes a report back.
        """
        paper = await finished(order, self._workshop)
        file = await self._queue.do(lambda: self._store.load(kept["file"]), quiet=True)
        seen = file is not None and may_see(self._views, file, kept["recipe"], kept["values"], self._clock.now())
        return paper if seen else None

    def drawn(self, file: File, recipe: str, values: dict[str, Any], now: datetime) -> Message | Order | None:
        """What the recipe makes, where the policy lets this reader see it; of a file that is erased since, nothing."""
        if not may_see(self._views, file, recipe, values, now):
            return None
        try:
            return self._made(file, recipe, values, now)
        except LookupError as gone:
            if type(gone) is not LookupError:  # a missing key is a defect
                raise
            return None

    def _made(self, file: File, recipe: str, values: dict[str, Any], now: datetime) -> Message | Order | None:
        if isinstance(file, Professional):
            desk = DESK_RECIPES.get(recipe) or _papers().DESK_PAPERS[recipe]
            return desk(self._views, file, values, now)
        if recipe.startswith(RIGHTS):
            shown: Message | Order = _rights().RECIPES[recipe](self._views, file, values, now)
            return shown
        own = CLIENT_RECIPES.get(recipe) or _papers().CLIENT_PAPERS[recipe]
        return own(self._views, file, now)

    async def _apart(self, work: Callable[[], Message | Order | None]) -> Message | Order | None:
        return await asyncio.to_thread(work) if self._threads else work()


def _papers() -> ModuleType:
    """The recipes of pictures and papers, loaded with the first of them: 2 MB that an idle bot does without."""
    from bot import paper_recipes

    return paper_recipes


def _rights() -> ModuleType:
    """The recipes of the client's rights: asked for now and then, so loaded with the first of them."""
    from bot import rights

    return rights


def _clients(views: Views, coach: Professional, _: dict[str, Any], now: datetime) -> Message | None:
    look = Look(who=coach.id, name=coach.name, why="overview", at=now)
    lent = _lent(views, coach, look)
    return overview.clients(_desk_page(coach), views.clients_of(coach.id, look), coach.today(now), lent)


def _summary(views: Views, coach: Professional, _: dict[str, Any], now: datetime) -> Message | None:
    look = Look(who=coach.id, name=coach.name, why="morning summary", at=now)
    lent = _lent(views, coach, look)
    return overview.summary(_desk_page(coach), views.clients_of(coach.id, look), coach.today(now), lent)


def _lent(views: Views, deputy: Professional, look: Look) -> tuple[overview.Lent, ...]:
    """The clients of the coaches who are away today and for whom this one stands in; each look says for whom."""
    today = deputy.today(look.at)
    return tuple(
        overview.Lent(
            coach=each.coach,
            coach_name=each.name,
            clients=views.clients_of(each.coach, _on_behalf(look, each.name)),
        )
        for each in deputy.stands_in_for
        if each.leave is not None and each.leave.covers(today)
    )


def _on_behalf(look: Look, coach_name: str) -> Look:
    return replace(look, behalf=coach_name) if coach_name else look


def _deputy(views: Views, coach: Professional, values: dict[str, Any], now: datetime) -> Message | None:
    """Who stands in, and the colleagues who could."""
    others = [each for each in views.professionals() if each.id != coach.id and deputies.can_stand_in(each)]
    page = Page(file=coach, values=values, words=words(coach.language))
    return standing_in.page_of(page, sorted(others, key=lambda each: each.name.casefold()), coach.today(now))


def _trajectory(views: Views, coach: Professional, values: dict[str, Any], now: datetime) -> Message | None:
    look = Look(who=coach.id, name=coach.name, why="logbook", at=now)
    since = coach.today(now) - timedelta(days=LOGBOOK_DAYS)
    seen = views.trajectory(str(values["client"]), since, _on_behalf(look, values.get("coach_name", "")))
    page = Page(file=coach, values=values, words=words(coach.language))
    return overview.trajectory(page, seen.client, seen.notes, coach.today(now), seen.not_taken)


def _rule(views: Views, coach: Professional, values: dict[str, Any], now: datetime) -> Message | None:
    """The complaint rule over the days that are over: today's is still to come."""
    look = Look(who=coach.id, name=coach.name, why="complaint rule", at=now)
    client = views.trajectory(str(values["client"]), coach.today(now), look).client
    today = client.today(now)
    judged = judge(client, today - timedelta(days=1))
    return rule_words.explained(_desk_page(coach), client, judged, today)


def _messages(views: Views, coach: Professional, values: dict[str, Any], now: datetime) -> Message | None:
    """The delivery log of the last two weeks; of a client who isn't this coach's any more there is nothing to say."""
    from dialogues import delivery_log

    client = str(values["client"])
    if coach.card(client) is None:
        return None
    since = coach.today(now) - timedelta(days=MESSAGES_DAYS)
    look = Look(who=coach.id, name=coach.name, why="messages", at=now)
    delivered = views.deliveries(client, days.moment(since, time(0), coach.zone), look)
    page = Page(file=coach, values=values, words=words(coach.language))
    return delivery_log.messages(page, coach.named(client), delivered, since)


def _diary(views: Views, client: Client, now: datetime) -> Message | None:
    notes = views.own_notes(client.id, client.today(now) - timedelta(days=DIARY_DAYS))
    return lookback.diary(_client_page(client), notes)


def _look_back(_: Views, client: Client, now: datetime) -> Message | None:
    return lookback.look_back(_client_page(client), client.today(now))


def _end_kept(views: Views, client: Client, _: datetime) -> Message | None:
    """The whole way, from the log: the file holds its last weeks alone."""
    return ending.kept(_client_page(client), way_of(views.own_events(client.id), client.zone))


def _desk_page(coach: Professional) -> Page[Professional]:
    return Page(file=coach, values={}, words=words(coach.language))


def _client_page(client: Client) -> Page[Client]:
    return Page(file=client, values={}, words=words(client.language))


#: What a professional sees of clients: none of it can be forwarded (R35). A plan alone, without anything else, can.
DESK_RECIPES: dict[str, Callable[[Views, Professional, dict[str, Any], datetime], Message | None]] = {
    "desk.clients": _clients,
    "desk.summary": _summary,
    "desk.trajectory": _trajectory,
    "desk.rule": _rule,
    "desk.messages": _messages,
    "desk.deputy": _deputy,
}
CLIENT_RECIPES: dict[str, Callable[[Views, Client, datetime], Message | None]] = {
    "menu.diary": _diary,
    "menu.look_back": _look_back,
    "end.kept": _end_kept,
}

"""Nobody sees a client's details and facilitates as well (R30): tried at the real doors, one way and the other."""

import io
import random
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from facilitator_stories import FAY, FILE, TOKEN, assign, fay_joins, unassign
from lag_stories import plan, sanne, welcome
from pypdf import PdfReader
from story import JOOST, Phone, Story, on_stage
from test_handover import trede
from test_over_http import Chat, Installation, Remote, payload_in, place, running  # noqa: F401 - place is a fixture

from bot import erased, facilitators, physicians, shell
from bot.facilitators import NotApart, kept_apart
from bot.settings import Settings
from bot.turn import Door, digest_of
from dialogues.incoming import Incoming, IncomingKind
from simulator.chats import Bubble
from state_machines import events as e
from state_machines.case import FacilitatorContact, PhysicianContact
from state_machines.files import Client, File, Invite, Professional
from state_machines.hand_over import Leave
from storage.open import Opened, open_memory, open_sqlite
from storage.port import LetterState, Settled
from storage.views import Look
from tests import keyed
from tests.doing import role_of

AT = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
NAMES = {"p-joost": "Joost", "p-anna": "Anna", "p-smit": "Dr. Smit", "p-fay": "Fay"}
CHATS = {"p-joost": 2, "p-anna": 3, "p-smit": 9, "p-fay": 7}
ROLES = {"p-smit": "physician", "p-fay": "facilitator"}


# --- an installation by hand ----------------------------------------------------------------------------------------


class Office:
    """Files in a store, and what people and operators do with them through the one door."""

    def __init__(self, opened: Opened) -> None:
        self.opened, self.door, self.at, self._update = opened, Door(opened, bot_name="t"), AT, 0

    def act(self, file: str | None, event: e.Event) -> None:
        """What an operator does: kept apart, or NotApart."""
        assigned = str(file) if isinstance(event, e.FacilitatorSet) else ""
        with self.opened.batch(), kept_apart(self.opened, assigned):
            self.door.act(file, event, by="operator", role=role_of(event))

    def add(self, file: str, *, name: str = "", opens: bool = True) -> None:
        """Somebody is added, or gets a new link; and opens it from their own account."""
        invite = Invite(digest=digest_of(f"token-{file}"), expires=self.at + timedelta(hours=72))
        added = e.ProfessionalAdded(
            at=self.at,
            professional=file,
            name=name or NAMES[file],
            language="en",
            invite=invite,
            role=ROLES.get(file, "coach"),
            regime="delegation",
        )
        self.act(file if self.maybe(file) else None, added)
        if opens:
            self.opens(file, CHATS[file])

    def opens(self, file: str, chat: int) -> bool:
        """Somebody opens the link of this file from this account; whether it is theirs now."""
        self.says(chat, f"/start token-{file}")
        return self.file(file).chat == chat

    def moves(self, file: str, chat: int) -> bool:
        """Somebody who hasn't left gets a new link, and opens it from another account; the one of before is free."""
        if not getattr(self.maybe(file), "gone", False):
            self.add(file, opens=False)
        return self.opens(file, chat)

    def says(self, chat: int, text: str = "", data: str = "") -> None:
        """A person types or taps."""
        self._update += 1
        kind = IncomingKind.TAP if data else IncomingKind.TEXT
        said = Incoming(
            update_id=self._update, chat=chat, at=self.at, kind=kind, text=text, data=data, message_id=self._update
        )
        with self.opened.batch():
            self.door.take(said)

    def invites(self, file: str) -> None:
        """Joost makes a link, for a new client or for one of his."""
        invite = Invite(digest=digest_of(f"token-{file}"), expires=self.at + timedelta(hours=72))
        self.act("p-joost", e.InviteMade(at=self.at, client=file, name=f"Sanne{file[1:]}", invite=invite, link="x"))

    def client(self, file: str = "c-1", chat: int = 1) -> None:
        """Sanne, of Joost, who takes part."""
        self.act("p-joost", e.DeskAsked(at=self.at, what="invite"))
        self.invites(file)
        self.opens(file, chat)
        self.says(CHATS["p-joost"], data=f"k:claim:{file}:yes")
        for choice in ("who", "go_on"):
            self.act(file, e.WelcomeChosen(at=self.at, choice=choice))
        self.act(file, e.WelcomeChosen(at=self.at, choice="agree", text="0" * 64))
        self.act(file, e.TimeChosen(at=self.at, time=datetime(2026, 1, 1, 16, 30, tzinfo=UTC).time()))
        self.act(file, e.DaysChosen(at=self.at, weekdays=(5,)))

    def assign(self, client: str = "c-1", file: str = "p-fay") -> None:
        """As `trede facilitator assign`. Raises NotApart."""
        contact = FacilitatorContact(file=file, name=self.file(file).name, since=AT.date())
        self.act(client, e.FacilitatorSet(at=self.at, facilitator=contact))

    def looks(self, who: str, client: str = "c-1") -> None:
        """Somebody reads the logbook."""
        look = Look(who=who, name=self.file(who).name, why="logbook", at=self.at)
        self.opened.views.trajectory(client, AT.date(), look)

    def maybe(self, file: str) -> File | None:
        """A file, if it is there."""
        with self.opened.batch():
            return self.opened.load(file)

    def file(self, file: str) -> File:
        """A file as it now is."""
        found = self.maybe(file)
        assert found is not None
        return found

    def told(self, chat: int) -> str:
        """All that waits for this account to read."""
        texts, later = [], self.at + timedelta(minutes=1)
        with self.opened.batch():
            while letters := self.opened.claim(later, limit=200).letters:
                texts += [each.letter.body for each in letters if each.letter.chat == chat]
                self.opened.settle([Settled(n=each.n, state=LetterState.SENT, at=later) for each in letters])
        return " ".join(texts)


@pytest.fixture
def office() -> Iterator[Office]:
    """Sanne with Joost; Anna, Dr. Smit and Fay have nothing to do with her yet."""
    with closing(open_memory()) as store:
        made = Office(store)
        for file in NAMES:
            made.add(file)
        made.client()
        assert isinstance(made.file("c-1"), Client)
        assert getattr(made.file("c-1"), "journey", "") == "coaching"
        yield made


Act = Callable[[Office], None]


def _smit(office: Office) -> None:
    office.act("c-1", e.PhysicianSet(at=AT, physician=PhysicianContact(file="p-smit", name="Dr. Smit")))


def _deputy(office: Office) -> None:
    office.act("p-joost", e.DeputyChosen(at=AT, deputy="p-anna"))


def _hands_over(office: Office) -> None:
    office.act("p-joost", e.CoachRemoved(at=AT, to="p-anna", to_name="Anna"))


def _deputy_looked(office: Office) -> None:
    _deputy(office)
    office.act("p-joost", e.LeaveSet(at=AT, leave=Leave(start=AT.date(), end=AT.date())))
    office.looks("p-anna")
    office.act("p-joost", e.DeputyChosen(at=AT, deputy=""))


def _nothing(_: Office) -> None:
    """Joost coaches her as it is."""


def _looked_and_left(office: Office) -> None:
    office.looks("p-joost")
    _hands_over(office)


#: Who comes to see Sanne's details, and by what.
SEES: dict[str, tuple[str, Act]] = {
    "her coach": ("p-joost", _nothing),
    "her coach's deputy": ("p-anna", _deputy),
    "who takes over": ("p-anna", _hands_over),
    "her physician": ("p-smit", _smit),
    "a deputy of before, who looked": ("p-anna", _deputy_looked),
    "a coach of before, who looked and left": ("p-joost", _looked_and_left),
}
#: The other way round: what would make somebody see her, when Fay is her facilitator already.
LATER = {name: pair for name, pair in SEES.items() if pair[1] in {_deputy, _hands_over, _smit}}


def _moves(office: Office, file: str) -> None:
    """Their own account is free: they talk from another one, or have left."""
    if getattr(office.file(file), "gone", False):
        return
    assert office.moves(file, CHATS[file] + 500)


# --- one way: who sees can't facilitate -----------------------------------------------------------------------------


@pytest.mark.parametrize("who", SEES)
def test_whoever_sees_her_can_not_become_her_facilitator(office: Office, who: str) -> None:
    """Assigned by their own file, or by a facilitator's file with their account: refused, and nothing has changed."""
    file, comes_to_see = SEES[who]
    comes_to_see(office)
    _moves(office, file)
    assert office.opens("p-fay", CHATS["p-fay"])
    before = office.file("c-1")
    office.add("p-fay", opens=False)
    assert office.opens("p-fay", CHATS[file])  # nobody is facilitated yet: that isn't refused
    with pytest.raises(NotApart, match="Sanne"):
        office.assign()
    assert office.file("c-1") == before


@pytest.mark.parametrize("who", SEES)
def test_a_link_that_is_opened_later_with_their_account_is_refused(office: Office, who: str) -> None:
    """Fay is assigned before she opened her link; somebody who sees Sanne opens it from an account of theirs."""
    file, comes_to_see = SEES[who]
    comes_to_see(office)
    office.add("p-fay", opens=False)
    office.assign()
    _moves(office, file)
    assert not office.opens("p-fay", CHATS[file])
    assert "kan niet met dit Telegram-account worden geopend" in office.told(CHATS[file])
    assert office.opens("p-fay", 808)


def test_who_sees_other_clients_alone_may(office: Office) -> None:
    """Anna has nothing to do with Sanne: her account of before is no obstacle."""
    office.assign()
    _moves(office, "p-anna")
    office.add("p-fay", opens=False)
    assert office.opens("p-fay", CHATS["p-anna"])


def test_the_client_can_not_facilitate_themself(office: Office) -> None:
    """By the account they talk from now or talked from before, whichever link is opened first."""
    office.add("p-fay", opens=False)
    office.assign()
    assert not office.opens("p-fay", 1)
    _moves(office, "p-fay")
    office.invites("c-1")
    assert not office.opens("c-1", CHATS["p-fay"])
    assert office.opens("c-1", 901)
    office.says(CHATS["p-joost"], data="k:claim:c-1:yes")
    office.add("p-fay", opens=False)
    assert not office.opens("p-fay", 1)


def test_an_account_that_the_client_had_before_can_not_be_assigned(office: Office) -> None:
    """Their link was opened with it once; Fay talks from it now, before anybody assigned her."""
    office.invites("c-1")
    assert office.opens("c-1", 901)
    office.says(CHATS["p-joost"], data="k:claim:c-1:yes")
    assert office.moves("p-fay", 1)
    with pytest.raises(NotApart, match="own"):
        office.assign()
    assert getattr(office.file("c-1"), "facilitator", None) is None


# --- the other way round: who facilitates can't come to see -----------------------------------------------------------


@pytest.mark.parametrize("who", LATER)
def test_who_facilitates_her_can_not_come_to_see_her(office: Office, who: str) -> None:
    """Somebody with an account of Fay's becomes nothing by which they would see her: refused, nothing changed."""
    file, comes_to_see = LATER[who]
    office.assign()
    _moves(office, "p-fay")
    office.add(file, opens=False)
    assert office.opens(file, CHATS["p-fay"])  # they don't see her yet
    before = {each.id: each for each in office.opened.views.files()}
    with pytest.raises(NotApart, match="Fay"):
        comes_to_see(office)
    assert {each.id: each for each in office.opened.views.files()} == before


@pytest.mark.parametrize("who", SEES)
def test_who_sees_her_can_not_open_their_link_with_the_facilitators_account(office: Office, who: str) -> None:
    """A new link for coach, deputy or physician, opened from an account that Fay had."""
    file, comes_to_see = SEES[who]
    comes_to_see(office)
    office.assign()
    _moves(office, "p-fay")
    if getattr(office.file(file), "gone", False):
        return  # no link of theirs can be made
    office.add(file, opens=False)
    assert not office.opens(file, CHATS["p-fay"])
    assert office.opens(file, 909)


def test_a_coach_who_picks_them_as_deputy_in_the_chat_hears_no(office: Office) -> None:
    """The button of the page: Anna, who has an account of Fay's; and Fay herself, by a button made by hand."""
    office.assign()
    _moves(office, "p-fay")
    office.add("p-anna", opens=False)
    assert office.opens("p-anna", CHATS["p-fay"])
    for file in ("p-anna", "p-fay"):
        office.says(CHATS["p-joost"], data=f"k:deputy::{file}")
        joost, other = office.file("p-joost"), office.file(file)
        assert isinstance(joost, Professional)
        assert isinstance(other, Professional)
        assert (joost.deputy, other.stands_in_for) == (None, ())
    office.act("c-1", e.FacilitatorSet(at=AT, facilitator=None))
    office.says(CHATS["p-joost"], data="k:deputy::p-anna")
    assert getattr(office.file("p-joost"), "deputy", None) is not None


def test_one_account_is_never_two_desks_at_once(office: Office) -> None:
    """Whoever talks as a coach, physician or client here can't open a facilitator's link with that account."""
    office.add("p-fay", opens=False)
    for chat in (1, CHATS["p-joost"], CHATS["p-smit"]):
        assert not office.opens("p-fay", chat)


# --- what a facilitator sees ------------------------------------------------------------------------------------------


def told(story: Story, chat: int = FAY) -> list[str]:
    """Every text that a chat ever got, edits and captions too."""
    kinds = {"sent", "document", "edited"}
    return [row.text for row in story.telegram.ledger if row.chat_id == chat and row.what in kinds]


def papers(story: Story) -> list[Bubble]:
    """The plans that stand in Fay's chat."""
    return [bubble for bubble in story.telegram.person(FAY).screen if bubble.kind == "document"]


async def lived(story: Story) -> Phone:
    """Sanne has a plan, scores, a diary with a word of its own, and worked hours; Fay facilitates."""
    await welcome(story)
    await plan(story)
    fay = await fay_joins(story)
    await assign(story)
    await story.sanne.says("Kanarie-77 zingt.")
    await story.until("2026-12-04 16:30")
    await story.sanne.taps("9", "Niets vandaag")
    await story.sanne.says("Kanarie-78")
    await story.sanne.taps("1,5 uur")
    return fay


async def test_a_facilitator_sees_what_is_planned_and_nothing_else() -> None:
    """The paper of the plan, protected, and one look in the client's file for it; no word or number of how it goes."""
    async with on_stage() as story:
        fay = await lived(story)
        before = len(story.opened.views.accesses(sanne(story).id))
        await fay.taps("Het plan van Sanne")
        [paper] = papers(story)
        assert paper.protected
        assert paper.file is not None
        on_paper = "".join(page.extract_text() for page in PdfReader(io.BytesIO(paper.file.content)).pages)
        assert "Sanne" in on_paper
        assert "Karin" in on_paper
        for text in (on_paper, *told(story)):
            assert "Kanarie" not in text
            assert "energie" not in text.casefold()
        looks = story.opened.views.accesses(sanne(story).id)[before:]
        assert [(look.who, look.name, look.why, look.what) for look in looks] == [
            (FILE, "Fay", "planned schedule", "planned")
        ]
        for text in ("/logboek", "/plan", "/meldingen", "/uitnodigen", "/terugblik"):
            await fay.says(text)
            assert "ken ik niet" in fay.last
        assert len(story.opened.views.accesses(sanne(story).id)) == before + 1
        assert story.opened.upkeep.verify() == ()


async def test_nothing_that_a_client_does_reaches_the_facilitator() -> None:
    """A score, a complaint, a signal, a disturbance, a call: Fay hears of none of it; nor is what she types kept."""
    async with on_stage() as story:
        fay = await lived(story)
        before = len(told(story))
        await story.sanne.says("/belmij")
        await story.sanne.says("/klacht")
        await story.sanne.says("ik wil niet meer leven")
        await story.until("2026-12-12 12:00")
        assert told(story)[before:] == []
        await fay.says("Kanarie-79: Sanne is vaak moe.")
        rows = story.opened.views.rows(FILE, Look(who="t", name="t", why="t", at=AT))
        assert "Kanarie" not in repr(rows)
        assert "Kanarie-79" not in repr(sanne(story))


async def test_safety_words_of_a_facilitator_get_the_numbers() -> None:
    """R22, as for everybody; nobody else is told."""
    async with on_stage() as story:
        fay = await lived(story)
        others = len(told(story, JOOST))
        await fay.says("ik wil niet meer leven")
        assert "113" in fay.last
        assert len(told(story, JOOST)) == others


async def test_when_it_is_over_nothing_can_be_seen_and_it_can_begin_again() -> None:
    """A button that was kept shows nothing and is no look; what was seen before is no obstacle to facilitate again."""
    async with on_stage() as story:
        fay = await lived(story)
        await fay.taps("Het plan van Sanne")
        kept = next(b.data for line in papers(story)[-1].buttons for b in line)
        assert kept
        await fay.says("/clienten")
        button = next(b for line in fay.person.screen[-1].buttons for b in line)
        await unassign(story)
        assert papers(story) == []
        looked = len(story.opened.views.accesses(sanne(story).id))
        assert button.data is not None
        fay.person.tap(fay.person.screen[-1].message_id, button.data)
        await story.settle()
        assert "Er is niets veranderd" in fay.last
        assert len(story.opened.views.accesses(sanne(story).id)) == looked
        await assign(story)
        assert "procesbegeleider van Sanne" in fay.last
        assert sum("vanaf nu je procesbegeleider" in text for text in told(story, 101)) == 2


async def test_one_that_is_over_while_it_is_being_drawn_is_not_shown() -> None:
    """Asked for and taken off in one breath."""
    async with on_stage() as story:
        fay = await lived(story)
        fay.person.tap_label("Het plan van Sanne")
        with story.opened.batch():
            over = e.FacilitatorSet(at=story.now.astimezone(UTC), facilitator=None)
            story.stage.app.door.act(sanne(story).id, over, by="story", role=role_of(over))
        await story.settle()
        assert papers(story) == []


async def test_a_link_of_another_role_is_refused_in_kind_words() -> None:
    """Joost opens Fay's link, and Fay's own phone is her own."""
    async with on_stage() as story:
        await welcome(story)
        fay = await fay_joins(story, opens=False)
        await assign(story)
        await story.joost.opens(TOKEN)
        assert "neemt al deel" in story.joost.last or "Je doet al mee" in story.joost.last
        await fay.opens(TOKEN)
        assert "Hoi Fay" in fay.last


# --- the shell --------------------------------------------------------------------------------------------------------


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Sanne with Joost, Anna as his deputy, Dr. Smit as her physician; Bo, Fay and Gijs."""
    made = tmp_path / "trede.db"
    with closing(open_sqlite(made)) as store:
        office = Office(store)
        office.at = datetime.now(UTC)
        for file in NAMES:
            office.add(file)
        office.add("p-bo", name="Bo", opens=False)
        office.client()
        _deputy(office)
        _smit(office)
    return made


#: Who can't facilitate, and what the refusal begins with.
CANT = {
    "Joost": "Joost coaches Sanne-1",
    "Anna": "Anna stands in for the coach of Sanne-1, and can see all that coach's clients",
    "Dr. Smit": "Dr. Smit is the occupational physician of Sanne-1",
    "Sanne-1": "Sanne-1 is the client",
    "Bo": "Bo is a coach here",
    "Zoe": "there is no process facilitator called Zoe",
}
#: By which a facilitator would come to see.
WOULD_SEE = (
    ("coach", "deputy", "Joost", "--is", "Fay"),
    ("coach", "remove", "Joost", "--to", "Fay"),
    ("physician", "assign", "Sanne-1", "Fay"),
)


def _all(path: Path) -> set[str]:
    with closing(open_sqlite(path)) as store:
        return set(map(repr, store.views.files()))


def test_the_shell_says_why_not_and_what_to_do_one_way_and_the_other(path: Path) -> None:
    """Each in one kind line, with nothing changed: who sees can't facilitate; who facilitates can't come to see."""
    before = _all(path)
    for name, why in CANT.items():
        result = trede(path, "facilitator", "assign", "Sanne-1", name)
        assert (result.exit_code, why in result.stderr) == (1, True), result.output
        assert "trede facilitator list" in result.stderr
    assert _all(path) == before
    assert trede(path, "facilitator", "assign", "Sanne-1", "Fay").exit_code == 0
    before = _all(path)
    for words in WOULD_SEE:
        result = trede(path, *words)
        assert (result.exit_code, "Fay is a process facilitator here" in result.stderr) == (1, True), result.output
    assert _all(path) == before


def test_nobody_is_added_under_the_name_of_a_facilitator_nor_the_other_way_round(tmp_path: Path) -> None:
    """The same name is taken for the same person: refused before anything is made."""
    settings = Settings(database=tmp_path / "trede.db")
    with closing(keyed.opened(settings.database, synchronous="OFF")) as store:
        office = Office(store)
        for file in NAMES:
            office.add(file)
    with pytest.raises(NotApart, match="Fay is a process facilitator here"):
        shell.add_coach(settings, "fay", "nl", by="Els")
    with pytest.raises(facilitators.NameTaken, match="can't facilitate here"):
        facilitators.add(settings, "JOOST", language="nl", by="Els")
    with pytest.raises(shell.NotFound):
        physicians.add(settings, "Fay", phone="", mail="", language="nl", weekly=False, by="Els")


@pytest.mark.long
async def test_an_operator_adds_a_facilitator_beside_a_running_bot(place: Installation) -> None:  # noqa: F811
    """Over the wire: the link that is printed opens the desk, and a new one does from another account."""
    async with running(place), Remote(f"http://localhost:{place.local.port}") as remote:
        added = await place.trede("facilitator", "add", "Fay")
        assert (added.code, added.err) == (0, "")
        fay = Chat(remote, await remote.join(FAY, "Fay"))
        await fay.opens(payload_in(added.out))
        assert "Hoi Fay" in await fay.last()
        taken = await place.trede("coach", "add", "fay")
        assert (taken.code, "Fay is a process facilitator here" in taken.err) == (1, True)
        other = Chat(remote, await remote.join(FAY + 1, "Fay"))
        await other.opens(payload_in((await place.trede("facilitator", "link", "Fay")).out))
        assert "Hoi Fay" in await other.last()
        listed = await place.trede("facilitator", "list")
        assert "Fay  in Telegram  facilitates nobody" in listed.out
        assert "Fay" not in (await place.trede("physician", "list")).out


def test_assigned_listed_and_taken_off_in_the_shell(path: Path) -> None:
    """Each says what it did; who did it stands in the log; the same again changes nothing."""
    assert (
        "Fay is now the process facilitator of c-1"
        in trede(path, "facilitator", "assign", "Sanne-1", "fay", "--by", "Els").stdout
    )
    assert "facilitates c-1 since" in trede(path, "facilitator", "list").stdout
    assert trede(path, "facilitator", "assign", "c-1", "Fay").exit_code == 0
    assert "isn't the process facilitator of c-1 any more" in trede(path, "facilitator", "unassign", "Sanne-1").stdout
    assert "has no process facilitator" in trede(path, "facilitator", "unassign", "Sanne-1").stdout
    assert "facilitates nobody" in trede(path, "facilitator", "list").stdout
    with closing(open_sqlite(path)) as store:
        rows = store.views.rows("c-1", Look(who="t", name="t", why="t", at=AT))
        assert "Els" in {row.by for row in rows if isinstance(row.event, e.FacilitatorSet)}
    assert trede(path, "verify").exit_code == 0


def test_erasing_a_client_leaves_nothing_at_the_facilitators_desk(path: Path) -> None:
    """R34: no name, no id, in file or log."""
    assert trede(path, "facilitator", "assign", "Sanne-1", "Fay").exit_code == 0
    assert trede(path, "forget", "c-1", "--yes").exit_code == 0
    with closing(open_sqlite(path)) as store:
        [fay] = [each for each in store.views.professionals() if each.id == "p-fay"]
        kept = repr(fay) + repr(store.views.rows("p-fay", Look(who="t", name="t", why="t", at=AT)))
        assert "c-1" not in kept
        assert "Sanne" not in kept
    assert trede(path, "verify").exit_code == 0


def test_a_client_whose_rows_alone_are_gone_leaves_the_desk_at_the_next_start(tmp_path: Path) -> None:
    """As after a kill in the middle, or a backup that was put back: the desk is told then, and keeps no name."""
    with closing(keyed.opened(tmp_path / "trede.db", synchronous="OFF")) as store:
        office = Office(store)
        for file in NAMES:
            office.add(file)
        office.client()
        office.assign()
        with store.batch():
            store.forget("c-1", AT)
        erased.tell_desks(store, AT)
        fay = office.file("p-fay")
        assert isinstance(fay, Professional)
        assert fay.facilitates == ()
        kept = repr(store.views.rows("p-fay", Look(who="t", name="t", why="t", at=AT)))
        assert "Sanne" not in kept
        assert "c-1" not in kept


async def test_the_clients_copy_names_the_facilitator() -> None:
    """R34: on paper, and field by field."""
    async with on_stage() as story:
        await lived(story)
        await story.sanne.says("/mijngegevens")
        files = [
            bubble.file.content for bubble in story.sanne.person.screen if bubble.kind == "document" and bubble.file
        ]
        on_paper = "".join(page.extract_text() for page in PdfReader(io.BytesIO(files[0])).pages)
        assert "Procesbegeleider" in on_paper
        assert "Fay" in on_paper
        assert b'"facilitator"' in files[1]


# --- over random histories --------------------------------------------------------------------------------------------


def _seers(office: Office, client: Client) -> set[str]:
    """Said again, in other words than the rule's: the ids of everybody who sees this client's details, or did."""
    desks = office.opened.views.professionals()
    holders = {desk.id for desk in desks if client.id in {card.client for card in desk.clients}} | {client.coach}
    deputies = {desk.id for desk in desks if {each.coach for each in desk.stands_in_for} & holders}
    named = {client.deputy.id} if client.deputy else set()
    physicians = {client.physician.file} if client.physician else set()
    looked = {row.who for row in office.opened.views.accesses(client.id) if row.what != "planned"}
    return holders | deputies | named | physicians | looked


def _nobody_is_both(office: Office) -> None:
    for client in office.opened.views.files():
        if not isinstance(client, Client) or client.facilitator is None:
            continue
        fay = office.file(client.facilitator.file)
        assert isinstance(fay, Professional)
        own = {fay.chat, *fay.earlier_chats} - {None}
        assert client.id in {each.client for each in fay.facilitates}
        assert client.chat not in own
        seers = _seers(office, client)
        assert fay.id not in seers
        for id_ in seers:
            seer = office.maybe(id_)
            theirs = {seer.chat, *seer.earlier_chats} if isinstance(seer, Professional) else set()
            assert not own & theirs, (client.id, fay.name, id_)


STEPS: dict[str, Callable[[Office, random.Random], Any]] = {
    "another account": lambda office, chance: office.moves(chance.choice(list(NAMES)), chance.choice(ACCOUNTS)),
    "assign": lambda office, chance: office.assign(f"c-{chance.randint(1, 2)}", chance.choice(("p-fay", "p-gijs"))),
    "take off": lambda office, chance: office.act(
        f"c-{chance.randint(1, 2)}", e.FacilitatorSet(at=AT, facilitator=None)
    ),
    "deputy": lambda office, chance: office.act(
        chance.choice(("p-joost", "p-anna")),
        e.DeputyChosen(at=AT, deputy=chance.choice(("", "p-joost", "p-anna", "p-bo", "p-fay"))),
    ),
    "deputy in the chat": lambda office, chance: office.says(
        chance.choice((2, 3, 7, 11)), data=f"k:deputy::{chance.choice(('p-joost', 'p-anna', 'p-bo', 'p-gijs'))}"
    ),
    "hand over": lambda office, chance: office.act(
        chance.choice(("p-joost", "p-anna")), e.CoachRemoved(at=AT, to="p-bo", to_name="Bo")
    ),
    "physician": lambda office, chance: office.act(
        f"c-{chance.randint(1, 2)}",
        e.PhysicianSet(at=AT, physician=chance.choice((None, PhysicianContact(file="p-smit", name="Dr. Smit")))),
    ),
    "client's link": lambda office, chance: office.invites(f"c-{chance.randint(1, 2)}"),
    "client opens": lambda office, chance: office.opens(f"c-{chance.randint(1, 2)}", chance.choice((1, 7, 11, 12))),
}
ACCOUNTS = (2, 3, 7, 9, 11, 12)
#: A hand-over ends a coach for good, and a client's link their taking part: these come seldom.
WEIGHTS = [{"another account": 60, "assign": 30, "hand over": 1, "client's link": 2}.get(name, 6) for name in STEPS]


def _history(seed: int) -> None:
    chance = random.Random(seed)
    with closing(open_memory()) as store:
        office = Office(store)
        for file in NAMES:
            office.add(file, opens=file == "p-joost" or chance.random() < 0.7)
        office.client("c-1", 1)
        office.client("c-2", 22)
        for _ in range(40):
            name = chance.choices(list(STEPS), WEIGHTS)[0]
            with suppress(NotApart):
                STEPS[name](office, chance)
            _nobody_is_both(office)


@pytest.fixture
def more_people() -> Iterator[None]:
    """A third coach and a second facilitator, for the histories."""
    more = {"p-bo": ("Bo", 11, "coach"), "p-gijs": ("Gijs", 12, "facilitator")}
    for file, (name, chat, role) in more.items():
        NAMES[file], CHATS[file], ROLES[file] = name, chat, role
    yield
    for file in more:
        del NAMES[file], CHATS[file], ROLES[file]


@pytest.mark.usefixtures("more_people")
def test_over_random_histories_nobody_is_ever_both() -> None:
    """Links, accounts that change hands, deputies, hand-overs, physicians, clients' links: after each step."""
    for seed in range(10):
        _history(seed)


@pytest.mark.long
@pytest.mark.usefixtures("more_people")
def test_over_many_random_histories_nobody_is_ever_both() -> None:
    """The same, at length."""
    for seed in range(1000, 2500):
        _history(seed)

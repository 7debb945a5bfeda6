"""The fault matrix: every fault that HTTP and Telegram know, at each of the four calls that a bot lives by.

What each comes to stands in `matrix.md`. Here the real bot meets it, over HTTP, with its own pauses and timeouts, in
pushed time; and the table itself is held against what must never be.
"""

import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import figures
import pytest
from scenes import CLASSES, SCENES, measured
from wired_bot import REFUSED

FAULTS = (
    "429, wait 1 s", "429, wait 30 s", "429, wait 3600 s", "500", "502", "504", REFUSED, "reset before", "reset after",
    "no answer after", "truncated JSON", "HTML, 502", "HTML, 200", "other JSON", "403", "400", "401", "409",
)  # fmt: skip
#: Faults after which a message may have arrived and did.
ARRIVED = {"reset after", "no answer after", "truncated JSON"}
#: Most copies of a letter that came through without the bot knowing: as the delivery policy allows. The lane's is sure.
COPIES = {"question": 2, "prompt": 2, "prompt, 20 min": 2, "reminder": 1, "reply": 1}
SENDING = [name for name in SCENES if name.startswith("sendMessage")]
SECTION = """## The fault matrix

Each line is a run of `make test-faults`: every fault at getUpdates, sendMessage, editMessageText and
answerCallbackQuery, met by the bot over HTTP. A cell says what a fault comes to: how a letter ends, how often it is
seen, how many requests a minute there are, whether the bot stops. What is expected stands in `tests/faults/matrix.md`;
the last column must be 0.

| date | faults | scenes | cells | different |
|---|---|---|---|---|
"""

Rows = Mapping[str, Mapping[str, str]]


def _read() -> Mapping[str, Rows]:
    """The matrix: by scene, by fault, by column."""
    text = (Path(__file__).parent / "matrix.md").read_text(encoding="utf-8")
    found: dict[str, Rows] = {}
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        name, _, rest = part.partition("\n")
        lines = [line.strip().strip("|").split("|") for line in rest.splitlines() if line.startswith("|")]
        head, _, *rows = [[cell.strip() for cell in line] for line in lines]
        found[name.strip()] = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    return found


MATRIX = _read()
#: Each fault at one of the scenes, each scene with three or four faults.
SAMPLE = [(scene, f) for j, scene in enumerate(SCENES, -1) for i, f in enumerate(FAULTS) if (i - j) % len(SCENES) == 0]


def _letters() -> Iterator[tuple[str, str, str, str]]:
    """The cells that tell of a letter: scene, fault, class, what became of it."""
    for scene in SENDING:
        for fault, row in MATRIX[scene].items():
            for name in CLASSES:
                yield scene, fault, name, row[name]


@pytest.mark.parametrize(("scene", "fault"), SAMPLE)
def test_a_fault_comes_to_what_the_matrix_says(scene: str, fault: str) -> None:
    """Each fault at one call, each call with some faults; all of them at each: `make test-faults`."""
    assert measured(scene, fault) == MATRIX[scene][fault]


@pytest.mark.long
def test_every_fault_comes_to_what_the_matrix_says() -> None:
    """All rows; the figures go into docs/reliability.md."""
    cells, different = 0, list[str]()
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as workers:  # they mostly wait
        rows = [(scene, fault, row) for scene, rows in MATRIX.items() for fault, row in rows.items()]
        for (scene, fault, row), found in zip(
            rows, workers.map(measured, *zip(*((r[0], r[1]) for r in rows), strict=True)), strict=True
        ):
            cells += len(row) - 1
            different += [f"{scene}, {fault}: {found[n]!r}, not {row[n]!r}" for n in row if found[n] != row[n]]
    figures.keep(SECTION, len(FAULTS), len(MATRIX), cells, len(different))
    assert not different, "\n".join(different)


# --- what the table may never say -------------------------------------------------------------------------------------


def test_the_matrix_leaves_no_fault_out() -> None:
    """Every scene has a row for every fault, and no other."""
    assert list(MATRIX) == list(SCENES)
    assert {scene: list(rows) for scene, rows in MATRIX.items()} == {scene: list(FAULTS) for scene in SCENES}


def test_what_people_do_counts_once_whatever_goes_wrong() -> None:
    """No tap is lost, none counts twice: whichever call goes wrong, once or for long, the bot stopped or not."""
    said = [row[name] for row in MATRIX["getUpdates"].values() for name in ("once: handled", "then handled")]
    said += [row["the tap: handled"] for row in MATRIX["answerCallbackQuery"].values()]
    assert {cell.partition(",")[0] for cell in said} == {"1x"}


def test_a_letter_is_lost_only_when_telegram_refuses_it() -> None:
    """It fails when its person can't be reached or Telegram won't have it; it expires with its window alone."""
    for scene, fault, name, cell in _letters():
        assert ("failed" in cell) == (fault in {"400", "403"}), (scene, fault, name)
        assert "expired" not in cell or name == "prompt, 20 min", (scene, fault, name)
        if "sent" in cell:
            assert not cell.endswith(" 0x"), (scene, fault, name)


def test_safety_text_and_alerts_always_arrive_in_the_end() -> None:
    """Unless Telegram says that this person, or this text, is out of the question (R22)."""
    for scene, fault, name, cell in _letters():
        if name in {"safety", "alert"} and fault not in {"400", "403"}:
            assert "sent" in cell, (scene, fault, name)


def test_a_person_sees_a_letter_twice_only_as_the_policy_allows() -> None:
    """Only when it arrived and no answer came; a question and a prompt twice, a reply and a reminder never."""
    for scene, fault, name, cell in _letters():
        seen = int(cell.rpartition(" ")[2].rstrip("x"))
        assert seen <= 1 or fault in ARRIVED, (scene, fault, name)
        assert name not in COPIES or seen <= COPIES[name], (scene, fault, name)


def test_an_edit_is_seen_once() -> None:
    """The new words stand there once; only who can't be reached has the old ones alone."""
    for fault, row in MATRIX["editMessageText"].items():
        for column in ("then on screen", "on screen"):
            assert row[column].count("two") == (fault != "403"), (fault, column)


def test_no_fault_makes_a_hot_loop() -> None:
    """At most one request a second of a kind, for each chat, however long it lasts."""
    counts = [
        int(row["for long: requests/min"])
        for name in ("getUpdates", "editMessageText")
        for row in MATRIX[name].values()
    ]
    counts += [int(cell.partition("/")[0]) for scene, *_, cell in _letters() if scene == SENDING[1]]
    assert max(counts) <= 60
    assert {row["answers tried"] for row in MATRIX["answerCallbackQuery"].values()} == {"1"}


def test_only_a_wrong_token_and_a_second_poller_stop_the_bot() -> None:
    """Nothing else that can be said to it does; these two nobody but a person can mend."""
    stops = {
        (scene, fault) for scene, rows in MATRIX.items() for fault, row in rows.items() if row["the bot"] != "goes on"
    }
    assert stops == {("getUpdates", "401"), ("getUpdates", "409")}

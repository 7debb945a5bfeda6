"""Learns the weights of the safety scan from the lines in `safety_lines/learnt` and `safety_lines/seen` (R22).

python -m tests.dialogues.safety_learn      writes dialogues/safety_weights.bin: `make safety-learn`

Three linear models (logistic regression) over the places of `dialogues.safety_weigh`: whether danger is told of at
all, whether it is the writer's, and if so, whether it is urgent or indirect. What is seldom seen counts for more: a
place weighs the cube of how surprising it is. Which sentences of a line point to danger isn't known, so it is learnt
from whole lines first and then twice from the heaviest sentences of each. The blind half and the reserve aren't learnt
from.
"""

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

import dialogues
from dialogues.safety_line import plain_words
from dialogues.safety_weigh import COARSER, FILE, PLACES, STEPS, places, runs, stretches
from tests.dialogues import safety_promised as promised
from tests.dialogues.safety_corpora import KINDS, LANGUAGES, LEARNT_FROM, digest_of_lines, lines
from tests.dialogues.safety_ways import WAYS

POWER = 3  # of how surprising a place is
RARITIES = (1, 2, 4, 8, 24, 128, 1024)  # sentences a place was seen in, up to which it has one rarity
FIRM, FIRM_URGENT = 100.0, 30.0  # how far weights may go to fit the lines
JOINTS = (", ", " ", " en ", " maar ", " and ", " but ", "... ", ". ")
ASIDES = ("lach me dood", "ik ben doodmoe", "dead tired", "I'm dead tired", "killing me", "ik verveel me dood", "lol")
MANY = 100  # times that an aside may be drawn, beside some thousands of lines
SEED = 113
PROMISED = 20  # times that a line counts which is promised to be heard as it is
AGAIN = 2  # times it learns anew from the heaviest sentences
DEAR = frozenset({"t1", "t2"})  # kinds that are learnt mistyped each, of the others one in three
TYPED = ("with a slip of the finger", "in chat spelling", "without marks, a space forgotten")  # learnt as well


class Lines:
    """Lines as sentences, their places, and the runs of sentences that are weighed as one."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Read the lines as the scan does."""
        columns, ends = [], [0]
        self.runs, self.starts = [], [0]  # of each line; of each line its first run
        for text in texts:
            found = stretches(plain_words(text, str)) or [[","]]
            first = len(ends) - 1
            for stretch in found:
                columns += places(stretch)
                ends.append(len(columns))
            self.runs += [(first + at, first + to) for at, to in runs(len(found))]
            self.starts.append(len(self.runs))
        self.places = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(ends) - 1, PLACES))
        self.places.sum_duplicates()
        self.together = _together(self.runs, len(ends) - 1)

    def rarity(self) -> tuple[np.ndarray, np.ndarray]:
        """By place which rarity it has, and by rarity how much that counts for."""
        seen = np.asarray((self.places > 0).sum(axis=0)).ravel()
        which = np.searchsorted(RARITIES, seen)
        surprise = np.log((self.places.shape[0] + 1) / (np.clip(seen, 1, None) + 1)) ** POWER
        return which, np.array([surprise[which == n].mean() for n in range(len(RARITIES) + 1)]).round(3)

    def weighable(self, counts: np.ndarray) -> tuple[csr_matrix, csr_matrix]:
        """Each run with its places as they count, of length one; and the same by four places, for urgency."""
        much = np.sqrt(self.together @ (self.places @ counts**2))
        scaled = diags(1 / much) @ self.together @ self.places @ diags(counts)
        whole = scaled.tocoo()
        coarse = csr_matrix((whole.data, (whole.row, whole.col >> COARSER)), shape=(scaled.shape[0], PLACES >> COARSER))
        return scaled.tocsr(), coarse

    def longest(self) -> list[int]:
        """Of each line the run with most sentences."""
        spans = [to - at for at, to in self.runs]
        return [start + int(np.argmax(spans[start:end])) for start, end in self._each()]

    def heaviest(self, weights: np.ndarray, danger: np.ndarray) -> list[int]:
        """Of each dangerous line the heaviest run, of each other line the heaviest two."""
        found = []
        for (start, end), is_danger in zip(self._each(), danger, strict=True):
            order = np.argsort(-weights[start:end])
            found += [start + int(at) for at in order[: 1 if is_danger else 2]]
        return found

    def line_of(self, runs_of: Sequence[int]) -> np.ndarray:
        """The line that each run belongs to."""
        return np.searchsorted(self.starts, runs_of, side="right") - 1

    def _each(self) -> Iterator[tuple[int, int]]:
        return zip(self.starts, self.starts[1:], strict=False)


def learnt(told: Lines, kinds: np.ndarray) -> tuple[dict[str, object], bytes]:
    """What the file holds: how to read it, and the tables."""
    which, counts = told.rarity()
    fine, coarse = told.weighable(counts[which])
    of_danger, picked = _by_sentence(told, fine, np.isin(kinds, ("t1", "t2")))
    of_anybody, _ = _by_sentence(told, fine, np.isin(kinds, ("t1", "t2", "t3")))
    theirs = [run for run in picked if kinds[told.line_of([run])[0]] in {"t1", "t2"}]
    urgent = _fitted(coarse[theirs], kinds[told.line_of(theirs)] == "t1", FIRM_URGENT)
    worth = of_anybody.coef_[0] * counts[which]
    scale = np.array([_scale(worth[which == n], STEPS // 2) for n in range(len(counts))])
    steps = np.clip(np.rint(worth / scale[which]), -STEPS // 2, STEPS // 2 - 1).astype(int)
    codes = (which * STEPS + steps + STEPS // 2).astype(np.uint8)
    (danger, step), (now, step_now) = _in_steps(of_danger.coef_[0]), _in_steps(urgent.coef_[0])
    models = {"told": of_anybody, "danger": of_danger, "urgent": urgent}
    head = {
        "rarity": counts.tolist(),
        "told": [float(f"{each:.6g}") for each in scale],
        "steps": {"danger": step, "urgent": step_now},
        "bases": {name: round(float(model.intercept_[0]), 5) for name, model in models.items()},
    }
    return head, codes.tobytes() + danger.tobytes() + now.tobytes()


def _by_sentence(told: Lines, weighable: csr_matrix, right: np.ndarray) -> tuple[LogisticRegression, list[int]]:
    """A model of which lines are `right`, learnt from whole lines, then from their heaviest sentences; and those."""
    picked = told.longest()
    for _ in range(AGAIN):
        model = _fitted(weighable[picked], right[told.line_of(picked)], FIRM)
        picked = told.heaviest(model.decision_function(weighable), right)
    return _fitted(weighable[picked], right[told.line_of(picked)], FIRM), picked


def _in_steps(weights: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights as bytes with a sign, and what a step is worth."""
    step = float(f"{_scale(weights, 128):.6g}")
    return np.clip(np.rint(weights / step), -128, 127).astype(np.int8), step


def _fitted(weighable: csr_matrix, right: np.ndarray, firm: float) -> LogisticRegression:
    return LogisticRegression(C=firm, max_iter=1000).fit(weighable, right)


def _scale(weights: np.ndarray, steps: int) -> float:
    """What one step is worth, so that nearly all weights fit; those beyond are cut off."""
    used = np.abs(weights[weights != 0])
    return float(np.quantile(used, 0.995)) / (steps - 1) if len(used) else 1.0


def _together(of_runs: Sequence[tuple[int, int]], sentences: int) -> csr_matrix:
    """Which sentences are in which run."""
    rows = [row for row, (at, to) in enumerate(of_runs) for _ in range(at, to)]
    columns = [sentence for at, to in of_runs for sentence in range(at, to)]
    return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(of_runs), sentences))


def learnable() -> tuple[list[str], np.ndarray]:
    """Every line to learn from with its kind; some are learnt mistyped as well."""
    found = [
        (line, kind)
        for half in LEARNT_FROM
        for kind in KINDS
        for language in LANGUAGES
        for line in lines(half, kind, language)
    ]
    found += [(line, f"t{tier}") for line, tier in promised.HITS] * PROMISED
    found += [(line, "harmless") for table in promised.NONE for line in promised.lines(table)] * PROMISED
    found += [(aside, "idioms") for aside in ASIDES] * MANY
    more = [
        *(
            (WAYS[TYPED[n % len(TYPED)]](line), kind)
            for n, (line, kind) in enumerate(found)
            if kind in DEAR or n % 3 == 0
        ),
        *_joined(found),
    ]
    return [line for line, _ in found + more], np.array([kind for _, kind in found + more])


def _joined(found: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Lines of danger with another beside it in one sentence: what stands around it takes nothing away."""
    drawn = random.Random(SEED)
    short = {kind: [line for line, of in found if of == kind and len(line) < 70] for kind in KINDS}
    for kind in ("t1", "t2"):
        for line in drawn.sample(short[kind], len(short[kind]) * 2 // 3):
            beside = drawn.choice(short[drawn.choice(("t3", "harmless", "idioms"))] + [*ASIDES] * MANY)
            one, two = drawn.choice(((line, beside), (beside, line)))
            yield f"{one.rstrip('.!? ')}{drawn.choice(JOINTS)}{two}", kind


def main() -> None:
    """Learn, and write the file."""
    texts, kinds = learnable()
    head, tables = learnt(Lines(texts), kinds)
    told = {"lines": len(texts), "digest": digest_of_lines(), **head}
    path = Path(dialogues.__file__).with_name(FILE)
    path.write_bytes(json.dumps(told).encode() + b"\n" + tables)
    print(f"learnt from {len(texts)} lines into {path.name}: now `make safety` and `make test`")


if __name__ == "__main__":
    main()

"""The docs tell the truth: what they name exists, what they show is there, and what is generated is fresh."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bot import diagrams
from bot.__main__ import main
from dialogues.commands import CLIENT, COACH, FACILITATOR, PHYSICIAN, STRANGER

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *DOCS.rglob("*.md")])
#: Written for people, by hand; the rest is generated, or about the house.
FOR_PEOPLE = [
    page
    for page in PAGES
    if not {"reference", "decisions"} & set(page.relative_to(ROOT).parts)
    and page.name not in {"architecture.md", "data-register.md"}
]
PICTURES = sorted((DOCS / "pictures").glob("*"))

FENCED = re.compile(r"^ *```(\w*)\n(.*?)^ *```", re.M | re.S)
INLINE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
RULE = re.compile(r"\bR(\d+)\b")
SETTING = re.compile(r"\bTREDE_[A-Z_]+\b")
MOST_BYTES = 300_000

#: BotFather's own commands, not ours.
BOTFATHER = {"newbot", "revoke", "mybots", "setjoingroups", "setdescription"}
#: Where a link may lead, outside the repository.
HOSTS = {"t.me", "localhost", "127.0.0.1", "api.telegram.org"}
#: Paths of one computer, and addresses of registries.
FOLDERS = ("work", "home", "root", "tmp", "Users")
REGISTRIES = ("pypi", "pythonhosted", "index-url", "find-links")
OF_A_MACHINE = re.compile("|".join([*(f"/{name}/" for name in FOLDERS), r"[A-Z]:\\", *REGISTRIES]))
#: Claims that nobody has shown (R36).
CLAIMS = re.compile(
    r"\b(proven|evidence[- ]based|clinically|guarante\w+|certified|compliant|compliance|cures?|heals?|"
    r"recovers? (?:faster|sooner)|medical[- ]grade|state[- ]of[- ]the[- ]art|bewezen|wetenschappelijk)\b",
    re.I,
)


def named(page: Path) -> str:
    """A page's name in a test's id."""
    return str(page.relative_to(ROOT))


def code(page: Path) -> Iterator[str]:
    """What stands in code, inline or fenced, a line at a time."""
    text = page.read_text(encoding="utf-8")
    for block in FENCED.finditer(text):
        yield from block[2].splitlines()
    yield from INLINE.findall(FENCED.sub("", text))


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as the usual renderers make them."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", page.read_text(encoding="utf-8")), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in headings}


def links(page: Path) -> list[str]:
    """Where a page's links and pictures lead."""
    return LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_and_picture_leads_somewhere(page: Path) -> None:
    """Each relative link and picture exists, its heading too; an address is one of a few known ones."""
    for target in links(page):
        if "://" in target:
            assert target.split("/")[2].split(":")[0] in HOSTS, target
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), target
        assert not anchor or anchor in anchors(found), target


def test_every_page_is_reached_from_the_readme() -> None:
    """Nobody has to know a page's name to find it."""
    reached: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        targets = [(page.parent / target.partition("#")[0]).resolve() for target in links(page) if "://" not in target]
        pages = [each for target in targets for each in (sorted(target.glob("*.md")) if target.is_dir() else [target])]
        waiting += [each for each in pages if each.suffix == ".md" and each not in reached]
    assert set(PAGES) <= reached


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_make_command_exists(page: Path) -> None:
    """Whoever types `make X` from the docs finds that target."""
    targets = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    for line in code(page):
        assert set(re.findall(r"\bmake ([a-z][a-z-]*)", line)) <= targets, line


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_trede_command_and_option_exists(page: Path) -> None:
    """Whoever types `trede X --y` from the docs is understood."""
    for line in code(page):
        for said in re.findall(r"(?<![\w.])trede ((?:--?)?[a-z].*)", line):
            command: click.Command = main
            for word in said.split():
                if not (isinstance(command, click.Group) and re.fullmatch(r"[a-z][a-z-]*", word)):
                    break
                below = command.get_command(click.Context(command), word)
                assert below is not None, line
                command = below
            options = {name for param in command.params for name in (*param.opts, *param.secondary_opts)}
            assert set(re.findall(r"(?<!\S)--[a-z-]+", said)) <= options | {"--help"}, line


@pytest.mark.parametrize("page", FOR_PEOPLE, ids=named)
def test_every_chat_command_exists(page: Path) -> None:
    """A command named for the chat is one that the bot, or BotFather, knows."""
    known = {
        name for command in (*CLIENT, *COACH, *PHYSICIAN, *FACILITATOR, *STRANGER) for name in (command.nl, command.en)
    } | BOTFATHER
    for line in code(page):
        found = re.fullmatch(r"/([a-z]+)", line)
        assert found is None or found[1] in known, line


def test_settings_are_the_same_in_the_docs_the_example_and_the_code() -> None:
    """Every TREDE_ variable of the docs is in .env.example; that file and settings.py name the same ones."""
    example = set(re.findall(r"^(TREDE_[A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.M))
    source = (ROOT / "bot" / "settings.py").read_text(encoding="utf-8")
    read = {f"TREDE_{name}" for name in re.findall(r"env\.\w+\(\"([A-Z_]+)\"", source)}
    told = {name for page in PAGES for name in SETTING.findall(page.read_text(encoding="utf-8"))}
    assert example == read
    assert told == example


@pytest.mark.parametrize("page", FOR_PEOPLE, ids=named)
def test_every_rule_that_is_cited_is_explained(page: Path) -> None:
    """A rule's number means something to a reader: it is one of R1-R40, and a line in the-day.md says which."""
    explained = set(re.findall(r"^\| R(\d+) \|", (DOCS / "the-day.md").read_text(encoding="utf-8"), re.M))
    assert all(1 <= int(number) <= 40 for number in explained)
    assert set(RULE.findall(page.read_text(encoding="utf-8"))) <= explained


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_rule_exists(page: Path) -> None:
    """No page, ours or generated, cites a rule outside R1-R40."""
    assert all(1 <= int(number) <= 40 for number in RULE.findall(page.read_text(encoding="utf-8")))


def test_the_generated_pages_are_fresh() -> None:
    """`make docs` has been run: the reference says what the code says now."""
    assert diagrams.draw(DOCS, check=True) == ()


def test_a_stale_missing_or_strange_page_is_found_and_mended(tmp_path: Path) -> None:
    """`trede docs --check` names what differs and changes nothing; without it all is written and nothing else stays."""
    shutil.copytree(DOCS, tmp_path / "docs")
    shutil.copy(ROOT / ".env.example", tmp_path)
    folder = tmp_path / "docs" / "reference"
    (folder / "cli.md").write_text("old", encoding="utf-8")
    (folder / "machines.md").unlink()
    (folder / "gone.md").write_text("of a command that is gone", encoding="utf-8")
    wrong = {str(folder / name) for name in ("cli.md", "machines.md", "gone.md")}
    assert set(diagrams.draw(tmp_path / "docs", check=True)) == wrong
    assert (folder / "cli.md").read_text(encoding="utf-8") == "old"
    assert set(diagrams.draw(tmp_path / "docs")) == wrong
    assert diagrams.draw(tmp_path / "docs", check=True) == ()


def test_the_readme_says_the_two_commands_and_what_trede_is_not() -> None:
    """A newcomer finds how to try it and test it, what it needs, one picture, its limits and its licence."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = [line.split("#")[0].strip() for block in FENCED.finditer(text) for line in block[2].splitlines()]
    assert {"make demo", "make test"} <= set(commands)
    assert "![" in text
    for words in ("Python 3.11", "Not a medical device", "Not for emergencies", "end-to-end", "no expert has approved"):
        assert words in text
    for words in ("No real people's data yet", "(R35)", "(R36)", "Apache-2.0"):
        assert words in text


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_no_page_names_a_machine_a_registry_or_a_claim(page: Path) -> None:
    """No path of one computer, no address of a registry, no promise that nobody has shown (R36)."""
    text = page.read_text(encoding="utf-8")
    assert not OF_A_MACHINE.findall(text)
    assert not CLAIMS.findall(text)


def test_every_label_in_the_tutorial_is_on_a_screen() -> None:
    """What the tutorial asks to tap, in italics, is a text of the bot or of the demo page."""
    sources = [*(ROOT / "dialogues").glob("*.py"), *(ROOT / "tests" / "transcripts").glob("*.en.txt")]
    sources += [ROOT / "simulator" / "demo.py", ROOT / "simulator" / "page" / "words.js"]
    shown = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    tutorial = " ".join((DOCS / "tutorial.md").read_text(encoding="utf-8").split())
    labels = re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", tutorial)
    assert len(labels) > 40
    assert [label for label in labels if label.rstrip(".") not in shown] == []


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.name)
def test_every_picture_is_small_and_used(picture: Path) -> None:
    """A picture is a PNG under 300 KB that some page shows."""
    assert picture.read_bytes().startswith(b"\x89PNG\r\n")
    assert picture.stat().st_size < MOST_BYTES
    shown = {(page.parent / target).resolve() for page in PAGES for target in links(page) if "://" not in target}
    assert picture.resolve() in shown


async def test_the_example_of_a_test_runs() -> None:
    """The conversation in test-with-the-simulator.md is played as it stands there."""
    page = (DOCS / "how-to" / "test-with-the-simulator.md").read_text(encoding="utf-8")
    example = next(block[2] for block in FENCED.finditer(page) if block[1] == "python")
    space: dict[str, object] = {}
    exec(compile(example, "example", "exec"), space)
    played = next(value for name, value in space.items() if name.startswith("test_"))
    assert callable(played)
    await played()

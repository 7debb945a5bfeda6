"""The catalogues: complete and well-formed; each check can fail; an update changes only what texts changed."""

from pathlib import Path

import pytest

from dialogues import catalogues

CODE = """
def texts(_, n_, N_):
    _("Hello {name}.", name=1)
    n_("{n} day", "{n} days", 2)
    return N_("Later")
"""
GOOD = """
msgid "Hello {name}."
msgstr "Hoi {name}."

msgid "Later"
msgstr "Straks"

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n} dag"
msgstr[1] "{n} dagen"
"""
HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


def made(room: Path, code: str = CODE, po: str = GOOD) -> Path:
    """A small room with one module and one catalogue."""
    (room / "texts.py").write_text(code, encoding="utf-8")
    path = catalogues.path_of(room, "nl")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + po, encoding="utf-8")
    return room


# --- ours ---------------------------------------------------------------------------------------------------------


def test_our_catalogues_have_no_problems() -> None:
    """Every text is translated, in kind words, with its placeholders."""
    assert catalogues.problems() == ()


def test_our_catalogue_is_written_as_update_writes_it(tmp_path: Path) -> None:
    """Nothing to bring up to date: `trede catalogues` leaves the file as it is."""
    kept = catalogues.path_of(catalogues.ROOM, "nl").read_bytes()
    copy = tmp_path / "dialogues"
    for module in catalogues.ROOM.rglob("*.py"):
        there = copy / module.relative_to(catalogues.ROOM)
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes(module.read_bytes())
    path = catalogues.path_of(copy, "nl")
    path.parent.mkdir(parents=True)
    path.write_bytes(kept)
    catalogues.update(copy)
    assert path.read_bytes() == kept


# --- what is wrong is found ---------------------------------------------------------------------------------------


def test_a_good_catalogue_has_no_problems(tmp_path: Path) -> None:
    """The made-up room on which the checks below fail one by one."""
    assert catalogues.problems(made(tmp_path)) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        ('msgstr "Straks"', 'msgstr ""', "not translated: 'Later'"),
        ('msgid "Later"\nmsgstr "Straks"\n', "", "not translated: 'Later'"),
        ('msgid "Later"', '#, fuzzy\nmsgid "Later"', "fuzzy: 'Later'"),
        ("Hoi {name}.", "Hoi {naam}.", "other placeholders"),
        ("Hoi {name}.", "Hoi.", "other placeholders"),
        ("Hoi {name}.", "Hoi {name}, {name}.", "other placeholders"),
        ("Hoi {name}.", "Hoi {name.", "braces that can't be filled in"),
        ("{n} dagen", "dagen", "other placeholders"),
        ('msgstr[1] "{n} dagen"', 'msgstr[1] ""', "not translated: '{n} day'"),
        ('msgstr[1] "{n} dagen"', 'msgstr[1] "{n} dagen"\nmsgstr[2] "{n} dagen"', "can't be read"),
        ('msgid_plural "{n} days"\nmsgstr[0] "{n} dag"\nmsgstr[1] "{n} dagen"', 'msgstr "{n} dag"', "not translated"),
        ("Straks", "Straks!", "says '!'"),
        ("Straks", "Helaas, straks", "says 'helaas'"),
        ("Straks", "Waarom straks", "says 'waarom'"),
        ("Straks", "Je bent goed bezig", "says 'goed bezig'"),
        ("Straks", "Straks, zie /straks", "/straks is no command"),
        ("Straks", "Straks, zie /clients", "/clients is no command"),
        ('msgid "Later"', 'msgid "Gone"\nmsgstr "Weg"\n\nmsgid "Later"', "no text of the code any more: 'Gone'"),
    ],
)
def test_what_is_wrong_with_a_translation_is_found(tmp_path: Path, right: str, wrong: str, found: str) -> None:
    """One change to the good catalogue, one problem."""
    assert right in GOOD
    problems = catalogues.problems(made(tmp_path, po=GOOD.replace(right, wrong)))
    assert [problem for problem in problems if found in problem and problem.startswith("nl")]


@pytest.mark.parametrize("rule", ["nplurals=1; plural=0", "nplurals=2; plural=(n > 1)", "nplurals=3; plural=n"])
def test_other_plural_forms_than_the_languages_own_are_found(tmp_path: Path, rule: str) -> None:
    """Too few, too many, or by another rule."""
    forms = "".join(f'\nmsgstr[{n}] "{{n}} dagen"' for n in range(1, int(rule[9])))
    room = made(tmp_path, po=GOOD.replace('\nmsgstr[1] "{n} dagen"', forms))
    path = catalogues.path_of(room, "nl")
    path.write_text(path.read_text().replace("nplurals=2; plural=(n != 1)", rule))
    found = catalogues.problems(room)
    assert any("plural forms should be" in problem for problem in found)
    assert any("needs 2 form(s): '{n} day'" in problem for problem in found) == (rule[9] != "2")


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        ("Later", "Later!", "says '!'"),
        ("Hello {name}.", "Hello {name.", "braces"),
        ("Later", "See /later", "no command"),
    ],
)
def test_what_is_wrong_with_the_source_is_found(tmp_path: Path, right: str, wrong: str, found: str) -> None:
    """English is checked too."""
    room = made(tmp_path, code=CODE.replace(right, wrong), po=GOOD.replace(right, wrong))
    assert [problem for problem in catalogues.problems(room) if problem.startswith("en") and found in problem]


@pytest.mark.parametrize("said", ["Straks, crisisvrij", "Straks, en/of /help", "Straks: 1/2", "https://x.nl/straks"])
def test_only_whole_words_and_real_commands_are_looked_at(tmp_path: Path, said: str) -> None:
    """A word inside another word is fine, and so are fractions, addresses and known commands."""
    assert catalogues.problems(made(tmp_path, po=GOOD.replace("Straks", said))) == ()


def test_the_form_for_one_may_do_without_its_number(tmp_path: Path) -> None:
    """ "a day" instead of "1 day"."""
    assert catalogues.problems(made(tmp_path, po=GOOD.replace('{n} dag"', 'een dag"'))) == ()


# --- bringing up to date ------------------------------------------------------------------------------------------


def test_updating_twice_changes_nothing(tmp_path: Path) -> None:
    """The second time the bytes are the same."""
    path = catalogues.path_of(made(tmp_path), "nl")
    catalogues.update(tmp_path)
    once = path.read_bytes()
    catalogues.update(tmp_path)
    assert path.read_bytes() == once
    assert catalogues.problems(tmp_path) == ()


def test_the_file_holds_nothing_that_changes_by_itself(tmp_path: Path) -> None:
    """No dates, no version of a tool, no line numbers."""
    catalogues.update(made(tmp_path))
    text = catalogues.path_of(tmp_path, "nl").read_text(encoding="utf-8")
    for changing in ("Date", "Generated", "Version", "texts.py", "#:", "#~"):
        assert changing not in text.replace("MIME-Version", "")


def test_texts_stand_in_alphabetical_order(tmp_path: Path) -> None:
    """So that two people's additions rarely meet."""
    catalogues.update(made(tmp_path))
    text = catalogues.path_of(tmp_path, "nl").read_text(encoding="utf-8")
    assert text.index("Hello") < text.index("Later") < text.index("{n} day")


def test_a_text_that_is_gone_goes_and_a_new_one_comes_empty(tmp_path: Path) -> None:
    """Nothing is guessed: a changed text waits for its translation."""
    room = made(tmp_path, code=CODE.replace("Later", "Later on"))
    catalogues.update(room)
    text = catalogues.path_of(room, "nl").read_text(encoding="utf-8")
    assert "Straks" not in text
    assert 'msgid "Later on"\nmsgstr ""' in text
    assert "Hoi {name}." in text


def test_another_file_fills_what_is_empty_and_overrules_nothing(tmp_path: Path) -> None:
    """The translation that stands wins."""
    room = made(tmp_path, po=GOOD.replace('msgid "Later"\nmsgstr "Straks"\n', ""))
    other = tmp_path / "other.po"
    other.write_text(HEADER + '\nmsgid "Later"\nmsgstr "Zo"\n\nmsgid "Hello {name}."\nmsgstr "Dag {name}."\n')
    catalogues.update(room, also=[other])
    text = catalogues.path_of(room, "nl").read_text(encoding="utf-8")
    assert 'msgstr "Zo"' in text
    assert "Hoi {name}." in text
    assert "Dag" not in text


def test_a_fuzzy_translation_stays_fuzzy(tmp_path: Path) -> None:
    """Updating never makes a doubt disappear."""
    room = made(tmp_path, po=GOOD.replace('msgid "Later"', '#, fuzzy\nmsgid "Later"'))
    catalogues.update(room)
    assert any("fuzzy" in problem for problem in catalogues.problems(room))


def test_a_language_without_a_catalogue_gets_one(tmp_path: Path) -> None:
    """Empty, and every text is named as not translated."""
    (tmp_path / "texts.py").write_text(CODE, encoding="utf-8")
    (written,) = catalogues.update(tmp_path)
    assert written.exists()
    assert len(catalogues.problems(tmp_path)) == 3

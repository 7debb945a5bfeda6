"""The catalogues: bringing them up to date from the texts in the code, and finding what is wrong with them.

English is the language of the code; every other language has one `.po` beside it. `update` writes nothing that changes
by itself (no date, no version, no line number), so a catalogue changes when a text does.
"""

import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import PoFileError, read_po, write_po

from dialogues import commands

ROOM = Path(__file__).parent
KEYWORDS: Mapping[str, tuple[int, ...] | None] = {"_": None, "n_": (1, 2), "N_": None}
TRANSLATED = ("nl",)
HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""

#: A command inside a text; each language names its own.
COMMAND = re.compile(r"(?<![\w/.:}])/([a-z_]+)")

#: What no text says (tone), by language; "" holds for each.
FORBIDDEN = {
    "": ("!",),
    "nl": (
        "waarom",
        "jammer",
        "helaas",
        "alweer",
        "vergeten",
        "gemist",
        "mislukt",
        "goed bezig",
        "sterker worden",
        "beter worden",
        "crisis",
    ),
}


# --- bringing up to date ------------------------------------------------------------------------------------------


def path_of(room: Path, language: str) -> Path:
    """Where a language's catalogue lies."""
    return room / "locale" / language / "LC_MESSAGES" / "trede.po"


def extracted(room: Path = ROOM) -> Catalog:
    """Every text that the room's code marks, untranslated."""
    found = Catalog(charset="utf-8")
    for file, _line, text, _comments, context in extract_from_dir(room, [("**.py", "python")], keywords=KEYWORDS):
        found.add(text, locations=[(file, 0)], context=context)
    return found


def read(path: Path, language: str) -> Catalog:
    """A catalogue; an empty one when there is none yet. Raises PoFileError when it isn't well-formed."""
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language, charset="utf-8", abort_invalid=True)


def update(room: Path = ROOM, also: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Write each language's catalogue anew, texts in alphabetical order: what is translated stays, what is gone goes.

    `also` names more `.po` files whose translations are taken over where the catalogue has none. Returns what it wrote.
    """
    texts, written = extracted(room), []
    for language in TRANSLATED:
        path = path_of(room, language)
        sources = [read(path, language), *(read(each, language) for each in also)]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_as_bytes(_filled(texts, sources, language)))
        written.append(path)
    return tuple(written)


def _filled(texts: Catalog, sources: list[Catalog], language: str) -> Catalog:
    """The texts of the code with the first translation found; a text that changed is left empty, never guessed."""
    filled = Catalog(locale=language, charset="utf-8")
    for text in _messages(texts):
        known = (source.get(_singular(text)) for source in sources)
        same = (message for message in known if message is not None and message.id == text.id and _said(message))
        kept = next(same, None)
        filled.add(text.id, kept.string if kept else None, locations=text.locations, flags=_kept_flags(kept))
    return filled


def _kept_flags(kept: Message | None) -> tuple[str, ...]:
    return ("fuzzy",) if kept is not None and kept.fuzzy else ()


def _as_bytes(catalogue: Catalog) -> bytes:
    body = BytesIO()
    write_po(body, catalogue, width=110, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    header = HEADER.format(language=catalogue.locale_identifier, plurals=catalogue.plural_forms)
    return header.encode() + body.getvalue().lstrip(b"\n").rstrip(b"\n") + b"\n"


# --- finding what is wrong ----------------------------------------------------------------------------------------


def problems(room: Path = ROOM) -> tuple[str, ...]:
    """What is wrong with the texts and their translations, a line each; empty when all is well."""
    texts = extracted(room)
    found = [line for text in _messages(texts) for form in _forms(text.id) for line in _unfit("en", "", form)]
    for language in TRANSLATED:
        try:
            catalogue = read(path_of(room, language), language)
        except PoFileError as unreadable:
            found.append(f"{language}: the catalogue can't be read: {unreadable}")
        else:
            found += _wrong(texts, catalogue, language)
    return tuple(found)


def _wrong(texts: Catalog, catalogue: Catalog, language: str) -> Iterator[str]:
    """What is wrong with one language's catalogue."""
    rule = Catalog(locale=language)
    if catalogue.plural_forms != rule.plural_forms:
        yield f"{language}: plural forms should be {rule.plural_forms!r}, not {catalogue.plural_forms!r}"
    for text in _messages(texts):
        known = catalogue.get(_singular(text))
        if known is None or known.id != text.id or not _said(known):
            yield f"{language}: not translated: {_singular(text)!r}"
        else:
            yield from _wrong_message(known, rule.num_plurals, language)
    for known in _messages(catalogue):
        if texts.get(_singular(known)) is None:
            yield f"{language}: no text of the code any more: {_singular(known)!r}"


def _wrong_message(message: Message, plurals: int, language: str) -> Iterator[str]:
    singular = _singular(message)
    if message.fuzzy:
        yield f"{language}: fuzzy: {singular!r}"
    sources, needed = _forms(message.id), plurals if message.pluralizable else 1
    if len(_forms(message.string)) != needed or isinstance(message.string, str) == message.pluralizable:
        yield f"{language}: needs {needed} form(s): {singular!r}"
        return
    for place, said in enumerate(_forms(message.string)):
        yield from _unfit(language, singular, said)
        if _differs(sources[min(place, len(sources) - 1)], said, counted=message.pluralizable and place == 0):
            yield f"{language}: other placeholders than the text: {singular!r} -> {said!r}"


def _unfit(language: str, singular: str, said: str) -> Iterator[str]:
    """Words that no text may have, or braces that can't be filled in."""
    for word in (*FORBIDDEN[""], *FORBIDDEN.get(language, ())):
        if says(said, word):
            yield f"{language}: says {word!r}: {said!r}"
    for command in COMMAND.findall(said):
        if command not in _commands(language):
            yield f"{language}: /{command} is no command: {said!r}"
    if _placeholders(said) is None:
        yield f"{language}: braces that can't be filled in: {said!r} {singular!r}".rstrip(" '")


def says(text: str, word: str) -> bool:
    """Whether a text says a word or words, in any case and not as part of another word."""
    edges = (r"\b" if word[0].isalnum() else "", r"\b" if word[-1].isalnum() else "")
    return re.search(re.escape(word).join(edges), text, re.IGNORECASE) is not None


def _differs(source: str, said: str, *, counted: bool) -> bool:
    """Whether the placeholders differ in name or count; the form for one may leave out or add its `{n}`."""
    wanted, found = _placeholders(source), _placeholders(said)
    if wanted is None or found is None:
        return False
    if counted:
        wanted.pop("n", None)
        found.pop("n", None)
    return wanted != found


def _placeholders(text: str) -> Counter[str] | None:
    """The names in braces and how often each is used; None when the braces don't match."""
    try:
        return Counter(name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None)
    except ValueError:
        return None


def _commands(language: str) -> frozenset[str]:
    """The names of the commands that a language shows."""
    known = (*commands.CLIENT, *commands.COACH, *commands.STRANGER)
    return frozenset(command.nl if language == "nl" else command.en for command in known)


# --- small things about messages ----------------------------------------------------------------------------------


def _messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _forms(text: object) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text) if isinstance(text, tuple | list) else ()


def _singular(message: Message) -> str:
    return _forms(message.id)[0]


def _said(message: Message) -> bool:
    """Whether every form has words."""
    forms = _forms(message.string)
    return bool(forms) and all(form.strip() for form in forms)

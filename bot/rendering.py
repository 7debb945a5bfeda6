"""From a prompt to a message, in the language of the person whose file it is."""

from dialogues.prompt import Message, Page
from dialogues.texts import CLIENT_TEXTS, DESK_TEXTS
from dialogues.words import words
from state_machines.effects import Prompt
from state_machines.files import Client, File


def render(file: File, prompt: Prompt) -> Message:
    """The message that this prompt is for this person now. KeyError for a text that nobody writes."""
    said = words(file.language)
    if isinstance(file, Client):
        return CLIENT_TEXTS[prompt.name](Page(file=file, values=prompt.values, words=said))
    return DESK_TEXTS[prompt.name](Page(file=file, values=prompt.values, words=said))

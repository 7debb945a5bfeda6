"""What somebody hears who has no file here, or comes by the wrong link. Nothing of them is kept."""

from dialogues import phrases
from dialogues.emergency_numbers import NUMBERS
from dialogues.prompt import Message
from dialogues.suggestions import N_
from dialogues.words import Words

CALL = N_("In an emergency: call {danger}. To talk, at any hour: {talk} or {talk_free}.")

TEXTS: dict[str, tuple[str, ...]] = {
    "unknown": (
        N_("Hi. I'm Trede: a computer program that walks along with people on their way back to work."),
        N_("You need an invitation to take part. Ask your coach for one. I keep nothing of what you send."),
        CALL,
    ),
    "dead_link": (
        N_("This link no longer works, or has been used already. Ask your coach for a new one. That's no trouble."),
        CALL,
    ),
    "client_link_by_professional": (
        N_("This link is for your client. Pass it on, so that they can open it on their own phone."),
        N_("It hasn't been used: it still works."),
    ),
    "professional_link_by_client": (
        N_("This link is for a coach. You take part as an employee here, and that stays as it is."),
    ),
    "link_by_other_client": (
        N_("You take part already, and that stays as it is. This link is for somebody else, and still works."),
    ),
    "apart": (
        N_("This link can't be opened with this Telegram account."),
        N_("Who sees details of a client can't be their process facilitator, nor the other way round. That is fixed."),
        N_("Ask whoever gave you the link what to do. It hasn't been used: it still works."),
    ),
    "group": (
        N_("I only talk in private, one to one. Open a chat with me to go on."),
        N_("I keep nothing from this group."),
    ),
    "try_again": (
        N_("Something went wrong here. It has nothing to do with you."),
        N_("What you sent is kept, and a person looks at it. You don't have to send it again."),
        CALL,
    ),
}


def stranger(name: str, words: Words) -> Message:
    """The text of this name; an unknown name says how to get an invitation."""
    return phrases.message(*(words._(text, **NUMBERS) for text in TEXTS.get(name, TEXTS["unknown"])))

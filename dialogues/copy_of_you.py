"""Chapters of the copy: who takes part, with whom, with which settings and consents."""

from collections.abc import Iterator

from dialogues import consents, copy_words, phrases
from dialogues.copy_parts import Kept, Part, telling
from dialogues.copy_words import moment
from dialogues.words import Words
from state_machines.files import Client, Consent

#: Each by its own name.
LANGUAGES = {"nl": "Nederlands", "en": "English"}


def you(kept: Kept, said: Words) -> Iterator[Part]:
    """Who takes part and who works with them; settings and own lists."""
    client, _ = kept.client, said._
    yield Part(
        heading=_("You, and who works with you"),
        facts=telling(
            (_("First name or initials"), client.name),
            (_("Chat number at Telegram"), str(client.chat or "")),
            (_("Taking part since"), said.dated(client.coaching_since) if client.coaching_since else ""),
            (_("Coach"), client.coach_name),
            (_("Coach reads on"), said.weekdays(client.coach_days)),
            (_("Deputy"), client.deputy.name if client.deputy else ""),
            (_("Occupational physician"), client.physician.name if client.physician else ""),
            (_("Process facilitator"), _facilitator(client, said)),
            (_("Language"), LANGUAGES.get(client.language, client.language)),
            (_("Time zone"), client.zone),
        ),
    )
    yield Part(
        heading=_("Your settings and your lists"),
        facts=telling(
            (_("Check-in at"), said.clock(client.checkin_time)),
            (_("On"), said.weekdays(client.weekdays)),
            (_("Buttons only"), copy_words.yes_no(client.buttons_only, said)),
            (_("Diary open to your coach"), copy_words.yes_no(client.diary_open, said)),
            (_("Words taken out of the chat"), copy_words.yes_no(client.tidy_chat, said)),
            (_("Pause until"), said.dated(client.paused_until) if client.paused_until else ""),
            (_("Gives energy"), ", ".join(client.givers)),
            (_("Costs energy"), ", ".join(client.drainers)),
            (_("Early signs"), "; ".join(_sign(each.sign, each.answer) for each in client.signs)),
            (_("Your own people"), ", ".join(client.contacts)),
            (_("A heavy day begins at"), said.number(client.rule.bad_from)),
        ),
    )


def _facilitator(client: Client, said: Words) -> str:
    found = client.facilitator
    return f"{found.name}, {said.dated(found.since)}" if found else ""


def _sign(sign: str, answer: str) -> str:
    return f"{sign} – {answer}" if answer else sign


def consented(kept: Kept, said: Words) -> Iterator[Part]:
    """Each yes and no, with the language of the text that was read."""
    _ = said._
    if kept.client.consents:
        yield Part(
            heading=_("What you consented to"),
            columns=(_("When"), _("About"), _("Answer"), _("Text read in")),
            widths=(0, 1, 0, 0),
            rows=tuple(_consent(each, kept.client, said) for each in kept.client.consents),
        )


def _consent(each: Consent, client: Client, said: Words) -> tuple[str, ...]:
    subject = consents.SUBJECTS.get(each.subject)
    names = {"coach": phrases.coach_of(client), "supervisor": phrases.supervisor_of(client, said)}
    about = said._(subject.name, **names) if subject else each.subject
    language = LANGUAGES.get(each.language, each.language)
    return moment(each.at, client, said), about, copy_words.yes_no(each.given, said), language

"""One HTML page with every message as a reader will see it: bubbles and buttons, no script, nothing from elsewhere."""

import re
from html import escape

from dialogues.preview_samples import Sample, samples
from dialogues.prompt import Button, Message
from dialogues.suggestions import N_
from dialogues.words import words

TITLE = N_("Trede: every message")
INTRO = N_("Every message as a reader sees it. Sanne (client), Joost (coach) and Karin (supervisor) are invented.")
NOTHING = N_("No message is sent.")

#: What Telegram shows as a link in a text: commands and addresses.
TAPPABLE = re.compile(r"(?<![\w/&;])(/[a-z]{2,}|https?://[^\s<]+)")

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #d5e3ea; color: #16242c; font: 16px/1.4 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.4rem; margin: .5rem 0; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 2px solid #8aa7b5; }
h3 { font: 600 .8rem/1.3 ui-monospace, monospace; margin: 1.25rem 0 .3rem; color: #33505e; overflow-wrap: anywhere; }
h3 small { font-weight: 400; }
nav ul { padding-left: 1.2rem; }
a { color: #0b5c86; }
.bubble { background: #fff; border-radius: .9rem .9rem .9rem .25rem; padding: .55rem .8rem; white-space: pre-wrap;
  overflow-wrap: anywhere; box-shadow: 0 1px 1px #0002; }
.bubble b { color: #0b5c86; font-weight: 400; }
.bubble.none { background: none; box-shadow: none; font-style: italic; }
.row { display: flex; gap: .25rem; margin-top: .25rem; }
.row span { flex: 1; min-width: 0; background: #54788a; color: #fff; border-radius: .5rem; padding: .45rem .3rem;
  text-align: center; font-size: .9rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
"""


def page(language: str) -> str:
    """The whole page in one language, self-contained."""
    said, groups = words(language), samples(language)
    title, intro = escape(said._(TITLE)), escape(said._(INTRO))
    contents = "".join(f'<li><a href="#g{n}">{escape(said._(name))}</a></li>' for n, name in enumerate(groups))
    body = "".join(_group(n, said._(name), shown, said._(NOTHING)) for n, (name, shown) in enumerate(groups.items()))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n<p>{intro}</p>\n<nav><ul>{contents}</ul></nav>\n{body}</main>\n</body>\n</html>\n"
    )


def _group(number: int, heading: str, shown: tuple[Sample, ...], nothing: str) -> str:
    messages = "".join(_sample(sample, nothing) for sample in shown)
    return f'<section id="g{number}">\n<h2>{escape(heading)}</h2>\n{messages}</section>\n'


def _sample(sample: Sample, nothing: str) -> str:
    about = f" <small>{escape(sample.about)}</small>" if sample.about else ""
    return f"<article><h3>{escape(sample.name)}{about}</h3>\n{_bubble(sample.message(), nothing)}</article>\n"


def _bubble(message: Message, nothing: str) -> str:
    if not message.text:
        return f'<div class="bubble none">{escape(nothing)}</div>\n'
    rows = "".join(f'<div class="row">{"".join(map(_button, row))}</div>\n' for row in message.rows)
    text = TAPPABLE.sub(r"<b>\1</b>", escape(message.text))
    return f'<div class="bubble">{text}</div>\n{rows}'


def _button(button: Button) -> str:
    return f"<span>{escape(button.label)}{' ↗' if button.url else ''}</span>"

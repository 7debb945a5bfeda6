"""The demo page: loads nothing foreign, never turns text into markup, answers this machine only."""

from __future__ import annotations

import re

import aiohttp
import pytest

from simulator.server import PAGE

FILES = sorted(path.name for path in PAGE.iterdir())


async def fetched(running, path: str, **headers: str) -> aiohttp.ClientResponse:
    async with aiohttp.ClientSession() as session, session.get(f"{running.url}{path}", headers=headers) as answer:
        await answer.read()
        return answer


async def test_every_file_is_served_under_a_strict_policy(running):
    """Own scripts, styles and pictures only; no other file can be asked for."""
    for path in ("", *(f"page/{name}" for name in FILES)):
        answer = await fetched(running, path)
        assert answer.status == 200, path
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
    for path in ("page/server.py", "page/%2e%2e%2fserver.py"):
        assert (await fetched(running, path)).status == 404


@pytest.mark.parametrize("name", FILES)
def test_no_file_needs_the_network_or_writes_markup_from_text(name):
    """No foreign address, no innerHTML and its like, no inline style or script."""
    text = (PAGE / name).read_text()
    addresses = set(re.findall(r"""(?:https?:|["'(])//[a-z0-9.-]+\.[a-z]{2,}""", text))
    assert addresses <= {"http://www.w3.org"}
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", text)
    if name.endswith(".html"):
        assert not re.search(r"\sstyle=|\son\w+=|<script>(?!</script>)", text)


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "[::1", ""])
async def test_a_foreign_host_is_refused(running, host):
    """DNS rebinding gets no page and no control."""
    assert (await fetched(running, "sim/clock", Host=host)).status in {400, 421}


async def test_another_sites_page_is_refused(running):
    """A page elsewhere cannot push the clock; the own page can."""
    assert (await fetched(running, "sim/clock", Origin="https://evil.example")).status == 403
    assert (await fetched(running, "sim/clock", Origin="null")).status == 403
    assert (await fetched(running, "sim/clock", Origin=running.url.rstrip("/"))).status == 200


async def test_a_document_is_downloaded_and_a_photo_shown(running, sanne):
    """Nothing a bot sends can run on the page's own address."""
    paper = {"document": ('evil".html', b"<script>alert(1)</script>")}
    await running.telegram.call("sendDocument", {"chat_id": 101}, paper)
    sanne.photo()
    document, photo = [bubble.message_id for bubble in sanne.screen[1:]]
    answer = await fetched(running, f"sim/file?chat_id=101&message_id={document}")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="evil.html"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    shown = await fetched(running, f"sim/file?chat_id=101&message_id={photo}")
    assert (shown.content_type, shown.headers["Content-Disposition"].split(";")[0]) == ("image/png", "inline")
    assert (await fetched(running, "sim/file?chat_id=101&message_id=1")).status == 400


def test_both_tongues_have_the_same_words():
    """A word missing in one language would show as nothing."""
    text = (PAGE / "words.js").read_text()
    dutch, english = (set(re.findall(r"\b(\w+): \"", part)) for part in re.split(r"\n  en: ", text))
    assert dutch == english
    named = re.compile(r'word\("(\w+)"\)|data-(?:word|label)="(\w+)"')
    used = set().union(*(named.findall((PAGE / name).read_text()) for name in FILES))
    assert {a or b for a, b in used} <= dutch

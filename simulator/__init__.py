"""A local Telegram: the Bot API over HTTP, a page to chat on, and a clock one can push.

The room knows Telegram's outside and nothing of the bot that talks to it: it imports no other
room. `telegram.Telegram` is the world in memory, `server.start` puts HTTP around it,
`clock.VirtualClock` moves time only while the bot says it is idle.
"""

"""Telegram and the order of things: the one door, the queue, the clock, the post. Never rules, words or SQL."""

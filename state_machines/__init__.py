"""What should happen next: plan, journey, welcome, check-in and the coach's desk, as tables and pure functions.

Everything here takes values and a moment and returns values. No words, no database, no Telegram, no clock.
"""

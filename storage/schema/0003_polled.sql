-- When Telegram last answered a poll. What people sent a day and more after it was never asked for, and is gone.

CREATE TABLE polled (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    at  TEXT NOT NULL
) STRICT;

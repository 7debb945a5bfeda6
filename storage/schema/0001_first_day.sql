-- The tables of the first day. Plain are only ids, the file's pseudonym, moments, actor, wake kind, a letter's
-- recipient, class and state, and hashes; all else is inside sealed payloads.
-- Moments are texts, ISO in UTC and always as wide, so that they sort.

-- --- the files: one snapshot each ------------------------------------------------------------------------------

CREATE TABLE client (
    id      TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    payload BLOB NOT NULL
) STRICT;

CREATE TABLE professional (
    id      TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    payload BLOB NOT NULL
) STRICT;

-- --- the chains: what happened, what was agreed, who looked ------------------------------------------------------

CREATE TABLE log (
    file    TEXT NOT NULL,
    n       INTEGER NOT NULL,
    at      TEXT NOT NULL,
    actor   TEXT NOT NULL CHECK (actor IN ('client', 'clock', 'coach', 'physician')),
    payload BLOB,
    digest  BLOB NOT NULL,
    hash    BLOB NOT NULL,
    PRIMARY KEY (file, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan (
    file        TEXT NOT NULL,
    n           INTEGER NOT NULL,
    at          TEXT NOT NULL,
    version     INTEGER NOT NULL,
    fingerprint TEXT NOT NULL, -- the version's own hash (R4)
    log         INTEGER NOT NULL, -- the log row that brought it
    payload     BLOB NOT NULL,
    digest      BLOB NOT NULL,
    hash        BLOB NOT NULL,
    PRIMARY KEY (file, n),
    UNIQUE (file, fingerprint),
    FOREIGN KEY (file) REFERENCES client (id),
    FOREIGN KEY (file, log) REFERENCES log (file, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE access (
    file    TEXT NOT NULL,
    n       INTEGER NOT NULL,
    at      TEXT NOT NULL,
    payload BLOB,
    digest  BLOB NOT NULL,
    hash    BLOB NOT NULL,
    PRIMARY KEY (file, n)
) STRICT, WITHOUT ROWID;

-- --- what the client said yes to ----------------------------------------------------------------------------------

CREATE TABLE consent (
    file    TEXT NOT NULL REFERENCES client (id),
    n       INTEGER NOT NULL,
    at      TEXT NOT NULL,
    payload BLOB NOT NULL,
    PRIMARY KEY (file, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement (
    file        TEXT NOT NULL REFERENCES client (id),
    n           INTEGER NOT NULL,
    at          TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (file, n),
    FOREIGN KEY (file, fingerprint) REFERENCES plan (file, fingerprint)
) STRICT, WITHOUT ROWID;

-- --- who talks from where -----------------------------------------------------------------------------------------

CREATE TABLE person (
    chat INTEGER PRIMARY KEY, -- one chat has one role
    role TEXT NOT NULL CHECK (role IN ('client', 'professional')),
    file TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE invite (
    digest  TEXT PRIMARY KEY,
    file    TEXT NOT NULL UNIQUE,
    expires TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- --- due work -----------------------------------------------------------------------------------------------------

CREATE TABLE wake (
    file    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    day     TEXT NOT NULL,
    number  INTEGER NOT NULL,
    at      TEXT NOT NULL,
    expires TEXT,
    ended   TEXT,
    outcome TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (file, kind, day, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX wake_due ON wake (at) WHERE ended IS NULL;
CREATE INDEX wake_ended ON wake (ended) WHERE ended IS NOT NULL;

-- --- letters ------------------------------------------------------------------------------------------------------

CREATE TABLE outbox (
    n          INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: a late settling must not meet a younger letter
    chat       INTEGER NOT NULL,
    file       TEXT,
    kind       TEXT NOT NULL,
    slot       BLOB, -- a hash of chat and slot
    below      INTEGER NOT NULL,
    once       INTEGER NOT NULL,
    body       BLOB,
    not_before TEXT NOT NULL,
    expires    TEXT,
    state      TEXT NOT NULL
        CHECK (state IN ('due', 'sending', 'sent', 'uncertain', 'failed', 'expired', 'replaced')),
    tries      INTEGER NOT NULL DEFAULT 0,
    settled    TEXT,
    message_id INTEGER,
    reason     TEXT NOT NULL DEFAULT '',
    CHECK ((state IN ('due', 'sending')) = (settled IS NULL))
) STRICT;

CREATE INDEX outbox_unsettled ON outbox (chat, n) WHERE settled IS NULL;
CREATE INDEX outbox_due ON outbox (not_before, n) WHERE state = 'due';
CREATE INDEX outbox_safety ON outbox (not_before, n) WHERE state = 'due' AND kind = 'safety';
CREATE INDEX outbox_expires ON outbox (expires) WHERE state = 'due' AND expires IS NOT NULL;
CREATE INDEX outbox_slot ON outbox (slot, n) WHERE slot IS NOT NULL;
CREATE INDEX outbox_file ON outbox (file) WHERE file IS NOT NULL;
CREATE INDEX outbox_settled ON outbox (settled) WHERE settled IS NOT NULL;

-- --- the installation's own ---------------------------------------------------------------------------------------

CREATE TABLE seen (
    update_id INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    stumble   BLOB
) STRICT;

CREATE INDEX seen_at ON seen (at);

CREATE TABLE setting (
    n       INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    payload BLOB NOT NULL
) STRICT;

-- --- erasure ------------------------------------------------------------------------------------------------------

CREATE TABLE never (
    id INTEGER PRIMARY KEY CHECK (id IS NULL) -- holds no row: what refers to it can't be committed
) STRICT;

CREATE TABLE erasing (
    file      TEXT PRIMARY KEY,
    at        TEXT NOT NULL,
    under_way INTEGER REFERENCES never (id) DEFERRABLE INITIALLY DEFERRED, -- set and cleared in one transaction
    remains   INTEGER NOT NULL DEFAULT 0 -- until free space in the file has been cleared too
) STRICT, WITHOUT ROWID;

-- --- laws ---------------------------------------------------------------------------------------------------------

CREATE TRIGGER plan_comes_from_a_coach BEFORE INSERT ON plan
WHEN (SELECT actor FROM log WHERE file = NEW.file AND n = NEW.log) IS NOT 'coach'
BEGIN SELECT RAISE(ABORT, 'a plan comes from a coach''s event and from nothing else (R2)'); END;

CREATE TRIGGER plan_never_changes BEFORE UPDATE ON plan
BEGIN SELECT RAISE(ABORT, 'a version of a plan never changes (R4)'); END;

CREATE TRIGGER log_never_changes BEFORE UPDATE ON log
WHEN NEW.payload IS NOT NULL OR (OLD.file, OLD.n, OLD.at, OLD.actor, OLD.digest, OLD.hash)
    IS NOT (NEW.file, NEW.n, NEW.at, NEW.actor, NEW.digest, NEW.hash)
BEGIN SELECT RAISE(ABORT, 'a log row never changes; its payload may be emptied'); END;

CREATE TRIGGER access_never_changes BEFORE UPDATE ON access
WHEN NEW.payload IS NOT NULL OR (OLD.file, OLD.n, OLD.at, OLD.digest, OLD.hash)
    IS NOT (NEW.file, NEW.n, NEW.at, NEW.digest, NEW.hash)
BEGIN SELECT RAISE(ABORT, 'an access row never changes; its payload may be emptied'); END;

CREATE TRIGGER consent_never_changes BEFORE UPDATE ON consent
BEGIN SELECT RAISE(ABORT, 'a consent never changes; it is withdrawn by a new one'); END;

CREATE TRIGGER agreement_never_changes BEFORE UPDATE ON agreement
BEGIN SELECT RAISE(ABORT, 'an agreement never changes; it is followed by a new one'); END;

CREATE TRIGGER setting_never_changes BEFORE UPDATE ON setting
BEGIN SELECT RAISE(ABORT, 'a setting never changes; it is followed by a new one'); END;

CREATE TRIGGER setting_stays BEFORE DELETE ON setting
BEGIN SELECT RAISE(ABORT, 'a setting is never deleted'); END;

CREATE TRIGGER log_stays BEFORE DELETE ON log
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE file = OLD.file AND under_way IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a log row is deleted only when its file is erased'); END;

CREATE TRIGGER plan_stays BEFORE DELETE ON plan
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE file = OLD.file AND under_way IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a version of a plan is deleted only when its file is erased'); END;

CREATE TRIGGER access_stays BEFORE DELETE ON access
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE file = OLD.file AND under_way IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'an access row is deleted only when its file is erased'); END;

CREATE TRIGGER consent_stays BEFORE DELETE ON consent
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE file = OLD.file AND under_way IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a consent is deleted only when its file is erased'); END;

CREATE TRIGGER agreement_stays BEFORE DELETE ON agreement
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE file = OLD.file AND under_way IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'an agreement is deleted only when its file is erased'); END;

CREATE TRIGGER client_never_returns BEFORE INSERT ON client
WHEN EXISTS (SELECT 1 FROM erasing WHERE file = NEW.id)
BEGIN SELECT RAISE(ABORT, 'this file was erased; nothing of it is kept again'); END;

CREATE TRIGGER professional_never_returns BEFORE INSERT ON professional
WHEN EXISTS (SELECT 1 FROM erasing WHERE file = NEW.id)
BEGIN SELECT RAISE(ABORT, 'this file was erased; nothing of it is kept again'); END;

CREATE TRIGGER letter_of_an_erased_file BEFORE INSERT ON outbox
WHEN EXISTS (SELECT 1 FROM erasing WHERE file = NEW.file)
BEGIN SELECT RAISE(ABORT, 'this file was erased; a last letter to its person is about no file'); END;

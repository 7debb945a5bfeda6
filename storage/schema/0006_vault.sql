-- Keys: which key store belongs to this database; and sealing a payload anew, with what it says unchanged (its digest in
-- the chain vouches for that). A re-seal is marked in its transaction, as an erasure is.

CREATE TABLE key_store (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id  BLOB NOT NULL
) STRICT;

CREATE TABLE resealing (
    one       INTEGER PRIMARY KEY CHECK (one = 1),
    under_way INTEGER NOT NULL REFERENCES never (id) DEFERRABLE INITIALLY DEFERRED -- set and deleted in one transaction
) STRICT;

CREATE TRIGGER key_store_stays BEFORE DELETE ON key_store
BEGIN SELECT RAISE(ABORT, 'a database keeps its key store'); END;

CREATE TRIGGER key_store_never_changes BEFORE UPDATE ON key_store
BEGIN SELECT RAISE(ABORT, 'a database keeps its key store'); END;

DROP TRIGGER log_never_changes;
CREATE TRIGGER log_never_changes BEFORE UPDATE ON log
WHEN (NEW.payload IS NOT NULL AND (OLD.payload IS NULL OR NOT EXISTS (SELECT 1 FROM resealing)))
    OR (OLD.file, OLD.n, OLD.at, OLD.actor, OLD.digest, OLD.hash)
    IS NOT (NEW.file, NEW.n, NEW.at, NEW.actor, NEW.digest, NEW.hash)
BEGIN SELECT RAISE(ABORT, 'a log row never changes; its payload may be emptied, or sealed anew'); END;

DROP TRIGGER access_never_changes;
CREATE TRIGGER access_never_changes BEFORE UPDATE ON access
WHEN (NEW.payload IS NOT NULL AND (OLD.payload IS NULL OR NOT EXISTS (SELECT 1 FROM resealing)))
    OR (OLD.file, OLD.n, OLD.at, OLD.digest, OLD.hash) IS NOT (NEW.file, NEW.n, NEW.at, NEW.digest, NEW.hash)
BEGIN SELECT RAISE(ABORT, 'an access row never changes; its payload may be emptied, or sealed anew'); END;

DROP TRIGGER plan_never_changes;
CREATE TRIGGER plan_never_changes BEFORE UPDATE ON plan
WHEN NOT EXISTS (SELECT 1 FROM resealing)
    OR (OLD.file, OLD.n, OLD.at, OLD.version, OLD.fingerprint, OLD.log, OLD.digest, OLD.hash)
    IS NOT (NEW.file, NEW.n, NEW.at, NEW.version, NEW.fingerprint, NEW.log, NEW.digest, NEW.hash)
BEGIN SELECT RAISE(ABORT, 'a version of a plan never changes (R4)'); END;

DROP TRIGGER consent_never_changes;
CREATE TRIGGER consent_never_changes BEFORE UPDATE ON consent
WHEN NOT EXISTS (SELECT 1 FROM resealing) OR (OLD.file, OLD.n, OLD.at) IS NOT (NEW.file, NEW.n, NEW.at)
BEGIN SELECT RAISE(ABORT, 'a consent never changes; it is withdrawn by a new one'); END;

DROP TRIGGER setting_never_changes;
CREATE TRIGGER setting_never_changes BEFORE UPDATE ON setting
WHEN NOT EXISTS (SELECT 1 FROM resealing) OR (OLD.n, OLD.at) IS NOT (NEW.n, NEW.at)
BEGIN SELECT RAISE(ABORT, 'a setting never changes; it is followed by a new one'); END;

-- A letter that is tried again: how often it may have arrived, which alone uses up its repeats, and when it was tried last.

ALTER TABLE outbox ADD COLUMN unsure INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN tried TEXT;
UPDATE outbox SET unsure = tries - (state = 'sending') WHERE settled IS NULL;

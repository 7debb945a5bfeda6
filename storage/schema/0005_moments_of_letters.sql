-- The delivery log: when a letter was last taken for sending, and when it was to go at first, if it was put off since.

ALTER TABLE outbox ADD COLUMN sent TEXT;
ALTER TABLE outbox ADD COLUMN planned TEXT;

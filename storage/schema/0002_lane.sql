-- Alerts go out past all others too, right behind safety texts: one index for both, in the order in which they go.

DROP INDEX outbox_safety;
CREATE INDEX outbox_lane ON outbox (kind = 'alert', not_before, n) WHERE state = 'due' AND kind IN ('safety', 'alert');

-- Coming back with a receipt, replies, floods, and what is deleted by age. Days only, here too.

ALTER TABLE reports ADD COLUMN receipt_lookup TEXT NULL;         -- keyed hash of what the receipt's digits give
ALTER TABLE reports ADD COLUMN reporter_key BLOB NULL;           -- P-256 point, 65 bytes; replies are sealed to it
ALTER TABLE reports ADD COLUMN active_on TEXT NOT NULL DEFAULT ''; -- the last day on which something was told, answered or decided
ALTER TABLE reports ADD COLUMN opened_on TEXT NULL;              -- when a moderator last got all its words; null while there are unopened ones
ALTER TABLE reports ADD COLUMN flood BIGINT NOT NULL DEFAULT 0;  -- 0 no, 1 came during a flood, 2 repeated
ALTER TABLE reports ADD COLUMN warned_on TEXT NULL;              -- first counted as too old although unopened
ALTER TABLE reports ADD COLUMN reply_lost_on TEXT NULL;          -- a reply grew too old before the reporter took it

UPDATE reports SET active_on = COALESCE(closed_on, received_on), opened_on = closed_on;

CREATE UNIQUE INDEX reports_receipt ON reports (receipt_lookup);

DROP INDEX reports_queue;

CREATE INDEX reports_queue ON reports (status, flood, urgency DESC, received_on, id);

ALTER TABLE envelopes ADD COLUMN author TEXT NULL;               -- of a reply: the moderator
ALTER TABLE envelopes ADD COLUMN signature BLOB NULL;            -- of a reply: ECDSA P-256, IEEE P1363, 64 bytes

-- Reports that were taken back: their old buttons must not bring them back.
CREATE TABLE withdrawn (
    report_id TEXT NOT NULL PRIMARY KEY,
    day       TEXT NOT NULL
);

-- Jobs that run once a day, whichever process is first.
CREATE TABLE housekeeping (
    job        TEXT NOT NULL PRIMARY KEY,
    ran_on     TEXT NOT NULL,
    counted_on TEXT NOT NULL                     -- the day by which ages are counted; it never goes back and never leaps
);

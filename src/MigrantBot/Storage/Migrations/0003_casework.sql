-- Passkeys, roles, the moderators' work on a case, the signed list of recipients, the audit. About reporters: days only, as before.

ALTER TABLE moderators ADD COLUMN role TEXT NOT NULL DEFAULT 'moderator';   -- moderator | administrator, who has no keys and reads nothing
ALTER TABLE moderators ADD COLUMN removed_on TEXT NULL;

ALTER TABLE links ADD COLUMN role TEXT NOT NULL DEFAULT 'moderator';        -- of whoever enrols with it

CREATE TABLE passkeys (
    credential_id TEXT   NOT NULL PRIMARY KEY,   -- base64url
    moderator_id  TEXT   NOT NULL,
    label         TEXT   NOT NULL,               -- as its owner calls it
    data          BLOB   NOT NULL,               -- its public key and what else the framework must know, as JSON
    sign_count    BIGINT NOT NULL,               -- of the authenticator: one that goes back is a copy
    created_on    TEXT   NOT NULL,
    used_on       TEXT   NULL
);

CREATE INDEX passkeys_of_moderator ON passkeys (moderator_id);

-- A challenge that an authenticator is to sign: good once and for minutes.
CREATE TABLE ceremonies (
    token_hash   TEXT   NOT NULL PRIMARY KEY,
    kind         TEXT   NOT NULL,                -- enrol | add | sign-in
    moderator_id TEXT   NULL,
    state        TEXT   NOT NULL,
    expires_at   BIGINT NOT NULL
);

ALTER TABLE reports ADD COLUMN turn BIGINT NOT NULL DEFAULT 20;             -- 20 less the urgency as it is today: the lower, the sooner
ALTER TABLE reports ADD COLUMN waits_since TEXT NOT NULL DEFAULT '';        -- the day since which it waits for a moderator
ALTER TABLE reports ADD COLUMN urgency_by TEXT NULL;                        -- the moderator who overruled the urgency
ALTER TABLE reports ADD COLUMN claim_fence BIGINT NOT NULL DEFAULT 0;       -- grows with each new claim; a late write bears an older one
ALTER TABLE reports ADD COLUMN verdict TEXT NULL;                           -- the last one: accepted | rejected | duplicate
ALTER TABLE reports ADD COLUMN verdict_on TEXT NULL;
ALTER TABLE reports ADD COLUMN decided_by TEXT NULL;
ALTER TABLE reports ADD COLUMN duplicate_of TEXT NULL;
ALTER TABLE reports ADD COLUMN reply_taken_on TEXT NULL;                    -- the last day on which the reporter was shown a reply

UPDATE reports SET turn = 20 - urgency, waits_since = received_on;
UPDATE reports SET verdict = status, verdict_on = closed_on WHERE status <> 'open';
UPDATE reports SET status = 'closed' WHERE status = 'accepted';

DROP INDEX reports_queue;

CREATE INDEX reports_queue ON reports (status, flood, turn, waits_since, id);
CREATE INDEX reports_decided ON reports (decided_by, verdict_on DESC, id, status, language);
CREATE INDEX reports_claimed ON reports (claimed_by);
CREATE INDEX reports_received ON reports (received_on);
CREATE INDEX reports_duplicates ON reports (duplicate_of) WHERE duplicate_of IS NOT NULL;

-- What each recipient finds in the queue: a row for each case that is worked on and each moderator to whom it is sealed, and one for nobody in
-- particular (recipient '') by which all cases are listed. Made from the other tables.
CREATE TABLE queue (
    recipient_id TEXT   NOT NULL,
    report_id    TEXT   NOT NULL,
    status       TEXT   NOT NULL,
    flood        BIGINT NOT NULL,
    turn         BIGINT NOT NULL,
    waits_since  TEXT   NOT NULL,
    level        BIGINT NOT NULL,                -- of the urgency: 0 critical, 1 high, 2 medium, 3 low; each has its own time
    unread       BIGINT NOT NULL,                -- 1 while there are words that nobody has opened
    language     TEXT   NOT NULL,
    region       TEXT   NOT NULL,                -- one of nine, as it is counted
    type         TEXT   NOT NULL,                -- one of six, as it is counted
    PRIMARY KEY (recipient_id, report_id)
);

-- All that a page is chosen and put in order by, so that a filter which few cases pass reads nothing else.
CREATE INDEX queue_order ON queue (recipient_id, flood, turn, waits_since, report_id, status, language, region, type, level);
CREATE INDEX queue_unread ON queue (recipient_id, unread, status);
CREATE INDEX queue_due ON queue (recipient_id, level, waits_since, status);
CREATE INDEX queue_of_report ON queue (report_id);

INSERT INTO queue (recipient_id, report_id, status, flood, turn, waits_since, level, unread, language, region, type)
SELECT s.recipient_id, r.id, r.status, r.flood, r.turn, r.waits_since,
       CASE WHEN r.urgency >= 15 THEN 0 WHEN r.urgency >= 9 THEN 1 WHEN r.urgency >= 5 THEN 2 ELSE 3 END,
       CASE WHEN r.opened_on IS NULL THEN 1 ELSE 0 END,
       r.language,
       CASE WHEN f.region IN ('siberia', 'far-east') THEN 'siberia-far-east'
            WHEN f.region IN ('moscow', 'north-west', 'central', 'south', 'volga', 'urals', 'war-zone') THEN f.region
            ELSE 'other' END,
       CASE WHEN f.methods LIKE '%violence%' THEN 'violence'
            WHEN f.methods LIKE '%criminal-case%' OR f.methods LIKE '%planted-evidence%' OR f.methods LIKE '%deportation%' THEN 'legal-threat'
            WHEN f.methods LIKE '%documents-taken%' OR f.methods LIKE '%papers-refused%' THEN 'documents'
            WHEN f.methods LIKE '%deception%' OR f.methods LIKE '%forged-signature%' THEN 'deception'
            WHEN f.methods LIKE '%debt-or-wages%' OR f.methods LIKE '%money-promised%' THEN 'money'
            ELSE 'other' END
FROM reports r
JOIN (SELECT e.report_id, k.recipient_id FROM envelopes e JOIN envelope_keys k ON k.envelope_id = e.id WHERE k.recipient_id NOT IN ('reporter', 'recovery')
      UNION SELECT id, '' FROM reports) s ON s.report_id = r.id
LEFT JOIN report_facets f ON f.report_id = r.id
WHERE r.status = 'open';

ALTER TABLE envelopes ADD COLUMN act TEXT NULL;   -- of a note (direction 3): what it gives the reason for; note where it stands for itself

-- An answer that is being written, sealed by its author to themselves.
CREATE TABLE drafts (
    moderator_id TEXT NOT NULL,
    report_id    TEXT NOT NULL,
    day          TEXT NOT NULL,
    body         BLOB NOT NULL,
    sealed_key   BLOB NOT NULL,
    PRIMARY KEY (moderator_id, report_id)
);

-- Which cases a moderator was given today; there is a limit to what one person should read.
CREATE TABLE openings (
    moderator_id TEXT NOT NULL,
    day          TEXT NOT NULL,
    report_id    TEXT NOT NULL,
    PRIMARY KEY (moderator_id, day, report_id)
);

-- What needs a second person, and who asked for it.
CREATE TABLE approvals (
    id         TEXT   NOT NULL PRIMARY KEY,
    action     TEXT   NOT NULL,
    object     TEXT   NOT NULL,
    asked_by   TEXT   NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE UNIQUE INDEX approvals_of ON approvals (action, object);

CREATE TABLE recipient_lists (
    version   BIGINT NOT NULL PRIMARY KEY,
    body      BLOB   NOT NULL,                   -- canonical JSON
    signature BLOB   NOT NULL,                   -- of the root key, ECDSA P-256, IEEE P1363
    loaded_on TEXT   NOT NULL
);

-- What moderators, administrators and the operator did: a chain, each row bound to the one before. The hour is the clock's, rounded down.
CREATE TABLE audit (
    seq    BIGINT NOT NULL PRIMARY KEY,
    hour   TEXT   NOT NULL,                      -- 2026-11-22T14Z
    actor  TEXT   NOT NULL,
    action TEXT   NOT NULL,
    object TEXT   NOT NULL,
    prev   TEXT   NOT NULL,
    hash   TEXT   NOT NULL
);

-- The head: whoever appends changes it first, and so stands in line. The anchor: the last row that was deleted by age, to which the first that is left is bound.
CREATE TABLE audit_head (
    mark TEXT   NOT NULL PRIMARY KEY,
    seq  BIGINT NOT NULL,
    hash TEXT   NOT NULL
);

INSERT INTO audit_head (mark, seq, hash) VALUES ('head', 0, ''), ('anchor', 0, '');

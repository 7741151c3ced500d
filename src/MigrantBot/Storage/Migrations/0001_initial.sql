-- Portable by four rules: TEXT, BIGINT and BLOB only; ids made by the app; instants in Unix milliseconds, days in ISO text.
-- No column may hold a chat id, a name, an address, a message id or the time of day of anything that a reporter did.

CREATE TABLE moderators (
    id             TEXT   NOT NULL PRIMARY KEY,
    handle         TEXT   NOT NULL,
    status         TEXT   NOT NULL,              -- active | removed
    box_key        BLOB   NOT NULL,              -- P-256 point, 65 bytes, uncompressed
    sign_key       BLOB   NOT NULL,
    wrapped_keys   BLOB   NOT NULL,
    kdf_salt       BLOB   NOT NULL,
    kdf_iterations BIGINT NOT NULL,
    languages      TEXT   NOT NULL,              -- codes, joined by a space
    created_on     TEXT   NOT NULL,
    version        BIGINT NOT NULL
);

-- One at a time bears a handle; who was removed leaves it to a successor (or to the same person with new keys).
CREATE UNIQUE INDEX moderators_handle ON moderators (handle) WHERE status = 'active';

-- One-time links: to enrol (no moderator yet) or to sign in (of a moderator).
CREATE TABLE links (
    token_hash   TEXT   NOT NULL PRIMARY KEY,
    handle       TEXT   NOT NULL,
    moderator_id TEXT   NULL,
    expires_at   BIGINT NOT NULL
);

CREATE TABLE sessions (
    token_hash   TEXT   NOT NULL PRIMARY KEY,
    moderator_id TEXT   NOT NULL,
    idle_until   BIGINT NOT NULL,
    ends_at      BIGINT NOT NULL
);

CREATE TABLE reports (
    id             TEXT   NOT NULL PRIMARY KEY,
    received_on    TEXT   NOT NULL,
    language       TEXT   NOT NULL,
    urgency        BIGINT NOT NULL,
    urgency_reason TEXT   NOT NULL,
    status         TEXT   NOT NULL,              -- open | accepted | rejected
    claimed_by     TEXT   NULL,
    claim_until    BIGINT NULL,
    closed_on      TEXT   NULL,
    version        BIGINT NOT NULL
);

CREATE INDEX reports_queue ON reports (status, urgency DESC, received_on, id);

CREATE TABLE report_facets (
    report_id        TEXT NOT NULL PRIMARY KEY,
    who              TEXT NOT NULL,
    happened         TEXT NOT NULL,
    region           TEXT NOT NULL,
    place            TEXT NOT NULL,
    actor            TEXT NOT NULL,
    methods          TEXT NOT NULL,
    stage            TEXT NOT NULL,
    citizenship      TEXT NOT NULL,
    russian_passport TEXT NOT NULL,
    deadline         TEXT NOT NULL
);

CREATE TABLE envelopes (
    id        TEXT   NOT NULL PRIMARY KEY,
    report_id TEXT   NOT NULL,
    direction BIGINT NOT NULL,                   -- 0 report, 1 addition, 2 reply
    day       TEXT   NOT NULL,
    body      BLOB   NOT NULL
);

CREATE INDEX envelopes_of_report ON envelopes (report_id);

CREATE TABLE envelope_keys (
    envelope_id  TEXT NOT NULL,
    recipient_id TEXT NOT NULL,
    sealed_key   BLOB NOT NULL,
    PRIMARY KEY (envelope_id, recipient_id)
);

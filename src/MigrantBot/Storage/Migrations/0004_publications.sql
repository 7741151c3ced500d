-- What is counted for NGOs, what was published, who may fetch it by a key.

ALTER TABLE reports ADD COLUMN counted_in TEXT NULL;             -- the one month it counts in, for life: set when it is first accepted

-- An accepted report as it is counted, in coarse cells. It outlives its report, but not the publication of its quarter.
CREATE TABLE counted (
    report_id   TEXT NOT NULL PRIMARY KEY,
    month       TEXT NOT NULL,
    region      TEXT NOT NULL,
    type        TEXT NOT NULL,
    citizenship TEXT NOT NULL,
    actor       TEXT NOT NULL
);

CREATE TABLE publications (
    kind         TEXT NOT NULL,                  -- month | quarter
    period       TEXT NOT NULL,
    volume       TEXT NOT NULL,                  -- normal | low
    epsilon      TEXT NOT NULL,                  -- what a report in it has lost by it, as a fraction
    json         TEXT NOT NULL,
    csv          TEXT NOT NULL,
    json_sha256  TEXT NOT NULL,
    csv_sha256   TEXT NOT NULL,
    audit_head   TEXT NOT NULL,                  -- of the audit before the row that tells of this publication
    head_blind   TEXT NOT NULL,                  -- with it the head gives what stands in the file
    published_on TEXT NOT NULL,
    PRIMARY KEY (kind, period)
);

-- Nothing published is ever changed: what was wrong is said in words.
CREATE TABLE errata (
    id     TEXT NOT NULL PRIMARY KEY,
    kind   TEXT NOT NULL,
    period TEXT NOT NULL,
    day    TEXT NOT NULL,
    en     TEXT NOT NULL,
    ru     TEXT NOT NULL
);

CREATE TABLE ngo_keys (
    id         TEXT NOT NULL PRIMARY KEY,
    ngo        TEXT NOT NULL,
    prefix     TEXT NOT NULL,                    -- the part of the key by which it is found and named
    key_sha256 TEXT NOT NULL,
    scopes     TEXT NOT NULL,                    -- months quarters signals
    created_on TEXT NOT NULL,
    used_on    TEXT NULL,
    revoked_on TEXT NULL
);

CREATE UNIQUE INDEX ngo_keys_prefix ON ngo_keys (prefix);

-- What is true of this database as a whole: first-month, from which it publishes; invented, since when it holds invented cases.
CREATE TABLE house (
    mark  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- As the program counts: in the month of receipt, if accepted by the 10th of the next one, else in that of acceptance.
UPDATE reports SET counted_in = CASE
    WHEN received_on > verdict_on THEN SUBSTR(verdict_on, 1, 7)
    WHEN CAST(SUBSTR(verdict_on, 1, 4) AS BIGINT) * 12 + CAST(SUBSTR(verdict_on, 6, 2) AS BIGINT) - CASE WHEN SUBSTR(verdict_on, 9, 2) <= '10' THEN 1 ELSE 0 END
         <= CAST(SUBSTR(received_on, 1, 4) AS BIGINT) * 12 + CAST(SUBSTR(received_on, 6, 2) AS BIGINT) THEN SUBSTR(received_on, 1, 7)
    ELSE SUBSTR(verdict_on, 1, 7) END
WHERE verdict = 'accepted' AND verdict_on IS NOT NULL;

INSERT INTO counted (report_id, month, region, type, citizenship, actor)
SELECT r.id, r.counted_in,
       CASE WHEN f.region IN ('siberia', 'far-east') THEN 'siberia-far-east'
            WHEN f.region IN ('moscow', 'north-west', 'central', 'south', 'volga', 'urals', 'war-zone') THEN f.region
            ELSE 'other' END,
       CASE WHEN f.methods LIKE '%violence%' THEN 'violence'
            WHEN f.methods LIKE '%criminal-case%' OR f.methods LIKE '%planted-evidence%' OR f.methods LIKE '%deportation%' THEN 'legal-threat'
            WHEN f.methods LIKE '%documents-taken%' OR f.methods LIKE '%papers-refused%' THEN 'documents'
            WHEN f.methods LIKE '%deception%' OR f.methods LIKE '%forged-signature%' THEN 'deception'
            WHEN f.methods LIKE '%debt-or-wages%' OR f.methods LIKE '%money-promised%' THEN 'money'
            ELSE 'other' END,
       CASE WHEN f.citizenship IN ('uz', 'tj', 'kg', 'kz', 'other') THEN f.citizenship ELSE 'unsaid' END,
       CASE WHEN f.actor IN ('police', 'migration-service', 'prison-staff', 'military') THEN f.actor
            WHEN f.actor IN ('employer', 'agent-or-lawyer', 'countryman') THEN 'private'
            ELSE 'other' END
FROM reports r LEFT JOIN report_facets f ON f.report_id = r.id
WHERE r.counted_in IS NOT NULL;

// The schema itself. Conventions, so that a query can be written from memory:
//
// * every table is STRICT, no column is NULL unless it points at something;
//   a text that is not known is '' and a number that is not known is 0
// * span_begin and span_end are byte offsets into reports.text, half open:
//   substr(CAST(text AS BLOB), span_begin + 1, span_end - span_begin)
// * rule and confidence say what found an item and how sure that is
// * earliest and latest are the days a date allows, '' where it sets none
// * ordinal is the 0-based place in the list of the extraction

#include "store/schema.h"

#include "store/decisions_schema.h"

namespace concord::store {
namespace {

constexpr const char* kVersion1 = R"sql(
PRAGMA application_id = 1129202500;

CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- A random UUID (version 4), in the transaction that makes the record, so that
-- there is never a record without one.
INSERT INTO meta (key, value)
SELECT 'uuid', substr(digits, 1, 8) || '-' || substr(digits, 9, 4) || '-4' ||
               substr(digits, 14, 3) || '-a' || substr(digits, 18, 3) || '-' ||
               substr(digits, 21, 12)
  FROM (SELECT lower(hex(randomblob(16))) AS digits);

-- What is known of a report as a whole. document_json (without the text) and
-- extraction_json are the lossless forms; the other tables repeat them.
CREATE TABLE reports (
  id TEXT NOT NULL PRIMARY KEY,
  text_digest TEXT NOT NULL UNIQUE,
  uri TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  committee TEXT NOT NULL,
  report_number TEXT NOT NULL,
  date_printed TEXT NOT NULL,
  date_edtf TEXT NOT NULL,
  date_earliest TEXT NOT NULL,
  date_latest TEXT NOT NULL,
  presenter TEXT NOT NULL,
  contact_unit TEXT NOT NULL,
  charset TEXT NOT NULL,
  charset_decided_by TEXT NOT NULL,
  charset_replacements INTEGER NOT NULL,
  text TEXT NOT NULL,
  document_json TEXT NOT NULL,
  extraction_json TEXT NOT NULL
) STRICT;

-- The ways a report was obtained; the bytes lie in originals/.
CREATE TABLE captures (
  digest TEXT NOT NULL PRIMARY KEY,
  report TEXT NOT NULL REFERENCES reports (id),
  uri TEXT NOT NULL,
  path TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  captured_at TEXT NOT NULL,
  imported_at TEXT NOT NULL
) STRICT;
CREATE INDEX captures_by_report ON captures (report);

-- Header fields as printed, what was set aside as chrome, and every other
-- claim the document makes about itself. field: title, committee,
-- report_number, by, contact_unit, chrome_removed, other_claim.
CREATE TABLE header_fields (
  report TEXT NOT NULL REFERENCES reports (id),
  ordinal INTEGER NOT NULL,
  field TEXT NOT NULL,
  printed TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (report, field, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE recommendations (
  id TEXT NOT NULL PRIMARY KEY,
  report TEXT NOT NULL REFERENCES reports (id),
  ordinal INTEGER NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  lead_in TEXT NOT NULL,
  lead_in_begin INTEGER NOT NULL,
  lead_in_end INTEGER NOT NULL,
  addressee TEXT NOT NULL,
  addressee_begin INTEGER NOT NULL,
  addressee_end INTEGER NOT NULL,
  locator TEXT NOT NULL,
  heading TEXT NOT NULL,
  made_by TEXT NOT NULL,
  parent TEXT REFERENCES recommendations (id) DEFERRABLE INITIALLY DEFERRED,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  UNIQUE (report, ordinal)
) STRICT;
CREATE INDEX recommendations_by_parent ON recommendations (parent);

CREATE TABLE resolutions (
  report TEXT NOT NULL REFERENCES reports (id),
  ordinal INTEGER NOT NULL,
  label TEXT NOT NULL,
  text TEXT NOT NULL,
  lead_in TEXT NOT NULL,
  locator TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (report, ordinal)
) STRICT, WITHOUT ROWID;

-- use: header (the report's own date), text (anywhere), due (of the
-- recommendation named beside it).
CREATE TABLE date_mentions (
  report TEXT NOT NULL REFERENCES reports (id),
  use TEXT NOT NULL,
  recommendation TEXT REFERENCES recommendations (id),
  ordinal INTEGER NOT NULL,
  printed TEXT NOT NULL,
  edtf TEXT NOT NULL,
  earliest TEXT NOT NULL,
  latest TEXT NOT NULL,
  base TEXT NOT NULL,
  inferred INTEGER NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  UNIQUE (report, use, recommendation, ordinal)
) STRICT;
CREATE INDEX date_mentions_by_recommendation
  ON date_mentions (recommendation) WHERE recommendation IS NOT NULL;

-- use: author (of the report), text (anywhere), owner (of the recommendation
-- named beside it).
CREATE TABLE owner_mentions (
  report TEXT NOT NULL REFERENCES reports (id),
  use TEXT NOT NULL,
  recommendation TEXT REFERENCES recommendations (id),
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  post TEXT NOT NULL,
  unit TEXT NOT NULL,
  count INTEGER NOT NULL,
  role TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  UNIQUE (report, use, recommendation, ordinal)
) STRICT;
CREATE INDEX owner_mentions_by_recommendation
  ON owner_mentions (recommendation) WHERE recommendation IS NOT NULL;

CREATE TABLE acronyms (
  report TEXT NOT NULL REFERENCES reports (id),
  ordinal INTEGER NOT NULL,
  short_form TEXT NOT NULL,
  long_form TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (report, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE citations (
  report TEXT NOT NULL REFERENCES reports (id),
  ordinal INTEGER NOT NULL,
  printed TEXT NOT NULL,
  title TEXT NOT NULL,
  year TEXT NOT NULL,
  part TEXT NOT NULL,
  recommendation TEXT NOT NULL,
  publisher TEXT NOT NULL,
  kind TEXT NOT NULL,
  role TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (report, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE stated_counts (
  report TEXT NOT NULL REFERENCES reports (id),
  ordinal INTEGER NOT NULL,
  printed TEXT NOT NULL,
  count INTEGER NOT NULL,
  what TEXT NOT NULL,
  work TEXT NOT NULL,
  addition INTEGER NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (report, ordinal)
) STRICT, WITHOUT ROWID;

-- "of which four ...": the parts of the stated count with ordinal `whole`.
CREATE TABLE count_parts (
  report TEXT NOT NULL,
  whole INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  count INTEGER NOT NULL,
  what TEXT NOT NULL,
  disposition TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (report, whole, ordinal),
  FOREIGN KEY (report, whole) REFERENCES stated_counts (report, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE relations (
  report TEXT NOT NULL REFERENCES reports (id),
  ordinal INTEGER NOT NULL,
  type TEXT NOT NULL,
  subject TEXT NOT NULL,
  object TEXT NOT NULL,
  object_count INTEGER NOT NULL,
  quote TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (report, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
  report TEXT NOT NULL REFERENCES reports (id),
  ordinal INTEGER NOT NULL,
  subject TEXT NOT NULL,
  predicate TEXT NOT NULL,
  value TEXT NOT NULL,
  quote TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (report, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE timetable (
  report TEXT NOT NULL REFERENCES reports (id),
  ordinal INTEGER NOT NULL,
  description TEXT NOT NULL,
  printed TEXT NOT NULL,
  edtf TEXT NOT NULL,
  earliest TEXT NOT NULL,
  latest TEXT NOT NULL,
  inferred INTEGER NOT NULL,
  state TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (report, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE missing_parts (
  report TEXT NOT NULL REFERENCES reports (id),
  ordinal INTEGER NOT NULL,
  printed TEXT NOT NULL,
  quote TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (report, ordinal)
) STRICT, WITHOUT ROWID;

-- One import. ended_at is '' while it runs, and for ever if it was killed.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  started_at TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  host TEXT NOT NULL,
  version TEXT NOT NULL,
  arguments TEXT NOT NULL,
  seen INTEGER NOT NULL,
  indexed INTEGER NOT NULL,
  duplicate INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  quarantined INTEGER NOT NULL,
  recommendations INTEGER NOT NULL
) STRICT;

-- Every item every run has met, and what became of it.
CREATE TABLE ledger (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES runs (id),
  path TEXT NOT NULL,
  uri TEXT NOT NULL,
  digest TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  outcome TEXT NOT NULL
    CHECK (outcome IN ('indexed', 'duplicate', 'skipped', 'quarantined')),
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  stage TEXT NOT NULL,
  report TEXT REFERENCES reports (id)
) STRICT;
CREATE INDEX ledger_by_run ON ledger (run, outcome);
CREATE INDEX ledger_by_report ON ledger (report) WHERE report IS NOT NULL;

-- Reports the index has not seen yet. A sequence number is never used again.
CREATE TABLE outbox (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  report TEXT NOT NULL REFERENCES reports (id)
) STRICT;
CREATE INDEX outbox_by_report ON outbox (report);

-- Scopes, responses, decisions of people, with every earlier version.
CREATE TABLE named (
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  json TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (kind, name, version)
) STRICT, WITHOUT ROWID;

CREATE VIEW recommendation_list AS
SELECT recommendations.id AS id,
       reports.date_edtf AS date,
       reports.committee AS committee,
       reports.report_number AS report_number,
       reports.title AS report_title,
       recommendations.label AS label,
       recommendations.kind AS kind,
       recommendations.text AS text,
       recommendations.addressee AS addressee,
       (SELECT coalesce(group_concat(name, '; '), '') FROM owner_mentions
         WHERE recommendation = recommendations.id) AS owners,
       (SELECT coalesce(group_concat(printed, '; '), '') FROM date_mentions
         WHERE recommendation = recommendations.id) AS due,
       recommendations.locator AS locator,
       reports.uri AS uri
  FROM recommendations JOIN reports ON reports.id = recommendations.report;
)sql";

// Captures known by bytes, address and time, so that a page captured twice
// unchanged has both; what a run did and an item cost.
constexpr const char* kBulkImport = R"sql(
CREATE TABLE captures_new (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL,
  report TEXT NOT NULL REFERENCES reports (id),
  uri TEXT NOT NULL,
  path TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  captured_at TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  UNIQUE (digest, uri, captured_at)
) STRICT;
INSERT INTO captures_new
SELECT NULL, digest, report, uri, path, media_type, bytes, captured_at,
       imported_at
  FROM captures ORDER BY captures.rowid;
DROP TABLE captures;
ALTER TABLE captures_new RENAME TO captures;
CREATE INDEX captures_by_report ON captures (report);
CREATE INDEX captures_by_uri ON captures (uri, captured_at);

ALTER TABLE ledger ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger ADD COLUMN attempts INTEGER NOT NULL DEFAULT 1;
ALTER TABLE ledger ADD COLUMN log TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger ADD COLUMN seconds REAL NOT NULL DEFAULT 0;
CREATE INDEX ledger_failures ON ledger (digest) WHERE outcome = 'quarantined';
CREATE INDEX ledger_by_source ON ledger (source, run);

ALTER TABLE runs ADD COLUMN user TEXT NOT NULL DEFAULT '';
ALTER TABLE runs ADD COLUMN settings TEXT NOT NULL DEFAULT '';
ALTER TABLE runs ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN seconds REAL NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN peak_memory INTEGER NOT NULL DEFAULT 0;
-- JSON: items and bytes by media type, items by error code, the slowest ten
ALTER TABLE runs ADD COLUMN details TEXT NOT NULL DEFAULT '';
)sql";

// What the server said that a capture came from.
constexpr const char* kHttpHeaders = R"sql(
ALTER TABLE captures ADD COLUMN http_header TEXT NOT NULL DEFAULT '';
)sql";

// Every search asks what could not be read: the last row of each path.
constexpr const char* kLedgerByPath = R"sql(
CREATE INDEX ledger_by_path ON ledger (path);
)sql";

// Which reports may be one report in two formats: see document/sketch.h.
constexpr const char* kSketches = R"sql(
CREATE TABLE sketches (
  number INTEGER NOT NULL,
  report TEXT NOT NULL REFERENCES reports (id),
  PRIMARY KEY (number, report)
) STRICT, WITHOUT ROWID;
)sql";

// A search asks what its acronyms stand for, and what its words may be short
// for.
constexpr const char* kAcronymLookups = R"sql(
CREATE INDEX acronyms_by_short_form ON acronyms (short_form, long_form);
CREATE INDEX acronyms_by_long_form
  ON acronyms (long_form COLLATE NOCASE, short_form);
)sql";

}  // namespace

const std::vector<const char*>& Migrations() {
  static const std::vector<const char*> migrations = {
      kVersion1, kDecisions,      kBulkImport, kHttpHeaders, kLedgerByPath,
      kSketches, kAcronymLookups, kWordings,   kAnswers};
  return migrations;
}

}  // namespace concord::store

#pragma once
// The tables of what people decided. Internal to the store.

namespace concord::store {

// Rows are added and never changed: the history is what a decision is worth.
inline constexpr const char* kDecisions = R"sql(
CREATE TABLE acts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  verb TEXT NOT NULL CHECK (verb <> ''),
  who TEXT NOT NULL CHECK (who <> ''),
  decided_at TEXT NOT NULL,
  why TEXT NOT NULL,
  undoes INTEGER REFERENCES acts (id) CHECK (undoes < id)
) STRICT;

CREATE TABLE decisions (
  act INTEGER NOT NULL REFERENCES acts (id),
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('pair', 'represents', 'work', 'body')),
  value TEXT NOT NULL,
  a TEXT NOT NULL,
  a_report TEXT NOT NULL,
  a_uri TEXT NOT NULL,
  a_begin INTEGER NOT NULL,
  a_end INTEGER NOT NULL,
  a_quote TEXT NOT NULL,
  b TEXT NOT NULL,
  b_report TEXT NOT NULL,
  b_uri TEXT NOT NULL,
  b_begin INTEGER NOT NULL,
  b_end INTEGER NOT NULL,
  b_quote TEXT NOT NULL,
  PRIMARY KEY (act, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER acts_are_not_changed BEFORE UPDATE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are never changed'); END;
CREATE TRIGGER acts_are_not_deleted BEFORE DELETE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are never deleted'); END;
CREATE TRIGGER decisions_are_not_changed BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decisions_are_not_deleted BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END;
)sql";

// What stands of a group field by field, and under which weights an act was
// decided. A CHECK cannot be changed, so the table is made anew; dropping one
// fires none of its triggers.
inline constexpr const char* kWordings = R"sql(
CREATE TABLE decisions_new (
  act INTEGER NOT NULL REFERENCES acts (id),
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('pair', 'represents', 'wording', 'work', 'body')),
  value TEXT NOT NULL,
  a TEXT NOT NULL,
  a_report TEXT NOT NULL,
  a_uri TEXT NOT NULL,
  a_begin INTEGER NOT NULL,
  a_end INTEGER NOT NULL,
  a_quote TEXT NOT NULL,
  b TEXT NOT NULL,
  b_report TEXT NOT NULL,
  b_uri TEXT NOT NULL,
  b_begin INTEGER NOT NULL,
  b_end INTEGER NOT NULL,
  b_quote TEXT NOT NULL,
  PRIMARY KEY (act, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO decisions_new SELECT * FROM decisions;
DROP TABLE decisions;
ALTER TABLE decisions_new RENAME TO decisions;
CREATE TRIGGER decisions_are_not_changed BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decisions_are_not_deleted BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END;

ALTER TABLE acts ADD COLUMN weights TEXT NOT NULL DEFAULT '';
)sql";

// What people answered, field by field; a table with another CHECK once more.
inline constexpr const char* kAnswers = R"sql(
CREATE TABLE decisions_new (
  act INTEGER NOT NULL REFERENCES acts (id),
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('pair', 'represents', 'wording', 'work', 'body',
                    'position', 'implementation', 'response')),
  value TEXT NOT NULL,
  a TEXT NOT NULL,
  a_report TEXT NOT NULL,
  a_uri TEXT NOT NULL,
  a_begin INTEGER NOT NULL,
  a_end INTEGER NOT NULL,
  a_quote TEXT NOT NULL,
  b TEXT NOT NULL,
  b_report TEXT NOT NULL,
  b_uri TEXT NOT NULL,
  b_begin INTEGER NOT NULL,
  b_end INTEGER NOT NULL,
  b_quote TEXT NOT NULL,
  PRIMARY KEY (act, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO decisions_new SELECT * FROM decisions;
DROP TABLE decisions;
ALTER TABLE decisions_new RENAME TO decisions;
CREATE TRIGGER decisions_are_not_changed BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decisions_are_not_deleted BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END;
)sql";

}  // namespace concord::store

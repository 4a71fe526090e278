/** Stored in the file's user_version. A file with a larger number was written by a newer application and is refused. */
export const schemaVersion = 1;

/**
 * The one baseline, edited in place until the first release is tagged.
 * Instants are ISO 8601 in UTC, days ISO 8601 without time; JSON is text; hashes are lower-case hexadecimal.
 */
export const baselineSchema = `
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  office TEXT NOT NULL,
  roles TEXT NOT NULL,
  registered_at TEXT NOT NULL
) STRICT;

CREATE TABLE installation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  person_id TEXT NOT NULL REFERENCES person (id),
  public_key TEXT NOT NULL,
  private_key TEXT NOT NULL,
  registered_at TEXT NOT NULL
) STRICT;

CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  office TEXT NOT NULL,
  public_key TEXT NOT NULL UNIQUE,
  accepted_at TEXT NOT NULL
) STRICT;

CREATE TABLE region (
  id TEXT PRIMARY KEY,
  parent_id TEXT REFERENCES region (id),
  level TEXT NOT NULL CHECK (level IN ('county', 'township', 'village', 'grid')),
  name TEXT NOT NULL,
  code TEXT
) STRICT;
CREATE UNIQUE INDEX region_by_name ON region (ifnull(parent_id, ''), level, name);

CREATE TABLE attachment (
  sha256 TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE convention (
  id TEXT PRIMARY KEY,
  region_id TEXT NOT NULL REFERENCES region (id),
  kind TEXT NOT NULL CHECK (kind IN ('village', 'community')),
  title TEXT NOT NULL,
  stage TEXT NOT NULL,
  article_count INTEGER NOT NULL,
  source_sha256 TEXT REFERENCES attachment (sha256),
  is_sample INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  discarded_at TEXT,
  voting_since TEXT,
  prior_adoption_id TEXT REFERENCES prior_adoption (id)
) STRICT;
CREATE INDEX convention_by_update ON convention (discarded_at, updated_at DESC, id);
CREATE INDEX convention_by_region ON convention (region_id);

CREATE TABLE draft (
  convention_id TEXT PRIMARY KEY REFERENCES convention (id),
  document TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  revision INTEGER NOT NULL,
  saved_by TEXT NOT NULL REFERENCES person (id),
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE suggestion (
  convention_id TEXT NOT NULL REFERENCES convention (id),
  id TEXT NOT NULL,
  author TEXT NOT NULL,
  made_at TEXT,
  source TEXT NOT NULL,
  PRIMARY KEY (convention_id, id)
) STRICT;

CREATE TABLE file_comment (
  convention_id TEXT NOT NULL REFERENCES convention (id),
  id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  author TEXT NOT NULL,
  made_at TEXT,
  text TEXT NOT NULL,
  quote TEXT NOT NULL,
  article_id TEXT,
  is_done INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (convention_id, id)
) STRICT;

CREATE TABLE version (
  id TEXT PRIMARY KEY,
  convention_id TEXT NOT NULL REFERENCES convention (id),
  number INTEGER NOT NULL,
  document TEXT NOT NULL,
  render_format INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  verification_code TEXT NOT NULL,
  article_count INTEGER NOT NULL,
  reason TEXT NOT NULL,
  findings TEXT NOT NULL,
  rules_version TEXT NOT NULL,
  unlawful_findings INTEGER NOT NULL,
  frozen_by TEXT NOT NULL REFERENCES person (id),
  frozen_at TEXT NOT NULL,
  UNIQUE (convention_id, number)
) STRICT;
CREATE INDEX version_by_hash ON version (content_hash);
CREATE INDEX version_by_code ON version (verification_code, frozen_at);
CREATE TRIGGER version_is_immutable BEFORE UPDATE ON version BEGIN SELECT RAISE(ABORT, 'version is immutable'); END;
CREATE TRIGGER version_is_kept BEFORE DELETE ON version BEGIN SELECT RAISE(ABORT, 'version is kept'); END;

CREATE TABLE comment (
  id TEXT PRIMARY KEY,
  convention_id TEXT NOT NULL REFERENCES convention (id),
  number INTEGER NOT NULL,
  channel TEXT NOT NULL,
  person TEXT NOT NULL,
  article_id TEXT,
  article_label TEXT NOT NULL,
  words TEXT NOT NULL,
  received_on TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES person (id),
  recorded_at TEXT NOT NULL,
  withdrawn_for TEXT,
  UNIQUE (convention_id, number)
) STRICT;

CREATE TABLE reply (
  id TEXT PRIMARY KEY,
  comment_id TEXT NOT NULL REFERENCES comment (id),
  sequence INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  replied_by TEXT NOT NULL REFERENCES person (id),
  replied_at TEXT NOT NULL,
  UNIQUE (comment_id, sequence)
) STRICT;

CREATE TABLE dismissal (
  id TEXT PRIMARY KEY,
  convention_id TEXT NOT NULL REFERENCES convention (id),
  rule TEXT NOT NULL,
  article_id TEXT,
  quote TEXT NOT NULL,
  reason TEXT NOT NULL,
  dismissed_by TEXT NOT NULL REFERENCES person (id),
  dismissed_at TEXT NOT NULL,
  undone_at TEXT
) STRICT;
CREATE INDEX dismissal_by_convention ON dismissal (convention_id);

CREATE TABLE submission (
  id TEXT PRIMARY KEY,
  convention_id TEXT NOT NULL REFERENCES convention (id),
  version_id TEXT NOT NULL REFERENCES version (id),
  round INTEGER NOT NULL,
  reviewing_office TEXT NOT NULL,
  deadline TEXT NOT NULL,
  note TEXT NOT NULL,
  file_name TEXT NOT NULL,
  package_sha256 TEXT NOT NULL REFERENCES attachment (sha256),
  sent_by TEXT NOT NULL REFERENCES person (id),
  sent_at TEXT NOT NULL,
  UNIQUE (convention_id, round)
) STRICT;

CREATE TABLE opinion (
  id TEXT PRIMARY KEY,
  convention_id TEXT NOT NULL REFERENCES convention (id),
  submission_id TEXT REFERENCES submission (id),
  form TEXT NOT NULL CHECK (form IN ('electronic', 'paper')),
  opinion_number TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  round INTEGER NOT NULL,
  received_on TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  aspects TEXT NOT NULL,
  conclusion TEXT NOT NULL,
  remark TEXT NOT NULL,
  annotations TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  office TEXT NOT NULL,
  public_key TEXT NOT NULL,
  package_sha256 TEXT REFERENCES attachment (sha256),
  imported_by TEXT NOT NULL REFERENCES person (id),
  imported_at TEXT NOT NULL
) STRICT;
CREATE INDEX opinion_by_convention ON opinion (convention_id, imported_at);
CREATE INDEX opinion_by_hash ON opinion (content_hash);
CREATE TRIGGER opinion_is_immutable BEFORE UPDATE ON opinion BEGIN SELECT RAISE(ABORT, 'opinion is immutable'); END;

CREATE TABLE annotation_answer (
  id TEXT PRIMARY KEY,
  opinion_id TEXT NOT NULL REFERENCES opinion (id),
  annotation_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  answer TEXT NOT NULL,
  text TEXT NOT NULL,
  answered_by TEXT NOT NULL REFERENCES person (id),
  answered_at TEXT NOT NULL,
  UNIQUE (opinion_id, annotation_id, sequence)
) STRICT;

CREATE TABLE vote (
  id TEXT PRIMARY KEY,
  convention_id TEXT NOT NULL REFERENCES convention (id),
  version_id TEXT NOT NULL REFERENCES version (id),
  held_on TEXT NOT NULL,
  place TEXT NOT NULL,
  meeting TEXT NOT NULL,
  counted_by TEXT NOT NULL,
  eligible INTEGER NOT NULL,
  present INTEGER NOT NULL,
  in_favour INTEGER NOT NULL,
  against INTEGER NOT NULL,
  abstained INTEGER NOT NULL,
  authorization TEXT NOT NULL,
  passed INTEGER NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES person (id),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX vote_by_convention ON vote (convention_id, recorded_at);

CREATE TABLE prior_adoption (
  id TEXT PRIMARY KEY,
  convention_id TEXT NOT NULL REFERENCES convention (id),
  version_id TEXT NOT NULL REFERENCES version (id),
  stage TEXT NOT NULL CHECK (stage IN ('filing', 'published')),
  meeting TEXT,
  adopted_on TEXT,
  filed_on TEXT,
  filing_number TEXT NOT NULL,
  filed_with TEXT NOT NULL,
  posted_on TEXT,
  place TEXT NOT NULL,
  registered_by TEXT NOT NULL REFERENCES person (id),
  registered_at TEXT NOT NULL
) STRICT;
CREATE INDEX prior_adoption_by_convention ON prior_adoption (convention_id, registered_at);
CREATE INDEX prior_adoption_by_version ON prior_adoption (version_id);
CREATE TRIGGER prior_adoption_is_immutable BEFORE UPDATE ON prior_adoption BEGIN SELECT RAISE(ABORT, 'prior adoption is immutable'); END;

CREATE TABLE scan (
  prior_adoption_id TEXT NOT NULL REFERENCES prior_adoption (id),
  sequence INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES attachment (sha256),
  PRIMARY KEY (prior_adoption_id, sequence)
) STRICT;

CREATE TABLE filing (
  id TEXT PRIMARY KEY,
  convention_id TEXT NOT NULL REFERENCES convention (id),
  vote_id TEXT REFERENCES vote (id),
  filing_number TEXT NOT NULL,
  filed_on TEXT NOT NULL,
  received_by TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES person (id),
  recorded_at TEXT NOT NULL
) STRICT;

CREATE TABLE publication (
  id TEXT PRIMARY KEY,
  convention_id TEXT NOT NULL REFERENCES convention (id),
  version_id TEXT NOT NULL REFERENCES version (id),
  posted_on TEXT NOT NULL,
  place TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES person (id),
  recorded_at TEXT NOT NULL
) STRICT;

CREATE TABLE review (
  id TEXT PRIMARY KEY,
  submission_id TEXT NOT NULL UNIQUE,
  payload TEXT NOT NULL,
  sender_key TEXT NOT NULL,
  sender TEXT NOT NULL,
  package_sha256 TEXT NOT NULL REFERENCES attachment (sha256),
  aspects TEXT NOT NULL,
  conclusion TEXT,
  remark TEXT NOT NULL,
  opinion_number TEXT NOT NULL,
  received_by TEXT NOT NULL REFERENCES person (id),
  received_at TEXT NOT NULL,
  issued_at TEXT,
  issued_by TEXT REFERENCES person (id),
  opinion_sha256 TEXT REFERENCES attachment (sha256)
) STRICT;

CREATE TABLE annotation (
  id TEXT PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES review (id),
  sequence INTEGER NOT NULL,
  content TEXT NOT NULL,
  written_by TEXT NOT NULL REFERENCES person (id),
  written_at TEXT NOT NULL
) STRICT;
CREATE INDEX annotation_by_review ON annotation (review_id, sequence);

CREATE TABLE change_reason (
  id TEXT PRIMARY KEY,
  convention_id TEXT NOT NULL REFERENCES convention (id),
  place TEXT NOT NULL,
  base_number INTEGER NOT NULL,
  target_number INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('comment', 'annotation', 'finding', 'meeting', 'drafter')),
  source_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  basis TEXT NOT NULL,
  origin TEXT NOT NULL,
  written_by TEXT NOT NULL REFERENCES person (id),
  written_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX change_reason_by_convention ON change_reason (convention_id, written_at);

CREATE TABLE amendment_statement (
  convention_id TEXT NOT NULL REFERENCES convention (id),
  base_number INTEGER NOT NULL,
  target_number INTEGER NOT NULL,
  text TEXT NOT NULL,
  revision INTEGER NOT NULL,
  saved_by TEXT NOT NULL REFERENCES person (id),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (convention_id, base_number, target_number)
) STRICT;

CREATE TABLE audit_entry (
  sequence INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_entry_is_immutable BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entry is immutable'); END;
CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entry is kept'); END;
`;

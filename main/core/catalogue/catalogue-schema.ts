/** The shape of catalogue.db. A change of it raises `schemaVersion`: a kiosk refuses what it does not know rather than guess. */

/** `PRAGMA application_id` of every catalogue: "tthc" (thủ tục hành chính) as four ASCII bytes. */
export const applicationId = 0x74_74_68_63;

/** `PRAGMA user_version`; raised with every change of the tables below. */
export const schemaVersion = 4;

/**
 * `procedure` holds what lists need, in reading order (`position`), so that a page of rows is one walk along an index;
 * the whole procedure and its published text stand apart in `content`.
 */
export const catalogueTables = `
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE content (
  id INTEGER PRIMARY KEY,
  procedure TEXT NOT NULL, -- JSON of the contract's Procedure
  official BLOB            -- raw deflate of the JSON of the contract's OfficialText; null without a published record
) STRICT;

CREATE TABLE procedure (
  position INTEGER PRIMARY KEY, -- reading order, 1 upwards
  content_id INTEGER NOT NULL UNIQUE REFERENCES content (id),
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  short_title TEXT NOT NULL,
  english TEXT,
  aliases TEXT NOT NULL, -- JSON list
  level TEXT NOT NULL,
  field TEXT NOT NULL,
  tile INTEGER,
  served_at TEXT NOT NULL,
  online_service TEXT NOT NULL,
  province TEXT,
  in_ward INTEGER NOT NULL CHECK (in_ward IN (0, 1)), -- belongs to the profile ward
  in_xa INTEGER NOT NULL CHECK (in_xa IN (0, 1)),     -- belongs to the profile xa
  free INTEGER NOT NULL CHECK (free IN (0, 1)),           -- the text itself says so
  has_cases INTEGER NOT NULL CHECK (has_cases IN (0, 1)), -- its papers depend on a case the citizen chooses
  letter TEXT NOT NULL,             -- under which the short title stands
  alphabet INTEGER NOT NULL UNIQUE  -- alphabetical order within the letter, other provinces' rules last
) STRICT;
CREATE INDEX procedure_by_tile ON procedure (tile);
CREATE INDEX procedure_by_field ON procedure (field);
CREATE INDEX procedure_by_place ON procedure (served_at);
CREATE INDEX procedure_by_letter ON procedure (letter, alphabet);

CREATE TABLE related (
  position INTEGER NOT NULL REFERENCES procedure (position),
  relation TEXT NOT NULL, -- papers: needs the same · kind: of one field and alike by name
  rank INTEGER NOT NULL,  -- nearest first, over all profiles
  other INTEGER NOT NULL REFERENCES procedure (position),
  PRIMARY KEY (position, relation, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE field (
  position INTEGER PRIMARY KEY, -- alphabetical order
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE tile (
  number INTEGER PRIMARY KEY,
  title_vi TEXT NOT NULL,
  title_en TEXT NOT NULL,
  icon TEXT NOT NULL
) STRICT;

CREATE TABLE life_event (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL -- JSON of the contract's LifeEvent
) STRICT;

CREATE TABLE holiday_year (
  year INTEGER PRIMARY KEY,
  body TEXT NOT NULL -- JSON of the office calendar's HolidayYear
) STRICT;

CREATE TABLE notice (
  position INTEGER PRIMARY KEY, -- the office's before the city's
  origin TEXT NOT NULL CHECK (origin IN ('city', 'office')),
  id TEXT NOT NULL,
  body TEXT NOT NULL, -- JSON of the contract's ShownNotice
  UNIQUE (origin, id)
) STRICT;

CREATE TABLE site_content (
  body TEXT NOT NULL -- one row: JSON of SiteContent
) STRICT;

CREATE TABLE search_words (
  body TEXT NOT NULL -- one row: JSON of citizens' words, whose shape the search knows
) STRICT;
`;

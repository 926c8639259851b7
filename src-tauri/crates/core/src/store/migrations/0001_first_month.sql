-- The facts of the first month. Every fact table: STRICT, a TEXT key that is never reused, `created`, `voided`.
-- Order follows ARCHITECTURE.md: a table refers only to tables above it. Foreign keys are NO ACTION, so that a later
-- child stops an undo instead of vanishing with it. Columns are only ever appended: changesets know positions, not names.

-- 字典: keys of shipped codes are text (`route.on_the_spot`), the station's own are UUIDs.
CREATE TABLE code (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  list TEXT NOT NULL, label TEXT NOT NULL, standard TEXT, sort INTEGER NOT NULL, hidden INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX code_label ON code (list, label);

-- 地点: `name` without the last 村 where kind is village.
CREATE TABLE place (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('village', 'community', 'area', 'other')),
  name TEXT NOT NULL, parent_id TEXT REFERENCES place (id), sort INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX place_name ON place (name);

-- 人: once per human. Group, work, delegation and own site are dated memberships (below), never columns here.
CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  name TEXT NOT NULL, name_note TEXT, sex TEXT CHECK (sex IN ('男', '女')), nation_id TEXT REFERENCES code (id),
  birth TEXT, native_place TEXT, party_id TEXT REFERENCES code (id), party_joined TEXT, work_started TEXT,
  education_id TEXT REFERENCES code (id), degree_id TEXT REFERENCES code (id), school TEXT, title TEXT,
  social_posts TEXT, occupation_id TEXT REFERENCES code (id), id_number TEXT, phone TEXT,
  address TEXT, postcode TEXT, email TEXT, resume TEXT, honours TEXT, pledge TEXT, note TEXT
) STRICT;
CREATE INDEX person_name ON person (name);
CREATE INDEX person_id_number ON person (id_number);

-- 小组 (and 代表团): `name` without 代表小组 where kind is group.
CREATE TABLE team (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('group', 'delegation')), name TEXT NOT NULL, sort INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX team_name ON team (kind, name);

-- 单位: offices that handle matters.
CREATE TABLE unit (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  name TEXT NOT NULL UNIQUE, contact_person TEXT, phone TEXT, sort INTEGER NOT NULL DEFAULT 0
) STRICT;

-- 站点: 联络站, 联络点, 村级站.
CREATE TABLE site (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('station', 'point', 'village_station', 'room')),
  name TEXT NOT NULL UNIQUE, place_id TEXT REFERENCES place (id), address TEXT, sort INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE site_officer (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  site_id TEXT NOT NULL REFERENCES site (id), person_id TEXT NOT NULL REFERENCES person (id),
  role TEXT NOT NULL, since TEXT, until TEXT
) STRICT;

-- 届次
CREATE TABLE congress (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  level TEXT NOT NULL CHECK (level IN ('全国', '省', '市', '县', '镇')), name TEXT NOT NULL
) STRICT;
CREATE TABLE term (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  congress_id TEXT NOT NULL REFERENCES congress (id), ordinal INTEGER NOT NULL, since TEXT, until TEXT
) STRICT;
CREATE TABLE session (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  term_id TEXT NOT NULL REFERENCES term (id), ordinal INTEGER NOT NULL, since TEXT, until TEXT
) STRICT;

-- 选区
CREATE TABLE constituency (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  term_id TEXT REFERENCES term (id), number INTEGER NOT NULL, name TEXT,
  kind TEXT CHECK (kind IN ('居住', '单位')), population INTEGER, voters INTEGER, seats INTEGER,
  team_id TEXT REFERENCES team (id), presidium_contact_id TEXT REFERENCES person (id), situation TEXT, note TEXT
) STRICT;
CREATE INDEX constituency_number ON constituency (number);
CREATE TABLE constituency_place (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  constituency_id TEXT NOT NULL REFERENCES constituency (id), place_id TEXT NOT NULL REFERENCES place (id),
  part TEXT, sort INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX constituency_place_of ON constituency_place (constituency_id);

-- 代表: mandates, and dated memberships. Without a date both hold from ever.
CREATE TABLE mandate (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  person_id TEXT NOT NULL REFERENCES person (id),
  level TEXT NOT NULL CHECK (level IN ('全国', '省', '市', '县', '镇')),
  term_id TEXT REFERENCES term (id), constituency_id TEXT REFERENCES constituency (id), electing_body TEXT,
  certificate TEXT, began TEXT CHECK (began IN ('当选', '补选')), elected_on TEXT, since TEXT,
  re_elected INTEGER, until TEXT, end_reason_id TEXT REFERENCES code (id), sort INTEGER, note TEXT
) STRICT;
CREATE INDEX mandate_person ON mandate (person_id);
CREATE TABLE membership (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('group', 'delegation', 'work', 'site')),
  team_id TEXT REFERENCES team (id), site_id TEXT REFERENCES site (id),
  unit TEXT, post TEXT, role TEXT, since TEXT, until TEXT
) STRICT;
CREATE INDEX membership_person ON membership (person_id, kind);

-- 日程: the text of a site's reception rule; days themselves are activities.
CREATE TABLE reception_rule (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  site_id TEXT REFERENCES site (id), rule TEXT NOT NULL, hours TEXT, since TEXT, until TEXT
) STRICT;

-- 活动: a reception day is one (kind activity.reception_day). `held`: NULL = as rostered, not confirmed; 1, 0 = marked.
CREATE TABLE activity (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  kind_id TEXT NOT NULL REFERENCES code (id), title TEXT NOT NULL, since TEXT NOT NULL, until TEXT NOT NULL,
  planned_on TEXT, rule_id TEXT REFERENCES reception_rule (id), hours TEXT,
  site_id TEXT REFERENCES site (id), place TEXT, held INTEGER, organiser TEXT, notified_on TEXT,
  content TEXT, outcome TEXT, guests TEXT, recorder TEXT, note TEXT,
  late_on TEXT, late_reason TEXT
) STRICT;
CREATE INDEX activity_since ON activity (since);
CREATE TABLE attendance (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  activity_id TEXT NOT NULL REFERENCES activity (id), person_id TEXT REFERENCES person (id), name TEXT,
  planned INTEGER NOT NULL DEFAULT 1, status TEXT CHECK (status IN ('came', 'excused', 'absent')), reason TEXT,
  capacity TEXT CHECK (capacity IN ('全国', '省', '市', '县', '镇')), half_days INTEGER, sort INTEGER NOT NULL DEFAULT 0,
  CHECK (person_id IS NOT NULL OR name IS NOT NULL)
) STRICT;
CREATE INDEX attendance_activity ON attendance (activity_id);
CREATE INDEX attendance_person ON attendance (person_id);

-- 接待: a visit or letter, in whose hands, and who came. `number` is JD-2023-0001.
CREATE TABLE visit (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  number TEXT NOT NULL UNIQUE, happened_on TEXT NOT NULL, time TEXT, form_id TEXT REFERENCES code (id),
  site_id TEXT REFERENCES site (id), activity_id TEXT REFERENCES activity (id),
  people INTEGER NOT NULL DEFAULT 1, confidential INTEGER NOT NULL DEFAULT 0, recorder TEXT, note TEXT,
  late_on TEXT, late_reason TEXT
) STRICT;
CREATE INDEX visit_happened ON visit (happened_on);
CREATE INDEX visit_activity ON visit (activity_id);
CREATE TABLE visit_deputy (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  visit_id TEXT NOT NULL REFERENCES visit (id), person_id TEXT REFERENCES person (id), name TEXT,
  sort INTEGER NOT NULL DEFAULT 0, CHECK (person_id IS NOT NULL OR name IS NOT NULL)
) STRICT;
CREATE INDEX visit_deputy_visit ON visit_deputy (visit_id);
CREATE INDEX visit_deputy_person ON visit_deputy (person_id);
-- A party keeps name, phone and village as given. name NULL = 匿名.
CREATE TABLE party (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  visit_id TEXT NOT NULL REFERENCES visit (id), name TEXT, sex TEXT CHECK (sex IN ('男', '女')), age_band TEXT,
  place_id TEXT REFERENCES place (id), address TEXT, phone TEXT, sort INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX party_visit ON party (visit_id);

-- 事项: whatever was raised (a title of its own, or the words stand for it), and its life in steps. State, deadline and next actor are derived, never stored.
CREATE TABLE matter (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('社情民意', '建议', '批评', '意见', '议案')),
  number TEXT, title TEXT, words TEXT, category_id TEXT REFERENCES code (id),
  nature_id TEXT REFERENCES code (id), submitted_on TEXT, session_id TEXT REFERENCES session (id),
  period TEXT CHECK (period IN ('会议期间', '闭会期间')), publicity TEXT,
  confidential INTEGER NOT NULL DEFAULT 0, note TEXT,
  CHECK (title IS NOT NULL OR words IS NOT NULL)
) STRICT;
CREATE INDEX matter_number ON matter (number);
-- What raised it: a visit's party, an activity, or a deputy; exactly one.
CREATE TABLE raised (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  matter_id TEXT NOT NULL REFERENCES matter (id), party_id TEXT REFERENCES party (id),
  activity_id TEXT REFERENCES activity (id), person_id TEXT REFERENCES person (id), sort INTEGER NOT NULL DEFAULT 0,
  CHECK ((party_id IS NOT NULL) + (activity_id IS NOT NULL) + (person_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX raised_matter ON raised (matter_id);
CREATE INDEX raised_party ON raised (party_id);
CREATE TABLE matter_deputy (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  matter_id TEXT NOT NULL REFERENCES matter (id), person_id TEXT REFERENCES person (id), name TEXT,
  role TEXT NOT NULL CHECK (role IN ('领衔', '附议', '接单')), sort INTEGER NOT NULL DEFAULT 0,
  CHECK (person_id IS NOT NULL OR name IS NOT NULL)
) STRICT;
CREATE INDEX matter_deputy_matter ON matter_deputy (matter_id);
CREATE TABLE round (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  matter_id TEXT NOT NULL REFERENCES matter (id), ordinal INTEGER NOT NULL
) STRICT;
CREATE INDEX round_matter ON round (matter_id);
CREATE TABLE assignment (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  round_id TEXT NOT NULL REFERENCES round (id), unit_id TEXT REFERENCES unit (id),
  role TEXT NOT NULL CHECK (role IN ('主办', '协办', '分办')), handler TEXT
) STRICT;
CREATE INDEX assignment_round ON assignment (round_id);
-- kinds: recorded 登记, answered 当场答复, guided 引导, handed 转办/交办, taken_up 形成建议, replied 答复, told 告知, closed 办结.
CREATE TABLE step (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  round_id TEXT NOT NULL REFERENCES round (id), assignment_id TEXT REFERENCES assignment (id),
  kind TEXT NOT NULL CHECK (kind IN ('recorded', 'answered', 'guided', 'handed', 'taken_up', 'replied', 'told', 'closed')),
  happened_on TEXT NOT NULL, route_id TEXT REFERENCES code (id), raised_id TEXT REFERENCES raised (id),
  way_id TEXT REFERENCES code (id), by_whom TEXT, words TEXT, document TEXT,
  result_id TEXT REFERENCES code (id), grade_id TEXT REFERENCES code (id),
  due_on TEXT, due_rule TEXT, sort INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX step_round ON step (round_id);

-- What the station says of itself, by key (name, level, county, unit that reports …).
CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL
) STRICT;
-- Headings of office files that a clerk matched by hand, remembered for the next file of that kind.
CREATE TABLE heading (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  import TEXT NOT NULL, heading TEXT NOT NULL, field TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX heading_once ON heading (import, heading);
-- 报表: what was sent stays as it was sent.
CREATE TABLE edition (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  report TEXT NOT NULL, period TEXT NOT NULL, ordinal INTEGER NOT NULL,
  figures TEXT NOT NULL, rows TEXT NOT NULL, sha256 TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX edition_once ON edition (report, period, ordinal);
-- 保险柜: who may open the station. Key slots themselves lie in station.keys.
CREATE TABLE account (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT, name TEXT NOT NULL UNIQUE
) STRICT;

-- 历史: outside of what is recorded, since it is the record.
CREATE TABLE operation (
  seq INTEGER PRIMARY KEY, name TEXT NOT NULL, label TEXT NOT NULL, account TEXT NOT NULL, at TEXT NOT NULL,
  schema INTEGER NOT NULL, takes_back INTEGER REFERENCES operation (seq), undoable INTEGER NOT NULL,
  changes INTEGER NOT NULL, changeset_sha256 TEXT NOT NULL, digest TEXT NOT NULL
) STRICT;
CREATE TABLE changeset (seq INTEGER PRIMARY KEY REFERENCES operation (seq), bytes BLOB NOT NULL) STRICT;
CREATE TABLE touched (
  seq INTEGER NOT NULL REFERENCES operation (seq), tbl TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (tbl, id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX touched_seq ON touched (seq);

-- What is being typed, view settings, and the highest number that has been printed: outside of history by design.
CREATE TABLE draft (form TEXT NOT NULL, subject TEXT NOT NULL, saved_at TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (form, subject)) STRICT;
CREATE TABLE view_setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE printed_number (series TEXT NOT NULL PRIMARY KEY, highest INTEGER NOT NULL) STRICT;

-- 代表在岗: who took part in an activity: expected and not marked otherwise, or named in a visit of that reception day.
-- `confirmed` = 0 where it only follows from the roster. Callers add `since <= today`.
CREATE VIEW duty AS
  SELECT a.activity_id, a.person_id, a.name, MIN(a.sort) AS sort,
         MAX(CASE WHEN a.status = 'came' OR a.named THEN 1 ELSE 0 END) AS confirmed
  FROM (
    SELECT activity_id, person_id, name, sort, status, 0 AS named FROM attendance
     WHERE voided IS NULL AND (status IS NULL OR status = 'came')
    UNION ALL
    SELECT v.activity_id, d.person_id, d.name, 1000 + d.sort, NULL, 1 FROM visit_deputy d JOIN visit v ON v.id = d.visit_id
     WHERE d.voided IS NULL AND v.voided IS NULL AND v.activity_id IS NOT NULL
  ) a
  GROUP BY a.activity_id, COALESCE(a.person_id, a.name);

-- Steps with the matter they belong to, in the order of its life: round, day, entry.
CREATE VIEW matter_step AS
  SELECT r.matter_id, r.ordinal AS round, s.id, s.kind, s.happened_on, s.route_id, s.assignment_id, s.raised_id, s.way_id,
         s.by_whom, s.words, s.document, s.result_id, s.grade_id
  FROM round r JOIN step s ON s.round_id = r.id WHERE r.voided IS NULL AND s.voided IS NULL;

-- 事项的经过: what the steps say. 当场答复 and 引导 close on their day; 办结 is the first closing, whatever follows.
CREATE VIEW matter_life AS
  SELECT m.id AS matter_id,
    coalesce(m.submitted_on, (SELECT min(s.happened_on) FROM matter_step s WHERE s.matter_id = m.id)) AS opened_on,
    (SELECT s.route_id FROM matter_step s WHERE s.matter_id = m.id AND s.route_id IS NOT NULL
      ORDER BY s.round, s.happened_on, s.id LIMIT 1) AS route_id,
    (SELECT min(s.happened_on) FROM matter_step s WHERE s.matter_id = m.id AND s.kind = 'handed') AS handed_on,
    (SELECT group_concat(u.name, '、') FROM round r JOIN assignment a ON a.round_id = r.id AND a.voided IS NULL
      JOIN unit u ON u.id = a.unit_id WHERE r.matter_id = m.id AND r.voided IS NULL) AS units,
    (SELECT min(s.happened_on) FROM matter_step s WHERE s.matter_id = m.id AND s.kind IN ('replied', 'answered')) AS replied_on,
    (SELECT s.words FROM matter_step s WHERE s.matter_id = m.id AND s.kind IN ('replied', 'answered', 'guided')
      AND s.words IS NOT NULL ORDER BY s.round DESC, s.happened_on DESC, s.id DESC LIMIT 1) AS reply,
    (SELECT s.result_id FROM matter_step s WHERE s.matter_id = m.id AND s.result_id IS NOT NULL
      ORDER BY s.round DESC, s.happened_on DESC, s.id DESC LIMIT 1) AS result_id,
    (SELECT min(s.happened_on) FROM matter_step s WHERE s.matter_id = m.id AND s.kind IN ('told', 'answered', 'guided')) AS told_on,
    (SELECT s.way_id FROM matter_step s WHERE s.matter_id = m.id AND s.kind = 'told'
      ORDER BY s.round DESC, s.happened_on DESC, s.id DESC LIMIT 1) AS way_id,
    (SELECT s.grade_id FROM matter_step s WHERE s.matter_id = m.id AND s.grade_id IS NOT NULL
      ORDER BY s.round DESC, s.happened_on DESC, s.id DESC LIMIT 1) AS grade_id,
    (SELECT min(s.happened_on) FROM matter_step s WHERE s.matter_id = m.id AND s.kind IN ('closed', 'answered', 'guided')) AS closed_on
  FROM matter m WHERE m.voided IS NULL;

-- 任职: a mandate with bounds that compare as text ('' from ever, '9999' still): it holds on :day when
-- since <= :day < until. `rank` 0 = 全国; `own` = 1 at the station's own level.
CREATE VIEW seat AS
  SELECT m.id AS mandate_id, m.person_id, m.level, coalesce(m.since, '') AS since, coalesce(m.until, '9999') AS until,
         CASE m.level WHEN '全国' THEN 0 WHEN '省' THEN 1 WHEN '市' THEN 2 WHEN '县' THEN 3 ELSE 4 END AS rank,
         m.level IS (SELECT value FROM setting WHERE key = 'level') AS own, m.constituency_id
  FROM mandate m WHERE m.voided IS NULL;

-- 任职情况: memberships with the same bounds. A deputy of whom no group is said is in that of the constituency (`said` = 0).
CREATE VIEW standing AS
  SELECT id, person_id, kind, team_id, site_id, unit, post, role, coalesce(since, '') AS since, coalesce(until, '9999') AS until, 1 AS said
  FROM membership WHERE voided IS NULL
  UNION ALL
  SELECT c.id, s.person_id, 'group', c.team_id, NULL, NULL, NULL, NULL, s.since, s.until, 0
  FROM seat s JOIN constituency c ON c.id = s.constituency_id WHERE c.team_id IS NOT NULL;

-- 事项的来访: the first visit that raised a matter; its day and site are those of the matter in every figure.
CREATE VIEW matter_visit AS
  SELECT r.matter_id, v.id AS visit_id, v.site_id, v.happened_on AS raised_on, v.number, p.name AS party,
         min(v.happened_on || v.number || r.id) AS first
  FROM raised r JOIN party p ON p.id = r.party_id JOIN visit v ON v.id = p.visit_id
  WHERE r.voided IS NULL AND p.voided IS NULL AND v.voided IS NULL GROUP BY r.matter_id;

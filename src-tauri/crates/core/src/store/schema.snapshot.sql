CREATE VIEW duty AS
  SELECT a.activity_id, a.person_id, a.name, MIN(a.sort) AS sort, MAX(a.planned) AS planned, MAX(a.sits_in) AS sits_in,
         MAX(CASE WHEN a.status = 'came' OR a.named THEN 1 ELSE 0 END) AS confirmed
  FROM (
    SELECT t.activity_id, t.person_id, t.name, t.sort, t.planned, t.sits_in, t.status, 0 AS named
      FROM attendance t JOIN activity y ON y.id = t.activity_id
     WHERE t.voided IS NULL AND (t.status = 'came' OR (t.status IS NULL AND t.planned AND y.kind_id = 'activity.reception_day'))
    UNION ALL
    SELECT v.activity_id, d.person_id, d.name, 1000 + d.sort, 0, 0, NULL, 1 FROM visit_deputy d JOIN visit v ON v.id = d.visit_id
     WHERE d.voided IS NULL AND v.voided IS NULL AND v.activity_id IS NOT NULL
  ) a
  GROUP BY a.activity_id, COALESCE(a.person_id, a.name);

CREATE VIEW matter_life AS
  SELECT m.id AS matter_id,
    coalesce(m.submitted_on, (SELECT min(s.happened_on) FROM matter_step s WHERE s.matter_id = m.id)) AS opened_on,
    (SELECT s.route_id FROM matter_step s WHERE s.matter_id = m.id AND s.route_id IS NOT NULL
      ORDER BY s.round, s.happened_on, s.sort, s.id LIMIT 1) AS route_id,
    (SELECT min(s.happened_on) FROM matter_step s WHERE s.matter_id = m.id AND s.kind = 'handed') AS handed_on,
    (SELECT group_concat(u.name, '、') FROM round r JOIN assignment a ON a.round_id = r.id AND a.voided IS NULL
      JOIN unit u ON u.id = a.unit_id WHERE r.matter_id = m.id AND r.voided IS NULL
        AND r.ordinal = (SELECT max(o.ordinal) FROM round o JOIN assignment b ON b.round_id = o.id AND b.voided IS NULL
          WHERE o.matter_id = m.id AND o.voided IS NULL)
        AND NOT EXISTS (SELECT 1 FROM step t WHERE t.assignment_id = a.id AND t.voided IS NULL AND t.kind = 'returned')) AS units,
    (SELECT s.due_on FROM matter_step s WHERE s.matter_id = m.id AND s.due_on IS NOT NULL
      AND s.kind IN ('handed', 'extended', 'restarted') ORDER BY s.round DESC, s.happened_on DESC, s.sort DESC, s.id DESC LIMIT 1) AS due_on,
    (SELECT min(s.happened_on) FROM matter_step s WHERE s.matter_id = m.id AND s.kind IN ('replied', 'answered')) AS replied_on,
    (SELECT s.words FROM matter_step s WHERE s.matter_id = m.id AND s.kind IN ('replied', 'answered', 'guided')
      AND s.words IS NOT NULL ORDER BY s.round DESC, s.happened_on DESC, s.sort DESC, s.id DESC LIMIT 1) AS reply,
    (SELECT s.result_id FROM matter_step s WHERE s.matter_id = m.id AND s.result_id IS NOT NULL
      ORDER BY s.round DESC, s.happened_on DESC, s.sort DESC, s.id DESC LIMIT 1) AS result_id,
    (SELECT min(s.happened_on) FROM matter_step s WHERE s.matter_id = m.id AND s.kind IN ('told', 'answered', 'guided')) AS told_on,
    (SELECT s.way_id FROM matter_step s WHERE s.matter_id = m.id AND s.kind = 'told'
      ORDER BY s.round DESC, s.happened_on DESC, s.sort DESC, s.id DESC LIMIT 1) AS way_id,
    (SELECT s.grade_id FROM matter_step s WHERE s.matter_id = m.id AND s.grade_id IS NOT NULL
        AND s.round >= (SELECT max(x.round) FROM matter_step x WHERE x.matter_id = m.id AND x.kind IN ('replied', 'answered', 'guided'))
      ORDER BY s.round DESC, s.happened_on DESC, s.sort DESC, s.id DESC LIMIT 1) AS grade_id,
    (SELECT s.attitude_id FROM matter_step s WHERE s.matter_id = m.id AND s.attitude_id IS NOT NULL
      ORDER BY s.round DESC, s.happened_on DESC, s.sort DESC, s.id DESC LIMIT 1) AS attitude_id,
    (SELECT min(s.happened_on) FROM matter_step s WHERE s.matter_id = m.id AND s.kind IN ('closed', 'answered', 'guided')) AS closed_on
  FROM matter m WHERE m.voided IS NULL;

CREATE VIEW matter_step AS
  SELECT r.matter_id, r.ordinal AS round, s.id, s.kind, s.happened_on, s.route_id, s.assignment_id, s.raised_id, s.way_id,
         s.by_whom, s.words, s.document, s.result_id, s.grade_id, s.due_on, s.due_rule, s.attitude_id, s.unit_id, s.sort
  FROM round r JOIN step s ON s.round_id = r.id WHERE r.voided IS NULL AND s.voided IS NULL;

CREATE VIEW matter_visit AS
  SELECT r.matter_id, v.id AS visit_id, v.site_id, v.happened_on AS raised_on, v.number, p.name AS party,
         min(v.happened_on || v.number || r.id) AS first
  FROM raised r JOIN party p ON p.id = r.party_id JOIN visit v ON v.id = p.visit_id
  WHERE r.voided IS NULL AND p.voided IS NULL AND v.voided IS NULL GROUP BY r.matter_id;

CREATE VIEW part AS
  SELECT 'activity' AS fact_kind, a.id AS fact_id, d.person_id, a.since AS day, a.site_id,
         COALESCE(k.counts_as, 'performance.13') AS category_id, d.sits_in
    FROM activity a JOIN duty d ON d.activity_id = a.id JOIN code k ON k.id = a.kind_id
   WHERE a.voided IS NULL AND a.held IS NOT 0 AND d.person_id IS NOT NULL
  UNION ALL
  SELECT 'contact', c.id, d.person_id, c.happened_on, NULL, COALESCE(k.counts_as, 'performance.13'), 0
    FROM contact c JOIN contact_deputy d ON d.contact_id = c.id LEFT JOIN code k ON k.id = c.way_id
   WHERE c.voided IS NULL AND d.voided IS NULL AND d.person_id IS NOT NULL
  UNION ALL
  SELECT 'constituency_visit', c.id, d.person_id, c.happened_on, NULL, 'performance.13', 0
    FROM constituency_visit c JOIN constituency_visit_deputy d ON d.constituency_visit_id = c.id
   WHERE c.voided IS NULL AND d.voided IS NULL AND d.person_id IS NOT NULL
  UNION ALL
  SELECT 'matter', m.id, d.person_id, m.submitted_on, NULL, 'performance.04', 0
    FROM matter m JOIN matter_deputy d ON d.matter_id = m.id
   WHERE m.voided IS NULL AND d.voided IS NULL AND m.kind <> '社情民意' AND d.role IN ('领衔', '附议') AND d.person_id IS NOT NULL
     AND m.submitted_on IS NOT NULL
  UNION ALL
  SELECT 'deed', e.id, d.person_id, e.happened_on, NULL, COALESCE(k.counts_as, 'performance.13'), 0
    FROM deed e JOIN deed_deputy d ON d.deed_id = e.id LEFT JOIN code k ON k.id = e.category_id
   WHERE e.voided IS NULL AND d.voided IS NULL AND d.person_id IS NOT NULL AND e.happened_on IS NOT NULL
  UNION ALL
  SELECT 'talk', t.id, d.person_id, t.happened_on, t.site_id, 'performance.08', 0
    FROM talk t JOIN talk_deputy d ON d.talk_id = t.id
   WHERE t.voided IS NULL AND d.voided IS NULL AND d.person_id IS NOT NULL;

CREATE VIEW seat AS
  SELECT m.id AS mandate_id, m.person_id, m.level, coalesce(m.since, '') AS since, coalesce(m.until, '9999') AS until,
         CASE m.level WHEN '全国' THEN 0 WHEN '省' THEN 1 WHEN '市' THEN 2 WHEN '县' THEN 3 ELSE 4 END AS rank,
         m.level IS (SELECT value FROM setting WHERE key = 'level') AS own, m.constituency_id
  FROM mandate m WHERE m.voided IS NULL;

CREATE VIEW standing AS
  SELECT id, person_id, kind, team_id, site_id, unit, post, role, coalesce(since, '') AS since, coalesce(until, '9999') AS until, 1 AS said
  FROM membership WHERE voided IS NULL
  UNION ALL
  SELECT c.id, s.person_id, 'group', c.team_id, NULL, NULL, NULL, NULL, s.since, s.until, 0
  FROM seat s JOIN constituency c ON c.id = s.constituency_id WHERE c.team_id IS NOT NULL;

CREATE TABLE account (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT, name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE activity (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  kind_id TEXT NOT NULL REFERENCES code (id), title TEXT NOT NULL, since TEXT NOT NULL, until TEXT NOT NULL,
  planned_on TEXT, rule_id TEXT REFERENCES reception_rule (id), hours TEXT,
  site_id TEXT REFERENCES site (id), place TEXT, held INTEGER, organiser TEXT, notified_on TEXT,
  content TEXT, outcome TEXT, guests TEXT, recorder TEXT, note TEXT,
  late_on TEXT, late_reason TEXT
, number TEXT, period TEXT CHECK (period IN ('会议期间', '闭会期间')), session_id TEXT REFERENCES session (id), theme TEXT, opinions INTEGER, recovered INTEGER, households INTEGER, people INTEGER, report TEXT, reported_on TEXT, feedback_due TEXT, half_days INTEGER) STRICT;

CREATE TABLE activity_matter (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  activity_id TEXT NOT NULL REFERENCES activity (id), matter_id TEXT NOT NULL REFERENCES matter (id),
  sort INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE assignment (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  round_id TEXT NOT NULL REFERENCES round (id), unit_id TEXT REFERENCES unit (id),
  role TEXT NOT NULL CHECK (role IN ('主办', '协办', '分办')), handler TEXT
) STRICT;

CREATE TABLE attachment (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  fact_kind TEXT NOT NULL, fact_id TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('photo', 'file')),
  content TEXT NOT NULL, original TEXT, name TEXT NOT NULL, media TEXT NOT NULL, bytes INTEGER NOT NULL, caption TEXT,
  sort INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE attendance (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  activity_id TEXT NOT NULL REFERENCES activity (id), person_id TEXT REFERENCES person (id), name TEXT,
  planned INTEGER NOT NULL DEFAULT 1, status TEXT CHECK (status IN ('came', 'excused', 'absent')), reason TEXT,
  capacity TEXT CHECK (capacity IN ('全国', '省', '市', '县', '镇')), half_days INTEGER, sort INTEGER NOT NULL DEFAULT 0, sits_in INTEGER NOT NULL DEFAULT 0, absent_sort INTEGER,
  CHECK (person_id IS NOT NULL OR name IS NOT NULL)
) STRICT;

CREATE TABLE blank_set (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  person_id TEXT NOT NULL REFERENCES person (id), period TEXT NOT NULL, given_on TEXT NOT NULL, returned_on TEXT, note TEXT
) STRICT;

CREATE TABLE campaign (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  name TEXT NOT NULL, since TEXT, until TEXT, note TEXT
) STRICT;

CREATE TABLE campaign_fact (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  campaign_id TEXT NOT NULL REFERENCES campaign (id), fact_kind TEXT NOT NULL, fact_id TEXT NOT NULL
) STRICT;

CREATE TABLE changeset (seq INTEGER PRIMARY KEY REFERENCES operation (seq), bytes BLOB NOT NULL) STRICT;

CREATE TABLE chat_group (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  name TEXT NOT NULL, place_id TEXT REFERENCES place (id), members INTEGER, note TEXT, sort INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE chat_group_deputy (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  chat_group_id TEXT NOT NULL REFERENCES chat_group (id), person_id TEXT REFERENCES person (id), name TEXT,
  sort INTEGER NOT NULL DEFAULT 0, CHECK (person_id IS NOT NULL OR name IS NOT NULL)
) STRICT;

CREATE TABLE code (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  list TEXT NOT NULL, label TEXT NOT NULL, standard TEXT, sort INTEGER NOT NULL, hidden INTEGER NOT NULL DEFAULT 0
, counts_as TEXT REFERENCES code (id)) STRICT;

CREATE TABLE congress (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  level TEXT NOT NULL CHECK (level IN ('全国', '省', '市', '县', '镇')), name TEXT NOT NULL
) STRICT;

CREATE TABLE constituency (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  term_id TEXT REFERENCES term (id), number INTEGER NOT NULL, name TEXT,
  kind TEXT CHECK (kind IN ('居住', '单位')), population INTEGER, voters INTEGER, seats INTEGER,
  team_id TEXT REFERENCES team (id), presidium_contact_id TEXT REFERENCES person (id), situation TEXT, note TEXT
, concerns TEXT) STRICT;

CREATE TABLE constituency_place (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  constituency_id TEXT NOT NULL REFERENCES constituency (id), place_id TEXT NOT NULL REFERENCES place (id),
  part TEXT, sort INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE constituency_visit (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  constituency_id TEXT NOT NULL REFERENCES constituency (id), happened_on TEXT NOT NULL, places TEXT,
  households INTEGER, people INTEGER, opinions INTEGER, settled INTEGER, content TEXT, note TEXT,
  late_on TEXT, late_reason TEXT
) STRICT;

CREATE TABLE constituency_visit_deputy (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  constituency_visit_id TEXT NOT NULL REFERENCES constituency_visit (id), person_id TEXT REFERENCES person (id), name TEXT,
  sort INTEGER NOT NULL DEFAULT 0, CHECK (person_id IS NOT NULL OR name IS NOT NULL)
) STRICT;

CREATE TABLE contact (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  happened_on TEXT NOT NULL, way_id TEXT REFERENCES code (id), voter TEXT,
  resident_id TEXT REFERENCES resident (id), partner_id TEXT REFERENCES person (id),
  people INTEGER NOT NULL DEFAULT 1, households INTEGER, place_id TEXT REFERENCES place (id), place TEXT, phone TEXT,
  promoted TEXT, opinion TEXT, route_id TEXT REFERENCES code (id), outcome TEXT, reported_on TEXT, recorder TEXT,
  note TEXT, late_on TEXT, late_reason TEXT
) STRICT;

CREATE TABLE contact_deputy (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  contact_id TEXT NOT NULL REFERENCES contact (id), person_id TEXT REFERENCES person (id), name TEXT,
  sort INTEGER NOT NULL DEFAULT 0, CHECK (person_id IS NOT NULL OR name IS NOT NULL)
) STRICT;

CREATE TABLE deadline_rule (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  kind TEXT NOT NULL, amount INTEGER NOT NULL, unit TEXT NOT NULL CHECK (unit IN ('month', 'day', 'working_day')),
  article TEXT NOT NULL, since TEXT NOT NULL
) STRICT;

CREATE TABLE deed (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  happened_on TEXT, category_id TEXT REFERENCES code (id), content TEXT NOT NULL,
  place_id TEXT REFERENCES place (id), place TEXT, villages INTEGER, households INTEGER, people INTEGER, money INTEGER,
  source_id TEXT REFERENCES code (id), progress TEXT CHECK (progress IN ('已完成', '推进中')),
  visit_id TEXT REFERENCES visit (id), matter_id TEXT REFERENCES matter (id), note TEXT, late_on TEXT, late_reason TEXT
) STRICT;

CREATE TABLE deed_deputy (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  deed_id TEXT NOT NULL REFERENCES deed (id), person_id TEXT REFERENCES person (id), name TEXT,
  sort INTEGER NOT NULL DEFAULT 0, CHECK (person_id IS NOT NULL OR name IS NOT NULL)
) STRICT;

CREATE TABLE draft (form TEXT NOT NULL, subject TEXT NOT NULL, saved_at TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (form, subject)) STRICT;

CREATE TABLE duty_swap (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  activity_id TEXT NOT NULL REFERENCES activity (id), person_id TEXT NOT NULL REFERENCES person (id),
  by_person_id TEXT NOT NULL REFERENCES person (id), other_activity_id TEXT REFERENCES activity (id),
  agreed_on TEXT NOT NULL, reason TEXT
) STRICT;

CREATE TABLE edition (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  report TEXT NOT NULL, period TEXT NOT NULL, ordinal INTEGER NOT NULL,
  figures TEXT NOT NULL, rows TEXT NOT NULL, sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE heading (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  import TEXT NOT NULL, heading TEXT NOT NULL, field TEXT NOT NULL
) STRICT;

CREATE TABLE holiday_year (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  year INTEGER NOT NULL, notice TEXT, issued_on TEXT, days TEXT NOT NULL
) STRICT;

CREATE TABLE leave (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  person_id TEXT NOT NULL REFERENCES person (id), since TEXT NOT NULL, until TEXT NOT NULL, reason TEXT
) STRICT;

CREATE TABLE mandate (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  person_id TEXT NOT NULL REFERENCES person (id),
  level TEXT NOT NULL CHECK (level IN ('全国', '省', '市', '县', '镇')),
  term_id TEXT REFERENCES term (id), constituency_id TEXT REFERENCES constituency (id), electing_body TEXT,
  certificate TEXT, began TEXT CHECK (began IN ('当选', '补选')), elected_on TEXT, since TEXT,
  re_elected INTEGER, until TEXT, end_reason_id TEXT REFERENCES code (id), sort INTEGER, note TEXT
, role TEXT) STRICT;

CREATE TABLE matter (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('社情民意', '建议', '批评', '意见', '议案')),
  number TEXT, title TEXT, words TEXT, category_id TEXT REFERENCES code (id),
  nature_id TEXT REFERENCES code (id), submitted_on TEXT, session_id TEXT REFERENCES session (id),
  period TEXT CHECK (period IN ('会议期间', '闭会期间')), publicity TEXT,
  confidential INTEGER NOT NULL DEFAULT 0, note TEXT, repeated TEXT CHECK (repeated IN ('否', '两年', '三年', '三年以上')), talk_wanted INTEGER NOT NULL DEFAULT 0, no_written_reply INTEGER NOT NULL DEFAULT 0, supervised INTEGER NOT NULL DEFAULT 0, supervisor TEXT, congress_on TEXT, published_on TEXT, petition INTEGER NOT NULL DEFAULT 0, motion_id TEXT REFERENCES code (id),
  CHECK (title IS NOT NULL OR words IS NOT NULL)
) STRICT;

CREATE TABLE matter_deputy (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  matter_id TEXT NOT NULL REFERENCES matter (id), person_id TEXT REFERENCES person (id), name TEXT,
  role TEXT NOT NULL CHECK (role IN ('领衔', '附议', '接单')), sort INTEGER NOT NULL DEFAULT 0,
  CHECK (person_id IS NOT NULL OR name IS NOT NULL)
) STRICT;

CREATE TABLE matter_link (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  matter_id TEXT NOT NULL REFERENCES matter (id), earlier_id TEXT NOT NULL REFERENCES matter (id),
  kind TEXT NOT NULL CHECK (kind IN ('again', 'same', 'from'))
) STRICT;

CREATE TABLE membership (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('group', 'delegation', 'work', 'site')),
  team_id TEXT REFERENCES team (id), site_id TEXT REFERENCES site (id),
  unit TEXT, post TEXT, role TEXT, since TEXT, until TEXT
) STRICT;

CREATE TABLE operation (
  seq INTEGER PRIMARY KEY, name TEXT NOT NULL, label TEXT NOT NULL, account TEXT NOT NULL, at TEXT NOT NULL,
  schema INTEGER NOT NULL, takes_back INTEGER REFERENCES operation (seq), undoable INTEGER NOT NULL,
  changes INTEGER NOT NULL, changeset_sha256 TEXT NOT NULL, digest TEXT NOT NULL
) STRICT;

CREATE TABLE own_column (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  fact_kind TEXT NOT NULL, label TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('text', 'number', 'money', 'date', 'yes_no', 'choice')), choices TEXT,
  sort INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE own_value (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  own_column_id TEXT NOT NULL REFERENCES own_column (id), fact_kind TEXT NOT NULL, fact_id TEXT NOT NULL, value TEXT NOT NULL
) STRICT;

CREATE TABLE party (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  visit_id TEXT NOT NULL REFERENCES visit (id), name TEXT, sex TEXT CHECK (sex IN ('男', '女')), age_band TEXT,
  place_id TEXT REFERENCES place (id), address TEXT, phone TEXT, sort INTEGER NOT NULL DEFAULT 0
, resident_id TEXT REFERENCES resident (id), id_number TEXT) STRICT;

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  name TEXT NOT NULL, name_note TEXT, sex TEXT CHECK (sex IN ('男', '女')), nation_id TEXT REFERENCES code (id),
  birth TEXT, native_place TEXT, party_id TEXT REFERENCES code (id), party_joined TEXT, work_started TEXT,
  education_id TEXT REFERENCES code (id), degree_id TEXT REFERENCES code (id), school TEXT, title TEXT,
  social_posts TEXT, occupation_id TEXT REFERENCES code (id), id_number TEXT, phone TEXT,
  address TEXT, postcode TEXT, email TEXT, resume TEXT, honours TEXT, pledge TEXT, note TEXT
, list_order INTEGER) STRICT;

CREATE TABLE phrase (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  list TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, sort INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE place (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('village', 'community', 'area', 'other')),
  name TEXT NOT NULL, parent_id TEXT REFERENCES place (id), sort INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE printed_number (series TEXT NOT NULL PRIMARY KEY, highest INTEGER NOT NULL) STRICT;

CREATE TABLE "raised" (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  matter_id TEXT NOT NULL REFERENCES matter (id), party_id TEXT REFERENCES party (id),
  activity_id TEXT REFERENCES activity (id), person_id TEXT REFERENCES person (id), sort INTEGER NOT NULL DEFAULT 0,
  contact_id TEXT REFERENCES contact (id), constituency_visit_id TEXT REFERENCES constituency_visit (id),
  CHECK ((party_id IS NOT NULL) + (activity_id IS NOT NULL) + (person_id IS NOT NULL)
    + (contact_id IS NOT NULL) + (constituency_visit_id IS NOT NULL) = 1)
) STRICT;

CREATE TABLE reception_rule (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  site_id TEXT REFERENCES site (id), rule TEXT NOT NULL, hours TEXT, since TEXT, until TEXT
, rrule TEXT, lunar TEXT, shift TEXT CHECK (shift IN ('next_workday', 'week_later', 'keep', 'skip')), weekends INTEGER NOT NULL DEFAULT 0, collision TEXT CHECK (collision IN ('merge', 'next_workday')), daily INTEGER NOT NULL DEFAULT 0, sort INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE register_set (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  name TEXT NOT NULL, body TEXT NOT NULL, sort INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE resident (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  name TEXT NOT NULL, sex TEXT CHECK (sex IN ('男', '女')), birth TEXT, party_id TEXT REFERENCES code (id),
  household INTEGER, place_id TEXT REFERENCES place (id), address TEXT, phone TEXT, note TEXT
) STRICT;

CREATE TABLE review (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  fact_kind TEXT NOT NULL, fact_id TEXT NOT NULL, person_id TEXT NOT NULL REFERENCES person (id),
  status TEXT NOT NULL CHECK (status IN ('通过', '不通过')), reviewer TEXT, reviewed_on TEXT NOT NULL
) STRICT;

CREATE TABLE round (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  matter_id TEXT NOT NULL REFERENCES matter (id), ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  term_id TEXT NOT NULL REFERENCES term (id), ordinal INTEGER NOT NULL, since TEXT, until TEXT
) STRICT;

CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL
) STRICT;

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

CREATE TABLE standing_contact (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  person_id TEXT NOT NULL REFERENCES person (id), kind_id TEXT REFERENCES code (id),
  resident_id TEXT REFERENCES resident (id), partner_id TEXT REFERENCES person (id),
  since TEXT, until TEXT, target INTEGER, situation TEXT, note TEXT,
  CHECK ((resident_id IS NOT NULL) + (partner_id IS NOT NULL) = 1)
) STRICT;

CREATE TABLE "step" (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  round_id TEXT NOT NULL REFERENCES round (id), assignment_id TEXT REFERENCES assignment (id),
  kind TEXT NOT NULL CHECK (kind IN ('recorded', 'accepted', 'answered', 'guided', 'handed', 'taken_up', 'signed', 'returned',
    'chased', 'extended', 'stopped', 'restarted', 'talked', 'replied', 'rated', 'told', 'followed', 'closed', 'reopened')),
  happened_on TEXT NOT NULL, route_id TEXT REFERENCES code (id), raised_id TEXT REFERENCES raised (id),
  way_id TEXT REFERENCES code (id), by_whom TEXT, words TEXT, document TEXT,
  result_id TEXT REFERENCES code (id), grade_id TEXT REFERENCES code (id),
  due_on TEXT, due_rule TEXT, sort INTEGER NOT NULL DEFAULT 0,
  attitude_id TEXT REFERENCES code (id), unit_id TEXT REFERENCES unit (id), level INTEGER,
  promised TEXT, promised_on TEXT, activity_id TEXT REFERENCES activity (id)
) STRICT;

CREATE TABLE talk (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  number TEXT NOT NULL UNIQUE, happened_on TEXT NOT NULL, time TEXT, site_id TEXT REFERENCES site (id), place TEXT,
  subject TEXT NOT NULL, kind_id TEXT REFERENCES code (id), guests TEXT, process TEXT, result_id TEXT REFERENCES code (id),
  agreement TEXT, follow_up_on TEXT, follow_up TEXT, confidential INTEGER NOT NULL DEFAULT 0, recorder TEXT,
  matter_id TEXT REFERENCES matter (id), note TEXT, late_on TEXT, late_reason TEXT
) STRICT;

CREATE TABLE talk_deputy (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  talk_id TEXT NOT NULL REFERENCES talk (id), person_id TEXT REFERENCES person (id), name TEXT,
  sort INTEGER NOT NULL DEFAULT 0, CHECK (person_id IS NOT NULL OR name IS NOT NULL)
) STRICT;

CREATE TABLE talk_party (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  talk_id TEXT NOT NULL REFERENCES talk (id), side TEXT NOT NULL, name TEXT NOT NULL, phone TEXT,
  place_id TEXT REFERENCES place (id), sort INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE team (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('group', 'delegation')), name TEXT NOT NULL, sort INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE term (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  congress_id TEXT NOT NULL REFERENCES congress (id), ordinal INTEGER NOT NULL, since TEXT, until TEXT
) STRICT;

CREATE TABLE touched (
  seq INTEGER NOT NULL REFERENCES operation (seq), tbl TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (tbl, id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  name TEXT NOT NULL UNIQUE, contact_person TEXT, phone TEXT, sort INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE view_setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE visit (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  number TEXT NOT NULL UNIQUE, happened_on TEXT NOT NULL, time TEXT, form_id TEXT REFERENCES code (id),
  site_id TEXT REFERENCES site (id), activity_id TEXT REFERENCES activity (id),
  people INTEGER NOT NULL DEFAULT 1, confidential INTEGER NOT NULL DEFAULT 0, recorder TEXT, note TEXT,
  late_on TEXT, late_reason TEXT
, joint INTEGER NOT NULL DEFAULT 0, chat_group_id TEXT REFERENCES chat_group (id), written_on TEXT) STRICT;

CREATE TABLE visit_deputy (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  visit_id TEXT NOT NULL REFERENCES visit (id), person_id TEXT REFERENCES person (id), name TEXT,
  sort INTEGER NOT NULL DEFAULT 0, CHECK (person_id IS NOT NULL OR name IS NOT NULL)
) STRICT;

CREATE INDEX activity_matter_activity ON activity_matter (activity_id);

CREATE INDEX activity_matter_matter ON activity_matter (matter_id);

CREATE INDEX activity_number ON activity (number);

CREATE INDEX activity_since ON activity (since);

CREATE INDEX assignment_round ON assignment (round_id);

CREATE INDEX attachment_of ON attachment (fact_kind, fact_id);

CREATE INDEX attendance_activity ON attendance (activity_id);

CREATE INDEX attendance_person ON attendance (person_id);

CREATE INDEX blank_set_person ON blank_set (person_id);

CREATE INDEX campaign_fact_campaign ON campaign_fact (campaign_id);

CREATE INDEX campaign_fact_of ON campaign_fact (fact_kind, fact_id);

CREATE INDEX chat_group_deputy_group ON chat_group_deputy (chat_group_id);

CREATE INDEX chat_group_deputy_person ON chat_group_deputy (person_id);

CREATE UNIQUE INDEX code_label ON code (list, label);

CREATE INDEX constituency_number ON constituency (number);

CREATE INDEX constituency_place_of ON constituency_place (constituency_id);

CREATE INDEX constituency_visit_deputy_person ON constituency_visit_deputy (person_id);

CREATE INDEX constituency_visit_deputy_visit ON constituency_visit_deputy (constituency_visit_id);

CREATE INDEX constituency_visit_happened ON constituency_visit (happened_on);

CREATE INDEX constituency_visit_of ON constituency_visit (constituency_id);

CREATE INDEX contact_deputy_contact ON contact_deputy (contact_id);

CREATE INDEX contact_deputy_person ON contact_deputy (person_id);

CREATE INDEX contact_happened ON contact (happened_on);

CREATE INDEX contact_partner ON contact (partner_id);

CREATE INDEX contact_resident ON contact (resident_id);

CREATE INDEX deadline_rule_kind ON deadline_rule (kind);

CREATE INDEX deed_deputy_deed ON deed_deputy (deed_id);

CREATE INDEX deed_deputy_person ON deed_deputy (person_id);

CREATE INDEX deed_happened ON deed (happened_on);

CREATE INDEX duty_swap_activity ON duty_swap (activity_id);

CREATE UNIQUE INDEX edition_once ON edition (report, period, ordinal);

CREATE UNIQUE INDEX heading_once ON heading (import, heading);

CREATE INDEX holiday_year_year ON holiday_year (year);

CREATE INDEX leave_person ON leave (person_id);

CREATE INDEX mandate_person ON mandate (person_id);

CREATE INDEX matter_deputy_matter ON matter_deputy (matter_id);

CREATE INDEX matter_link_earlier ON matter_link (earlier_id);

CREATE INDEX matter_link_matter ON matter_link (matter_id);

CREATE INDEX matter_number ON matter (number);

CREATE INDEX membership_person ON membership (person_id, kind);

CREATE UNIQUE INDEX own_value_once ON own_value (own_column_id, fact_id);

CREATE INDEX party_name ON party (name);

CREATE INDEX party_phone ON party (phone);

CREATE INDEX party_visit ON party (visit_id);

CREATE INDEX person_id_number ON person (id_number);

CREATE INDEX person_name ON person (name);

CREATE INDEX place_name ON place (name);

CREATE INDEX raised_activity ON raised (activity_id);

CREATE INDEX raised_constituency_visit ON raised (constituency_visit_id);

CREATE INDEX raised_contact ON raised (contact_id);

CREATE INDEX raised_matter ON raised (matter_id);

CREATE INDEX raised_party ON raised (party_id);

CREATE INDEX resident_name ON resident (name);

CREATE UNIQUE INDEX review_once ON review (fact_kind, fact_id, person_id);

CREATE INDEX round_matter ON round (matter_id);

CREATE INDEX standing_contact_partner ON standing_contact (partner_id);

CREATE INDEX standing_contact_person ON standing_contact (person_id);

CREATE INDEX standing_contact_resident ON standing_contact (resident_id);

CREATE INDEX step_assignment ON step (assignment_id);

CREATE INDEX step_round ON step (round_id);

CREATE INDEX talk_deputy_person ON talk_deputy (person_id);

CREATE INDEX talk_deputy_talk ON talk_deputy (talk_id);

CREATE INDEX talk_happened ON talk (happened_on);

CREATE INDEX talk_party_talk ON talk_party (talk_id);

CREATE UNIQUE INDEX team_name ON team (kind, name);

CREATE INDEX touched_seq ON touched (seq);

CREATE INDEX visit_activity ON visit (activity_id);

CREATE INDEX visit_deputy_person ON visit_deputy (person_id);

CREATE INDEX visit_deputy_visit ON visit_deputy (visit_id);

CREATE INDEX visit_happened ON visit (happened_on);

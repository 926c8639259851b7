-- Reception days by rule, the duty roster, taking in, and the four orders.

-- 日程: a rule of RFC 5545, or days of the lunar month by their last digit ('2,5,8'); what happens on a day off; how two
-- days of one site that fall together are solved. `rule` says it in words.
ALTER TABLE reception_rule ADD COLUMN rrule TEXT;
ALTER TABLE reception_rule ADD COLUMN lunar TEXT;
ALTER TABLE reception_rule ADD COLUMN shift TEXT CHECK (shift IN ('next_workday', 'week_later', 'keep', 'skip'));
ALTER TABLE reception_rule ADD COLUMN weekends INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reception_rule ADD COLUMN collision TEXT CHECK (collision IN ('merge', 'next_workday'));
ALTER TABLE reception_rule ADD COLUMN daily INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reception_rule ADD COLUMN sort INTEGER NOT NULL DEFAULT 0;
-- 节假日安排: a year as its notice says it, over what ships; `days` is JSON of `calendar::days::Day`.
CREATE TABLE holiday_year (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  year INTEGER NOT NULL, notice TEXT, issued_on TEXT, days TEXT NOT NULL
) STRICT;
CREATE INDEX holiday_year_year ON holiday_year (year);
-- 期限规定: a dated setting over what ships, with its article.
CREATE TABLE deadline_rule (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  kind TEXT NOT NULL, amount INTEGER NOT NULL, unit TEXT NOT NULL CHECK (unit IN ('month', 'day', 'working_day')),
  article TEXT NOT NULL, since TEXT NOT NULL
) STRICT;
CREATE INDEX deadline_rule_kind ON deadline_rule (kind);
-- 值班: who is away when, and who changed with whom.
CREATE TABLE leave (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  person_id TEXT NOT NULL REFERENCES person (id), since TEXT NOT NULL, until TEXT NOT NULL, reason TEXT
) STRICT;
CREATE INDEX leave_person ON leave (person_id);
CREATE TABLE duty_swap (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  activity_id TEXT NOT NULL REFERENCES activity (id), person_id TEXT NOT NULL REFERENCES person (id),
  by_person_id TEXT NOT NULL REFERENCES person (id), other_activity_id TEXT REFERENCES activity (id),
  agreed_on TEXT NOT NULL, reason TEXT
) STRICT;
CREATE INDEX duty_swap_activity ON duty_swap (activity_id);

-- 微信群: groups of a 片区, with the deputies in charge.
CREATE TABLE chat_group (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  name TEXT NOT NULL, place_id TEXT REFERENCES place (id), members INTEGER, note TEXT, sort INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE chat_group_deputy (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  chat_group_id TEXT NOT NULL REFERENCES chat_group (id), person_id TEXT REFERENCES person (id), name TEXT,
  sort INTEGER NOT NULL DEFAULT 0, CHECK (person_id IS NOT NULL OR name IS NOT NULL)
) STRICT;
CREATE INDEX chat_group_deputy_group ON chat_group_deputy (chat_group_id);
CREATE INDEX chat_group_deputy_person ON chat_group_deputy (person_id);
-- 接待: 集体来访 names at most five representatives (信访工作条例 art. 20); the day on a letter.
ALTER TABLE visit ADD COLUMN joint INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visit ADD COLUMN chat_group_id TEXT REFERENCES chat_group (id);
ALTER TABLE visit ADD COLUMN written_on TEXT;
-- Linking a party to a resident is a clerk's act. The ID number is asked for only where the station has switched it on.
ALTER TABLE party ADD COLUMN resident_id TEXT REFERENCES resident (id);
ALTER TABLE party ADD COLUMN id_number TEXT;
CREATE INDEX party_name ON party (name);
CREATE INDEX party_phone ON party (phone);

-- 事项: 按信访件办理; 议案, 质询案 … by what they ask for (a code of list `motion`).
ALTER TABLE matter ADD COLUMN petition INTEGER NOT NULL DEFAULT 0;
ALTER TABLE matter ADD COLUMN motion_id TEXT REFERENCES code (id);
-- Linked, never merged: 'again' the same person once more, 'same' the same matter by others, 'from' the suggestion that a
-- matter was made into.
CREATE TABLE matter_link (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  matter_id TEXT NOT NULL REFERENCES matter (id), earlier_id TEXT NOT NULL REFERENCES matter (id),
  kind TEXT NOT NULL CHECK (kind IN ('again', 'same', 'from'))
) STRICT;
CREATE INDEX matter_link_matter ON matter_link (matter_id);
CREATE INDEX matter_link_earlier ON matter_link (earlier_id);
-- 答复会, 会前走访: the matters that an activity was about.
CREATE TABLE activity_matter (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  activity_id TEXT NOT NULL REFERENCES activity (id), matter_id TEXT NOT NULL REFERENCES matter (id),
  sort INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX activity_matter_activity ON activity_matter (activity_id);
CREATE INDEX activity_matter_matter ON activity_matter (matter_id);

-- 步骤: more kinds, so the table is made anew. kinds: recorded 登记, accepted 接单, answered 当场答复, guided 引导,
-- handed 转办/交办, taken_up 形成建议, signed 签收, returned 退办, chased 催办, extended 延期, stopped 中止计时, restarted
-- 恢复计时, talked 面商, replied 答复, rated 征询意见, told 告知, followed 跟踪落实, closed 办结, reopened 重新办理.
-- `due_on`, `due_rule`: a deadline as it was printed or notified; settings changed later do not move it.
DROP VIEW matter_life;
DROP VIEW matter_step;
CREATE TABLE step_new (
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
INSERT INTO step_new (id, created, voided, round_id, assignment_id, kind, happened_on, route_id, raised_id, way_id, by_whom,
    words, document, result_id, grade_id, due_on, due_rule, sort)
  SELECT id, created, voided, round_id, assignment_id, kind, happened_on, route_id, raised_id, way_id, by_whom,
    words, document, result_id, grade_id, due_on, due_rule, sort FROM step;
DROP TABLE step;
ALTER TABLE step_new RENAME TO step;
CREATE INDEX step_round ON step (round_id);
CREATE INDEX step_assignment ON step (assignment_id);
CREATE VIEW matter_step AS
  SELECT r.matter_id, r.ordinal AS round, s.id, s.kind, s.happened_on, s.route_id, s.assignment_id, s.raised_id, s.way_id,
         s.by_whom, s.words, s.document, s.result_id, s.grade_id, s.due_on, s.due_rule, s.attitude_id, s.unit_id, s.sort
  FROM round r JOIN step s ON s.round_id = r.id WHERE r.voided IS NULL AND s.voided IS NULL;
-- 事项的经过: what the steps say. 当场答复 and 引导 close on their day; 办结 is the first closing, whatever follows. What was
-- said of an earlier answer is not said of a later one.
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

-- 谈心室: who quarrelled about what, who mediated, what came of it. `number` is TX-2026-001.
CREATE TABLE talk (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  number TEXT NOT NULL UNIQUE, happened_on TEXT NOT NULL, time TEXT, site_id TEXT REFERENCES site (id), place TEXT,
  subject TEXT NOT NULL, kind_id TEXT REFERENCES code (id), guests TEXT, process TEXT, result_id TEXT REFERENCES code (id),
  agreement TEXT, follow_up_on TEXT, follow_up TEXT, confidential INTEGER NOT NULL DEFAULT 0, recorder TEXT,
  matter_id TEXT REFERENCES matter (id), note TEXT, late_on TEXT, late_reason TEXT
) STRICT;
CREATE INDEX talk_happened ON talk (happened_on);
CREATE TABLE talk_party (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  talk_id TEXT NOT NULL REFERENCES talk (id), side TEXT NOT NULL, name TEXT NOT NULL, phone TEXT,
  place_id TEXT REFERENCES place (id), sort INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX talk_party_talk ON talk_party (talk_id);
CREATE TABLE talk_deputy (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  talk_id TEXT NOT NULL REFERENCES talk (id), person_id TEXT REFERENCES person (id), name TEXT,
  sort INTEGER NOT NULL DEFAULT 0, CHECK (person_id IS NOT NULL OR name IS NOT NULL)
) STRICT;
CREATE INDEX talk_deputy_talk ON talk_deputy (talk_id);
CREATE INDEX talk_deputy_person ON talk_deputy (person_id);

-- 常用语: texts that are used again, with fields in braces; `list` says where: reply, telling, reason …
CREATE TABLE phrase (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  list TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, sort INTEGER NOT NULL DEFAULT 0
) STRICT;

-- 履职: a talk counts for the deputies who mediated.
DROP VIEW part;
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

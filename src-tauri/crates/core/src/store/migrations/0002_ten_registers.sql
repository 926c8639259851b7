-- The facts that the remaining registers need, and what a station sets up for itself.

-- 字典: which of the thirteen 履职类别 a kind of activity or deed counts as.
ALTER TABLE code ADD COLUMN counts_as TEXT REFERENCES code (id);

-- 人: the place in lists that a station gives by hand.
ALTER TABLE person ADD COLUMN list_order INTEGER;

-- 专项活动: a tag on any fact.
CREATE TABLE campaign (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  name TEXT NOT NULL, since TEXT, until TEXT, note TEXT
) STRICT;
CREATE TABLE campaign_fact (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  campaign_id TEXT NOT NULL REFERENCES campaign (id), fact_kind TEXT NOT NULL, fact_id TEXT NOT NULL
) STRICT;
CREATE INDEX campaign_fact_of ON campaign_fact (fact_kind, fact_id);
CREATE INDEX campaign_fact_campaign ON campaign_fact (campaign_id);

-- 群众: a person or household with whom the station keeps in touch. `birth` is known to the year, mostly.
CREATE TABLE resident (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  name TEXT NOT NULL, sex TEXT CHECK (sex IN ('男', '女')), birth TEXT, party_id TEXT REFERENCES code (id),
  household INTEGER, place_id TEXT REFERENCES place (id), address TEXT, phone TEXT, note TEXT
) STRICT;
CREATE INDEX resident_name ON resident (name);

-- 活动: number (HD-2026-014), what it was about, what supervision brought back (whole 分), who was reached by 宣传.
ALTER TABLE activity ADD COLUMN number TEXT;
ALTER TABLE activity ADD COLUMN period TEXT CHECK (period IN ('会议期间', '闭会期间'));
ALTER TABLE activity ADD COLUMN session_id TEXT REFERENCES session (id);
ALTER TABLE activity ADD COLUMN theme TEXT;
ALTER TABLE activity ADD COLUMN opinions INTEGER;
ALTER TABLE activity ADD COLUMN recovered INTEGER;
ALTER TABLE activity ADD COLUMN households INTEGER;
ALTER TABLE activity ADD COLUMN people INTEGER;
ALTER TABLE activity ADD COLUMN report TEXT;
ALTER TABLE activity ADD COLUMN reported_on TEXT;
ALTER TABLE activity ADD COLUMN feedback_due TEXT;
ALTER TABLE activity ADD COLUMN half_days INTEGER;
CREATE INDEX activity_number ON activity (number);
-- 列席: sat in without a vote.
ALTER TABLE attendance ADD COLUMN sits_in INTEGER NOT NULL DEFAULT 0;
-- The order in which a paper list names those who did not come.
ALTER TABLE attendance ADD COLUMN absent_sort INTEGER;

-- 联系: standing contacts with a resident or, as a pairing, with a deputy; exactly one of them.
CREATE TABLE standing_contact (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  person_id TEXT NOT NULL REFERENCES person (id), kind_id TEXT REFERENCES code (id),
  resident_id TEXT REFERENCES resident (id), partner_id TEXT REFERENCES person (id),
  since TEXT, until TEXT, target INTEGER, situation TEXT, note TEXT,
  CHECK ((resident_id IS NOT NULL) + (partner_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX standing_contact_person ON standing_contact (person_id);
CREATE INDEX standing_contact_resident ON standing_contact (resident_id);
CREATE INDEX standing_contact_partner ON standing_contact (partner_id);
-- A contact made: with a voter, or (partner) with a deputy. It counts for a standing contact of the same two.
CREATE TABLE contact (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  happened_on TEXT NOT NULL, way_id TEXT REFERENCES code (id), voter TEXT,
  resident_id TEXT REFERENCES resident (id), partner_id TEXT REFERENCES person (id),
  people INTEGER NOT NULL DEFAULT 1, households INTEGER, place_id TEXT REFERENCES place (id), place TEXT, phone TEXT,
  promoted TEXT, opinion TEXT, route_id TEXT REFERENCES code (id), outcome TEXT, reported_on TEXT, recorder TEXT,
  note TEXT, late_on TEXT, late_reason TEXT
) STRICT;
CREATE INDEX contact_happened ON contact (happened_on);
CREATE INDEX contact_resident ON contact (resident_id);
CREATE INDEX contact_partner ON contact (partner_id);
CREATE TABLE contact_deputy (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  contact_id TEXT NOT NULL REFERENCES contact (id), person_id TEXT REFERENCES person (id), name TEXT,
  sort INTEGER NOT NULL DEFAULT 0, CHECK (person_id IS NOT NULL OR name IS NOT NULL)
) STRICT;
CREATE INDEX contact_deputy_contact ON contact_deputy (contact_id);
CREATE INDEX contact_deputy_person ON contact_deputy (person_id);
-- 走访选区
CREATE TABLE constituency_visit (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  constituency_id TEXT NOT NULL REFERENCES constituency (id), happened_on TEXT NOT NULL, places TEXT,
  households INTEGER, people INTEGER, opinions INTEGER, settled INTEGER, content TEXT, note TEXT,
  late_on TEXT, late_reason TEXT
) STRICT;
CREATE INDEX constituency_visit_of ON constituency_visit (constituency_id);
CREATE INDEX constituency_visit_happened ON constituency_visit (happened_on);
CREATE TABLE constituency_visit_deputy (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  constituency_visit_id TEXT NOT NULL REFERENCES constituency_visit (id), person_id TEXT REFERENCES person (id), name TEXT,
  sort INTEGER NOT NULL DEFAULT 0, CHECK (person_id IS NOT NULL OR name IS NOT NULL)
) STRICT;
CREATE INDEX constituency_visit_deputy_visit ON constituency_visit_deputy (constituency_visit_id);
CREATE INDEX constituency_visit_deputy_person ON constituency_visit_deputy (person_id);
-- 选区: what people there lack most.
ALTER TABLE constituency ADD COLUMN concerns TEXT;

-- 事项: what raised it may also be a contact, or a visit to the constituency; exactly one. Made anew, since a CHECK cannot
-- be changed.
CREATE TABLE raised_new (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  matter_id TEXT NOT NULL REFERENCES matter (id), party_id TEXT REFERENCES party (id),
  activity_id TEXT REFERENCES activity (id), person_id TEXT REFERENCES person (id), sort INTEGER NOT NULL DEFAULT 0,
  contact_id TEXT REFERENCES contact (id), constituency_visit_id TEXT REFERENCES constituency_visit (id),
  CHECK ((party_id IS NOT NULL) + (activity_id IS NOT NULL) + (person_id IS NOT NULL)
    + (contact_id IS NOT NULL) + (constituency_visit_id IS NOT NULL) = 1)
) STRICT;
-- A view that refers to the table keeps it from being renamed.
DROP VIEW matter_visit;
INSERT INTO raised_new (id, created, voided, matter_id, party_id, activity_id, person_id, sort)
  SELECT id, created, voided, matter_id, party_id, activity_id, person_id, sort FROM raised;
DROP TABLE raised;
ALTER TABLE raised_new RENAME TO raised;
CREATE VIEW matter_visit AS
  SELECT r.matter_id, v.id AS visit_id, v.site_id, v.happened_on AS raised_on, v.number, p.name AS party,
         min(v.happened_on || v.number || r.id) AS first
  FROM raised r JOIN party p ON p.id = r.party_id JOIN visit v ON v.id = p.visit_id
  WHERE r.voided IS NULL AND p.voided IS NULL AND v.voided IS NULL GROUP BY r.matter_id;
CREATE INDEX raised_matter ON raised (matter_id);
CREATE INDEX raised_party ON raised (party_id);
CREATE INDEX raised_constituency_visit ON raised (constituency_visit_id);
CREATE INDEX raised_activity ON raised (activity_id);
CREATE INDEX raised_contact ON raised (contact_id);

-- What a suggestion says of itself beside its text.
ALTER TABLE matter ADD COLUMN repeated TEXT CHECK (repeated IN ('否', '两年', '三年', '三年以上'));
ALTER TABLE matter ADD COLUMN talk_wanted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE matter ADD COLUMN no_written_reply INTEGER NOT NULL DEFAULT 0;
ALTER TABLE matter ADD COLUMN supervised INTEGER NOT NULL DEFAULT 0;
ALTER TABLE matter ADD COLUMN supervisor TEXT;
ALTER TABLE matter ADD COLUMN congress_on TEXT;
ALTER TABLE matter ADD COLUMN published_on TEXT;

-- 实事: money is whole 分; `visit_id` or `matter_id` where it answers what somebody raised.
CREATE TABLE deed (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  happened_on TEXT, category_id TEXT REFERENCES code (id), content TEXT NOT NULL,
  place_id TEXT REFERENCES place (id), place TEXT, villages INTEGER, households INTEGER, people INTEGER, money INTEGER,
  source_id TEXT REFERENCES code (id), progress TEXT CHECK (progress IN ('已完成', '推进中')),
  visit_id TEXT REFERENCES visit (id), matter_id TEXT REFERENCES matter (id), note TEXT, late_on TEXT, late_reason TEXT
) STRICT;
CREATE INDEX deed_happened ON deed (happened_on);
CREATE TABLE deed_deputy (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  deed_id TEXT NOT NULL REFERENCES deed (id), person_id TEXT REFERENCES person (id), name TEXT,
  sort INTEGER NOT NULL DEFAULT 0, CHECK (person_id IS NOT NULL OR name IS NOT NULL)
) STRICT;
CREATE INDEX deed_deputy_deed ON deed_deputy (deed_id);
CREATE INDEX deed_deputy_person ON deed_deputy (person_id);

-- 附件: the file lies encrypted under `content` in the folder of attachments; `original` is the whole picture, where it was
-- kept beside the smaller one. `role` 'photo' is the one photo of a person.
CREATE TABLE attachment (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  fact_kind TEXT NOT NULL, fact_id TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('photo', 'file')),
  content TEXT NOT NULL, original TEXT, name TEXT NOT NULL, media TEXT NOT NULL, bytes INTEGER NOT NULL, caption TEXT,
  sort INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX attachment_of ON attachment (fact_kind, fact_id);

-- 附列: columns of the station's own, kept per fact.
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
CREATE UNIQUE INDEX own_value_once ON own_value (own_column_id, fact_id);

-- 台账样式: one set of registers as the county wants them; `body` is JSON of `register::set::Body`.
CREATE TABLE register_set (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  name TEXT NOT NULL, body TEXT NOT NULL, sort INTEGER NOT NULL DEFAULT 0
) STRICT;
-- 空白本: a deputy's bound set of blank forms, given out and returned.
CREATE TABLE blank_set (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  person_id TEXT NOT NULL REFERENCES person (id), period TEXT NOT NULL, given_on TEXT NOT NULL, returned_on TEXT, note TEXT
) STRICT;
CREATE INDEX blank_set_person ON blank_set (person_id);
-- 审核: what the office says of one deputy's part in one fact, a row of form 8.
CREATE TABLE review (
  id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, voided TEXT,
  fact_kind TEXT NOT NULL, fact_id TEXT NOT NULL, person_id TEXT NOT NULL REFERENCES person (id),
  status TEXT NOT NULL CHECK (status IN ('通过', '不通过')), reviewer TEXT, reviewed_on TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX review_once ON review (fact_kind, fact_id, person_id);
-- 任职类别: 主席团成员, 副主席 …
ALTER TABLE mandate ADD COLUMN role TEXT;

-- 代表在岗: who took part in an activity: marked as come, rostered for a reception day and not marked otherwise, or named
-- in a visit of that reception day. `confirmed` = 0 where it only follows from the roster. Callers add `since <= today`.
DROP VIEW duty;
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

-- 履职: every deputy's part in every fact that counts, one row for each deputy and fact. `category_id` is one of the
-- thirteen (list `performance`); callers add their period, `since <= today` and what their register says of each.
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
   WHERE e.voided IS NULL AND d.voided IS NULL AND d.person_id IS NOT NULL AND e.happened_on IS NOT NULL;

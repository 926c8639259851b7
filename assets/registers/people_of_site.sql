-- 联络点的代表: whose own site it is on :to, and who was on duty there within the period. Read where a register is asked of a site.
SELECT json_group_array(DISTINCT person_id) AS people FROM (
  SELECT person_id FROM standing WHERE kind = 'site' AND site_id = :site_id AND since <= :to AND until > :to
  UNION ALL
  SELECT d.person_id FROM activity a JOIN duty d ON d.activity_id = a.id
  WHERE a.kind_id = 'activity.reception_day' AND a.voided IS NULL AND a.held IS NOT 0 AND d.person_id IS NOT NULL
    AND a.site_id = :site_id AND a.since BETWEEN :from AND :to AND a.since <= :today
);

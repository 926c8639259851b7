-- Days whose roster was changed by 调班.
SELECT activity_id FROM duty_swap WHERE voided IS NULL
UNION SELECT other_activity_id FROM duty_swap WHERE voided IS NULL AND other_activity_id IS NOT NULL;

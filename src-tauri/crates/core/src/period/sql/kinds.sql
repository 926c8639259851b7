-- 活动类别 in the order of their list.
SELECT label FROM code WHERE list = 'activity' ORDER BY sort, id;

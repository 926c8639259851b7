-- Labels of results and grades.
SELECT id, label FROM code WHERE list IN ('result', 'grade');

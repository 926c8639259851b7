-- Years that the station entered itself, the newest entry of a year last.
SELECT * FROM holiday_year WHERE voided IS NULL ORDER BY year, id;

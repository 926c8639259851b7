DELETE FROM draft WHERE form = ?1 AND subject = ?2;

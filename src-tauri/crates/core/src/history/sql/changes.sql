SELECT changes FROM operation WHERE seq = ?1;

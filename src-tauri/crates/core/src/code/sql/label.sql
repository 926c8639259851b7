SELECT label FROM code WHERE id = ?1;

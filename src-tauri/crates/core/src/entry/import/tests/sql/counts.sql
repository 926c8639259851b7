SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM mandate) + (SELECT count(*) FROM membership)
  + (SELECT count(*) FROM constituency) + (SELECT count(*) FROM place) + (SELECT count(*) FROM team) + (SELECT count(*) FROM unit)
  + (SELECT count(*) FROM site) + (SELECT count(*) FROM activity) + (SELECT count(*) FROM attendance) + (SELECT count(*) FROM visit)
  + (SELECT count(*) FROM party) + (SELECT count(*) FROM matter) + (SELECT count(*) FROM step) + (SELECT count(*) FROM heading)
  + (SELECT count(*) FROM contact) + (SELECT count(*) FROM contact_deputy) + (SELECT count(*) FROM deed)
  + (SELECT count(*) FROM deed_deputy) + (SELECT count(*) FROM standing_contact) + (SELECT count(*) FROM constituency_visit);

-- Categories by ways of handling. Ways of the station's own stand together, as do matters of which no way is said yet.
SELECT coalesce(k.label, '未分类') AS "matrix.category",
  count(*) FILTER (WHERE c.route_id = 'route.on_the_spot') AS "matrix.on_the_spot",
  count(*) FILTER (WHERE c.route_id = 'route.village') AS "matrix.village",
  count(*) FILTER (WHERE c.route_id = 'route.township') AS "matrix.township",
  count(*) FILTER (WHERE c.route_id = 'route.county') AS "matrix.county",
  count(*) FILTER (WHERE c.route_id = 'route.suggestion') AS "matrix.suggestion",
  count(*) FILTER (WHERE c.route_id = 'route.petition') AS "matrix.petition",
  count(*) FILTER (WHERE c.route_id IN ('route.court', 'route.arbitration', 'route.procedure')) AS "matrix.law",
  count(*) FILTER (WHERE c.route_id = 'route.declined') AS "matrix.declined",
  count(*) FILTER (WHERE c.route_id NOT IN ('route.on_the_spot', 'route.village', 'route.township', 'route.county',
    'route.suggestion', 'route.petition', 'route.court', 'route.arbitration', 'route.procedure', 'route.declined'))
    AS "matrix.other",
  count(*) FILTER (WHERE c.route_id IS NULL) AS "matrix.unsaid", count(*) AS "matrix.all"
FROM counted c LEFT JOIN code k ON k.id = c.category_id
GROUP BY k.id ORDER BY k.id IS NULL, k.sort, k.id;

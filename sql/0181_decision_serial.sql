-- Decisions on honours 表彰决定 were numbered by the counter of the book of funds (E), which had gaps by that. They go on with one of
-- their own (Z), behind the last that was issued.
INSERT IGNORE INTO serial (kind, station_id, year, next_no)
SELECT 'Z', station_id, year, MAX(serial) + 1
  FROM honour_decision
 WHERE serial IS NOT NULL
   AND year IS NOT NULL
 GROUP BY station_id, year;

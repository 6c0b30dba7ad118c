-- 12,000 stations in the communities of one province, with volunteers and seventeen months of hours, past all programs.
INSERT INTO station (no, name, region_code)
SELECT 500000 + ROW_NUMBER() OVER (ORDER BY code), CONCAT('规模站', code), code
FROM region WHERE level = 5 AND code LIKE '15%' ORDER BY code LIMIT 12000;
INSERT IGNORE INTO volunteer_count (station_id, of_state, n) SELECT id, 'active', 20 + id % 300 FROM station WHERE no > 500000;
INSERT IGNORE INTO station_month (station_id, month, minutes, records)
SELECT s.id, DATE_FORMAT(CURDATE() - INTERVAL m.seq MONTH, '%Y-%m'), 600 + s.id % 900, 10
FROM station s JOIN seq_0_to_16 m WHERE s.no > 500000;
INSERT IGNORE INTO region_month (region_code, month, minutes, records)
SELECT s.region_code, m.month, SUM(m.minutes), SUM(m.records)
FROM station_month m JOIN station s ON s.id = m.station_id WHERE s.no > 500000 GROUP BY 1, 2;
INSERT IGNORE INTO region_month (region_code, month, minutes, records)
SELECT LEFT(s.region_code, 6), m.month, SUM(m.minutes), SUM(m.records)
FROM station_month m JOIN station s ON s.id = m.station_id WHERE s.no > 500000 GROUP BY 1, 2;
ANALYZE TABLE station, region, region_month, station_month, volunteer_count;
SET GLOBAL userstat = 1;

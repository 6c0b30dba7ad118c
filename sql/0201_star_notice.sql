-- 0201_star_notice.sql - a star is under notice for five working days at least (domain 3.5): what was set below is raised.
UPDATE setting SET value = '5' WHERE name = 'star_notice_days' AND CAST(value AS SIGNED) < 5;
UPDATE station_setting SET value = '5' WHERE name = 'star_notice_days' AND CAST(value AS SIGNED) < 5;

-- 0088_need_reply_days.sql - the day by which a need is answered is counted in working days, by the rule need_reply_days of the
-- station (志愿服务条例 art. 13); programs give it. What was registered before keeps its day.

ALTER TABLE need
	MODIFY COLUMN reply_by DATE NOT NULL DEFAULT (CURDATE() + INTERVAL 7 DAY)
		COMMENT 'day by which an answer is due 答复期限, counted in working days by whoever enters it';

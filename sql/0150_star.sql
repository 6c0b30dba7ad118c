-- 0150_star.sql - stars 星级 by hours and quality: conditions and who decides are rows, proposed by a station, decided by the overseer of
-- that level, given by the clock after a notice without an objection, looked at again every year and when hours fall.

CREATE TABLE IF NOT EXISTS star_level (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id; of a division and star the last one holds',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	region_code VARCHAR(12) NULL COMMENT 'division where it holds 适用区划; NULL: wherever no division says otherwise 通用',
	scope TINYINT NOT NULL DEFAULT 0 COMMENT 'level of that division, 1 province to 5 community; 0: everywhere',
	star TINYINT NOT NULL COMMENT 'star 星级, 1 to 5' CHECK (star BETWEEN 1 AND 5),
	decider TINYINT NOT NULL COMMENT 'whose overseer decides 认定层级: 1 province 省级, 2 city 市级, 3 county 县级' CHECK (decider BETWEEN 1 AND 3),
	hours INT NULL COMMENT 'hours in all 累计时长, at least; NULL: as the setting star_hours says',
	weak_percent TINYINT NOT NULL DEFAULT 100 COMMENT 'share of hours declared, backfilled or brought unsigned 申报补录占比, at most, percent',
	seen_hours INT NOT NULL DEFAULT 0 COMMENT 'hours by scan, residents word or roll 现场记录时长, at least',
	rating_tenths TINYINT NOT NULL DEFAULT 0 COMMENT 'mean of residents ratings in two years 居民评价均分, at least, tenths; 0: not asked',
	evaluated INT NOT NULL DEFAULT 0 COMMENT 'evaluations by the station in two years 站点评价次数, at least',
	evaluation_tenths TINYINT NOT NULL DEFAULT 0 COMMENT 'mean of these 站点评价均分, at least, tenths; 0: not asked',
	no_shows INT NOT NULL DEFAULT 99 COMMENT 'absences not excused in twelve months 未到岗, at most',
	trainings INT NOT NULL DEFAULT 0 COMMENT 'trainings passed or qualifications held 培训合格或资格, at least',
	months INT NOT NULL DEFAULT 0 COMMENT 'months since registration 注册月数, at least',
	before_star TINYINT NOT NULL DEFAULT 0 COMMENT 'star that must be held before 须先有的星级; 0: none',
	ended TINYINT NOT NULL DEFAULT 0 COMMENT '1: from here on what holds above this division holds here, too',
	why VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'why it was set so 依据',
	set_by BIGINT NULL COMMENT 'staff who set it; NULL: as shipped',
	set_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when set',
	PRIMARY KEY (id),
	UNIQUE KEY star_level_uid (uid),
	KEY star_level_of (region_code, star, id),
	CONSTRAINT star_level_region FOREIGN KEY (region_code) REFERENCES region (code),
	CONSTRAINT star_level_set_by FOREIGN KEY (set_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='conditions of stars and who decides, insert-only 星级条件';

INSERT IGNORE INTO star_level (uid, star, decider, weak_percent, seen_hours, rating_tenths, evaluated, evaluation_tenths, no_shows, trainings, months, before_star)
VALUES (UNHEX(MD5('star level 1')), 1, 3, 40,   0, 35, 0, 30, 3, 0,  0, 0),
       (UNHEX(MD5('star level 2')), 2, 3, 40,   0, 35, 0, 30, 3, 0,  0, 0),
       (UNHEX(MD5('star level 3')), 3, 2, 40, 100, 40, 1, 35, 2, 1, 12, 0),
       (UNHEX(MD5('star level 4')), 4, 2, 30, 200, 40, 2, 40, 2, 1, 12, 0),
       (UNHEX(MD5('star level 5')), 5, 1, 30, 300, 40, 3, 40, 1, 2, 24, 4);

ALTER TABLE star_award
	MODIFY COLUMN state VARCHAR(12) NOT NULL DEFAULT 'proposed'
		COMMENT 'asked 已申请, proposed 待认定, notice 公示中, disputed 有异议, awarded 已认定, refused 未通过, withdrawn 已撤销'
		CHECK (state IN ('asked', 'proposed', 'notice', 'disputed', 'awarded', 'refused', 'withdrawn')),
	ADD COLUMN IF NOT EXISTS region_code VARCHAR(12) NULL COMMENT 'division of the station when proposed 区划' AFTER station_id,
	ADD COLUMN IF NOT EXISTS level_id BIGINT NULL COMMENT 'conditions it was decided by 认定条件; NULL: before there were any' AFTER minutes,
	ADD COLUMN IF NOT EXISTS wanted_minutes INT NULL COMMENT 'minutes that these asked for' AFTER level_id,
	ADD COLUMN IF NOT EXISTS asked_at DATETIME NULL COMMENT 'when the volunteer applied 本人申请; NULL: the station did of its own' AFTER state,
	ADD COLUMN IF NOT EXISTS proposed_by BIGINT NULL COMMENT 'staff of the station who proposed it 提议人' AFTER proposed_at,
	ADD COLUMN IF NOT EXISTS decided_at DATETIME NULL COMMENT 'when decided 认定时间' AFTER decided_by,
	ADD COLUMN IF NOT EXISTS decided_level TINYINT NULL COMMENT 'level of the division whose overseer decided, 1 province to 3 county' AFTER decided_at,
	ADD COLUMN IF NOT EXISTS objection VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'what somebody says against it 异议; 个人:导出,抹除' AFTER reason,
	ADD COLUMN IF NOT EXISTS objected_at DATETIME NULL COMMENT 'when they said so; who did stands in the audit' AFTER objection,
	ADD COLUMN IF NOT EXISTS next_check_on DATE NULL COMMENT 'when it is looked at again 复核日; NULL: not before somebody says so' AFTER awarded_on,
	ADD COLUMN IF NOT EXISTS review_at DATETIME NULL COMMENT 'since when it is to be reviewed 待复核; NULL: it is not' AFTER next_check_on,
	ADD COLUMN IF NOT EXISTS review_why VARCHAR(200) NULL COMMENT 'conditions that are not met any more, words with commas' AFTER review_at,
	ADD COLUMN IF NOT EXISTS checked_by BIGINT NULL COMMENT 'staff who decided the last review 复核人' AFTER review_why,
	ADD COLUMN IF NOT EXISTS checked_at DATETIME NULL COMMENT 'when they did' AFTER checked_by,
	ADD COLUMN IF NOT EXISTS waits TINYINT AS (IF(state IN ('proposed', 'disputed') OR (state = 'awarded' AND review_at IS NOT NULL), 1, 0)) STORED
		COMMENT '1 while the overseer has to decide something of it',
	ADD KEY IF NOT EXISTS star_award_waits (waits, region_code, id),
	ADD KEY IF NOT EXISTS star_award_check (state, next_check_on, id),
	ADD KEY IF NOT EXISTS star_award_review (station_id, waits, id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS star_award_level (level_id) REFERENCES star_level (id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS star_award_proposed_by (proposed_by) REFERENCES staff (id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS star_award_checked_by (checked_by) REFERENCES staff (id),
	ADD CONSTRAINT IF NOT EXISTS star_award_another_decides CHECK (proposed_by <> decided_by OR state NOT IN ('notice', 'disputed', 'awarded'));

-- What one reviewer had put under notice is the overseer's to decide now: the station proposes it anew.
UPDATE star_award
   SET state = 'asked', asked_at = proposed_at, decided_by = NULL, notice_from = NULL, notice_until = NULL, mark = NULL
 WHERE state = 'notice'
   AND level_id IS NULL;
UPDATE star_award
   SET next_check_on = awarded_on + INTERVAL (TIMESTAMPDIFF(YEAR, awarded_on, CURDATE()) + 1) YEAR
 WHERE state = 'awarded'
   AND next_check_on IS NULL
   AND awarded_on IS NOT NULL;

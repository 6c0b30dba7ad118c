-- 0125_standby.sql - 补位: who wants to be asked when somebody gives up a place of a shift, and for which shifts.

CREATE TABLE IF NOT EXISTS standby (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in forms',
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	category VARCHAR(4) NOT NULL DEFAULT '' COMMENT 'service category 服务类别; '''': any; 个人:导出,抹除',
	weekday VARCHAR(1) NOT NULL DEFAULT '' COMMENT 'day of the week 星期, 1 Monday to 7 Sunday; '''': any; 个人:导出,抹除'
		CHECK (weekday REGEXP '^[1-7]?$'),
	made_at DATETIME NOT NULL COMMENT 'when they chose it',
	PRIMARY KEY (id),
	UNIQUE KEY standby_uid (uid),
	UNIQUE KEY standby_once (person_id, category, weekday),
	KEY standby_fits (category, weekday, person_id),
	CONSTRAINT standby_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='which shifts somebody would step in for 补位';

-- 0060_regular.sql - regular work 经常性项目: a project says that it goes on, and activities that come again are made together and
-- stay together as a series.

ALTER TABLE project
	ADD COLUMN IF NOT EXISTS regular TINYINT NOT NULL DEFAULT 0
		COMMENT '1 goes on week after week or month after month 经常性项目' AFTER title;

CREATE TABLE IF NOT EXISTS series (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form, used in addresses',
	station_id BIGINT NOT NULL COMMENT 'station',
	project_id BIGINT NULL COMMENT 'project 所属项目',
	title VARCHAR(80) NOT NULL COMMENT 'name of its activities as they were made 活动名称',
	every VARCHAR(9) NOT NULL
		COMMENT 'week 每周, fortnight 每两周, month 每月同一日, nth 每月同一个星期几'
		CHECK (every IN ('week', 'fortnight', 'month', 'nth')),
	on_holiday VARCHAR(5) NOT NULL COMMENT 'a day off: skip 跳过, later 顺延, keep 照常'
		CHECK (on_holiday IN ('skip', 'later', 'keep')),
	short_month VARCHAR(4) NOT NULL COMMENT 'a month without that day: last 用月末, skip 跳过'
		CHECK (short_month IN ('last', 'skip')),
	first_on DATE NOT NULL COMMENT 'first day 开始日期',
	until_on DATE NOT NULL COMMENT 'no activity after it 截止日期',
	made_by BIGINT NOT NULL COMMENT 'staff who made it',
	made_at DATETIME NOT NULL COMMENT 'when made',
	PRIMARY KEY (id),
	UNIQUE KEY series_uid (uid),
	KEY series_station (station_id, id),
	KEY series_project (project_id),
	CONSTRAINT series_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT series_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT series_made_by FOREIGN KEY (made_by) REFERENCES staff (id),
	CONSTRAINT series_days CHECK (until_on >= first_on)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='activities that come again, made in one deed 活动系列; insert-only';

ALTER TABLE activity
	ADD COLUMN IF NOT EXISTS series_id BIGINT NULL COMMENT 'series it was made with 所属系列' AFTER project_id,
	ADD KEY IF NOT EXISTS activity_series (series_id, starts_at, id),
	ADD CONSTRAINT activity_series FOREIGN KEY IF NOT EXISTS (series_id) REFERENCES series (id);

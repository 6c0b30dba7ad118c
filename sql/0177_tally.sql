-- 0177_tally.sql - reports that a station puts together 自选报表: the choices of one, kept under a name.

CREATE TABLE IF NOT EXISTS tally (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	station_id BIGINT NOT NULL COMMENT 'station that keeps it',
	name VARCHAR(30) NOT NULL COMMENT 'name of the report 报表名称; 非个人',
	rows_by VARCHAR(8) NOT NULL COMMENT 'what its rows are 分行: person 人员, team 队伍, category 服务类别, evidence 证据类别, month 月份, project 项目, activity 活动'
		CHECK (rows_by IN ('person', 'team', 'category', 'evidence', 'month', 'project', 'activity')),
	measure VARCHAR(6) NOT NULL COMMENT 'what it is ordered and drawn by: hours 时长, times 人次, people 人数'
		CHECK (measure IN ('hours', 'times', 'people')),
	period VARCHAR(10) NOT NULL COMMENT 'month 本月, last_month 上月, quarter 本季度, year 今年, last_year 去年, own 自选日期'
		CHECK (period IN ('month', 'last_month', 'quarter', 'year', 'last_year', 'own')),
	from_on DATE NULL COMMENT 'first day of a period of its own 起',
	until_on DATE NULL COMMENT 'last day of it 止',
	category VARCHAR(4) NULL COMMENT 'records of this service category alone 服务类别',
	team_id BIGINT NULL COMMENT 'of activities of this team alone 服务队伍',
	evidence VARCHAR(8) NULL COMMENT 'of this evidence class alone 证据类别',
	made_by BIGINT NOT NULL COMMENT 'staff who kept it 保存人',
	made_at DATETIME NOT NULL COMMENT 'when kept 保存时间',
	PRIMARY KEY (id),
	UNIQUE KEY tally_uid (uid),
	UNIQUE KEY tally_name (station_id, name),
	CONSTRAINT tally_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT tally_team FOREIGN KEY (team_id) REFERENCES team (id),
	CONSTRAINT tally_made_by FOREIGN KEY (made_by) REFERENCES staff (id),
	CONSTRAINT tally_days CHECK ((period = 'own') = (from_on IS NOT NULL) AND (period = 'own') = (until_on IS NOT NULL)
		AND (from_on IS NULL OR from_on <= until_on)),
	CONSTRAINT tally_one CHECK (category IS NULL OR team_id IS NULL)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='reports kept under a name 自选报表';

-- 0049_oversight.sql - what a station must have, its papers, what its overseer says of it; sums of counties.
CREATE TABLE IF NOT EXISTS standard_item (
	code VARCHAR(8) NOT NULL COMMENT 'item of a standard 建站标准条目',
	scope VARCHAR(12) NOT NULL COMMENT 'beginning of the division codes it holds for; empty: where none other does',
	sort INT NOT NULL COMMENT 'order in its list',
	name VARCHAR(80) NOT NULL COMMENT 'what is asked for 标准内容; 非个人',
	PRIMARY KEY (code),
	KEY standard_item_scope (scope, sort)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='standards of stations and points 建站标准';

CREATE TABLE IF NOT EXISTS standard_mark (
	station_id BIGINT NOT NULL COMMENT 'station',
	year SMALLINT NOT NULL COMMENT 'year that is looked at 年度',
	item VARCHAR(8) NOT NULL COMMENT 'item of the standard',
	document_id BIGINT NOT NULL COMMENT 'evidence 佐证材料',
	note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what the station says of it 说明',
	claimed_by BIGINT NOT NULL COMMENT 'staff who put it in',
	claimed_at DATETIME NOT NULL COMMENT 'when',
	word VARCHAR(8) NULL COMMENT 'the overseer: met 达标, unmet 未达标; NULL: not looked at'
		CHECK (word IN ('met', 'unmet')),
	remark VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what the overseer says 意见',
	judged_by BIGINT NULL COMMENT 'overseer',
	judged_at DATETIME NULL COMMENT 'when',
	PRIMARY KEY (station_id, year, item),
	CONSTRAINT standard_mark_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT standard_mark_item FOREIGN KEY (item) REFERENCES standard_item (code),
	CONSTRAINT standard_mark_document FOREIGN KEY (document_id) REFERENCES document (id),
	CONSTRAINT standard_mark_claimed FOREIGN KEY (claimed_by) REFERENCES staff (id),
	CONSTRAINT standard_mark_judged FOREIGN KEY (judged_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what a station has shown of a standard, by year 达标情况';

CREATE TABLE IF NOT EXISTS paper (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	station_id BIGINT NOT NULL COMMENT 'station',
	kind VARCHAR(8) NOT NULL COMMENT 'plan 工作计划, rules 管理制度, archive 档案资料'
		CHECK (kind IN ('plan', 'rules', 'archive')),
	year SMALLINT NOT NULL COMMENT 'year it is of 年度',
	title VARCHAR(80) NOT NULL COMMENT 'title 名称',
	document_id BIGINT NOT NULL COMMENT 'the file',
	added_by BIGINT NOT NULL COMMENT 'staff who put it in',
	added_at DATETIME NOT NULL COMMENT 'when',
	state VARCHAR(8) NOT NULL DEFAULT 'kept' COMMENT 'kept 在档 or removed 已移除' CHECK (state IN ('kept', 'removed')),
	PRIMARY KEY (id),
	UNIQUE KEY paper_uid (uid),
	KEY paper_home (station_id, state, id),
	CONSTRAINT paper_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT paper_document FOREIGN KEY (document_id) REFERENCES document (id),
	CONSTRAINT paper_added_by FOREIGN KEY (added_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='plans, rules and archive of a station 计划、制度、档案';

CREATE TABLE IF NOT EXISTS remark (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	station_id BIGINT NOT NULL COMMENT 'station it goes to',
	words VARCHAR(400) NOT NULL COMMENT 'what is to be put right 督办内容; 非个人',
	due_on DATE NOT NULL COMMENT 'day by which it is to be answered 答复期限',
	made_by BIGINT NOT NULL COMMENT 'overseer',
	made_at DATETIME NOT NULL COMMENT 'when',
	answer VARCHAR(400) NULL COMMENT 'what the station did 答复',
	answered_by BIGINT NULL COMMENT 'staff who answered',
	answered_at DATETIME NULL COMMENT 'when',
	state VARCHAR(8) NOT NULL DEFAULT 'open' COMMENT 'open 待答复, answered 已答复, done 已办结'
		CHECK (state IN ('open', 'answered', 'done')),
	PRIMARY KEY (id),
	UNIQUE KEY remark_uid (uid),
	KEY remark_home (station_id, state, due_on),
	CONSTRAINT remark_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT remark_made_by FOREIGN KEY (made_by) REFERENCES staff (id),
	CONSTRAINT remark_answered_by FOREIGN KEY (answered_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what an overseer asks a station to put right 督办';

CREATE TABLE IF NOT EXISTS aim (
	name VARCHAR(24) NOT NULL COMMENT 'what is aimed at: coverage 站点覆盖率; 非个人',
	year SMALLINT NOT NULL COMMENT 'first year it holds for',
	value INT NOT NULL COMMENT 'aim, percent 目标',
	source VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'where it stands 出处',
	PRIMARY KEY (name, year)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='aims by year 工作目标';

ALTER TABLE region
	ADD COLUMN IF NOT EXISTS communities INT NOT NULL DEFAULT 0
		COMMENT 'communities 社区、嘎查村 in it that stand; counted when divisions are loaded' AFTER population;
ALTER TABLE region_month
	ADD COLUMN IF NOT EXISTS is_county TINYINT AS (CHAR_LENGTH(region_code) = 6) STORED
		COMMENT '1: the sum of a county, beside those of its streets and communities',
	ADD KEY IF NOT EXISTS region_month_county (is_county, month, region_code, minutes, records, backfill_minutes);
ALTER TABLE station ADD KEY IF NOT EXISTS station_figures (state, region_code, kind, id, population);
INSERT IGNORE INTO region_month (region_code, month, minutes, records, scan_minutes, list_minutes, declared_minutes, backfill_minutes)
SELECT LEFT(s.region_code, 6), m.month, SUM(m.minutes), SUM(m.records), SUM(m.scan_minutes), SUM(m.list_minutes),
	SUM(m.declared_minutes), SUM(m.backfill_minutes)
FROM station_month m JOIN station s ON s.id = m.station_id WHERE CHAR_LENGTH(s.region_code) > 6
GROUP BY LEFT(s.region_code, 6), m.month;
UPDATE region p JOIN (SELECT LEFT(code, 9) AS code, COUNT(*) AS n FROM region WHERE level = 5 AND ended_on IS NULL GROUP BY 1) c
	ON c.code = p.code SET p.communities = c.n;
UPDATE region p JOIN (SELECT parent_code AS code, SUM(communities) AS n FROM region WHERE level = 4 GROUP BY 1) c ON c.code = p.code
	SET p.communities = c.n;
UPDATE region p JOIN (SELECT parent_code AS code, SUM(communities) AS n FROM region WHERE level = 3 GROUP BY 1) c ON c.code = p.code
	SET p.communities = p.communities + c.n WHERE p.level = 2;
UPDATE region p JOIN (SELECT parent_code AS code, SUM(communities) AS n FROM region WHERE level = 2 GROUP BY 1) c ON c.code = p.code
	SET p.communities = c.n;

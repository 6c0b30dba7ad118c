-- 0163_funds.sql - funds 投入: what came in by source and way, for a project or free; what was spent, by two persons, never
-- above what came in for it nor above its line of the budget; sums that move with each entry. Nothing is deleted: what was
-- wrong gets a counter entry 冲销.

CREATE TABLE IF NOT EXISTS fund_purse (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in forms',
	station_id BIGINT NOT NULL COMMENT 'station',
	project_id BIGINT NULL COMMENT 'project that it was given for 限定项目; NULL: free 不限定用途',
	scope BIGINT AS (COALESCE(project_id, 0)) STORED COMMENT 'the project, 0: free',
	fund_source VARCHAR(2) NOT NULL COMMENT 'source 经费来源 (code list fund_source)' CHECK (fund_source <> ''),
	in_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'came in 收入, fen; moved with fund_entry',
	out_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'was spent 支出, fen; moved with fund_entry',
	PRIMARY KEY (id),
	UNIQUE KEY fund_purse_uid (uid),
	UNIQUE KEY fund_purse_once (station_id, scope, fund_source),
	CONSTRAINT fund_purse_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT fund_purse_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT fund_purse_covered CHECK (out_fen >= 0 AND out_fen <= in_fen)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='money by source and purpose, with what is left of it 款项';

CREATE TABLE IF NOT EXISTS fund_line (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in forms',
	station_id BIGINT NOT NULL COMMENT 'station',
	project_id BIGINT NOT NULL COMMENT 'project',
	label VARCHAR(40) NOT NULL COMMENT 'what for 预算科目',
	planned_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'approved 已批预算, fen; moved with fund_line_change',
	spent_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'spent 已支出, fen; moved with fund_entry',
	PRIMARY KEY (id),
	UNIQUE KEY fund_line_uid (uid),
	UNIQUE KEY fund_line_once (project_id, label),
	KEY fund_line_station (station_id, id),
	CONSTRAINT fund_line_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT fund_line_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT fund_line_within CHECK (spent_fen >= 0 AND spent_fen <= planned_fen)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='lines of the budget of a project 项目预算';

CREATE TABLE IF NOT EXISTS fund_line_change (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	station_id BIGINT NOT NULL COMMENT 'station',
	line_id BIGINT NOT NULL COMMENT 'line of the budget',
	from_fen BIGINT NOT NULL COMMENT 'budget before 原预算, fen',
	to_fen BIGINT NOT NULL COMMENT 'budget asked for 申请预算, fen' CHECK (to_fen BETWEEN 0 AND 10000000000),
	reason VARCHAR(200) NOT NULL COMMENT 'why 申请理由',
	asked_by BIGINT NOT NULL COMMENT 'staff who asked 申请人',
	asked_at DATETIME NOT NULL COMMENT 'when asked',
	decided_by BIGINT NULL COMMENT 'staff who decided 审批人',
	decided_at DATETIME NULL COMMENT 'when decided',
	answer VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'why refused 不同意的原因',
	state VARCHAR(9) NOT NULL DEFAULT 'asked' COMMENT 'asked 待审批, approved 已批准, refused 未同意'
		CHECK (state IN ('asked', 'approved', 'refused')),
	open_line BIGINT AS (IF(state = 'asked', line_id, NULL)) STORED COMMENT 'the line while it is asked: one at a time',
	PRIMARY KEY (id),
	UNIQUE KEY fund_line_change_uid (uid),
	UNIQUE KEY fund_line_change_open (open_line),
	KEY fund_line_change_line (line_id, id),
	KEY fund_line_change_station (station_id, state, id),
	CONSTRAINT fund_line_change_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT fund_line_change_line FOREIGN KEY (line_id) REFERENCES fund_line (id),
	CONSTRAINT fund_line_change_asked_by FOREIGN KEY (asked_by) REFERENCES staff (id),
	CONSTRAINT fund_line_change_decided_by FOREIGN KEY (decided_by) REFERENCES staff (id),
	CONSTRAINT fund_line_change_two_persons CHECK (decided_by <> asked_by),
	CONSTRAINT fund_line_change_decided CHECK (state = 'asked' OR decided_by IS NOT NULL)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what a line of the budget was set to, and by whom 预算调整';

CREATE TABLE IF NOT EXISTS fund_year (
	station_id BIGINT NOT NULL COMMENT 'station',
	year SMALLINT NOT NULL COMMENT 'calendar year of the day of the entry',
	direction VARCHAR(4) NOT NULL COMMENT 'in 收入 or out 支出' CHECK (direction IN ('in', 'out')),
	fund_source VARCHAR(2) NOT NULL COMMENT 'source 经费来源 (code list fund_source)',
	way VARCHAR(8) NOT NULL COMMENT 'as in fund_entry; goods 实物 is no money',
	scope BIGINT NOT NULL COMMENT 'row of the project, 0: none',
	amount_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'amount 金额, fen; counter entries taken off',
	entries INT NOT NULL DEFAULT 0 COMMENT 'entries 笔数; counter entries taken off',
	PRIMARY KEY (station_id, year, direction, fund_source, way, scope),
	CONSTRAINT fund_year_station FOREIGN KEY (station_id) REFERENCES station (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='what came in and was spent in a year, moved with each entry that counts 年度经费';

ALTER TABLE fund_entry
	ADD COLUMN IF NOT EXISTS no VARCHAR(20) NOT NULL COMMENT 'number 编号, by station and year, without gaps' AFTER uid,
	ADD COLUMN IF NOT EXISTS way VARCHAR(8) NOT NULL DEFAULT 'money'
		COMMENT 'money 资金, goods 实物, show 义演, clinic 义诊, sale 义卖'
		CHECK (way IN ('money', 'goods', 'show', 'clinic', 'sale')) AFTER fund_source,
	ADD COLUMN IF NOT EXISTS purse_id BIGINT NULL COMMENT 'money it adds to or is spent of 款项; NULL: goods' AFTER way,
	ADD COLUMN IF NOT EXISTS line_id BIGINT NULL COMMENT 'line of the budget that is spent 预算科目' AFTER purse_id,
	ADD COLUMN IF NOT EXISTS activity_id BIGINT NULL COMMENT 'activity whose takings they are 义演义诊义卖活动' AFTER line_id,
	ADD COLUMN IF NOT EXISTS estimate VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'how goods were valued 估价依据' AFTER activity_id,
	ADD COLUMN IF NOT EXISTS party_public TINYINT NOT NULL DEFAULT 0
		COMMENT '1: whoever gave agreed to be named in public 同意公开' AFTER party,
	ADD COLUMN IF NOT EXISTS counter_of BIGINT NULL COMMENT 'entry that this one takes back 冲销' AFTER state,
	ADD COLUMN IF NOT EXISTS decided_at DATETIME NULL COMMENT 'when approved, refused or withdrawn' AFTER counter_of,
	ADD COLUMN IF NOT EXISTS void_by BIGINT NULL COMMENT 'staff who made it void 作废人' AFTER decided_at,
	ADD COLUMN IF NOT EXISTS reason VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'why refused or void 原因' AFTER void_by,
	MODIFY COLUMN amount_fen BIGINT NOT NULL COMMENT 'amount 金额, fen; below zero in a counter entry',
	MODIFY COLUMN party VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'who gave or was paid 对方单位或姓名; 个人:居民',
	MODIFY COLUMN state VARCHAR(9) NOT NULL DEFAULT 'entered'
		COMMENT 'entered 待审批, approved 已入账, refused 未同意, withdrawn 已撤回, void 已作废, counter 冲销'
		CHECK (state IN ('entered', 'approved', 'refused', 'withdrawn', 'void', 'counter')),
	ADD UNIQUE KEY IF NOT EXISTS fund_entry_no (no),
	ADD UNIQUE KEY IF NOT EXISTS fund_entry_counter (counter_of),
	ADD KEY IF NOT EXISTS fund_entry_list (station_id, id),
	ADD KEY IF NOT EXISTS fund_entry_state (station_id, state, id),
	ADD KEY IF NOT EXISTS fund_entry_direction (station_id, direction, id),
	ADD KEY IF NOT EXISTS fund_entry_of_project (station_id, project_id, id),
	ADD KEY IF NOT EXISTS fund_entry_of_source (station_id, fund_source, id),
	ADD KEY IF NOT EXISTS fund_entry_open (station_id, direction, state, happened_on, id),
	ADD KEY IF NOT EXISTS fund_entry_line (line_id, id),
	ADD KEY IF NOT EXISTS fund_entry_purse (purse_id, id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS fund_entry_of_purse (purse_id) REFERENCES fund_purse (id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS fund_entry_of_line (line_id) REFERENCES fund_line (id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS fund_entry_of_activity (activity_id) REFERENCES activity (id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS fund_entry_of_counter (counter_of) REFERENCES fund_entry (id),
	ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS fund_entry_void_by (void_by) REFERENCES staff (id),
	ADD CONSTRAINT fund_entry_amount CHECK (IF(counter_of IS NULL, amount_fen BETWEEN 1 AND 10000000000,
		amount_fen BETWEEN -10000000000 AND -1)),
	ADD CONSTRAINT fund_entry_void_two CHECK (void_by <> entered_by),
	ADD CONSTRAINT fund_entry_approved CHECK (direction = 'in' OR state NOT IN ('approved', 'void') OR approved_by IS NOT NULL),
	ADD CONSTRAINT fund_entry_countered CHECK ((state = 'counter') = (counter_of IS NOT NULL)),
	ADD CONSTRAINT fund_entry_purse_of CHECK ((purse_id IS NULL) = (way = 'goods')),
	ADD CONSTRAINT fund_entry_valued CHECK (way <> 'goods' OR estimate <> ''),
	ADD CONSTRAINT fund_entry_takings CHECK (way NOT IN ('show', 'clinic', 'sale') OR activity_id IS NOT NULL),
	ADD CONSTRAINT fund_entry_out_money CHECK (direction = 'in' OR (way = 'money' AND activity_id IS NULL)),
	ADD CONSTRAINT fund_entry_in_line CHECK (direction = 'out' OR line_id IS NULL);

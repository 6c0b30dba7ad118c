-- 0050_team.sql - teams 志愿服务队伍: who made and decided them, which of the professional ones they are, who asks to join,
-- and how they are helped on the way from a group to a registered organisation 培育.

INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('team_field', '1', '扶贫济困', 10, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('team_field', '2', '敬老助残', 20, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('team_field', '3', '医疗服务', 30, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('team_field', '4', '平安建设', 40, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('team_field', '5', '科技帮扶', 50, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('team_stage', '1', '在社区备案', 10, 1, '本系统'),
	('team_stage', '2', '培育中', 20, 1, '本系统'),
	('team_stage', '3', '具备登记条件', 30, 1, '本系统'),
	('team_stage', '4', '加入已登记的组织', 40, 1, '本系统'),
	('team_stage', '5', '已登记', 50, 1, '本系统'),
	('team_help', '1', '活动场地', 10, 1, '渭南市社区志愿服务站建设'),
	('team_help', '2', '活动资金', 20, 1, '渭南市社区志愿服务站建设'),
	('team_help', '3', '人才培养', 30, 1, '渭南市社区志愿服务站建设'),
	('team_help', '4', '登记指导', 40, 1, '渭南市社区志愿服务站建设'),
	('team_help', '9', '其他支持', 90, 1, '本系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), active = VALUES(active), source = VALUES(source);
-- Nobody keeps a password that a whole team knows.
UPDATE code_item SET active = 0 WHERE list = 'join_mode' AND code = '4';

ALTER TABLE team
	ADD COLUMN IF NOT EXISTS field CHAR(1) NULL
		COMMENT 'professional team 专业志愿服务队 (code list team_field)' AFTER org_kind,
	ADD COLUMN IF NOT EXISTS stage CHAR(1) NOT NULL DEFAULT '1'
		COMMENT 'how far it has come 培育阶段 (code list team_stage)' AFTER field,
	ADD COLUMN IF NOT EXISTS members INT NOT NULL DEFAULT 0
		COMMENT 'members now 队员人数, persons; moved with team_member',
	ADD COLUMN IF NOT EXISTS made_by BIGINT NULL COMMENT 'staff who entered it; NULL: its leader did, on the phone',
	ADD COLUMN IF NOT EXISTS decided_by BIGINT NULL COMMENT 'staff who approved or refused it 审核人',
	ADD COLUMN IF NOT EXISTS decided_at DATETIME NULL COMMENT 'when 审核时间',
	ADD COLUMN IF NOT EXISTS reason VARCHAR(200) NULL COMMENT 'why refused or stopped 原因',
	ADD COLUMN IF NOT EXISTS org_uscc CHAR(18) NULL
		COMMENT 'uscc where it is its own: a group (kind 1) names that of the body that agreed to it',
	ADD UNIQUE KEY IF NOT EXISTS team_org (station_id, org_uscc),
	ADD KEY IF NOT EXISTS team_station (station_id, id),
	ADD KEY IF NOT EXISTS team_list (station_id, state, id),
	ADD KEY IF NOT EXISTS team_members (station_id, members, id),
	ADD KEY IF NOT EXISTS team_open (state, id),
	ADD CONSTRAINT team_made_by FOREIGN KEY IF NOT EXISTS (made_by) REFERENCES staff (id),
	ADD CONSTRAINT team_decided_by FOREIGN KEY IF NOT EXISTS (decided_by) REFERENCES staff (id);
UPDATE team SET org_uscc = uscc WHERE kind <> '1';
UPDATE team t SET members = (SELECT COUNT(*) FROM team_member m WHERE m.team_id = t.id AND m.left_at IS NULL);

-- What a team did in a year is the sum of its activities.
ALTER TABLE activity_count
	ADD COLUMN IF NOT EXISTS effective_minutes INT NOT NULL DEFAULT 0
		COMMENT 'time of effective records 生效时长, minutes' AFTER noticed_minutes;
CREATE INDEX IF NOT EXISTS activity_team_time ON activity (team_id, starts_at);

CREATE TABLE IF NOT EXISTS team_ask (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	team_id BIGINT NOT NULL COMMENT 'the team',
	person_id BIGINT NOT NULL COMMENT 'the volunteer who asks',
	words VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what the volunteer says 申请说明; 个人:导出,抹除',
	state VARCHAR(9) NOT NULL DEFAULT 'asked'
		COMMENT 'asked 待审, accepted 已加入, refused 未同意, withdrawn 已撤回'
		CHECK (state IN ('asked', 'accepted', 'refused', 'withdrawn')),
	asked_at DATETIME NOT NULL COMMENT 'when asked 申请时间',
	decided_at DATETIME NULL COMMENT 'when decided 处理时间',
	open_person BIGINT AS (IF(state = 'asked', person_id, NULL)) STORED COMMENT 'one open request of a person and team',
	PRIMARY KEY (id),
	UNIQUE KEY team_ask_uid (uid),
	UNIQUE KEY team_ask_open (team_id, open_person),
	KEY team_ask_person (person_id, id),
	KEY team_ask_state (team_id, state, id),
	CONSTRAINT team_ask_team FOREIGN KEY (team_id) REFERENCES team (id),
	CONSTRAINT team_ask_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='requests to join a team 入队申请';

CREATE TABLE IF NOT EXISTS team_help (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	team_id BIGINT NOT NULL COMMENT 'the team',
	kind CHAR(1) NULL COMMENT 'support given 支持内容 (code list team_help); NULL: a new stage',
	stage CHAR(1) NULL COMMENT 'stage reached 培育阶段 (code list team_stage); NULL: support',
	given_on DATE NOT NULL COMMENT 'when 日期',
	amount_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'money 金额, fen',
	words VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what was given or reached 说明; 非个人',
	staff_id BIGINT NOT NULL COMMENT 'who entered it 经办人',
	PRIMARY KEY (id),
	KEY team_help_team (team_id, given_on, id),
	CONSTRAINT team_help_team FOREIGN KEY (team_id) REFERENCES team (id),
	CONSTRAINT team_help_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='how a team is brought up 培育记录; insert-only';

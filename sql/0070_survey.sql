-- 0070_survey.sql - surveys of one's own 自编问卷: more kinds of questions, sections, conditions, versions; results crossed by a
-- group; sheets that are kept half filled; a code by which a resident follows what became of an answer.

ALTER TABLE survey
	ADD COLUMN IF NOT EXISTS root_id BIGINT NULL
		COMMENT 'first version, of those that came later; its address leads to the newest 首版' AFTER replaces_id,
	ADD COLUMN IF NOT EXISTS shared TINYINT NOT NULL DEFAULT 0
		COMMENT '1 stations of the same county may copy it 共享为模板' AFTER root_id,
	ADD UNIQUE KEY IF NOT EXISTS survey_next (replaces_id),
	ADD UNIQUE KEY IF NOT EXISTS survey_version (root_id, version),
	ADD KEY IF NOT EXISTS survey_shared (shared, id),
	ADD CONSTRAINT survey_root FOREIGN KEY IF NOT EXISTS (root_id) REFERENCES survey (id);

ALTER TABLE question
	MODIFY COLUMN kind VARCHAR(8) NOT NULL
		COMMENT 'single 单选, multi 多选, scale 评分, rank 排序, number 数字, date 日期, text 文字, matrix 矩阵'
		CHECK (kind IN ('single', 'multi', 'scale', 'rank', 'number', 'date', 'text', 'matrix')),
	MODIFY COLUMN max_choices INT NULL COMMENT 'most choices of a multi question, places of a rank; NULL: all',
	ADD COLUMN IF NOT EXISTS section VARCHAR(80) NOT NULL DEFAULT ''
		COMMENT 'heading of the section that begins with it 分节标题' AFTER hint,
	ADD COLUMN IF NOT EXISTS if_place INT NULL
		COMMENT 'shown only if this earlier question 显示条件的题号; NULL: always' AFTER required,
	ADD COLUMN IF NOT EXISTS if_choices VARCHAR(120) NOT NULL DEFAULT ''
		COMMENT 'was answered by one of these 显示条件的选项: places of choices or values of a scale, commas' AFTER if_place,
	ADD COLUMN IF NOT EXISTS first_day DATE NULL COMMENT 'earliest answer of a date 最早日期' AFTER max_value,
	ADD COLUMN IF NOT EXISTS last_day DATE NULL COMMENT 'latest answer of a date 最晚日期' AFTER first_day,
	ADD COLUMN IF NOT EXISTS by_group TINYINT NOT NULL DEFAULT 0
		COMMENT '1 results are counted apart by its choices 分组题; single choice' AFTER maps;
UPDATE question SET by_group = 1 WHERE kind = 'single' AND maps IN ('sex', 'age_band', 'target_group');

ALTER TABLE choice
	ADD COLUMN IF NOT EXISTS of_row TINYINT NOT NULL DEFAULT 0
		COMMENT '1 a row of a matrix 矩阵的行, its places count from 101; its columns are the choices';

ALTER TABLE response
	ADD COLUMN IF NOT EXISTS contact_ok TINYINT NOT NULL DEFAULT 0
		COMMENT '1 agreed to be called about this 同意联系' AFTER by_proxy,
	ADD COLUMN IF NOT EXISTS body_hash BINARY(32) NULL
		COMMENT 'keyed digest of what was sent: the same key with other answers is told apart 内容摘要',
	ADD COLUMN IF NOT EXISTS follow_index BINARY(32) NULL
		COMMENT 'keyed digest of the code by which it is followed 查询码; 个人:居民',
	ADD UNIQUE KEY IF NOT EXISTS response_follow (follow_index),
	ADD KEY IF NOT EXISTS response_entered (entered_by, survey_id);

ALTER TABLE answer
	MODIFY COLUMN number BIGINT NULL
		COMMENT 'value of scale and number; of a rank the place of the choice, of a matrix the column in its row',
	ADD COLUMN IF NOT EXISTS day DATE NULL COMMENT 'date 日期; 个人:居民' AFTER number;

ALTER TABLE answer_count
	MODIFY COLUMN choice_id BIGINT NOT NULL DEFAULT 0
		COMMENT 'choice, or row of a matrix; 0 for scale, number and date',
	MODIFY COLUMN value INT NOT NULL DEFAULT 0
		COMMENT 'value of scale and number (two digits of it), place of a rank, column of a matrix, month of a date as 202611; 0 for other choices';

CREATE TABLE IF NOT EXISTS answer_cross (
	question_id BIGINT NOT NULL COMMENT 'question',
	by_choice_id BIGINT NOT NULL COMMENT 'choice of the question that groups 分组选项',
	choice_id BIGINT NOT NULL DEFAULT 0 COMMENT 'as in answer_count',
	value INT NOT NULL DEFAULT 0 COMMENT 'as in answer_count',
	n INT NOT NULL DEFAULT 0 COMMENT 'answers 票数, moved in the transaction of the response',
	PRIMARY KEY (question_id, by_choice_id, choice_id, value),
	KEY answer_cross_by (by_choice_id),
	CONSTRAINT answer_cross_question FOREIGN KEY (question_id) REFERENCES question (id),
	CONSTRAINT answer_cross_by FOREIGN KEY (by_choice_id) REFERENCES choice (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='counted answers of those who gave one answer to a grouping question 交叉统计';
INSERT IGNORE INTO answer_cross (question_id, by_choice_id, choice_id, value, n)
	SELECT a.question_id, g.choice_id, COALESCE(a.choice_id, 0), COALESCE(a.number, 0), COUNT(*)
	FROM answer g JOIN question b ON b.id = g.question_id AND b.by_group = 1
	JOIN answer a ON a.response_id = g.response_id AND a.text IS NULL AND a.text_sealed IS NULL
	WHERE g.choice_id IS NOT NULL
	GROUP BY a.question_id, g.choice_id, COALESCE(a.choice_id, 0), COALESCE(a.number, 0);

CREATE TABLE IF NOT EXISTS sheet_kept (
	code_index BINARY(32) NOT NULL COMMENT 'keyed digest of the code that was given for it 续填码; 个人:居民',
	uid BINARY(16) NOT NULL COMMENT 'random id of the row, part of the seal',
	survey_id BIGINT NOT NULL COMMENT 'survey',
	body_sealed VARBINARY(48000) NOT NULL COMMENT 'answers so far, without names and phones, sealed; 个人:居民',
	saved_at DATETIME NOT NULL COMMENT 'when last kept; gone after seven days 暂存时间',
	PRIMARY KEY (code_index),
	UNIQUE KEY sheet_kept_uid (uid),
	KEY sheet_kept_old (saved_at),
	CONSTRAINT sheet_kept_survey FOREIGN KEY (survey_id) REFERENCES survey (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='sheets that are half filled, for seven days 未填完的答卷';

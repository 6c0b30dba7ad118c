-- 0096_message.sql - messages 消息: one row for each person, event and channel, written in the transaction that made the event true. The
-- inbox 消息 is read on the person's pages; the loop message-post sends the others. Words are made from the texts when shown or sent.

CREATE TABLE IF NOT EXISTS message (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	client_msg_id BINARY(16) NOT NULL
		COMMENT 'random id: in the address of the inbox, and what WeChat and the gateway know the message by, so that none goes twice',
	station_id BIGINT NULL COMMENT 'station that it is from; NULL: none, as of a sign-in code',
	person_id BIGINT NULL COMMENT 'to whom; NULL: to a number that may be nobody''s yet',
	event VARCHAR(16) NOT NULL COMMENT 'what happened 事件, a word of Lang.message.Event',
	about VARCHAR(16) NOT NULL DEFAULT '' COMMENT 'what it is about: application 报名, activity 活动, project 项目, training 培训, order 点单, record 记录 ...',
	target_id BIGINT NOT NULL DEFAULT 0 COMMENT 'row of what it is about; 0: none',
	mark VARCHAR(40) NOT NULL DEFAULT '' COMMENT 'what makes it another telling of the same event and target',
	channel VARCHAR(6) NOT NULL COMMENT 'inbox 站内消息, wechat 微信, sms 短信' CHECK (channel IN ('inbox', 'wechat', 'sms')),
	name VARCHAR(100) NOT NULL DEFAULT '' COMMENT 'what it is called, e.g. of an activity 名称; 非个人',
	happens_at DATETIME NULL COMMENT 'when it is 时间',
	until_at DATETIME NULL COMMENT 'the deadline 截止',
	place VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'where 地点; 非个人',
	note VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'why, or the words of a letter 原因、内容; 个人:导出,抹除',
	path VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'the page it leads to',
	phone_sealed VARBINARY(200) NULL COMMENT 'the number of a code, until it was sent; sealed, bound to client_msg_id; 个人:居民',
	words_sealed VARBINARY(200) NULL COMMENT 'the code, until it was sent; sealed; 个人:居民',
	state VARCHAR(8) NOT NULL
		COMMENT 'kept 在收件箱, waiting 待发, sending 发送中, sent 已发出, arrived 已送达, unsure 待核实, given_up 未送达'
		CHECK (state IN ('kept', 'waiting', 'sending', 'sent', 'arrived', 'unsure', 'given_up')),
	not_before DATETIME NULL COMMENT 'quiet hours: not sent before',
	next_at DATETIME NULL COMMENT 'when the loop looks at it next; of one under way, when its lease ends',
	tries INT NOT NULL DEFAULT 0 COMMENT 'how often it was sent',
	reason VARCHAR(16) NULL COMMENT 'why it was given up, a word of Lang.message.Reason',
	remote_no VARCHAR(64) NULL COMMENT 'what the other side calls it 回执号',
	created_at DATETIME NOT NULL COMMENT 'when it became true',
	read_at DATETIME NULL COMMENT 'when it was opened 已读时间',
	sent_at DATETIME NULL COMMENT 'when it was sent, or given up',
	unread TINYINT AS (IF(channel = 'inbox', read_at IS NULL, NULL)) STORED COMMENT '1 not yet read 未读, 0 read; NULL: not of the inbox',
	due_at DATETIME AS (IF(state IN ('waiting', 'sending', 'unsure'), next_at, NULL)) STORED COMMENT 'next_at of what the loop has to do',
	PRIMARY KEY (id),
	UNIQUE KEY message_client (client_msg_id),
	UNIQUE KEY message_once (person_id, event, about, target_id, mark, channel),
	KEY message_unread (person_id, unread, id),
	KEY message_due (channel, due_at, id),
	KEY message_sent (channel, sent_at),
	KEY message_station (station_id, channel, state, id),
	KEY message_age (created_at),
	CONSTRAINT message_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT message_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT message_reason CHECK (state <> 'given_up' OR reason IS NOT NULL),
	CONSTRAINT message_to CHECK (person_id IS NOT NULL OR channel = 'sms')
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='messages to people, one for each channel 消息';

CREATE TABLE IF NOT EXISTS message_way (
	person_id BIGINT NOT NULL COMMENT 'whose choice',
	ways VARCHAR(12) NOT NULL
		COMMENT 'wechat_first 微信优先, both 微信和短信, wechat 只发微信, sms 只发短信, none 只看站内消息'
		CHECK (ways IN ('wechat_first', 'both', 'wechat', 'sms', 'none')),
	changed_at DATETIME NOT NULL COMMENT 'when chosen',
	PRIMARY KEY (person_id),
	CONSTRAINT message_way_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='how people want to be told 提醒方式';

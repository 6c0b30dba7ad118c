-- 0006_platform_means.sql - posting to platforms, transfers; announcements, money, gifts, material.

CREATE TABLE IF NOT EXISTS destination (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	code VARCHAR(24) NOT NULL COMMENT 'short word; names the mapping file and the secret file',
	name VARCHAR(60) NOT NULL COMMENT 'name 上报平台名称',
	profile VARCHAR(40) NOT NULL COMMENT 'mapping file in templates/platform/, without .hdf',
	base_url VARCHAR(200) NOT NULL DEFAULT ''
		COMMENT 'base address; empty for a file destination',
	app_id VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'our name there; the secret is in a file',
	kinds VARCHAR(120) NOT NULL COMMENT 'kinds of record it takes, words with commas',
	region_code VARCHAR(12) NULL COMMENT 'takes only stations in this division; NULL: all',
	batch_max INT NOT NULL DEFAULT 100 COMMENT 'most items in a request'
		CHECK (batch_max BETWEEN 1 AND 1000),
	enabled TINYINT NOT NULL DEFAULT 1 COMMENT '1: new records are put in line for it',
	state VARCHAR(8) NOT NULL DEFAULT 'on'
		COMMENT 'on 正常 or stopped 已停止, by us or by refused credentials'
		CHECK (state IN ('on', 'stopped')),
	stop_reason VARCHAR(200) NULL COMMENT 'why stopped 停止原因',
	reconcile_only TINYINT NOT NULL DEFAULT 0
		COMMENT '1 after a restore: compare before sending',
	changed_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
		COMMENT 'last change',
	PRIMARY KEY (id),
	UNIQUE KEY destination_code (code),
	CONSTRAINT destination_region FOREIGN KEY (region_code) REFERENCES region (code)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='platforms that records are posted to 上报平台';

CREATE TABLE IF NOT EXISTS outbox (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id, order of claiming only',
	idem BINARY(16) NOT NULL
		COMMENT 'made from record_uid and version, fixed at insert; its hex stands in addresses',
	item_key VARCHAR(64) NOT NULL
		COMMENT 'key at the platform, the same for all versions of a record',
	destination_id BIGINT NOT NULL COMMENT 'where to',
	kind VARCHAR(20) NOT NULL
		COMMENT 'volunteer, service_record, training_record, commendation, evaluation'
		CHECK (kind IN ('volunteer', 'service_record', 'training_record', 'commendation',
			'evaluation')),
	record_uid BINARY(16) NOT NULL COMMENT 'uid of the record',
	version INT NOT NULL COMMENT 'version of the record',
	op VARCHAR(8) NOT NULL DEFAULT 'put' COMMENT 'put 报送/更正 or withdraw 撤销'
		CHECK (op IN ('put', 'withdraw')),
	station_id BIGINT NOT NULL COMMENT 'station',
	payload MEDIUMBLOB NOT NULL COMMENT 'canonical bytes of the item, frozen',
	payload_sha BINARY(32) NOT NULL COMMENT 'SHA-256 of payload, frozen',
	state VARCHAR(12) NOT NULL DEFAULT 'waiting'
		COMMENT 'waiting 待上报, leased 上报中, accepted 已受理, refused 已退回, parked 待核对, withdrawn 已撤下, exported 已导出'
		CHECK (state IN ('waiting', 'leased', 'accepted', 'refused', 'parked',
			'withdrawn', 'exported')),
	epoch INT NOT NULL DEFAULT 0
		COMMENT 'number of the lease; fences every change but acceptance',
	lease_until DATETIME(3) NULL COMMENT 'end of the lease, by the database''s clock',
	attempts INT NOT NULL DEFAULT 0 COMMENT 'tries that counted',
	next_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'not before',
	first_sent_at DATETIME(3) NULL COMMENT 'first try',
	due_on DATE NULL COMMENT 'last of the ten working days 报送期限',
	receipt VARCHAR(128) NULL COMMENT 'receipt of the platform 回执号',
	reason_code VARCHAR(32) NULL COMMENT 'code of the last refusal or trouble',
	reason VARCHAR(500) NULL COMMENT 'its words 退回原因',
	settled_at DATETIME(3) NULL COMMENT 'when accepted, refused, withdrawn or exported',
	created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'when put in line',
	PRIMARY KEY (id),
	UNIQUE KEY outbox_idem (destination_id, idem),
	UNIQUE KEY outbox_version (destination_id, record_uid, version),
	KEY outbox_due (destination_id, state, next_at, id),
	KEY outbox_station (station_id, state, id),
	KEY outbox_key (destination_id, item_key, version),
	KEY outbox_record (record_uid, version),
	CONSTRAINT outbox_destination FOREIGN KEY (destination_id) REFERENCES destination (id),
	CONSTRAINT outbox_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT outbox_leased_until CHECK (state <> 'leased' OR lease_until IS NOT NULL),
	CONSTRAINT outbox_accepted_has_receipt CHECK (state <> 'accepted' OR receipt IS NOT NULL)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='records to be posted 上报队列';

CREATE TABLE IF NOT EXISTS attempt (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	batch BINARY(16) NOT NULL COMMENT 'request it was part of',
	outbox_id BIGINT NOT NULL COMMENT 'item',
	epoch INT NOT NULL COMMENT 'lease it was tried under',
	at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'when',
	curl_code INT NOT NULL DEFAULT 0 COMMENT 'result of libcurl, 0: an answer came',
	http_status INT NULL COMMENT 'HTTP status',
	class VARCHAR(12) NOT NULL
		COMMENT 'how it was read: ok, refused, transient, ambiguous, credentials, conflict, too_large',
	ms INT NOT NULL DEFAULT 0 COMMENT 'time taken, milliseconds',
	PRIMARY KEY (id),
	KEY attempt_outbox (outbox_id, id),
	CONSTRAINT attempt_outbox FOREIGN KEY (outbox_id) REFERENCES outbox (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='tries of posting, insert-only 上报记录';

CREATE TABLE IF NOT EXISTS breaker (
	destination_id BIGINT NOT NULL COMMENT 'destination',
	state VARCHAR(12) NOT NULL DEFAULT 'closed'
		COMMENT 'closed: normal, open: wait, half_open: one probe is out'
		CHECK (state IN ('closed', 'open', 'half_open')),
	fails INT NOT NULL DEFAULT 0 COMMENT 'failed batches in a row',
	open_until DATETIME(3) NULL COMMENT 'no request before',
	version INT NOT NULL DEFAULT 0 COMMENT 'raised by each change, for compare-and-set',
	PRIMARY KEY (destination_id),
	CONSTRAINT breaker_destination FOREIGN KEY (destination_id) REFERENCES destination (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='breakers of destinations 熔断';

CREATE TABLE IF NOT EXISTS receipt (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	destination_id BIGINT NOT NULL COMMENT 'destination',
	outbox_id BIGINT NOT NULL COMMENT 'item',
	receipt VARCHAR(128) NOT NULL COMMENT 'receipt of the platform 回执号',
	via VARCHAR(12) NOT NULL COMMENT 'answer 应答, query 查询, upload 上传, reconcile 对账'
		CHECK (via IN ('answer', 'query', 'upload', 'reconcile')),
	at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'when received',
	PRIMARY KEY (id),
	UNIQUE KEY receipt_outbox (outbox_id),
	KEY receipt_destination (destination_id, receipt),
	CONSTRAINT receipt_destination FOREIGN KEY (destination_id) REFERENCES destination (id),
	CONSTRAINT receipt_outbox FOREIGN KEY (outbox_id) REFERENCES outbox (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='receipts of platforms, insert-only 回执';

CREATE TABLE IF NOT EXISTS transfer (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id of the bundle, made by the station that gives',
	station_id BIGINT NOT NULL COMMENT 'station here',
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	direction VARCHAR(4) NOT NULL COMMENT 'out 转出 or in 转入' CHECK (direction IN ('out', 'in')),
	other_name VARCHAR(80) NOT NULL DEFAULT ''
		COMMENT 'station or platform on the other side 对方单位',
	bundle_sha BINARY(32) NOT NULL COMMENT 'SHA-256 of the bundle',
	key_id VARBINARY(16) NULL COMMENT 'key that signed it; NULL: unsigned CSV',
	records INT NOT NULL DEFAULT 0 COMMENT 'records in it 记录数',
	minutes INT NOT NULL DEFAULT 0 COMMENT 'minutes in it 时长',
	state VARCHAR(12) NOT NULL DEFAULT 'made'
		COMMENT 'made 已开出, unverified 待核实, accepted 已转入, refused 已退回'
		CHECK (state IN ('made', 'unverified', 'accepted', 'refused')),
	reason VARCHAR(200) NULL COMMENT 'why refused 退回原因',
	handled_by BIGINT NULL COMMENT 'staff who dealt with it 办理人',
	at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when 办理时间',
	PRIMARY KEY (id),
	UNIQUE KEY transfer_uid (direction, uid),
	UNIQUE KEY transfer_bundle (direction, bundle_sha),
	KEY transfer_station (station_id, state, id),
	KEY transfer_person (person_id, id),
	CONSTRAINT transfer_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT transfer_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT transfer_handled_by FOREIGN KEY (handled_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='records taken elsewhere and brought along 转移接续';

CREATE TABLE IF NOT EXISTS transfer_record (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	transfer_id BIGINT NOT NULL COMMENT 'transfer it came in',
	person_id BIGINT NOT NULL COMMENT 'volunteer',
	source_key VARCHAR(64) NOT NULL
		COMMENT 'key of the record where it was made; once for a person',
	served_on DATE NOT NULL COMMENT 'day 服务日期',
	minutes INT NOT NULL COMMENT 'time served 服务时长, minutes' CHECK (minutes > 0),
	title VARCHAR(80) NOT NULL COMMENT 'activity 活动名称',
	organiser VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'body that recorded it 记录单位',
	evidence VARCHAR(8) NULL COMMENT 'evidence class there, if told',
	counted TINYINT NOT NULL DEFAULT 0 COMMENT '1 confirmed and in the brought minutes',
	PRIMARY KEY (id),
	UNIQUE KEY transfer_record_once (person_id, source_key),
	KEY transfer_record_transfer (transfer_id, served_on),
	CONSTRAINT transfer_record_transfer FOREIGN KEY (transfer_id) REFERENCES transfer (id),
	CONSTRAINT transfer_record_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='records brought along 转入记录';

CREATE TABLE IF NOT EXISTS announcement (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	station_id BIGINT NOT NULL COMMENT 'station',
	kind VARCHAR(12) NOT NULL DEFAULT 'notice'
		COMMENT 'notice 通知, publicity 公示, call 招募令, thanks 感谢信'
		CHECK (kind IN ('notice', 'publicity', 'call', 'thanks')),
	title VARCHAR(80) NOT NULL COMMENT 'title 标题',
	body TEXT NOT NULL COMMENT 'text 正文',
	published_at DATETIME NULL COMMENT 'when published 发布时间; NULL: draft',
	until DATE NULL COMMENT 'last day shown 展示截止',
	created_by BIGINT NOT NULL COMMENT 'staff who wrote it',
	created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when entered',
	PRIMARY KEY (id),
	UNIQUE KEY announcement_uid (uid),
	KEY announcement_station (station_id, published_at, id),
	CONSTRAINT announcement_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT announcement_created_by FOREIGN KEY (created_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='announcements 公告台账';

CREATE TABLE IF NOT EXISTS fund_entry (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	station_id BIGINT NOT NULL COMMENT 'station',
	project_id BIGINT NULL COMMENT 'project',
	direction VARCHAR(4) NOT NULL COMMENT 'in 收入 or out 支出' CHECK (direction IN ('in', 'out')),
	amount_fen BIGINT NOT NULL COMMENT 'amount 金额, fen' CHECK (amount_fen > 0),
	fund_source VARCHAR(2) NOT NULL COMMENT 'source 经费来源 (code list fund_source)'
		CHECK (fund_source <> ''),
	party VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'who paid or was paid 对方单位',
	purpose VARCHAR(200) NOT NULL COMMENT 'what for 用途',
	happened_on DATE NOT NULL COMMENT 'day 日期',
	document_id BIGINT NULL COMMENT 'voucher 凭证',
	entered_by BIGINT NOT NULL COMMENT 'staff who entered it 经办人',
	approved_by BIGINT NULL COMMENT 'staff who approved it 审批人',
	entered_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when entered',
	state VARCHAR(8) NOT NULL DEFAULT 'entered' COMMENT 'entered 已登记, approved 已审批, void 作废'
		CHECK (state IN ('entered', 'approved', 'void')),
	PRIMARY KEY (id),
	UNIQUE KEY fund_entry_uid (uid),
	KEY fund_entry_station (station_id, happened_on, id),
	CONSTRAINT fund_entry_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT fund_entry_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT fund_entry_document FOREIGN KEY (document_id) REFERENCES document (id),
	CONSTRAINT fund_entry_entered_by FOREIGN KEY (entered_by) REFERENCES staff (id),
	CONSTRAINT fund_entry_approved_by FOREIGN KEY (approved_by) REFERENCES staff (id),
	CONSTRAINT fund_entry_two_persons CHECK (approved_by <> entered_by)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='money received and spent 经费台账';

CREATE TABLE IF NOT EXISTS gift (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in forms',
	station_id BIGINT NOT NULL COMMENT 'station',
	name VARCHAR(60) NOT NULL COMMENT 'name 回馈物品或服务',
	points INT NULL COMMENT 'price in green points 绿色积分; NULL: not for points'
		CHECK (points > 0),
	minutes INT NULL COMMENT 'price in saved time 时间银行时长, minutes; NULL: not for time'
		CHECK (minutes > 0),
	value_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'worth 价值, fen',
	stock INT NOT NULL DEFAULT 0 COMMENT 'left 库存' CHECK (stock >= 0),
	donor VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'given by 提供方',
	state VARCHAR(8) NOT NULL DEFAULT 'on' COMMENT 'on 可兑换, off 已下架'
		CHECK (state IN ('on', 'off')),
	PRIMARY KEY (id),
	UNIQUE KEY gift_uid (uid),
	KEY gift_station (station_id, state, id),
	CONSTRAINT gift_station FOREIGN KEY (station_id) REFERENCES station (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='what points and saved time are exchanged for 回馈';

CREATE TABLE IF NOT EXISTS material (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	station_id BIGINT NOT NULL COMMENT 'station',
	name VARCHAR(60) NOT NULL COMMENT 'name 物资名称',
	unit VARCHAR(10) NOT NULL COMMENT 'unit 单位: 斤 件 把 箱',
	durable TINYINT NOT NULL DEFAULT 0 COMMENT '0 used up 一次性, 1 durable 可持续',
	direction VARCHAR(4) NOT NULL COMMENT 'in 入库 or out 出库' CHECK (direction IN ('in', 'out')),
	quantity INT NOT NULL COMMENT 'quantity 数量' CHECK (quantity > 0),
	party VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'donor or receiver 捐赠方/领用人',
	phone_sealed VARBINARY(200) NULL COMMENT 'phone of the party, sealed',
	project_id BIGINT NULL COMMENT 'project',
	happened_on DATE NOT NULL COMMENT 'day 日期',
	entered_by BIGINT NOT NULL COMMENT 'staff who entered it 经办人',
	entered_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when entered',
	PRIMARY KEY (id),
	UNIQUE KEY material_uid (uid),
	KEY material_station (station_id, name, happened_on),
	CONSTRAINT material_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT material_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT material_entered_by FOREIGN KEY (entered_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='material in and out; the stock is their sum 物资台账';

CREATE TABLE IF NOT EXISTS insurance (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id from the form',
	station_id BIGINT NOT NULL COMMENT 'station',
	project_id BIGINT NULL COMMENT 'project covered; NULL: all of the station',
	activity_id BIGINT NULL COMMENT 'activity covered; NULL: all of the project',
	insurer VARCHAR(80) NOT NULL COMMENT 'insurer 保险公司',
	policy_no VARCHAR(60) NOT NULL COMMENT 'policy 保单号',
	kind VARCHAR(40) NOT NULL DEFAULT '' COMMENT 'kind 险种',
	insured INT NOT NULL DEFAULT 0 COMMENT 'persons insured 投保人数',
	from_on DATE NOT NULL COMMENT 'first day 起保日期',
	to_on DATE NOT NULL COMMENT 'last day 到期日期',
	premium_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'premium 保费, fen',
	document_id BIGINT NULL COMMENT 'policy paper 保单',
	entered_by BIGINT NOT NULL COMMENT 'staff who entered it 经办人',
	PRIMARY KEY (id),
	UNIQUE KEY insurance_uid (uid),
	KEY insurance_station (station_id, to_on),
	KEY insurance_project (project_id, to_on),
	CONSTRAINT insurance_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT insurance_project FOREIGN KEY (project_id) REFERENCES project (id),
	CONSTRAINT insurance_activity FOREIGN KEY (activity_id) REFERENCES activity (id),
	CONSTRAINT insurance_document FOREIGN KEY (document_id) REFERENCES document (id),
	CONSTRAINT insurance_entered_by FOREIGN KEY (entered_by) REFERENCES staff (id),
	CONSTRAINT insurance_days CHECK (to_on >= from_on)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='insurance of volunteers 志愿者保险';

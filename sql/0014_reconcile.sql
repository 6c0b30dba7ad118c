-- 0014_reconcile.sql - ours compared with what platforms hold 对账.

CREATE TABLE IF NOT EXISTS reconcile_run (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	destination_id BIGINT NOT NULL COMMENT 'destination compared with',
	asked_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when asked for',
	asked_by BIGINT NULL COMMENT 'staff who asked; NULL: the nightly run',
	started_at DATETIME NULL COMMENT 'when begun',
	ended_at DATETIME NULL COMMENT 'when ended',
	state VARCHAR(8) NOT NULL DEFAULT 'asked' COMMENT 'asked 待开始, running 进行中, done 已完成, failed 未完成'
		CHECK (state IN ('asked', 'running', 'done', 'failed')),
	ours INT NOT NULL DEFAULT 0 COMMENT 'records that we hold as accepted 本地已受理',
	theirs INT NOT NULL DEFAULT 0 COMMENT 'records that the platform holds 平台持有',
	same INT NOT NULL DEFAULT 0 COMMENT 'equal 一致',
	found INT NOT NULL DEFAULT 0 COMMENT 'whose lost receipt was found 补回回执',
	different INT NOT NULL DEFAULT 0 COMMENT 'differences of all kinds 不一致',
	note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'why it failed',
	PRIMARY KEY (id),
	KEY reconcile_run_destination (destination_id, id),
	KEY reconcile_run_state (state, id),
	CONSTRAINT reconcile_run_destination FOREIGN KEY (destination_id) REFERENCES destination (id),
	CONSTRAINT reconcile_run_asked_by FOREIGN KEY (asked_by) REFERENCES staff (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='comparisons with platforms 对账';

CREATE TABLE IF NOT EXISTS reconcile_part (
	run_id BIGINT NOT NULL COMMENT 'comparison',
	station_id BIGINT NOT NULL COMMENT 'station',
	kind VARCHAR(20) NOT NULL COMMENT 'kind of record',
	day DATE NOT NULL COMMENT 'day we put them in line',
	ours INT NOT NULL DEFAULT 0 COMMENT 'records that we hold as accepted 本地已受理',
	same INT NOT NULL DEFAULT 0 COMMENT 'of them equal there 一致',
	PRIMARY KEY (run_id, station_id, kind, day),
	KEY reconcile_part_station (station_id, run_id),
	CONSTRAINT reconcile_part_run FOREIGN KEY (run_id) REFERENCES reconcile_run (id),
	CONSTRAINT reconcile_part_station FOREIGN KEY (station_id) REFERENCES station (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='comparisons by station and day 对账明细';

CREATE TABLE IF NOT EXISTS reconcile_diff (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	run_id BIGINT NOT NULL COMMENT 'comparison that found it',
	destination_id BIGINT NOT NULL COMMENT 'destination',
	kind VARCHAR(20) NOT NULL COMMENT 'kind of record',
	item_key VARCHAR(64) NOT NULL COMMENT 'key at the platform',
	station_id BIGINT NULL COMMENT 'station, if known',
	outbox_id BIGINT NULL COMMENT 'our newest row about it; NULL: we know of none',
	what VARCHAR(8) NOT NULL COMMENT 'missing 平台缺少, extra 平台多出, older 平台较旧, newer 平台较新, receipt 回执不同'
		CHECK (what IN ('missing', 'extra', 'older', 'newer', 'receipt')),
	our_version INT NULL COMMENT 'version we hold as accepted',
	their_version INT NULL COMMENT 'version that the platform holds',
	state VARCHAR(8) NOT NULL DEFAULT 'open' COMMENT 'open 待处理, mended 已处理'
		CHECK (state IN ('open', 'mended')),
	mended_by BIGINT NULL COMMENT 'staff who dealt with it; NULL: found equal later',
	mended_at DATETIME NULL COMMENT 'when',
	PRIMARY KEY (id),
	UNIQUE KEY reconcile_diff_uid (uid),
	UNIQUE KEY reconcile_diff_once (run_id, kind, item_key),
	KEY reconcile_diff_station (station_id, state, id),
	KEY reconcile_diff_key (destination_id, item_key, state),
	CONSTRAINT reconcile_diff_run FOREIGN KEY (run_id) REFERENCES reconcile_run (id),
	CONSTRAINT reconcile_diff_destination FOREIGN KEY (destination_id) REFERENCES destination (id),
	CONSTRAINT reconcile_diff_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT reconcile_diff_outbox FOREIGN KEY (outbox_id) REFERENCES outbox (id),
	CONSTRAINT reconcile_diff_mended_by FOREIGN KEY (mended_by) REFERENCES staff (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='differences found 对账差异';

-- 0110_draw.sql - the draw 公平抽签 of a shift, that anyone can recompute: its seed is promised by a hash from the opening on, and mixed
-- with the first tree head that is signed after the window. The table was there for positions, and no program ever wrote it.

DROP TABLE IF EXISTS draw;
CREATE TABLE IF NOT EXISTS draw (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	activity_id BIGINT NOT NULL COMMENT 'the shift 班次 whose places are drawn',
	station_id BIGINT NOT NULL COMMENT 'station',
	closes_at DATETIME NOT NULL COMMENT 'end of the window 截止报名, that of the shift as it was last noted',
	since DATETIME NOT NULL
		COMMENT 'the first tree head signed after this decides: the end of the window, or when that was moved, the later of both',
	windows INT NOT NULL DEFAULT 1 COMMENT 'how often the end of the window was set 截止时间定过几次' CHECK (windows > 0),
	seed_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the seed, published from the opening on 种子的承诺',
	seed_sealed VARBINARY(200) NULL COMMENT 'the seed until the draw, sealed; 非个人',
	seed BINARY(32) NULL COMMENT 'the seed, published with the draw 种子',
	head_no BIGINT NULL COMMENT 'number of the tree head that was mixed in 账本签名',
	head_root BINARY(32) NULL COMMENT 'root of that head',
	head_signature BINARY(64) NULL COMMENT 'Ed25519 signature of that head, mixed in with the root',
	places INT NULL COMMENT 'places that were drawn for 名额',
	lots INT NULL COMMENT 'lots that took part 签数',
	opened_at DATETIME NOT NULL COMMENT 'when the seed was made and promised',
	drawn_at DATETIME NULL COMMENT 'when drawn 抽签时间',
	dropped_at DATETIME NULL COMMENT 'when given up without a draw: called off, begun, or another mode 取消抽签',
	open TINYINT AS (IF(drawn_at IS NULL AND dropped_at IS NULL, 1, NULL)) VIRTUAL COMMENT '1 while it is still to be drawn',
	PRIMARY KEY (id),
	UNIQUE KEY draw_uid (uid),
	UNIQUE KEY draw_activity (activity_id),
	KEY draw_open (open, id),
	CONSTRAINT draw_activity FOREIGN KEY (activity_id) REFERENCES activity (id),
	CONSTRAINT draw_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT draw_told CHECK ((drawn_at IS NULL) = (seed IS NULL) AND (drawn_at IS NULL) = (head_root IS NULL)
		AND (drawn_at IS NULL) = (head_signature IS NULL)),
	CONSTRAINT draw_sealed CHECK (seed IS NOT NULL OR seed_sealed IS NOT NULL)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='draws of places at a shift, that anyone can recompute 公平抽签';

-- What was drawn stays, whatever becomes of the application.
CREATE TABLE IF NOT EXISTS draw_lot (
	draw_id BIGINT NOT NULL COMMENT 'draw',
	draw_rank INT NOT NULL COMMENT 'rank in the draw, from 1 抽签次序',
	lot BINARY(16) NOT NULL COMMENT 'the lot 签号: uid of the application',
	PRIMARY KEY (draw_id, draw_rank),
	UNIQUE KEY draw_lot_once (draw_id, lot),
	CONSTRAINT draw_lot_draw FOREIGN KEY (draw_id) REFERENCES draw (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='lots of a draw in its order, insert-only 签';

ALTER TABLE application
	DROP COLUMN IF EXISTS draw_rank;

ALTER TABLE tree_head
	ADD KEY IF NOT EXISTS tree_head_at (at_ms);

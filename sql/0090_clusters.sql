-- 0090_clusters.sql - verified needs that wait for somebody, by category, group of people and place, so that a page says where a
-- project is wanted without reading the needs; what was done about a need when it was settled.

CREATE TABLE IF NOT EXISTS need_cluster (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	station_id BIGINT NOT NULL COMMENT 'station',
	category VARCHAR(4) NOT NULL COMMENT 'category of the needs 需求类别 (code list service_category)',
	target_group VARCHAR(2) NOT NULL DEFAULT '' COMMENT 'group of people 人群类别 (code list recipient); empty: not told',
	grid VARCHAR(30) NOT NULL DEFAULT '' COMMENT 'place 网格; empty: not told',
	n INT NOT NULL DEFAULT 0 COMMENT 'verified needs that no project answers yet 待解决需求数',
	risky INT NOT NULL DEFAULT 0 COMMENT 'of them with a risk told 有风险提示的',
	homes INT NOT NULL DEFAULT 0 COMMENT 'of how many households 涉及户数; a need of nobody on file is one',
	weight INT AS (n + 2 * risky) STORED COMMENT 'what the list is sorted by 分量: each need once, one with a risk three times',
	is_open TINYINT AS (n > 0) STORED COMMENT '1 while there are any',
	PRIMARY KEY (id),
	UNIQUE KEY need_cluster_of (station_id, category, target_group, grid),
	KEY need_cluster_weight (station_id, is_open, weight, id),
	KEY need_cluster_n (station_id, is_open, n, id),
	KEY need_cluster_homes (station_id, is_open, homes, id),
	KEY need_cluster_category (station_id, is_open, category, weight, id),
	KEY need_cluster_group (station_id, is_open, target_group, weight, id),
	KEY need_cluster_grid (station_id, is_open, grid, weight, id),
	CONSTRAINT need_cluster_station FOREIGN KEY (station_id) REFERENCES station (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='verified needs by category, group and place 需求聚类';

CREATE TABLE IF NOT EXISTS need_cluster_part (
	cluster_id BIGINT NOT NULL COMMENT 'cluster',
	kind VARCHAR(4) NOT NULL COMMENT 'home: by household 户, due: by reply day, not yet answered 答复期限' CHECK (kind IN ('home', 'due')),
	of BIGINT NOT NULL COMMENT 'household, or below 0 the need of nobody on file; TO_DAYS of the reply day',
	n INT NOT NULL DEFAULT 0 COMMENT 'how many needs',
	PRIMARY KEY (cluster_id, kind, of),
	CONSTRAINT need_cluster_part_cluster FOREIGN KEY (cluster_id) REFERENCES need_cluster (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='households and reply days of a cluster 需求聚类明细';

ALTER TABLE need
	ADD COLUMN IF NOT EXISTS done_note VARCHAR(500) NULL COMMENT 'what was done 办理情况; 个人:居民' AFTER done_on,
	ADD KEY IF NOT EXISTS need_of_cluster (station_id, state, category, target_group, grid, registered_at, id);

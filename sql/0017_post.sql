-- 0017_post.sql - the line to platforms: the oldest row is found at once, and what the poster did is counted.

-- Leased rows are few at any time, so they need no index of their own.
ALTER TABLE outbox
	ADD KEY IF NOT EXISTS outbox_age (state, destination_id, id),
	DROP KEY IF EXISTS outbox_leases;

CREATE TABLE IF NOT EXISTS post_count (
	destination_id BIGINT NOT NULL COMMENT 'destination',
	name VARCHAR(24) NOT NULL COMMENT 'what is counted: items by how their answer was read (ok, refused ...), ms_N: requests of at most N ms, ms: their time in all, requests',
	n BIGINT NOT NULL DEFAULT 0 COMMENT 'how many since the beginning',
	PRIMARY KEY (destination_id, name),
	CONSTRAINT post_count_destination FOREIGN KEY (destination_id) REFERENCES destination (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='what posters did, for monitoring 上报计数';

-- 0009_platform_post.sql - what the poster needs besides: whose row it is, and whether it may have arrived.

ALTER TABLE outbox
	ADD COLUMN IF NOT EXISTS person_id BIGINT NULL
		COMMENT 'person it is about: no consent, no posting; also to forget the payload on erasure' AFTER station_id,
	ADD COLUMN IF NOT EXISTS doubtful TINYINT NOT NULL DEFAULT 0
		COMMENT '1 it may have arrived: the platform is asked for the key before it is sent again' AFTER epoch,
	MODIFY COLUMN payload MEDIUMBLOB NOT NULL
		COMMENT 'canonical bytes of the item, sealed (column outbox.payload, uid idem), frozen; empty once forgotten',
	MODIFY COLUMN payload_sha BINARY(32) NOT NULL
		COMMENT 'SHA-256 of the plain payload, frozen',
	ADD KEY IF NOT EXISTS outbox_person (person_id, state),
	ADD KEY IF NOT EXISTS outbox_recent (station_id, id),
	ADD KEY IF NOT EXISTS outbox_leases (destination_id, state, lease_until),
	ADD CONSTRAINT outbox_person FOREIGN KEY IF NOT EXISTS (person_id) REFERENCES person (id);

-- 0179_audit_change.sql - what a form changed, field by field, beside the audit row that says who and when; and which
-- version of a thing the next form is about, so that of two at the same time the second is told.

CREATE TABLE IF NOT EXISTS audit_change (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	audit_id BIGINT NOT NULL COMMENT 'row of audit: who, when, and of what',
	field VARCHAR(32) NOT NULL COMMENT 'the field of its form 修改项',
	label VARCHAR(120) NULL COMMENT 'how the page called it then 修改项名称; NULL: as it does now',
	was VARCHAR(1000) NULL
		COMMENT 'before 修改前, in the words of the page; masked or NULL where it says who somebody is; 个人:居民',
	became VARCHAR(1000) NULL
		COMMENT 'after 修改后, likewise; 个人:居民',
	PRIMARY KEY (id),
	KEY audit_change_of (audit_id, id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='what was changed, before and after, insert-only 修改前后';

CREATE TABLE IF NOT EXISTS edit_version (
	path BINARY(16) NOT NULL COMMENT 'digest of the address that the form is sent to',
	version INT NOT NULL COMMENT 'how often it was saved 修改版次',
	target VARCHAR(32) NOT NULL COMMENT 'table of the row, as in audit',
	target_id BIGINT NOT NULL COMMENT 'row id',
	PRIMARY KEY (path)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin
	COMMENT='of two who save one form at the same time the second is told 修改版次';

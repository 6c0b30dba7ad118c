-- 0021_comments.sql - the schema speaks of the outbox and of waiting lists by their names. Comments alone change: each
-- column is written as it was, none of them has a check of its own, and no row is touched.

ALTER TABLE destination
	MODIFY enabled TINYINT NOT NULL DEFAULT 1 COMMENT '1: new records get an outbox row for it';
ALTER TABLE outbox
	MODIFY created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'when the row was made 入列时间',
	COMMENT = 'outbox: records to be posted, one row for each destination, record and version 上报队列';
ALTER TABLE outbox_todo
	COMMENT = 'notes: records still to get their outbox rows 待入列';
ALTER TABLE reconcile_part
	MODIFY day DATE NOT NULL COMMENT 'day our outbox rows were made';
ALTER TABLE application
	MODIFY line_no INT NULL COMMENT 'place on the waiting list 候补序号';
ALTER TABLE enrolment
	MODIFY line_no INT NULL COMMENT 'place on the waiting list 候补序号';

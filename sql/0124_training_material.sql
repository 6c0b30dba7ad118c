-- 0124_training_material.sql - what is handed out at a training: files that who is enrolled may open.

CREATE TABLE IF NOT EXISTS training_material (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	uid BINARY(16) NOT NULL COMMENT 'random id, used in addresses',
	training_id BIGINT NOT NULL COMMENT 'training 培训',
	title VARCHAR(80) NOT NULL COMMENT 'title 名称; 非个人',
	document_id BIGINT NOT NULL COMMENT 'the file 培训资料',
	added_by BIGINT NOT NULL COMMENT 'staff who put it in',
	added_at DATETIME NOT NULL COMMENT 'when',
	state VARCHAR(8) NOT NULL DEFAULT 'kept' COMMENT 'kept 在用 or removed 已移除' CHECK (state IN ('kept', 'removed')),
	PRIMARY KEY (id),
	UNIQUE KEY training_material_uid (uid),
	KEY training_material_of (training_id, state, id),
	CONSTRAINT training_material_training FOREIGN KEY (training_id) REFERENCES training (id),
	CONSTRAINT training_material_document FOREIGN KEY (document_id) REFERENCES document (id),
	CONSTRAINT training_material_added_by FOREIGN KEY (added_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='files handed out at a training 培训资料';

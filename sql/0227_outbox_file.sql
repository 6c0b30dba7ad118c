-- 0227_outbox_file.sql - files that records were handed over in, and the row of each record.

CREATE TABLE IF NOT EXISTS outbox_file (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id, number of the file 文件编号',
	destination_id BIGINT NOT NULL COMMENT 'platform it is for 上报平台',
	station_id BIGINT NOT NULL COMMENT 'station whose records are in it 站点',
	kind VARCHAR(20) NOT NULL COMMENT 'kind of record, as in outbox 类别',
	items INT NOT NULL COMMENT 'records in it 记录数',
	made_by BIGINT NOT NULL COMMENT 'staff who made it 导出人',
	made_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when 导出时间',
	PRIMARY KEY (id),
	KEY outbox_file_station (station_id, id),
	CONSTRAINT outbox_file_destination FOREIGN KEY (destination_id) REFERENCES destination (id),
	CONSTRAINT outbox_file_station FOREIGN KEY (station_id) REFERENCES station (id),
	CONSTRAINT outbox_file_made_by FOREIGN KEY (made_by) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='files that records were handed over in 报送文件';

ALTER TABLE outbox
	ADD COLUMN IF NOT EXISTS file_id BIGINT NULL COMMENT 'file that it was handed over in last 报送文件',
	ADD COLUMN IF NOT EXISTS file_row SMALLINT NULL COMMENT 'its row there below the heading 行号',
	ADD KEY IF NOT EXISTS outbox_file (file_id, file_row),
	ADD CONSTRAINT outbox_file_of FOREIGN KEY IF NOT EXISTS (file_id) REFERENCES outbox_file (id);

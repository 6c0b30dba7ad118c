-- 0029_certificate_file.sql - certificates as files, kept as they were first given out: drawing one costs as much as fifty
-- pages, and who asks again gets the same bytes. A table, because it follows the row that it shows: who may read that may read
-- this, a revocation asks for another file, erasure and backup take both.

CREATE TABLE IF NOT EXISTS certificate_file (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	certificate_id BIGINT NOT NULL COMMENT 'the certificate 证明',
	state VARCHAR(8) NOT NULL COMMENT 'of the certificate as the file shows it: issued 有效, revoked 已注销'
		CHECK (state IN ('issued', 'revoked')),
	kind VARCHAR(4) NOT NULL COMMENT 'kind of file: its extension, pdf or png',
	bytes MEDIUMBLOB NOT NULL COMMENT 'the file as it was given out; 个人:内用,抹除',
	PRIMARY KEY (id),
	UNIQUE KEY certificate_file_of (certificate_id, state, kind),
	CONSTRAINT certificate_file_certificate FOREIGN KEY (certificate_id) REFERENCES certificate (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='certificates as files 证明文件';

-- 0043_rebind.sql - a person's WeChat or phone is exchanged 换绑: by themselves, or at the station by staff who saw the document.

CREATE TABLE IF NOT EXISTS rebind (
	id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'row id',
	person_id BIGINT NOT NULL COMMENT 'whose',
	kind VARCHAR(8) NOT NULL COMMENT 'wechat 微信 or phone 手机号' CHECK (kind IN ('wechat', 'phone')),
	staff_id BIGINT NULL COMMENT 'staff who did it 经办人; NULL: the person, who was signed in',
	purpose VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'why 换绑原因; 个人:导出,留存(留痕)',
	made_at DATETIME NOT NULL COMMENT 'when 办理时间',
	code_mac BINARY(32) NULL
		COMMENT 'keyed digest of the one-time code 换绑码 that binds the new WeChat; NULL: used, replaced or of a phone',
	expires_at DATETIME NULL COMMENT 'the code is good until then; NULL: of a phone',
	done_at DATETIME NULL COMMENT 'when the new one was bound 完成时间; NULL: not yet',
	PRIMARY KEY (id),
	UNIQUE KEY rebind_code (code_mac),
	KEY rebind_person (person_id, id),
	KEY rebind_staff (staff_id),
	CONSTRAINT rebind_person FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT rebind_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='WeChat or phone of a person exchanged 换绑';

-- 0038_signs.sql - more warning signs 疑点: each has its count beside the others, and pictures are known again though
-- they were stored anew.

ALTER TABLE service_record
	MODIFY flags VARCHAR(400) NOT NULL DEFAULT '' COMMENT 'warning words with commas 疑点';

ALTER TABLE activity_count
	ADD COLUMN IF NOT EXISTS late_roster INT NOT NULL DEFAULT 0 COMMENT 'with this warning word: on the roster in the last minutes 临近开始才排班',
	ADD COLUMN IF NOT EXISTS new_person INT NOT NULL DEFAULT 0 COMMENT 'with this warning word: just registered by staff, no phone 新代办人员',
	ADD COLUMN IF NOT EXISTS mutual INT NOT NULL DEFAULT 0 COMMENT 'with this warning word: two who vouch for each other 互相确认',
	ADD COLUMN IF NOT EXISTS no_place INT NOT NULL DEFAULT 0 COMMENT 'with this warning word: place left out 未给出位置',
	ADD COLUMN IF NOT EXISTS same_picture INT NOT NULL DEFAULT 0 COMMENT 'with this warning word: a picture seen before 照片相似',
	ADD COLUMN IF NOT EXISTS poor_picture INT NOT NULL DEFAULT 0 COMMENT 'with this warning word: a picture that shows nothing 照片无内容',
	ADD COLUMN IF NOT EXISTS same_few INT NOT NULL DEFAULT 0 COMMENT 'with this warning word: always the same few 总是同几人',
	ADD COLUMN IF NOT EXISTS unannounced INT NOT NULL DEFAULT 0 COMMENT 'with this warning word: never published 未事先发布',
	ADD COLUMN IF NOT EXISTS one_hand INT NOT NULL DEFAULT 0 COMMENT 'with this warning word: planned and reviewed by one 策划审核同一人',
	ADD COLUMN IF NOT EXISTS pair INT NOT NULL DEFAULT 0 COMMENT 'with this warning word: two who pass each other''s 两人互审';

ALTER TABLE attendance
	MODIFY nearness VARCHAR(8) NOT NULL DEFAULT 'unknown'
		COMMENT 'distance to the place: in, near, out, unknown, or left_out: asked for, agreed to and not given'
		CHECK (nearness IN ('in', 'near', 'out', 'unknown', 'left_out'));

ALTER TABLE document
	ADD COLUMN IF NOT EXISTS side INT NULL COMMENT 'shorter side of a picture, dots; 0: of one colour 短边像素' AFTER bytes,
	ADD COLUMN IF NOT EXISTS look BIGINT NULL COMMENT 'difference hash of a picture 感知哈希, 64 bits' AFTER side,
	ADD COLUMN IF NOT EXISTS look_a INT AS ((look >> 48) & 65535) VIRTUAL COMMENT 'bits 63 to 48 of look',
	ADD COLUMN IF NOT EXISTS look_b INT AS ((look >> 32) & 65535) VIRTUAL COMMENT 'bits 47 to 32 of look',
	ADD COLUMN IF NOT EXISTS look_c INT AS ((look >> 16) & 65535) VIRTUAL COMMENT 'bits 31 to 16 of look',
	ADD COLUMN IF NOT EXISTS look_d INT AS (look & 65535) VIRTUAL COMMENT 'bits 15 to 0 of look',
	ADD COLUMN IF NOT EXISTS like_id BIGINT NULL COMMENT 'the earliest document that looks most alike 相似材料' AFTER look,
	ADD COLUMN IF NOT EXISTS like_bits INT NULL COMMENT 'so many bits of 64 agree with that one' AFTER like_id,
	ADD KEY IF NOT EXISTS document_look_a (look_a),
	ADD KEY IF NOT EXISTS document_look_b (look_b),
	ADD KEY IF NOT EXISTS document_look_c (look_c),
	ADD KEY IF NOT EXISTS document_look_d (look_d),
	ADD KEY IF NOT EXISTS document_sha (sha256),
	ADD CONSTRAINT document_like FOREIGN KEY IF NOT EXISTS (like_id) REFERENCES document (id);

-- 0047_places.sql - stations and points as an overseer makes and closes them.
ALTER TABLE station
	ADD COLUMN IF NOT EXISTS sign VARCHAR(80) NOT NULL DEFAULT ''
		COMMENT 'text of the sign at the door 标识, XX嘎查村（社区）志愿服务站（点）' AFTER name,
	ADD COLUMN IF NOT EXISTS property_name VARCHAR(80) NOT NULL DEFAULT ''
		COMMENT 'property management firm that a point rests on 物业服务企业; 非个人' AFTER org_kind,
	ADD COLUMN IF NOT EXISTS property_phone VARCHAR(20) NOT NULL DEFAULT ''
		COMMENT 'its telephone 物业电话; 非个人' AFTER property_name,
	ADD COLUMN IF NOT EXISTS closed_on DATE NULL COMMENT 'day of closing 停用日期; NULL while open' AFTER state,
	ADD COLUMN IF NOT EXISTS closed_why VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'why it was closed 停用原因' AFTER closed_on,
	ADD KEY IF NOT EXISTS station_parent_no (parent_id, no);

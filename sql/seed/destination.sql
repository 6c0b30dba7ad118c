-- destination.sql - where records are posted to. The address of `exchange` may come from the setting platform_base;
-- what an operator changed here (address, kinds, on or off) stays.
INSERT INTO destination (code, name, profile, kinds)
VALUES ('exchange', '志愿服务信息数据交换平台', 'exchange',
	'volunteer,service_record,training_record,commendation,evaluation')
ON DUPLICATE KEY UPDATE profile = VALUES(profile);

-- Records as files, for the day when there is no interface; an operator switches it on.
INSERT INTO destination (code, name, profile, kinds, enabled)
VALUES ('file', '文件报送', 'file', 'volunteer,service_record,training_record,commendation,evaluation', 0)
ON DUPLICATE KEY UPDATE profile = VALUES(profile);

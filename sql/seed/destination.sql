-- destination.sql - where records are posted to. The address of `exchange` may come from the setting platform_base;
-- what an operator changed here (address, kinds, on or off) stays.
INSERT INTO destination (code, name, profile, kinds)
VALUES ('exchange', '志愿服务信息数据交换平台', 'exchange',
	'volunteer,service_record,training_record,commendation,evaluation')
ON DUPLICATE KEY UPDATE profile = VALUES(profile);

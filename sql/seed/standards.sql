-- standards.sql - what a station must have: six points of Weinan's plan, eight of Inner Mongolia's; and the aims of coverage.
INSERT INTO standard_item (code, scope, sort, name) VALUES
	('wn1', '', 1, '有专（兼）职志愿服务管理工作者'),
	('wn2', '', 2, '有经常性志愿服务项目'),
	('wn3', '', 3, '有稳定的志愿服务组织'),
	('wn4', '', 4, '有开展工作的场所并配备办公设备'),
	('wn5', '', 5, '有规范的组织管理制度'),
	('wn6', '', 6, '有必要的资金投入和运行经费'),
	('nm1', '15', 1, '有便于开展工作的场地'),
	('nm2', '15', 2, '至少有 1 名专（兼）职管理人员'),
	('nm3', '15', 3, '有上网电脑等工作设备'),
	('nm4', '15', 4, '有管理制度'),
	('nm5', '15', 5, '有工作计划'),
	('nm6', '15', 6, '有公告台账'),
	('nm7', '15', 7, '有档案资料'),
	('nm8', '15', 8, '在显著位置设置标识“XX嘎查村（社区）志愿服务站（点）”')
ON DUPLICATE KEY UPDATE scope = VALUES(scope), sort = VALUES(sort), name = VALUES(name);
INSERT INTO aim (name, year, value, source) VALUES
	('coverage', 2021, 60, '内蒙古自治区城乡社区志愿服务站（点）建设方案'),
	('coverage', 2022, 80, '内蒙古自治区城乡社区志愿服务站（点）建设方案'),
	('coverage', 2023, 100, '内蒙古自治区城乡社区志愿服务站（点）建设方案')
ON DUPLICATE KEY UPDATE value = VALUES(value), source = VALUES(source);

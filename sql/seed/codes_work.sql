-- codes_work.sql - kinds of service, training, teams, money; what may be chosen is 1 in `active`.

-- 服务类别
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('service_category', '0001', '社区服务', 10, 1, '全国志愿服务信息系统'),
	('service_category', '0002', '扶贫减贫', 20, 1, '全国志愿服务信息系统'),
	('service_category', '0003', '支教助学', 30, 1, '全国志愿服务信息系统'),
	('service_category', '0004', '卫生健康', 40, 1, '全国志愿服务信息系统'),
	('service_category', '0005', '法律服务', 50, 1, '全国志愿服务信息系统'),
	('service_category', '0006', '环境保护', 60, 1, '全国志愿服务信息系统'),
	('service_category', '0007', '科技科普', 70, 1, '全国志愿服务信息系统'),
	('service_category', '0008', '文化艺术', 80, 1, '全国志愿服务信息系统'),
	('service_category', '0009', '平安综治', 90, 1, '全国志愿服务信息系统'),
	('service_category', '0010', '文明风尚', 100, 1, '全国志愿服务信息系统'),
	('service_category', '0011', '交通引导', 110, 1, '全国志愿服务信息系统'),
	('service_category', '0012', '志愿消防', 120, 1, '全国志愿服务信息系统'),
	('service_category', '0013', '应急救援', 130, 1, '全国志愿服务信息系统'),
	('service_category', '0014', '禁毒宣传', 140, 1, '全国志愿服务信息系统'),
	('service_category', '0015', '体育健身', 150, 1, '全国志愿服务信息系统'),
	('service_category', '0016', '旅游服务', 160, 1, '全国志愿服务信息系统'),
	('service_category', '0017', '关爱特殊群体', 170, 1, '全国志愿服务信息系统'),
	('service_category', '0018', '大型活动', 180, 1, '全国志愿服务信息系统'),
	('service_category', '0019', '海外志愿服务', 190, 1, '全国志愿服务信息系统'),
	('service_category', '0020', '税收服务', 200, 1, '全国志愿服务信息系统'),
	('service_category', '0099', '其他', 210, 1, '全国志愿服务信息系统'),
	('service_category', '6101', '十四运', 220, 0, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 服务对象
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('recipient', '01', '儿童', 10, 1, '全国志愿服务信息系统'),
	('recipient', '02', '妇女', 20, 1, '全国志愿服务信息系统'),
	('recipient', '03', '老年人', 30, 1, '全国志愿服务信息系统'),
	('recipient', '04', '残障人士', 40, 1, '全国志愿服务信息系统'),
	('recipient', '05', '优抚对象', 50, 1, '全国志愿服务信息系统'),
	('recipient', '06', '贫困家庭', 60, 1, '全国志愿服务信息系统'),
	('recipient', '07', '特殊群体', 70, 1, '全国志愿服务信息系统'),
	('recipient', '08', '病患者', 80, 1, '全国志愿服务信息系统'),
	('recipient', '09', '农村居民', 90, 1, '全国志愿服务信息系统'),
	('recipient', '10', '城镇居民', 100, 1, '全国志愿服务信息系统'),
	('recipient', '11', '社会公众', 110, 1, '全国志愿服务信息系统'),
	('recipient', '13', '纳税人缴费人', 120, 1, '全国志愿服务信息系统'),
	('recipient', '99', '其他', 130, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 志愿者保障
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('guarantee', '01', '志愿者保险', 10, 1, '全国志愿服务信息系统'),
	('guarantee', '02', '集中乘车', 20, 1, '全国志愿服务信息系统'),
	('guarantee', '03', '交通补贴', 30, 1, '全国志愿服务信息系统'),
	('guarantee', '04', '餐饮或食物', 40, 1, '全国志愿服务信息系统'),
	('guarantee', '05', '提供饮水', 50, 1, '全国志愿服务信息系统'),
	('guarantee', '06', '提供住宿', 60, 1, '全国志愿服务信息系统'),
	('guarantee', '07', '志愿者服装', 70, 1, '全国志愿服务信息系统'),
	('guarantee', '08', '志愿服务工具', 80, 1, '全国志愿服务信息系统'),
	('guarantee', '09', '免费体检', 90, 1, '全国志愿服务信息系统'),
	('guarantee', '10', '专项培训', 100, 1, '全国志愿服务信息系统'),
	('guarantee', '11', '志愿服务证书', 110, 1, '全国志愿服务信息系统'),
	('guarantee', '99', '其他', 120, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 培训类型
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('training_kind', '1', '通用培训', 10, 1, '全国志愿服务信息系统'),
	('training_kind', '2', '岗位培训', 20, 1, '全国志愿服务信息系统'),
	('training_kind', '3', '专业培训', 30, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 培训方式
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('training_mode', '1', '远程', 10, 1, '全国志愿服务信息系统'),
	('training_mode', '2', '面授', 20, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 经费来源
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('fund_source', '1', '政府购买', 10, 1, '全国志愿服务信息系统'),
	('fund_source', '2', '单位拨款', 20, 1, '全国志愿服务信息系统'),
	('fund_source', '3', '企业赞助', 30, 1, '全国志愿服务信息系统'),
	('fund_source', '4', '资源置换', 40, 1, '全国志愿服务信息系统'),
	('fund_source', '5', '公众支持', 50, 1, '全国志愿服务信息系统'),
	('fund_source', '6', '成员自筹', 60, 1, '全国志愿服务信息系统'),
	('fund_source', '7', '其他', 70, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 队伍类型
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('team_kind', '1', '志愿服务团体', 10, 1, '全国志愿服务信息系统'),
	('team_kind', '2', '志愿服务组织', 20, 1, '全国志愿服务信息系统'),
	('team_kind', '3', '其它开展志愿服务活动的法人组织', 30, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 单位类型
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('org_kind', '01', '党政机关', 10, 1, '全国志愿服务信息系统'),
	('org_kind', '09', '居民委员会', 20, 1, '全国志愿服务信息系统'),
	('org_kind', '10', '村民委员会', 30, 1, '全国志愿服务信息系统'),
	('org_kind', '11', '国有企业', 40, 1, '全国志愿服务信息系统'),
	('org_kind', '12', '非国有企业', 50, 1, '全国志愿服务信息系统'),
	('org_kind', '13', '社会团体', 60, 1, '全国志愿服务信息系统'),
	('org_kind', '14', '社会服务机构', 70, 1, '全国志愿服务信息系统'),
	('org_kind', '15', '基金会', 80, 1, '全国志愿服务信息系统'),
	('org_kind', '16', '社会组织', 90, 1, '全国志愿服务信息系统'),
	('org_kind', '99', '其他', 100, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 队伍提供与需要
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('team_means', '1', '志愿者', 10, 1, '全国志愿服务信息系统'),
	('team_means', '2', '场地', 20, 1, '全国志愿服务信息系统'),
	('team_means', '3', '交通工具', 30, 1, '全国志愿服务信息系统'),
	('team_means', '4', '资金', 40, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 加入方式
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('join_mode', '1', '验证后加入', 10, 1, '全国志愿服务信息系统'),
	('join_mode', '2', '实名志愿者直接加入', 20, 1, '全国志愿服务信息系统'),
	('join_mode', '3', '不接受加入', 30, 1, '全国志愿服务信息系统'),
	('join_mode', '4', '凭密码加入', 40, 0, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 需求来源
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('need_source', 'survey', '调查表', 10, 1, '本系统'),
	('need_source', 'visit', '入户走访', 20, 1, '本系统'),
	('need_source', 'meeting', '座谈会', 30, 1, '本系统'),
	('need_source', 'phone', '来电', 40, 1, '本系统'),
	('need_source', 'order', '线上点单', 50, 1, '本系统'),
	('need_source', 'grid', '网格上报', 60, 1, '本系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 时长凭据
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('evidence', 'scan', '扫码签到', 10, 1, '本系统'),
	('evidence', 'list', '名册点名', 20, 1, '本系统'),
	('evidence', 'declared', '本人申报', 30, 1, '本系统'),
	('evidence', 'backfill', '补录', 40, 1, '本系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 站点条件
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('facility', '01', '场所', 10, 1, '本系统'),
	('facility', '02', '队伍', 20, 1, '本系统'),
	('facility', '03', '项目', 30, 1, '本系统'),
	('facility', '04', '设施', 40, 1, '本系统'),
	('facility', '05', '制度', 50, 1, '本系统'),
	('facility', '06', '标识', 60, 1, '本系统'),
	('facility', '07', '专（兼）职管理人员', 70, 1, '本系统'),
	('facility', '08', '上网电脑', 80, 1, '本系统'),
	('facility', '09', '工作计划', 90, 1, '本系统'),
	('facility', '10', '公告台账', 100, 1, '本系统'),
	('facility', '11', '档案资料', 110, 1, '本系统'),
	('facility', '12', '工作经费', 120, 1, '本系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

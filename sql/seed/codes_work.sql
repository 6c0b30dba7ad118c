-- codes_work.sql - kinds of service, training, teams, money; what may be chosen is 1 in `active`.

-- 服务类别: the words of the two plans that stations work by. A code that the national system has keeps its number, so that
-- what was recorded and posted stays as it is; S... are words that it has not, posted as `platform`.
INSERT INTO code_item (list, code, name, hint, platform, sort, active, source) VALUES
	('service_category', '0002', '扶贫帮困', '', NULL, 10, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('service_category', '0017', '助老助残', '关爱特殊群体', NULL, 20, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('service_category', '0003', '助学支教', '教育培训', NULL, 30, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('service_category', '0009', '治安维稳', '平安建设', NULL, 40, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('service_category', '0004', '卫生健康', '医疗保健', NULL, 50, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('service_category', '0006', '环境保护', '美化绿化', NULL, 60, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('service_category', '0010', '宣传教育', '', NULL, 70, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('service_category', '0008', '文化体育', '文体活动、文化艺术', NULL, 80, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('service_category', 'S001', '助农增收', '', '0002', 90, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('service_category', '0007', '科技帮扶', '科普', NULL, 100, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('service_category', 'S002', '心理咨询', '心理疏导', '0017', 110, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('service_category', '0005', '法律援助', '法律服务', NULL, 120, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('service_category', '0013', '应急救援', '', NULL, 130, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('service_category', 'S003', '就业指导', '', '0001', 140, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('service_category', '0001', '便民利民', '社区服务', NULL, 150, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('service_category', 'S004', '家政服务', '', '0001', 160, 1, '渭南市社区志愿服务站建设'),
	('service_category', 'S005', '文明劝导', '', '0010', 170, 1, '渭南市社区志愿服务站建设'),
	('service_category', '0011', '交通引导', '', NULL, 180, 1, '全国志愿服务信息系统'),
	('service_category', '0012', '志愿消防', '', NULL, 190, 1, '全国志愿服务信息系统'),
	('service_category', '0014', '禁毒宣传', '', NULL, 200, 1, '全国志愿服务信息系统'),
	('service_category', '0015', '体育健身', '', NULL, 210, 1, '全国志愿服务信息系统'),
	('service_category', '0016', '旅游服务', '', NULL, 220, 1, '全国志愿服务信息系统'),
	('service_category', '0018', '大型活动', '', NULL, 230, 1, '全国志愿服务信息系统'),
	('service_category', '0019', '海外志愿服务', '', NULL, 240, 0, '全国志愿服务信息系统'),
	('service_category', '0020', '税收服务', '', NULL, 250, 0, '全国志愿服务信息系统'),
	('service_category', '0099', '其他', '', NULL, 260, 1, '全国志愿服务信息系统'),
	('service_category', '6101', '十四运', '', NULL, 270, 0, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), hint = VALUES(hint), platform = VALUES(platform), sort = VALUES(sort),
	source = VALUES(source);

-- 服务对象: the groups that the plans name first, then those of the national system.
INSERT INTO code_item (list, code, name, hint, platform, sort, active, source) VALUES
	('recipient', '21', '空巢老人', '', '03', 10, 1, '渭南市社区志愿服务站建设'),
	('recipient', '22', '孤寡高龄老人', '', '03', 20, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('recipient', '23', '留守老人', '', '03', 30, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('recipient', '24', '留守儿童', '', '01', 40, 1, '渭南市社区志愿服务站建设'),
	('recipient', '25', '困境儿童', '', '01', 50, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('recipient', '26', '留守妇女', '', '02', 60, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('recipient', '04', '残疾人', '', NULL, 70, 1, '渭南市社区志愿服务站建设'),
	('recipient', '05', '优抚对象', '', NULL, 80, 1, '渭南市社区志愿服务站建设'),
	('recipient', '27', '退役军人', '', '05', 90, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('recipient', '28', '困难职工', '', '06', 100, 1, '渭南市社区志愿服务站建设'),
	('recipient', '29', '低保人员', '', '06', 110, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('recipient', '30', '特困人员', '特困户', '06', 120, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('recipient', '31', '帮教对象', '', '07', 130, 1, '渭南市社区志愿服务站建设'),
	('recipient', '06', '其他困难群众', '', NULL, 140, 1, '内蒙古城乡社区志愿服务站（点）建设'),
	('recipient', '03', '老年人', '', NULL, 150, 1, '全国志愿服务信息系统'),
	('recipient', '01', '儿童', '', NULL, 160, 1, '全国志愿服务信息系统'),
	('recipient', '02', '妇女', '', NULL, 170, 1, '全国志愿服务信息系统'),
	('recipient', '08', '病患者', '', NULL, 180, 1, '全国志愿服务信息系统'),
	('recipient', '07', '特殊群体', '', NULL, 190, 1, '全国志愿服务信息系统'),
	('recipient', '09', '农村居民', '', NULL, 200, 1, '全国志愿服务信息系统'),
	('recipient', '10', '城镇居民', '', NULL, 210, 1, '全国志愿服务信息系统'),
	('recipient', '11', '社会公众', '', NULL, 220, 1, '全国志愿服务信息系统'),
	('recipient', '13', '纳税人缴费人', '', NULL, 230, 0, '全国志愿服务信息系统'),
	('recipient', '99', '其他', '', NULL, 240, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), hint = VALUES(hint), platform = VALUES(platform), sort = VALUES(sort),
	source = VALUES(source);

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

-- 培训方式: how, in the words of the plan of Weinan; all of them are face to face for the national system.
INSERT INTO code_item (list, code, name, hint, platform, sort, active, source) VALUES
	('training_mode', '3', '集中辅导', '', '2', 10, 1, '渭南市社区志愿服务站建设'),
	('training_mode', '4', '座谈交流', '', '2', 20, 1, '渭南市社区志愿服务站建设'),
	('training_mode', '5', '案例分析', '', '2', 30, 1, '渭南市社区志愿服务站建设'),
	('training_mode', '2', '面授', '', NULL, 40, 1, '全国志愿服务信息系统'),
	('training_mode', '1', '远程', '', NULL, 50, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), hint = VALUES(hint), platform = VALUES(platform), sort = VALUES(sort),
	source = VALUES(source);

-- 经费来源
INSERT INTO code_item (list, code, name, hint, sort, active, source) VALUES
	('fund_source', '1', '政府购买', '政府购买服务', 10, 1, '全国志愿服务信息系统'),
	('fund_source', '2', '单位拨款', '资助、补助', 20, 1, '全国志愿服务信息系统'),
	('fund_source', '3', '企业赞助', '企业捐赠', 30, 1, '全国志愿服务信息系统'),
	('fund_source', '4', '资源置换', '', 40, 1, '全国志愿服务信息系统'),
	('fund_source', '5', '公众支持', '居民捐赠、义演义诊义卖', 50, 1, '全国志愿服务信息系统'),
	('fund_source', '6', '成员自筹', '', 60, 1, '全国志愿服务信息系统'),
	('fund_source', '7', '其他', '', 70, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), hint = VALUES(hint), sort = VALUES(sort), source = VALUES(source);

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
	('evidence', 'met', '居民确认', 15, 1, '本系统'),
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

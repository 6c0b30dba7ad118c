-- codes_platform.sql - codes of the national system's own states and kinds, as mappings to it need them.

-- 平台：性别
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('nv_sex', '1', '男', 10, 1, '全国志愿服务信息系统'),
	('nv_sex', '2', '女', 20, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 平台：招募范围
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('nv_recruit_scope', '1', '公开招募', 10, 1, '全国志愿服务信息系统'),
	('nv_recruit_scope', '2', '指定志愿队伍', 20, 1, '全国志愿服务信息系统'),
	('nv_recruit_scope', '3', '免审密码', 30, 1, '全国志愿服务信息系统'),
	('nv_recruit_scope', '4', '不公开招募', 40, 1, '全国志愿服务信息系统'),
	('nv_recruit_scope', '5', '补录项目', 50, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 平台：项目状态
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('nv_project_state', '10', '待办理', 10, 1, '全国志愿服务信息系统'),
	('nv_project_state', '11', '待审批', 20, 1, '全国志愿服务信息系统'),
	('nv_project_state', '12', '审核不通过', 30, 1, '全国志愿服务信息系统'),
	('nv_project_state', '13', '待启动', 40, 1, '全国志愿服务信息系统'),
	('nv_project_state', '14', '招募中', 50, 1, '全国志愿服务信息系统'),
	('nv_project_state', '15', '不对外招募', 60, 1, '全国志愿服务信息系统'),
	('nv_project_state', '16', '运行中(招募结束)', 70, 1, '全国志愿服务信息系统'),
	('nv_project_state', '18', '自动结项', 80, 1, '全国志愿服务信息系统'),
	('nv_project_state', '19', '手动结项', 90, 1, '全国志愿服务信息系统'),
	('nv_project_state', '20', '补录', 100, 1, '全国志愿服务信息系统'),
	('nv_project_state', '21', '停用', 110, 1, '全国志愿服务信息系统'),
	('nv_project_state', '22', '作废', 120, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 平台：报名关系
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('nv_relation', '1', '申请中', 10, 1, '全国志愿服务信息系统'),
	('nv_relation', '2', '审批加入', 20, 1, '全国志愿服务信息系统'),
	('nv_relation', '3', '邀请加入', 30, 1, '全国志愿服务信息系统'),
	('nv_relation', '4', '邀请中', 40, 1, '全国志愿服务信息系统'),
	('nv_relation', '5', '免审加入', 50, 1, '全国志愿服务信息系统'),
	('nv_relation', '6', '本团体加入', 60, 1, '全国志愿服务信息系统'),
	('nv_relation', '7', '已拒绝', 70, 1, '全国志愿服务信息系统'),
	('nv_relation', '8', '脱离', 80, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 平台：签到点类型
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('nv_check_point', '1', '签到', 10, 1, '全国志愿服务信息系统'),
	('nv_check_point', '2', '签退', 20, 1, '全国志愿服务信息系统'),
	('nv_check_point', '3', '签到/签退', 30, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 平台：时长方式
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('nv_hour_mode', '0', '强制签退', 10, 1, '全国志愿服务信息系统'),
	('nv_hour_mode', '1', '团体录入', 20, 1, '全国志愿服务信息系统'),
	('nv_hour_mode', '2', '个人申请', 30, 1, '全国志愿服务信息系统'),
	('nv_hour_mode', '3', '人脸识别', 40, 1, '全国志愿服务信息系统'),
	('nv_hour_mode', '4', '快速打卡', 50, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 平台：时长状态
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('nv_hour_state', '0', '申请中', 10, 1, '全国志愿服务信息系统'),
	('nv_hour_state', '1', '未签退', 20, 1, '全国志愿服务信息系统'),
	('nv_hour_state', '2', '已生效', 30, 1, '全国志愿服务信息系统'),
	('nv_hour_state', '3', '已删除', 40, 1, '全国志愿服务信息系统'),
	('nv_hour_state', '4', '已拒绝', 50, 1, '全国志愿服务信息系统'),
	('nv_hour_state', '5', '录入失败', 60, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 平台：星级申请状态
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('nv_star_state', '1', '已通过', 10, 1, '全国志愿服务信息系统'),
	('nv_star_state', '2', '审批中', 20, 1, '全国志愿服务信息系统'),
	('nv_star_state', '3', '未通过', 30, 1, '全国志愿服务信息系统'),
	('nv_star_state', '4', '已失效', 40, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 平台：培训状态
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('nv_training_state', '1', '未开始', 10, 1, '全国志愿服务信息系统'),
	('nv_training_state', '2', '进行中', 20, 1, '全国志愿服务信息系统'),
	('nv_training_state', '3', '已结束', 30, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 平台：队伍状态
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('nv_team_state', '0', '不通过', 10, 1, '全国志愿服务信息系统'),
	('nv_team_state', '1', '已审', 20, 1, '全国志愿服务信息系统'),
	('nv_team_state', '2', '待审', 30, 1, '全国志愿服务信息系统'),
	('nv_team_state', '3', '停用', 40, 1, '全国志愿服务信息系统'),
	('nv_team_state', '4', '删除', 50, 1, '全国志愿服务信息系统'),
	('nv_team_state', '5', '锁定', 60, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 平台：表彰类型
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('nv_honour_kind', '1', '队伍', 10, 1, '全国志愿服务信息系统'),
	('nv_honour_kind', '2', '项目', 20, 1, '全国志愿服务信息系统'),
	('nv_honour_kind', '3', '志愿者', 30, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

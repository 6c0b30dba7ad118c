-- codes_people.sql - what is asked about a person; what may be chosen is 1 in `active`.
-- A list keeps the order of its source. `active` is left alone on a second run: stations may have switched a code off.

-- 性别
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('sex', '1', '男', 10, 1, 'GB/T 2261.1'),
	('sex', '2', '女', 20, 1, 'GB/T 2261.1'),
	('sex', '9', '未说明', 30, 1, 'GB/T 2261.1'),
	('sex', '0', '未知', 40, 0, 'GB/T 2261.1')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 证件类型
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('id_type', '01', '内地居民身份证', 10, 1, '全国志愿服务信息系统'),
	('id_type', '02', '香港居民身份证', 20, 1, '全国志愿服务信息系统'),
	('id_type', '03', '澳门居民身份证', 30, 1, '全国志愿服务信息系统'),
	('id_type', '04', '台湾居民身份证', 40, 1, '全国志愿服务信息系统'),
	('id_type', '05', '护照', 50, 1, '全国志愿服务信息系统'),
	('id_type', '06', '军官证', 60, 1, '全国志愿服务信息系统'),
	('id_type', '07', '士兵证', 70, 1, '全国志愿服务信息系统'),
	('id_type', '10', '网号（国家网络身份认证）', 75, 1, '公安部令第173号'),
	('id_type', '99', '其他有效国籍旅行证件', 80, 1, '全国志愿服务信息系统'),
	('id_type', '08', '其他有效国籍旅行证件', 90, 0, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 民族
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('ethnic', '01', '汉族', 10, 1, 'GB/T 3304'),
	('ethnic', '02', '蒙古族', 20, 1, 'GB/T 3304'),
	('ethnic', '03', '回族', 30, 1, 'GB/T 3304'),
	('ethnic', '04', '藏族', 40, 1, 'GB/T 3304'),
	('ethnic', '05', '维吾尔族', 50, 1, 'GB/T 3304'),
	('ethnic', '06', '苗族', 60, 1, 'GB/T 3304'),
	('ethnic', '07', '彝族', 70, 1, 'GB/T 3304'),
	('ethnic', '08', '壮族', 80, 1, 'GB/T 3304'),
	('ethnic', '09', '布依族', 90, 1, 'GB/T 3304'),
	('ethnic', '10', '朝鲜族', 100, 1, 'GB/T 3304'),
	('ethnic', '11', '满族', 110, 1, 'GB/T 3304'),
	('ethnic', '12', '侗族', 120, 1, 'GB/T 3304'),
	('ethnic', '13', '瑶族', 130, 1, 'GB/T 3304'),
	('ethnic', '14', '白族', 140, 1, 'GB/T 3304'),
	('ethnic', '15', '土家族', 150, 1, 'GB/T 3304'),
	('ethnic', '16', '哈尼族', 160, 1, 'GB/T 3304'),
	('ethnic', '17', '哈萨克族', 170, 1, 'GB/T 3304'),
	('ethnic', '18', '傣族', 180, 1, 'GB/T 3304'),
	('ethnic', '19', '黎族', 190, 1, 'GB/T 3304'),
	('ethnic', '20', '傈僳族', 200, 1, 'GB/T 3304'),
	('ethnic', '21', '佤族', 210, 1, 'GB/T 3304'),
	('ethnic', '22', '畲族', 220, 1, 'GB/T 3304'),
	('ethnic', '23', '高山族', 230, 1, 'GB/T 3304'),
	('ethnic', '24', '拉祜族', 240, 1, 'GB/T 3304'),
	('ethnic', '25', '水族', 250, 1, 'GB/T 3304'),
	('ethnic', '26', '东乡族', 260, 1, 'GB/T 3304'),
	('ethnic', '27', '纳西族', 270, 1, 'GB/T 3304'),
	('ethnic', '28', '景颇族', 280, 1, 'GB/T 3304'),
	('ethnic', '29', '柯尔克孜族', 290, 1, 'GB/T 3304'),
	('ethnic', '30', '土族', 300, 1, 'GB/T 3304'),
	('ethnic', '31', '达斡尔族', 310, 1, 'GB/T 3304'),
	('ethnic', '32', '仫佬族', 320, 1, 'GB/T 3304'),
	('ethnic', '33', '羌族', 330, 1, 'GB/T 3304'),
	('ethnic', '34', '布朗族', 340, 1, 'GB/T 3304'),
	('ethnic', '35', '撒拉族', 350, 1, 'GB/T 3304'),
	('ethnic', '36', '毛南族', 360, 1, 'GB/T 3304'),
	('ethnic', '37', '仡佬族', 370, 1, 'GB/T 3304'),
	('ethnic', '38', '锡伯族', 380, 1, 'GB/T 3304'),
	('ethnic', '39', '阿昌族', 390, 1, 'GB/T 3304'),
	('ethnic', '40', '普米族', 400, 1, 'GB/T 3304'),
	('ethnic', '41', '塔吉克族', 410, 1, 'GB/T 3304'),
	('ethnic', '42', '怒族', 420, 1, 'GB/T 3304'),
	('ethnic', '43', '乌孜别克族', 430, 1, 'GB/T 3304'),
	('ethnic', '44', '俄罗斯族', 440, 1, 'GB/T 3304'),
	('ethnic', '45', '鄂温克族', 450, 1, 'GB/T 3304'),
	('ethnic', '46', '德昂族', 460, 1, 'GB/T 3304'),
	('ethnic', '47', '保安族', 470, 1, 'GB/T 3304'),
	('ethnic', '48', '裕固族', 480, 1, 'GB/T 3304'),
	('ethnic', '49', '京族', 490, 1, 'GB/T 3304'),
	('ethnic', '50', '塔塔尔族', 500, 1, 'GB/T 3304'),
	('ethnic', '51', '独龙族', 510, 1, 'GB/T 3304'),
	('ethnic', '52', '鄂伦春族', 520, 1, 'GB/T 3304'),
	('ethnic', '53', '赫哲族', 530, 1, 'GB/T 3304'),
	('ethnic', '54', '门巴族', 540, 1, 'GB/T 3304'),
	('ethnic', '55', '珞巴族', 550, 1, 'GB/T 3304'),
	('ethnic', '56', '基诺族', 560, 1, 'GB/T 3304'),
	('ethnic', '97', '其他', 570, 1, 'GB/T 3304'),
	('ethnic', '98', '外国血统中国籍人士', 580, 1, 'GB/T 3304')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 政治面貌
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('political', '01', '中共党员', 10, 1, 'GB/T 4762; 20 全国志愿服务信息系统'),
	('political', '02', '预备党员', 20, 1, 'GB/T 4762; 20 全国志愿服务信息系统'),
	('political', '03', '共青团员', 30, 1, 'GB/T 4762; 20 全国志愿服务信息系统'),
	('political', '04', '民革', 40, 1, 'GB/T 4762; 20 全国志愿服务信息系统'),
	('political', '05', '民盟', 50, 1, 'GB/T 4762; 20 全国志愿服务信息系统'),
	('political', '06', '民建', 60, 1, 'GB/T 4762; 20 全国志愿服务信息系统'),
	('political', '07', '民进', 70, 1, 'GB/T 4762; 20 全国志愿服务信息系统'),
	('political', '08', '农工党', 80, 1, 'GB/T 4762; 20 全国志愿服务信息系统'),
	('political', '09', '致公党', 90, 1, 'GB/T 4762; 20 全国志愿服务信息系统'),
	('political', '10', '九三学社', 100, 1, 'GB/T 4762; 20 全国志愿服务信息系统'),
	('political', '11', '台盟', 110, 1, 'GB/T 4762; 20 全国志愿服务信息系统'),
	('political', '12', '无党派民主人士', 120, 1, 'GB/T 4762; 20 全国志愿服务信息系统'),
	('political', '13', '群众', 130, 1, 'GB/T 4762; 20 全国志愿服务信息系统'),
	('political', '20', '其他', 140, 1, 'GB/T 4762; 20 全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 最高学历
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('education', '00', '文盲或半文盲', 10, 1, '全国志愿服务信息系统'),
	('education', '11', '博士研究生', 20, 1, '全国志愿服务信息系统'),
	('education', '14', '硕士研究生', 30, 1, '全国志愿服务信息系统'),
	('education', '20', '大学本科', 40, 1, '全国志愿服务信息系统'),
	('education', '30', '大学专科和专科学校', 50, 1, '全国志愿服务信息系统'),
	('education', '40', '中等专业学校或中等技术学校', 60, 1, '全国志愿服务信息系统'),
	('education', '50', '技工学校', 70, 1, '全国志愿服务信息系统'),
	('education', '60', '高中', 80, 1, '全国志愿服务信息系统'),
	('education', '70', '初中', 90, 1, '全国志愿服务信息系统'),
	('education', '80', '小学', 100, 1, '全国志愿服务信息系统'),
	('education', '90', '幼儿园', 110, 1, '全国志愿服务信息系统'),
	('education', '91', '学龄前', 120, 1, '全国志愿服务信息系统'),
	('education', '98', '特殊教育', 130, 1, '全国志愿服务信息系统'),
	('education', '99', '其他', 140, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 学历（国标）
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('education_gb', '10', '研究生教育', 10, 1, 'GB/T 4658-2006'),
	('education_gb', '11', '博士研究生毕业', 20, 1, 'GB/T 4658-2006'),
	('education_gb', '12', '博士研究生结业', 30, 1, 'GB/T 4658-2006'),
	('education_gb', '13', '博士研究生肄业', 40, 1, 'GB/T 4658-2006'),
	('education_gb', '14', '硕士研究生毕业', 50, 1, 'GB/T 4658-2006'),
	('education_gb', '15', '硕士研究生结业', 60, 1, 'GB/T 4658-2006'),
	('education_gb', '16', '硕士研究生肄业', 70, 1, 'GB/T 4658-2006'),
	('education_gb', '17', '研究生班毕业', 80, 1, 'GB/T 4658-2006'),
	('education_gb', '18', '研究生班结业', 90, 1, 'GB/T 4658-2006'),
	('education_gb', '19', '研究生班肄业', 100, 1, 'GB/T 4658-2006'),
	('education_gb', '20', '大学本科教育', 110, 1, 'GB/T 4658-2006'),
	('education_gb', '21', '大学本科毕业', 120, 1, 'GB/T 4658-2006'),
	('education_gb', '22', '大学本科结业', 130, 1, 'GB/T 4658-2006'),
	('education_gb', '23', '大学本科肄业', 140, 1, 'GB/T 4658-2006'),
	('education_gb', '28', '大学普通班毕业', 150, 1, 'GB/T 4658-2006'),
	('education_gb', '30', '大学专科教育', 160, 1, 'GB/T 4658-2006'),
	('education_gb', '31', '大学专科毕业', 170, 1, 'GB/T 4658-2006'),
	('education_gb', '32', '大学专科结业', 180, 1, 'GB/T 4658-2006'),
	('education_gb', '33', '大学专科肄业', 190, 1, 'GB/T 4658-2006'),
	('education_gb', '40', '中等职业教育', 200, 1, 'GB/T 4658-2006'),
	('education_gb', '41', '中等专科毕业', 210, 1, 'GB/T 4658-2006'),
	('education_gb', '42', '中等专科结业', 220, 1, 'GB/T 4658-2006'),
	('education_gb', '43', '中等专科肄业', 230, 1, 'GB/T 4658-2006'),
	('education_gb', '44', '职业高中毕业', 240, 1, 'GB/T 4658-2006'),
	('education_gb', '45', '职业高中结业', 250, 1, 'GB/T 4658-2006'),
	('education_gb', '46', '职业高中肄业', 260, 1, 'GB/T 4658-2006'),
	('education_gb', '47', '技工学校毕业', 270, 1, 'GB/T 4658-2006'),
	('education_gb', '48', '技工学校结业', 280, 1, 'GB/T 4658-2006'),
	('education_gb', '49', '技工学校肄业', 290, 1, 'GB/T 4658-2006'),
	('education_gb', '60', '普通高级中学教育', 300, 1, 'GB/T 4658-2006'),
	('education_gb', '61', '普通高中毕业', 310, 1, 'GB/T 4658-2006'),
	('education_gb', '62', '普通高中结业', 320, 1, 'GB/T 4658-2006'),
	('education_gb', '63', '普通高中肄业', 330, 1, 'GB/T 4658-2006'),
	('education_gb', '70', '初级中学教育', 340, 1, 'GB/T 4658-2006'),
	('education_gb', '71', '初中毕业', 350, 1, 'GB/T 4658-2006'),
	('education_gb', '72', '初中肄业', 360, 1, 'GB/T 4658-2006'),
	('education_gb', '80', '小学教育', 370, 1, 'GB/T 4658-2006'),
	('education_gb', '81', '小学毕业', 380, 1, 'GB/T 4658-2006'),
	('education_gb', '82', '小学肄业', 390, 1, 'GB/T 4658-2006'),
	('education_gb', '90', '其他', 400, 1, 'GB/T 4658-2006')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 从业状况
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('occupation', '11', '国家公务员', 10, 1, 'GB/T 2261.4'),
	('occupation', '13', '专业技术人员', 20, 1, 'GB/T 2261.4'),
	('occupation', '17', '职员', 30, 1, 'GB/T 2261.4'),
	('occupation', '21', '企业管理人员', 40, 1, 'GB/T 2261.4'),
	('occupation', '24', '工人', 50, 1, 'GB/T 2261.4'),
	('occupation', '27', '农民', 60, 1, 'GB/T 2261.4'),
	('occupation', '31', '学生', 70, 1, 'GB/T 2261.4'),
	('occupation', '37', '现役军人', 80, 1, 'GB/T 2261.4'),
	('occupation', '51', '自由职业', 90, 1, 'GB/T 2261.4'),
	('occupation', '54', '个体经营者', 100, 1, 'GB/T 2261.4'),
	('occupation', '70', '无业人员', 110, 1, 'GB/T 2261.4'),
	('occupation', '80', '退(离)休人员', 120, 1, 'GB/T 2261.4'),
	('occupation', '90', '其他', 130, 1, 'GB/T 2261.4')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 专业特长
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('skill', '01', '医疗急救', 10, 1, '全国志愿服务信息系统'),
	('skill', '02', '体育竞技', 20, 1, '全国志愿服务信息系统'),
	('skill', '03', '驾驶运输', 30, 1, '全国志愿服务信息系统'),
	('skill', '04', '法律服务', 40, 1, '全国志愿服务信息系统'),
	('skill', '05', '信息技术', 50, 1, '全国志愿服务信息系统'),
	('skill', '06', '经营管理', 60, 1, '全国志愿服务信息系统'),
	('skill', '07', '公共关系', 70, 1, '全国志愿服务信息系统'),
	('skill', '08', '教育培训', 80, 1, '全国志愿服务信息系统'),
	('skill', '09', '电器维修', 90, 1, '全国志愿服务信息系统'),
	('skill', '10', '安全保卫', 100, 1, '全国志愿服务信息系统'),
	('skill', '11', '财会金融', 110, 1, '全国志愿服务信息系统'),
	('skill', '12', '设计创意', 120, 1, '全国志愿服务信息系统'),
	('skill', '13', '客服接待', 130, 1, '全国志愿服务信息系统'),
	('skill', '14', '物业养护', 140, 1, '全国志愿服务信息系统'),
	('skill', '15', '新闻写作', 150, 1, '全国志愿服务信息系统'),
	('skill', '16', '精通外语', 160, 1, '全国志愿服务信息系统'),
	('skill', '17', '音乐', 170, 1, '全国志愿服务信息系统'),
	('skill', '18', '心理咨询', 180, 1, '全国志愿服务信息系统'),
	('skill', '19', '护理照护', 190, 1, '全国志愿服务信息系统'),
	('skill', '20', '手工制作', 200, 1, '全国志愿服务信息系统'),
	('skill', '21', '文化艺术', 210, 1, '全国志愿服务信息系统'),
	('skill', '22', '网络技术', 220, 1, '全国志愿服务信息系统'),
	('skill', '23', '摄像摄影', 230, 1, '全国志愿服务信息系统'),
	('skill', '99', '其他', 240, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 服务领域
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('field', '0002', '扶贫济困志愿者', 10, 1, '全国志愿服务信息系统'),
	('field', '0003', '社区志愿者', 20, 1, '全国志愿服务信息系统'),
	('field', '0004', '青年志愿者', 30, 1, '全国志愿服务信息系统'),
	('field', '0005', '文明志愿者', 40, 1, '全国志愿服务信息系统'),
	('field', '0006', '文化志愿者', 50, 1, '全国志愿服务信息系统'),
	('field', '0007', '医疗志愿者', 60, 1, '全国志愿服务信息系统'),
	('field', '0008', '教育志愿者', 70, 1, '全国志愿服务信息系统'),
	('field', '0009', '助残志愿者', 80, 1, '全国志愿服务信息系统'),
	('field', '0010', '巾帼志愿者', 90, 1, '全国志愿服务信息系统'),
	('field', '0011', '消防志愿者', 100, 1, '全国志愿服务信息系统'),
	('field', '0012', '红十字志愿者', 110, 1, '全国志愿服务信息系统'),
	('field', '0013', '税收志愿者', 120, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 血型
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('blood', '0', '不明', 10, 1, '全国志愿服务信息系统'),
	('blood', '1', 'A 型', 20, 1, '全国志愿服务信息系统'),
	('blood', '2', 'B 型', 30, 1, '全国志愿服务信息系统'),
	('blood', '3', 'O 型', 40, 1, '全国志愿服务信息系统'),
	('blood', '4', 'AB 型', 50, 1, '全国志愿服务信息系统'),
	('blood', '9', '其他', 60, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 服装号
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('clothing', 'S', 'S', 10, 1, '全国志愿服务信息系统'),
	('clothing', 'M', 'M', 20, 1, '全国志愿服务信息系统'),
	('clothing', 'L', 'L', 30, 1, '全国志愿服务信息系统'),
	('clothing', 'XL', 'XL', 40, 1, '全国志愿服务信息系统'),
	('clothing', 'XXL', 'XXL', 50, 1, '全国志愿服务信息系统'),
	('clothing', 'XXXL', 'XXXL', 60, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 可参与服务时间
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('available', '01', '周一上午', 10, 1, '全国志愿服务信息系统'),
	('available', '02', '周一下午', 20, 1, '全国志愿服务信息系统'),
	('available', '03', '周一晚上', 30, 1, '全国志愿服务信息系统'),
	('available', '04', '周二上午', 40, 1, '全国志愿服务信息系统'),
	('available', '05', '周二下午', 50, 1, '全国志愿服务信息系统'),
	('available', '06', '周二晚上', 60, 1, '全国志愿服务信息系统'),
	('available', '07', '周三上午', 70, 1, '全国志愿服务信息系统'),
	('available', '08', '周三下午', 80, 1, '全国志愿服务信息系统'),
	('available', '09', '周三晚上', 90, 1, '全国志愿服务信息系统'),
	('available', '10', '周四上午', 100, 1, '全国志愿服务信息系统'),
	('available', '11', '周四下午', 110, 1, '全国志愿服务信息系统'),
	('available', '12', '周四晚上', 120, 1, '全国志愿服务信息系统'),
	('available', '13', '周五上午', 130, 1, '全国志愿服务信息系统'),
	('available', '14', '周五下午', 140, 1, '全国志愿服务信息系统'),
	('available', '15', '周五晚上', 150, 1, '全国志愿服务信息系统'),
	('available', '16', '周六上午', 160, 1, '全国志愿服务信息系统'),
	('available', '17', '周六下午', 170, 1, '全国志愿服务信息系统'),
	('available', '18', '周六晚上', 180, 1, '全国志愿服务信息系统'),
	('available', '19', '周日上午', 190, 1, '全国志愿服务信息系统'),
	('available', '20', '周日下午', 200, 1, '全国志愿服务信息系统'),
	('available', '21', '周日晚上', 210, 1, '全国志愿服务信息系统'),
	('available', '22', '节假日上午', 220, 1, '全国志愿服务信息系统'),
	('available', '23', '节假日下午', 230, 1, '全国志愿服务信息系统'),
	('available', '24', '节假日晚上', 240, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 年龄段
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('age_band', '0-17', '18 岁以下', 10, 1, '本系统'),
	('age_band', '18-35', '18–35 岁', 20, 1, '本系统'),
	('age_band', '36-59', '36–59 岁', 30, 1, '本系统'),
	('age_band', '60-69', '60–69 岁', 40, 1, '本系统'),
	('age_band', '70-79', '70–79 岁', 50, 1, '本系统'),
	('age_band', '80+', '80 岁及以上', 60, 1, '本系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 家庭类型
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('household_kind', '01', '普通家庭', 10, 1, '本系统'),
	('household_kind', '02', '空巢', 20, 1, '本系统'),
	('household_kind', '03', '独居', 30, 1, '本系统'),
	('household_kind', '04', '留守', 40, 1, '本系统'),
	('household_kind', '05', '残疾', 50, 1, '本系统'),
	('household_kind', '06', '优抚', 60, 1, '本系统'),
	('household_kind', '07', '低保', 70, 1, '本系统'),
	('household_kind', '08', '特困', 80, 1, '本系统'),
	('household_kind', '09', '困境儿童', 90, 1, '本系统'),
	('household_kind', '99', '其他', 100, 1, '本系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 项目邀请
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('invite_project', '0', '每次询问', 10, 1, '全国志愿服务信息系统'),
	('invite_project', '1', '总是同意', 20, 1, '全国志愿服务信息系统'),
	('invite_project', '2', '总是拒绝', 30, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 队伍邀请
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('invite_team', '0', '允许', 10, 1, '全国志愿服务信息系统'),
	('invite_team', '1', '拒绝', 20, 1, '全国志愿服务信息系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- 会说的话，点单派单用
INSERT INTO code_item (list, code, name, sort, active, source) VALUES
	('spoken', '01', '蒙古语', 10, 1, '本系统'),
	('spoken', '02', '本地方言', 20, 1, '本系统'),
	('spoken', '03', '手语', 30, 1, '本系统'),
	('spoken', '04', '外语', 40, 1, '本系统')
ON DUPLICATE KEY UPDATE name = VALUES(name), sort = VALUES(sort), source = VALUES(source);

-- What came in at the demo's station and was spent of it, a budget of its running project, and things in store.
SET @s = (SELECT id FROM station WHERE no = 1), @clerk = (SELECT id FROM staff WHERE login = 'liwei'),
	@reviewer = (SELECT id FROM staff WHERE login = 'wangfang'),
	@project = (SELECT MIN(id) FROM project WHERE station_id = @s AND state = 'running'),
	@yy = DATE_FORMAT(CURDATE(), '%y');
INSERT INTO document (uid, station_id, sha256, kind, media_type, bytes, title, uploaded_by)
SELECT UNHEX(MD5('demo receipt')), @s, UNHEX(SHA2('demo receipt', 256)), 'fund', 'application/pdf', 1, '餐费发票', @clerk;
SET @paper = LAST_INSERT_ID();
INSERT INTO fund_purse (uid, station_id, project_id, fund_source) VALUES
	(UNHEX(MD5('demo purse 1')), @s, @project, '1'), (UNHEX(MD5('demo purse 5')), @s, NULL, '5');
INSERT INTO fund_line (uid, station_id, project_id, label, planned_fen) VALUES
	(UNHEX(MD5('demo line 1')), @s, @project, '餐费', 200000), (UNHEX(MD5('demo line 2')), @s, @project, '交通补贴', 60000);
INSERT INTO fund_line_change (uid, station_id, line_id, from_fen, to_fen, reason, asked_by, asked_at, decided_by, decided_at, state)
SELECT UNHEX(MD5(CONCAT('demo change ', id))), station_id, id, 0, planned_fen, '立项预算', @clerk, NOW() - INTERVAL 60 DAY, @reviewer,
	NOW() - INTERVAL 59 DAY, 'approved' FROM fund_line WHERE station_id = @s;
INSERT INTO fund_line_change (uid, station_id, line_id, from_fen, to_fen, reason, asked_by, asked_at)
SELECT UNHEX(MD5('demo change asked')), station_id, id, planned_fen, 90000, '增加两个送餐点', @clerk, NOW() - INTERVAL 1 DAY
FROM fund_line WHERE uid = UNHEX(MD5('demo line 2'));
INSERT INTO fund_entry (uid, no, station_id, project_id, direction, amount_fen, fund_source, way, purse_id, estimate, party, party_public,
	purpose, happened_on, entered_by, entered_at, state) VALUES
	(UNHEX(MD5('demo fund 1')), CONCAT('E', @yy, '00100001'), @s, @project, 'in', 500000, '1', 'money',
		(SELECT id FROM fund_purse WHERE uid = UNHEX(MD5('demo purse 1'))), '', '临渭区民政局', 1, '购买助餐服务', CURDATE() - INTERVAL 50 DAY, @clerk,
		NOW() - INTERVAL 50 DAY, 'approved'),
	(UNHEX(MD5('demo fund 2')), CONCAT('E', @yy, '00100002'), @s, NULL, 'in', 30000, '5', 'money',
		(SELECT id FROM fund_purse WHERE uid = UNHEX(MD5('demo purse 5'))), '', '胡阿姨', 0, '居民捐款', CURDATE() - INTERVAL 40 DAY, @clerk,
		NOW() - INTERVAL 40 DAY, 'approved'),
	(UNHEX(MD5('demo fund 3')), CONCAT('E', @yy, '00100003'), @s, NULL, 'in', 48000, '3', 'goods', NULL, '超市小票', '兴旺超市', 1, '捐赠大米二十袋',
		CURDATE() - INTERVAL 30 DAY, @clerk, NOW() - INTERVAL 30 DAY, 'approved');
INSERT INTO fund_entry (uid, no, station_id, project_id, direction, amount_fen, fund_source, way, purse_id, line_id, party, purpose,
	happened_on, document_id, entered_by, entered_at, approved_by, decided_at, state) VALUES
	(UNHEX(MD5('demo fund 4')), CONCAT('E', @yy, '00100004'), @s, @project, 'out', 86000, '1', 'money',
		(SELECT id FROM fund_purse WHERE uid = UNHEX(MD5('demo purse 1'))), (SELECT id FROM fund_line WHERE uid = UNHEX(MD5('demo line 1'))),
		'老李餐馆', '十月助餐餐费', CURDATE() - INTERVAL 20 DAY, @paper, @clerk, NOW() - INTERVAL 20 DAY, @reviewer, NOW() - INTERVAL 19 DAY, 'approved'),
	(UNHEX(MD5('demo fund 5')), CONCAT('E', @yy, '00100005'), @s, @project, 'out', 12000, '1', 'money',
		(SELECT id FROM fund_purse WHERE uid = UNHEX(MD5('demo purse 1'))), (SELECT id FROM fund_line WHERE uid = UNHEX(MD5('demo line 2'))),
		'志愿者交通补贴', '十月送餐交通费', CURDATE() - INTERVAL 2 DAY, NULL, @clerk, NOW() - INTERVAL 2 DAY, NULL, NULL, 'entered');
INSERT INTO serial (kind, station_id, year, next_no) VALUES ('E', @s, YEAR(CURDATE()), 6);

INSERT INTO material_thing (uid, station_id, name, unit, durable, place) VALUES
	(UNHEX(MD5('demo thing 1')), @s, '雨伞', '把', 1, '一号柜'), (UNHEX(MD5('demo thing 2')), @s, '大米', '袋', 0, '储藏室');
SET @umbrella = (SELECT id FROM material_thing WHERE uid = UNHEX(MD5('demo thing 1'))),
	@rice = (SELECT id FROM material_thing WHERE uid = UNHEX(MD5('demo thing 2')));
INSERT INTO material_loan (uid, station_id, thing_id, borrower, quantity, lent_on, due_on, lent_by) VALUES
	(UNHEX(MD5('demo loan')), @s, @umbrella, '三号楼王师傅', 2, CURDATE() - INTERVAL 12 DAY, CURDATE() - INTERVAL 2 DAY, @clerk);
SET @loan = LAST_INSERT_ID();
INSERT INTO material (uid, no, station_id, thing_id, name, unit, durable, direction, kind, quantity, stock_after, loan_id, fund_id, party, note,
	happened_on, entered_by) VALUES
	(UNHEX(MD5('demo move 1')), CONCAT('U', @yy, '00100001'), @s, @umbrella, '雨伞', '把', 1, 'in', 'bought', 20, 20, NULL, NULL, '便民商店', '',
		CURDATE() - INTERVAL 40 DAY, @clerk),
	(UNHEX(MD5('demo move 2')), CONCAT('U', @yy, '00100002'), @s, @rice, '大米', '袋', 0, 'in', 'gift', 20, 20, NULL,
		(SELECT id FROM fund_entry WHERE uid = UNHEX(MD5('demo fund 3'))), '兴旺超市', '', CURDATE() - INTERVAL 30 DAY, @clerk),
	(UNHEX(MD5('demo move 3')), CONCAT('U', @yy, '00100003'), @s, @umbrella, '雨伞', '把', 1, 'out', 'lend', 2, 18, @loan, NULL, '三号楼王师傅', '',
		CURDATE() - INTERVAL 12 DAY, @clerk),
	(UNHEX(MD5('demo move 4')), CONCAT('U', @yy, '00100004'), @s, @rice, '大米', '袋', 0, 'out', 'used', 6, 14, NULL, NULL, '助餐项目', '送到六户独居老人家',
		CURDATE() - INTERVAL 10 DAY, @clerk);
INSERT INTO serial (kind, station_id, year, next_no) VALUES ('U', @s, YEAR(CURDATE()), 5);

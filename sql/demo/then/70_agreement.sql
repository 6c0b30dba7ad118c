-- The agreement of the demo's county, and volunteers who have signed it.
INSERT INTO agreement_text (uid, region_code, version, title, words, valid_months, made_by, made_at)
SELECT UNHEX(MD5('demo agreement')), '610502', 1, '志愿服务协议', CONCAT_WS('\n',
	'甲方：志愿服务站（以下称站点）。乙方：志愿者本人；未满十八周岁的，由监护人签字。',
	'一、服务内容。乙方自愿、无偿参加站点组织的志愿服务，具体的内容、时间、地点和人数，以每次活动发布的说明和名册为准。',
	'二、站点的责任。站点如实告知服务的内容、条件和可能的风险，提供必要的场所、用品和培训；有可能危及人身安全的，事先办理当天有效的保险；如实记录服务时间，免费开具证明。',
	'三、乙方的责任。乙方按约定的时间到场，服从现场负责人的安排，爱护服务对象，保守在服务中知悉的个人信息；不能到场的，提前告知站点。',
	'四、变更与解除。任何一方可以提前三天告知对方解除本协议；已经完成的服务，记录和证明不受影响。'),
	12, f.id, NOW() - INTERVAL 90 DAY
FROM staff f WHERE f.login = 'madan';
INSERT INTO agreement (uid, station_id, text_id, person_id, how, signed_on, signed_at, valid_until)
SELECT UNHEX(MD5(CONCAT('demo agreement ', v.person_id))), v.station_id, t.id, v.person_id, 'phone', CURDATE() - INTERVAL 60 DAY,
	NOW() - INTERVAL 60 DAY, CURDATE() - INTERVAL 60 DAY + INTERVAL 12 MONTH - INTERVAL 1 DAY
FROM agreement_text t JOIN station s ON s.no = 1 JOIN volunteer v ON v.station_id = s.id AND v.state = 'active'
WHERE t.uid = UNHEX(MD5('demo agreement')) ORDER BY v.person_id LIMIT 12;

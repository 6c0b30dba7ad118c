// honours.mjs - the pages of decisions 表彰决定, selections and cases, and their rows, for t3020.
import { sql, value } from '../../http/lib.mjs'

/** A decision in this state at station 1, planted once. */
const decision = (state) => () => {
	const title = `浏览用的表彰决定 ${state}`
	const find = () => value('SELECT LOWER(HEX(uid)) FROM honour_decision WHERE title = ? AND station_id = 1 LIMIT 1', [title])
	if (!find())
		sql(`INSERT INTO honour_decision (uid, station_id, title, name, basis, word, state, created_by, created_at, submitted_by, approved_by,
			notice_from, notice_until) SELECT RANDOM_BYTES(16), 1, ?, '年度优秀志愿者', '全年服务居民三千人次。', '志表', ?, a.id, NOW(), a.id,
			IF(? = 'draft', NULL, b.id), CURDATE(), CURDATE() + INTERVAL 5 DAY FROM staff a JOIN staff b ON b.login = 'wangfang' WHERE a.login = 'liwei'`,
		[title, state, state])
	return find().toLowerCase()
}

/** A selection of station 1 with a kind and a condition, planted once; whom it nominates is a nomination in this state. */
const selection = () => {
	const find = () => value("SELECT LOWER(HEX(uid)) FROM selection WHERE name = '浏览用的评选' AND station_id = 1 LIMIT 1")
	if (!find()) {
		sql(`INSERT INTO selection (uid, station_id, name, organiser, year, created_by, created_at)
			SELECT RANDOM_BYTES(16), 1, '浏览用的评选', '省文明办', 2026, id, NOW() FROM staff WHERE login = 'liwei'`)
		sql("INSERT INTO selection_kind (selection_id, subject, award) SELECT id, 'volunteer', '最美志愿者' FROM selection WHERE name = '浏览用的评选'")
		sql(`INSERT INTO selection_condition (selection_id, subject, what, at_most, wanted)
			SELECT id, 'volunteer', 'years', 0, 3 FROM selection WHERE name = '浏览用的评选'`)
	}
	return find().toLowerCase()
}
const nomination = (state) => () => {
	selection()
	const find = () => value("SELECT LOWER(HEX(uid)) FROM honour_nomination WHERE title = '最美志愿者' AND outside = ? LIMIT 1", [`浏览用 ${state}`])
	if (!find()) {
		sql(`INSERT INTO honour_nomination (uid, station_id, selection_id, title, year, subject, person_id, whom, measured_on, deeds, outside, state, created_by)
			SELECT RANDOM_BYTES(16), 1, s.id, '最美志愿者', 2026, 'volunteer', v.person_id, CONCAT('browse/', ?), CURDATE(), '三年来每周三送餐。', ?, ?, s.created_by
			FROM selection s JOIN volunteer v ON v.station_id = 1 AND v.state = 'active' WHERE s.name = '浏览用的评选' LIMIT 1`, [state, `浏览用 ${state}`, state])
		sql(`INSERT INTO nomination_figure (nomination_id, place, what, has, at_most, wanted)
			SELECT id, 1, 'years', 3, 0, 3 FROM honour_nomination WHERE outside = ?`, [`浏览用 ${state}`])
	}
	return find().toLowerCase()
}

/** A typical case in this state, planted once. */
const told = (state) => () => {
	const title = `浏览用的典型案例 ${state}`
	const find = () => value('SELECT LOWER(HEX(uid)) FROM typical_case WHERE title = ? LIMIT 1', [title])
	if (!find())
		sql(`INSERT INTO typical_case (uid, station_id, kind, title, background, done, result, learned, state, created_by, created_at, reviewed_by, published_on)
			SELECT RANDOM_BYTES(16), 1, 'case', ?, '辖区独居老人多。', '每周三送餐上门。', '四年送餐四百余次。', '先排班再招募。', ?, a.id, NOW(),
			IF(? = 'published', b.id, NULL), IF(? = 'published', CURDATE(), NULL) FROM staff a JOIN staff b ON b.login = 'wangfang' WHERE a.login = 'liwei'`,
		[title, state, state, state])
	return find().toLowerCase()
}

/** path → visits, as t3020 has them. */
export function honourPages({ by, clerk, reviewer, stranger, passer }) {
	return {
		'/commend/honours/{year}': [by(stranger, () => '2026'), by(passer, () => '2026')],
		'/commend/certificates/{station}': [by(stranger, () => '1')],
		'/commend/decisions/{uid}': [by(stranger, decision('notice'))],
		'/commend/cases': [by(stranger), by(passer)],
		'/commend/cases/{uid}': [by(stranger, told('published'))],
		'/commend/manage/cases': [by(clerk)],
		'/commend/manage/cases/new': [by(clerk)],
		'/commend/manage/cases/{uid}': [by(clerk, told('draft')), by(reviewer, told('submitted'))],
		'/commend/manage/cases/{uid}/change': [by(clerk, told('draft'))],
		'/commend/manage/selections': [by(clerk)],
		'/commend/manage/selections/new': [by(clerk)],
		'/commend/manage/selections/{uid}': [by(reviewer, selection)],
		'/commend/manage/selections/{uid}/find': [by(clerk, selection)],
		'/commend/manage/nominations': [by(clerk)],
		'/commend/manage/nominations/{uid}': [by(clerk, nomination('open')), by(reviewer, nomination('collected'))],
		'/commend/manage/decisions': [by(clerk)],
		'/commend/manage/decisions/new': [by(clerk)],
		'/commend/manage/decisions/{uid}': [by(reviewer, decision('notice')), by(clerk, decision('draft'))],
		'/commend/manage/decisions/{uid}/change': [by(clerk, decision('draft'))],
		'/commend/manage/decisions/{uid}/pick': [by(clerk, decision('draft'))],
	}
}

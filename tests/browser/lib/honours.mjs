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

/** path → visits, as t3020 has them. */
export function honourPages({ by, clerk, reviewer, stranger, passer }) {
	return {
		'/commend/honours/{year}': [by(stranger, () => '2026'), by(passer, () => '2026')],
		'/commend/certificates/{station}': [by(stranger, () => '1')],
		'/commend/decisions/{uid}': [by(stranger, decision('notice'))],
		'/commend/manage/decisions': [by(clerk)],
		'/commend/manage/decisions/new': [by(clerk)],
		'/commend/manage/decisions/{uid}': [by(reviewer, decision('notice')), by(clerk, decision('draft'))],
		'/commend/manage/decisions/{uid}/change': [by(clerk, decision('draft'))],
		'/commend/manage/decisions/{uid}/pick': [by(clerk, decision('draft'))],
	}
}

// sealed.mjs - volunteers whose hours the programs themselves made effective and sealed: rows under notice until
// yesterday, which a reviewer closes and ledger-seal then takes up.
//
//	const v = await newVolunteer(); await sealed([v, w])
import { randomBytes } from 'node:crypto'
import { staff } from './guard.mjs'
import { attended, marked } from './mark.mjs'
import { sql, value } from './sql.mjs'
import { until } from './tap.mjs'

let serial = 0
const tag = () => `${Date.now().toString(36).toUpperCase()}${(serial++).toString(36).toUpperCase()}`

/** `n` records for each volunteer, on days in the first months of 2025, 09:00 to 10:35. */
function plant(volunteer, n) {
	const activities = []
	for (let i = 0; i < n; i++) {
		const day = `2025-0${1 + i % 6}-${10 + Math.floor(i / 6)}`
		const no = tag()
		activities.push(`A25T${no}`)
		sql(`INSERT INTO activity (uid, no, station_id, title, content, category, starts_at, ends_at, place, region_code, state, created_by,
			published_by, published_at, record_due_on) SELECT ?, ?, v.station_id, '清洁家园', '', '0009', ?, ?, '胜利社区', '610502002', 'notice',
			f.id, f.id, '2024-12-01 09:00:00', '2027-01-01' FROM volunteer v JOIN staff f ON f.login = 'liwei' WHERE v.no = ?;
			INSERT INTO roster (activity_id, person_id, station_id) SELECT a.id, v.person_id, a.station_id
			FROM activity a JOIN volunteer v ON v.no = ? WHERE a.no = ?;
			INSERT INTO service_record (uid, no, station_id, activity_id, person_id, served_on, starts_at, ends_at, minutes, evidence, category,
			content, activity_published_at, logger_id, logged_at, reviewer_id, reviewed_at, notice_until, state) SELECT ?, ?, v.station_id, a.id,
			v.person_id, DATE(a.starts_at), a.starts_at, a.ends_at, 95, 'list', '0009', '', a.published_at, f.id, a.ends_at, g.id, a.ends_at,
			'2026-01-01', 'notice' FROM volunteer v JOIN activity a ON a.no = ? JOIN staff f ON f.login = 'liwei'
			JOIN staff g ON g.login = 'wangfang' WHERE v.no = ?;
			INSERT INTO volunteer_day (person_id, day, minutes) SELECT person_id, '${day}', 95 FROM volunteer WHERE no = ?`,
		[randomBytes(16), `A25T${no}`, `${day} 09:00:00`, `${day} 10:35:00`, volunteer.no, volunteer.no, `A25T${no}`, randomBytes(16), `R25T${no}`, `A25T${no}`,
			volunteer.no, volunteer.no])
		attended('r.no = ?', [`R25T${no}`])
		marked('r.no = ?', [`R25T${no}`])
	}
	return activities
}

/** Waits until all of it stands under a signed head, or, with `head` false, has its place in the ledger. */
export async function sealed(volunteers, n = 2, { head = true } = {}) {
	const reviewer = await staff('wangfang')
	await reviewer.getJson('/activity/manage/review')
	/* The loop that ends notices may be first. */
	for (const v of volunteers) for (const no of plant(v, n)) await reviewer.post(`/activity/manage/${no}/archive`)
	const list = volunteers.map((v) => `'${v.no}'`).join()
	await until(() => Number(value(`SELECT COUNT(*) FROM service_record r JOIN volunteer v ON v.person_id = r.person_id
		JOIN ledger_event e ON e.record_uid = r.uid AND e.kind = 'effective' JOIN ledger_leaf l ON l.event_id = e.id
		WHERE v.no IN (${list}) AND (${Number(!head)} OR l.seq < (SELECT MAX(size) FROM tree_head))`)) === n * volunteers.length, 120_000, { what: 'records sealed' })
}

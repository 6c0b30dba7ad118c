// Rows put in by SQL, as whoever got hold of a database account might: none of them ever counts.
//
// log-allowed: error activity-close service_record [0-9]+ is set aside: .*does not fit
// log-allowed: error activity service_record [0-9]+ is set aside: .*does not fit
import { assert, attempt, effectiveHours, finish, newActivity, newVolunteer, noticeOver, records, roomToday, sql, staff, status, table, until, value, Client } from './lib.mjs'
import { noticed, personOf } from './lib/hours.mjs'
import { again } from '../http/lib/loop.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const aside = (no) => sql(`SELECT reason, cleared_at FROM loop_aside WHERE thing = 'service_record' AND row_no = ?`, [no])[0]

/** A round of the loop that ends notices, begun now. */
async function round() {
	const before = value('SELECT NOW(3)')
	again('activity-close')
	await until(() => value("SELECT COUNT(*) FROM beat WHERE program = 'activity-close' AND seen_at > ?", [before]) === '1', 25_000, { what: 'a round' })
}
/** The loop leaves it under notice, and says why to the station and to who looks after the machine. */
async function left(no, why) {
	await round()
	await until(() => aside(no), 20_000, { what: 'set aside' })
	assert.deepEqual([aside(no).reason, value('SELECT state FROM service_record WHERE no = ?', [no])], [why, 'notice'])
	const shown = (await clerk.getJson('/activity/manage/due')).page.Aside.find((a) => a.no === no)
	assert.equal(shown.reason, why)
	assert.ok((await new Client().getJson('/healthz')).json.aside['activity-close'] >= 1)
	return `loop: set aside, ${why}`
}
const columns = (skip) => value(`SELECT GROUP_CONCAT(column_name ORDER BY ordinal_position) FROM information_schema.columns
	WHERE table_schema = DATABASE() AND table_name = 'service_record' AND extra NOT LIKE '%GENERATED%' AND NOT FIND_IN_SET(column_name, ?)`, [skip])

attempt('hour written straight into the notice (Q6)', 'SQL', async () => {
	const v = await newVolunteer()
	const no = `R26Z${Date.now() % 1e8}`
	sql(`INSERT INTO service_record (uid, no, station_id, activity_id, person_id, served_on, starts_at, ends_at, minutes, evidence, category,
		activity_published_at, reviewer_id, reviewed_at, notice_until, state) SELECT RANDOM_BYTES(16), ?, a.station_id, a.id, ?, '2026-03-05', '2026-03-05 00:01:00',
		'2026-03-05 23:59:00', 1438, 'scan', '0009', '2026-03-01 08:00:00', 4, '2026-03-06 09:00:00', CURDATE() - INTERVAL 1 DAY, 'notice'
		FROM activity a WHERE a.state IN ('notice', 'archived') LIMIT 1`, [no, personOf(v)])
	return left(no, 'mark')
})
attempt('mark of an honest record copied to another', 'SQL', async () => {
	const { record } = await effectiveHours(clerk, reviewer, await newVolunteer())
	const v = await newVolunteer()
	const no = `R26Y${Date.now() % 1e8}`
	const rest = columns('id,uid,no,replaces_id,person_id,state,effective_at')
	sql(`INSERT INTO service_record (${rest}, uid, no, person_id, state) SELECT ${rest}, RANDOM_BYTES(16), ?, ?, 'notice' FROM service_record WHERE id = ?`,
		[no, personOf(v), record.id])
	return left(no, 'mark')
})
for (const [what, change, why] of [
	['given to somebody else', `person_id = (SELECT MIN(person_id) FROM volunteer)`, 'mark'],
	['called a scan', `evidence = 'scan'`, 'mark'],
	['made longer', `starts_at = starts_at - INTERVAL 1 MINUTE, minutes = minutes + 1`, 'mark'],
	['reviewer exchanged', `reviewer_id = (SELECT id FROM staff WHERE login = 'zhangmin')`, 'mark'],
])
	attempt(`reviewed record ${what}`, 'SQL', async () => {
		const { a, nos } = await noticed(clerk, reviewer)
		sql(`UPDATE service_record SET ${change} WHERE no = ?`, [nos[0]])
		noticeOver(a.no)
		return left(nos[0], why)
	})
attempt('taken off the roster while it stood under notice', 'SQL', async () => {
	const { a, nos } = await noticed(clerk, reviewer)
	sql(`UPDATE roster o JOIN activity a ON a.id = o.activity_id SET o.state = 'removed' WHERE a.no = ?`, [a.no])
	noticeOver(a.no)
	const by = await left(nos[0], 'roster')
	/* Put right, it follows at its next try. */
	sql(`UPDATE roster o JOIN activity a ON a.id = o.activity_id SET o.state = 'on' WHERE a.no = ?`, [a.no])
	sql(`UPDATE loop_aside SET next_at = NOW(3) - INTERVAL 1 SECOND WHERE row_no = ?`, [nos[0]])
	await round()
	await until(() => value('SELECT state FROM service_record WHERE no = ?', [nos[0]]) === 'effective', 20_000, { what: 'effective' })
	await round()
	assert.ok(aside(nos[0]).cleared_at)
	return by
})
attempt('check-out that never was', 'SQL', async () => {
	const { a, nos } = await noticed(clerk, reviewer)
	sql(`DELETE t FROM attendance t JOIN activity a ON a.id = t.activity_id WHERE a.no = ? AND t.direction = 'out'`, [a.no])
	noticeOver(a.no)
	return left(nos[0], 'attendance')
})
attempt('by the page instead of the loop', 'SQL', async () => {
	const { a, nos } = await noticed(clerk, reviewer)
	sql(`UPDATE service_record SET mark = REVERSE(mark) WHERE no = ?`, [nos[0]])
	noticeOver(a.no)
	status(await reviewer.post(`/activity/manage/${a.no}/archive`), 409)
	return left(nos[0], 'mark')
})
attempt('first yes written in, so that one reviewer is enough', 'SQL', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	const { roll } = await import('./lib/hours.mjs')
	status(await roll(clerk, a, [[v, a.from, a.gone - 1]]), 303)
	finish(a.no)
	const [r] = records(a.no)
	sql(`UPDATE service_record SET flags = 'far', reviewer_id = (SELECT id FROM staff WHERE login = 'zhangmin'), reviewed_at = NOW() WHERE id = ?`, [r.id])
	const answer = status(await reviewer.post('/activity/manage/review', { record: [r.no], note: '' }), 422)
	assert.equal(answer.page.Fault, 'mark')
	assert.equal(records(a.no)[0].state, 'to_review')
	return 'answer 422, mark'
})

await table()

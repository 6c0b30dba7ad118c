// The live board, those who forgot to check out, and the warning signs beside records.
import { Client, assert, end, sql, status, test, value } from './lib.mjs'
import { newVolunteer } from './lib/person.mjs'
import { attend, checkIn, checkOut, dayFrom, finish, newActivity, records, review, roomToday, staff } from './lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const board = async (by, a) => status(await by.getJson(`/activity/manage/${a.no}/board`), 200).page
const flagsOf = (a) => records(a.no).map((r) => r.flags)
const setAt = (a, v, direction, at) => sql(`UPDATE attendance t JOIN activity a ON a.id = t.activity_id
	JOIN volunteer v ON v.person_id = t.person_id SET t.at = ? WHERE a.no = ? AND v.no = ? AND t.direction = ?`, [at, a.no, v.no, direction])

test('who is here, who is missing, who has gone', async () => {
	const leader = await newVolunteer({ name: '赵队长' })
	const vs = [await newVolunteer(), await newVolunteer(), await newVolunteer()]
	const a = await newActivity(clerk, { volunteers: vs, plan: { leader_no: leader.no } })
	status(await checkIn(clerk, vs[0], a.no), 303)
	status(await checkIn(clerk, vs[1], a.no), 303)
	status(await checkOut(clerk, vs[1], a.no), 303)
	for (const by of [clerk, leader.client]) {
		const page = await board(by, a)
		assert.deepEqual(page.Count, { roster: 4, missing: 2, here: 1, gone: 1 })
		assert.equal(page.People.find((p) => p.no === vs[1].no).place, 'gone')
		assert.match(status(await by.get(`/activity/manage/${a.no}/board`), 200).headers.refresh, /^\d+$/)
	}
	status(await vs[0].client.get(`/activity/manage/${a.no}/board`), 404)
	status(await (await staff('zhaolei')).get(`/activity/manage/${a.no}/board`), 404)
	status(await (await staff('madan')).get(`/activity/manage/${a.no}/board`), 403)
	status(await new Client().getJson(`/activity/manage/${a.no}/board`), 401)
	assert.equal((await leader.client.getJson(`/activity/${a.no}`)).page.Duty.leads, 1)
})

/** Checked in at the start, never out, and the activity is over. */
async function forgot(plan) {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v], plan })
	status(await checkIn(clerk, v, a.no), 303)
	setAt(a, v, 'in', a.starts)
	finish(a.no)
	const end = value('SELECT DATE_FORMAT(ends_at, "%H:%i") FROM activity WHERE no = ?', [a.no])
	return { v, a, ends: end, declare: (form) => v.client.post(`/activity/${a.no}/declare`, form) }
}

test('a forgotten check-out gives no hours by scan; what is declared waits for the leader, then for a reviewer', async () => {
	const leader = await newVolunteer()
	const { v, a, ends, declare } = await forgot({ leader_no: leader.no })
	assert.equal(records(a.no).length, 0)
	assert.equal((await v.client.getJson(`/activity/${a.no}`)).page.Duty.forgot, 1)
	assert.match(status(await v.client.get(`/activity/${a.no}`), 200).text, /忘记签退/)
	assert.match(status(await declare({ ends, remark: '手机没电' }), 303).location, /done=declared/)
	const [r] = records(a.no)
	assert.deepEqual([r.evidence, r.state, r.starts_at, r.leader_at, r.logger_id], ['declared', 'to_review', a.starts, null, null])
	assert.equal(status(await review(reviewer, [r.no]), 422).page.Fault, 'leader_first')
	assert.equal((await board(leader.client, a)).Declared[0].no, r.no)
	status(await v.client.post(`/activity/record/${r.no}/confirm`), 404)
	status(await leader.client.post(`/activity/record/${r.no}/confirm`), 303)
	status(await leader.client.post(`/activity/record/${r.no}/confirm`), 409)
	assert.equal(records(a.no)[0].leader_id, value('SELECT person_id FROM volunteer WHERE no = ?', [leader.no]))
	status(await review(reviewer, [r.no]), 303)
	status(await declare({ ends, remark: '手机没电' }), 409)
})

test('the leader does not vouch for themselves; a member of staff may, and then does not review', async () => {
	const leader = await newVolunteer()
	const a = await newActivity(clerk, { plan: { leader_no: leader.no } })
	status(await checkIn(clerk, leader, a.no), 303)
	setAt(a, leader, 'in', a.starts)
	finish(a.no)
	const ends = value('SELECT DATE_FORMAT(ends_at, "%H:%i") FROM activity WHERE no = ?', [a.no])
	status(await leader.client.post(`/activity/${a.no}/declare`, { ends, remark: '忘了' + '签退' }), 303)
	const [r] = records(a.no)
	assert.equal(status(await leader.client.post(`/activity/record/${r.no}/confirm`), 422).page.Fault, 'own')
	status(await reviewer.post(`/activity/record/${r.no}/confirm`), 303)
	assert.equal(status(await review(reviewer, [r.no]), 422).page.Fault, 'logger')
	status(await review(await staff('zhangmin'), [r.no]), 303)
	assert.throws(() => sql('UPDATE service_record SET leader_id = person_id WHERE no = ?', [r.no]), /CONSTRAINT|4025/)
})

test('what is declared keeps the rules too', async () => {
	const { a, v, ends, declare } = await forgot()
	assert.equal(status(await declare({ ends: '25:00', remark: '手机没电' }), 422).page.Errors[0].field, 'ends')
	assert.equal(status(await declare({ ends }), 422).page.Errors[0].field, 'remark')
	assert.equal(status(await declare({ ends: '23:59', remark: '手机没电' }), 422).page.Fault, 'outside')
	assert.equal(status(await declare({ ends: a.starts.slice(11, 16), remark: '手机没电' }), 422).page.Fault, 'empty')
	assert.equal(records(a.no).length, 0)
	sql('UPDATE activity SET record_due_on = ? WHERE no = ?', [dayFrom(-1), a.no])
	status(await declare({ ends, remark: '手机没电' }), 409)
	status(await (await newVolunteer()).client.post(`/activity/${a.no}/declare`, { ends, remark: '手机没电' }), 404)
	status(await v.client.post('/activity/A2600199999/declare', { ends, remark: '手机没电' }), 404)
	status(await new Client().post(`/activity/${a.no}/declare`, { csrf: '0'.repeat(32) }), 401)
	status(await clerk.post(`/activity/${a.no}/declare`), 403)
	status(await v.client.post(`/activity/${a.no}/declare`, { csrf: null }), 403)
	status(await new Client().post(`/activity/record/R2600199999/confirm`, { csrf: '0'.repeat(32) }), 401)
	status(await clerk.post(`/activity/record/R2600199999/confirm`), 404)
	status(await clerk.post(`/activity/record/R2600199999/confirm`, { csrf: null }), 403)
})

test('not while it goes on, not without a check-in, not after a check-out', async () => {
	const v = await newVolunteer()
	const w = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v, w] })
	status(await checkIn(clerk, v, a.no), 303)
	if (a.to > a.gone) status(await v.client.post(`/activity/${a.no}/declare`, { ends: '10:00', remark: '手机没电' }), 409)
	status(await checkOut(clerk, v, a.no), 303)
	finish(a.no)
	for (const x of [v, w]) status(await x.client.post(`/activity/${a.no}/declare`, { ends: '10:00', remark: '手机没电' }), 404)
})

test('signs: one phone for three people, many in one minute', async () => {
	const vs = []
	for (let i = 0; i < 8; i++) vs.push(await newVolunteer())
	const a = await newActivity(clerk, { volunteers: vs })
	for (const v of vs) await attend(clerk, v, a)
	const people = `(SELECT id FROM activity WHERE no = '${a.no}')`
	sql(`UPDATE attendance SET at = (SELECT MAX(at) FROM (SELECT at FROM attendance WHERE activity_id = ${people} AND direction = 'out') x)
		WHERE activity_id = ${people} AND direction = 'out'`)
	sql(`UPDATE attendance SET device_hash = REPEAT('d', 32) WHERE activity_id = ${people} AND direction = 'in' ORDER BY id LIMIT 3`)
	finish(a.no)
	status(await review(reviewer, [records(a.no)[7].no]), 303)
	const flags = flagsOf(a)
	assert.equal(flags.filter((f) => f.includes('same_device')).length, 3)
	assert.ok(flags.every((f) => f.includes('same_minute')), flags.join(' | '))
	const shown = (await reviewer.getJson(`/activity/manage/review?activity=${a.no}`)).page.Records
	assert.ok(shown[0].Flags.some((f) => f.word === 'same_device'))
	assert.match((await reviewer.get(`/activity/manage/review?activity=${a.no}`)).text, /同一手机为多人签到/)
})

test('signs: a minor at night, entered long after, a logger of little but 补录', async () => {
	const vs = [await newVolunteer(), await newVolunteer(), await newVolunteer()]
	const a = await newActivity(clerk, { volunteers: vs })
	for (const v of vs) await attend(clerk, v, a)
	const [night, late, typed] = records(a.no)
	const day = night.served_on
	sql(`UPDATE service_record SET starts_at = '${day} 22:30:00', ends_at = '${day} 22:31:00', minutes = 1 WHERE id = ${night.id}`)
	sql(`UPDATE person SET birth_on = ? WHERE id = ?`, [dayFrom(-15 * 365), Number(night.person_id)])
	sql(`UPDATE service_record SET logged_at = logged_at + INTERVAL 4 DAY WHERE id = ${late.id}`)
	/* A clerk of this test alone, with ten records of which most came afterwards. */
	sql(`INSERT INTO staff (login, name, password_hash) VALUES (?, '测试员', '')`, [`late_${typed.id}`])
	sql(`UPDATE service_record SET logger_id = (SELECT id FROM staff WHERE login = ?) WHERE id = ?`, [`late_${typed.id}`, Number(typed.id)])
	for (let i = 0; i < 10; i++)
		sql(`INSERT INTO service_record (uid, no, station_id, activity_id, person_id, served_on, starts_at, ends_at, minutes, evidence,
			category, logger_id, logged_at, state) SELECT UNHEX(REPLACE(UUID(), '-', '')), CONCAT('X', ?, '_', ?), station_id, activity_id,
			person_id, served_on, starts_at, ends_at, minutes, 'backfill', category, logger_id, logged_at, 'withdrawn'
			FROM service_record WHERE id = ?`, [typed.id, i, Number(typed.id)])
	finish(a.no)
	status(await review(reviewer, [typed.no]), 303)
	assert.deepEqual(flagsOf(a).slice(0, 3), ['minor_night', 'late_entry', 'backfill_logger'])
})

test('signs: a roll in which everybody has the very same times', async () => {
	const vs = []
	for (let i = 0; i < 8; i++) vs.push(await newVolunteer())
	const a = await newActivity(clerk, { volunteers: vs })
	const { Rows } = (await clerk.getJson(`/activity/manage/${a.no}/log`)).page
	const form = {}
	for (const r of Rows) {
		form[`from_${r.ref}`] = a.at(a.from).slice(11, 16)
		form[`to_${r.ref}`] = a.at(a.gone).slice(11, 16)
	}
	status(await clerk.post(`/activity/manage/${a.no}/log`, form), 303)
	assert.ok(flagsOf(a).every((f) => f === 'equal_minutes'), flagsOf(a).join('|'))
})

await end()

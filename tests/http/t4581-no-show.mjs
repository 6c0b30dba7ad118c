// 未到岗: the roll or the clock writes down who did not come, the volunteer explains, the station decides whether it counts.
import { Client, assert, end, newVolunteer, sql, status, test, until, value } from './lib.mjs'
import { again } from './lib/loop.mjs'
import { attend, dayFrom, finish, newActivity, records, review, roomToday, staff } from './lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')

const count = (v) => Number(value('SELECT no_shows FROM volunteer WHERE no = ?', [v.no]))
const seat = (a, v) => value(`SELECT o.state FROM roster o JOIN activity a ON a.id = o.activity_id JOIN volunteer v ON v.person_id = o.person_id
	WHERE a.no = ? AND v.no = ?`, [a.no, v.no])
const refOf = (a, v) => value(`SELECT LOWER(HEX(n.uid)) FROM no_show n JOIN activity a ON a.id = n.activity_id
	JOIN volunteer v ON v.person_id = n.person_id WHERE a.no = ? AND v.no = ?`, [a.no, v.no])
const called = (a, form) => clerk.post(`/activity/manage/${a.no}/log`, form)
const uidOf = (v) => value('SELECT LOWER(HEX(p.uid)) FROM person p JOIN volunteer v ON v.person_id = p.id WHERE v.no = ?', [v.no])

/** One came, two did not, of whom one had taken leave; the roll is called. */
async function missed() {
	const [came, gone, leave] = [await newVolunteer(), await newVolunteer({ name: '没来人' }), await newVolunteer()]
	const a = await newActivity(clerk, { volunteers: [came, gone, leave] })
	sql("UPDATE roster o JOIN activity a ON a.id = o.activity_id JOIN volunteer v ON v.person_id = o.person_id SET o.state = 'excused' WHERE a.no = ? AND v.no = ?", [a.no, leave.no])
	await attend(clerk, came, a)
	assert.equal(status(await called(a, { rest: '1' }), 422).page.Errors[0].field, 'rest', 'nobody is missed before it is over')
	finish(a.no)
	status(await called(a, { rest: '1' }), 303)
	return { a, came, gone, leave }
}

test('the roll writes down who did not come, and nobody else', async () => {
	const { a, came, gone, leave } = await missed()
	assert.deepEqual([seat(a, came), seat(a, gone), seat(a, leave)], ['on', 'absent', 'excused'])
	assert.deepEqual([count(came), count(gone), count(leave)], [0, 1, 0])
	assert.ok(value('SELECT roll_closed_at FROM activity WHERE no = ?', [a.no]))
	assert.equal(value("SELECT u.detail FROM audit u JOIN activity a ON a.id = u.target_id WHERE u.action = 'roster.absent' AND a.no = ?", [a.no]), '1')
	assert.equal((await gone.client.getJson(`/activity/${a.no}`)).page.Duty.absent, 1)
	status(await came.client.get(`/activity/${a.no}/absent`), 404)
	status(await new Client().getJson(`/activity/${a.no}/absent`), 401)
})

test('an explanation is for the station, and what it accepts counts no longer', async () => {
	const { a, gone } = await missed()
	const ref = refOf(a, gone)
	assert.match(status(await gone.client.get(`/activity/${a.no}/absent`), 200).text, /没有见到您/)
	assert.equal(status(await gone.client.post(`/activity/${a.no}/absent`, {}), 422).page.Errors[0].field, 'explanation')
	status(await gone.client.post(`/activity/${a.no}/absent`, { explanation: '孩子急诊', csrf: null }), 403)
	status(await gone.client.post(`/activity/${a.no}/absent`, { explanation: '孩子急诊' }), 303)
	status(await gone.client.post(`/activity/${a.no}/absent`, { explanation: '孩子急诊，来不及说' }), 303)
	const rows = (await clerk.getJson('/activity/manage/absences?state=explained')).page.Absences
	assert.equal(rows.find((r) => r.uid === ref).explanation, '孩子急诊，来不及说')
	assert.ok((await clerk.getJson('/account/desk')).page.Waiting.some((w) => w.what === 'absence'))
	const to = `/activity/manage/absences/${ref}`
	for (const c of [await staff('zhaolei')]) {
		status(await c.get(to), 404)
		status(await c.post(`${to}/decide`, { verdict: 'accepted' }), 404)
	}
	status(await gone.client.post(`${to}/decide`, { verdict: 'accepted' }), 403)
	assert.equal(status(await clerk.post(`${to}/decide`, { verdict: 'maybe' }), 422).page.Errors[0].field, 'verdict')
	assert.equal(status(await clerk.post(`${to}/decide`, { verdict: 'declined' }), 422).page.Errors[0].field, 'answer')
	status(await clerk.post(`${to}/decide`, { verdict: 'accepted', answer: '知道了' }), 303)
	status(await clerk.post(`${to}/decide`, { verdict: 'declined', answer: '不行' }), 409)
	assert.deepEqual([seat(a, gone), count(gone)], ['excused', 0])
	status(await gone.client.post(`/activity/${a.no}/absent`, { explanation: '再说一次' }), 409)
	assert.equal((await gone.client.getJson(`/activity/${a.no}/absent`)).page.Absence.answer, '知道了')
	assert.equal(value("SELECT COUNT(*) FROM audit WHERE action = 'no_show.decide' AND detail = 'accepted' AND target_id = (SELECT id FROM no_show WHERE uid = UNHEX(?))", [ref]), '1')
	const exported = JSON.parse(status(await gone.client.post('/account/me/export'), 200).text)
	assert.equal(exported.no_shows[0].explanation, '孩子急诊，来不及说')
})

test('declined it counts; mistaken it never was, and the hour can still be recorded', async () => {
	const one = await missed()
	status(await clerk.post(`/activity/manage/absences/${refOf(one.a, one.gone)}/decide`, { verdict: 'declined', answer: '没有提前说' }), 303)
	assert.deepEqual([seat(one.a, one.gone), count(one.gone)], ['absent', 1])
	assert.equal((await clerk.getJson(`/account/volunteers/${one.gone.no}`)).page.Absences[0].state, 'declined')
	const two = await missed()
	status(await clerk.post(`/activity/manage/absences/${refOf(two.a, two.gone)}/decide`, { verdict: 'mistaken' }), 303)
	assert.deepEqual([seat(two.a, two.gone), count(two.gone)], ['on', 0])
	const times = value('SELECT CONCAT(DATE_FORMAT(starts_at, "%H:%i"), " ", DATE_FORMAT(ends_at, "%H:%i")) FROM activity WHERE no = ?', [two.a.no]).split(' ')
	status(await called(two.a, { [`from_${uidOf(two.gone)}`]: times[0], [`to_${uidOf(two.gone)}`]: times[1] }), 303)
	assert.equal(records(two.a.no).length, 2)
	const told = (v) => sql("SELECT m.event, m.note, m.path FROM message m JOIN volunteer v ON v.person_id = m.person_id WHERE v.no = ? AND m.channel = 'inbox' AND m.event LIKE 'no\\_show\\_%'", [v.no])
	assert.deepEqual(told(one.gone), [{ event: 'no_show_declined', note: '没有提前说', path: `/activity/${one.a.no}/absent` }])
	assert.deepEqual(told(two.gone).map((m) => m.event), ['no_show_mistaken'])
	assert.match(status(await one.gone.client.get('/account/messages'), 200).text, /您的说明站点没有认可/)
})

test('staff do not decide about themselves', async () => {
	const { a, gone } = await missed()
	sql(`UPDATE no_show n JOIN activity a ON a.id = n.activity_id SET n.person_id = (SELECT person_id FROM staff WHERE login = 'liwei')
		WHERE a.no = ? AND (SELECT person_id FROM staff WHERE login = 'liwei') IS NOT NULL`, [a.no])
	const ref = value('SELECT LOWER(HEX(n.uid)) FROM no_show n JOIN activity a ON a.id = n.activity_id WHERE a.no = ?', [a.no])
	const own = value('SELECT n.person_id = (SELECT person_id FROM staff WHERE login = \'liwei\') FROM no_show n JOIN activity a ON a.id = n.activity_id WHERE a.no = ?', [a.no])
	assert.equal(own, '1', 'liwei is somebody')
	status(await clerk.post(`/activity/manage/absences/${ref}/decide`, { verdict: 'mistaken' }), 409)
	assert.equal(count(gone), 1)
})

test('the clock looks once, when nothing more can be recorded, and accuses nobody where nobody was recorded', async () => {
	const [came, gone] = [await newVolunteer(), await newVolunteer()]
	const a = await newActivity(clerk, { volunteers: [came, gone] })
	await attend(clerk, came, a)
	finish(a.no)
	status(await review(reviewer, records(a.no).map((r) => r.no)), 303)
	const silent = await newActivity(clerk, { volunteers: [gone] })
	finish(silent.no)
	const both = [a.no, silent.no]
	again('activity-close')
	await until(() => value("SELECT COUNT(*) FROM activity WHERE no IN (?, ?) AND state IN ('recording', 'notice')", both) === '2', 90_000)
	assert.equal(seat(a, gone), 'on', 'as long as it can be recorded')
	sql('UPDATE activity SET record_due_on = ? WHERE no IN (?, ?)', [dayFrom(-1), ...both])
	again('activity-close')
	await until(() => value('SELECT COUNT(*) FROM activity WHERE no IN (?, ?) AND absences_at IS NOT NULL', both) === '2', 90_000)
	assert.deepEqual([seat(a, came), seat(a, gone), seat(silent, gone)], ['on', 'absent', 'on'])
	assert.equal(count(gone), 1)
	assert.equal(value('SELECT n.found_by IS NULL FROM no_show n JOIN activity a ON a.id = n.activity_id WHERE a.no = ?', [a.no]), '1')
})

test('what was found mistaken is not found again, by the roll or by the clock', async () => {
	const { a, gone } = await missed()
	status(await clerk.post(`/activity/manage/absences/${refOf(a, gone)}/decide`, { verdict: 'mistaken' }), 303)
	status(await called(a, { rest: '1' }), 303)
	assert.deepEqual([seat(a, gone), count(gone)], ['on', 0])
	sql("UPDATE activity SET record_due_on = ?, state = IF(state = 'running', 'recording', state) WHERE no = ?", [dayFrom(-1), a.no])
	again('activity-close')
	await until(() => value('SELECT absences_at IS NOT NULL FROM activity WHERE no = ?', [a.no]) === '1', 90_000)
	assert.deepEqual([seat(a, gone), count(gone)], ['on', 0])
	assert.equal(value('SELECT n.state FROM no_show n JOIN activity a ON a.id = n.activity_id WHERE a.no = ?', [a.no]), 'mistaken')
})

await end()

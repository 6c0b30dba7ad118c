// A corrected record keeps the rules of a new one. Correcting had rules of its own: beyond the day's soft limit one
// reviewer was enough, and hours that lay in the future, or of somebody on no roster any more, were taken.
import { assert, end, newStaff, sql, status, test, value } from './lib.mjs'
import { newVolunteer } from './lib/person.mjs'
import { finish, newActivity, noticeOver, records, review, roomToday, staff } from './lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')
const clock = (a, minute) => a.at(minute).slice(11, 16)

/** Logged by the clerk from the roll: [from, to] in minutes of the day. Returns the record's number. */
async function log(v, a, from, to) {
	const page = status(await clerk.getJson(`/activity/manage/${a.no}/log`), 200).page
	const { ref } = page.Rows.find((r) => r.no === v.no)
	const form = { [`from_${ref}`]: clock(a, from), [`to_${ref}`]: clock(a, to) }
	status(await clerk.post(`/activity/manage/${a.no}/log`, form), 303, 'roll')
	return records(a.no)[0].no
}

/** One minute of an activity that has gone on for some, objected to by its volunteer. */
async function disputed() {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v], ahead: 10 })
	const no = await log(v, a, a.gone - 2, a.gone - 1)
	status(await v.client.submit(`/activity/record/${no}/object`, { reason: '实际服务的时间更长' }), 303)
	const c = sql('SELECT o.no FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ?', [no])[0].no
	return { v, a, no, c }
}
const correct = (a, c, from, to) =>
	manager.post(`/activity/manage/objections/${c}/decide`, { verdict: 'upheld', result: '核对后更正', begins: clock(a, from), ends: clock(a, to) })
const minutesOfDay = (v) => Number(value('SELECT minutes FROM volunteer_day d JOIN volunteer v ON v.person_id = d.person_id WHERE v.no = ?', [v.no]))

/** Settings of station 1 while fn runs. */
async function withSetting(name, minutes, fn) {
	sql(`INSERT INTO station_setting (station_id, name, value) SELECT id, ?, ? FROM station WHERE no = 1`, [name, String(minutes)])
	try {
		await fn()
	} finally {
		sql('DELETE FROM station_setting WHERE name = ?', [name])
	}
}

/** Refused, and everything stands as it did. */
async function refused({ v, a, no, c }, from, to, word) {
	const before = minutesOfDay(v)
	assert.equal(status(await correct(a, c, from, to), 422).page.Fault, word)
	assert.deepEqual(records(a.no).map((r) => [r.no, r.state]), [[no, 'disputed']])
	assert.equal(value('SELECT state FROM objection WHERE no = ?', [c]), 'open')
	assert.equal(minutesOfDay(v), before)
}

test('corrected beyond the soft limit it needs two reviewers', async () => {
	const { client: second } = await newStaff({ role: 'reviewer' })
	await withSetting('day_limit_minutes', 1, async () => {
		const { v, a, c } = await disputed()
		assert.equal(records(a.no)[0].flags, '')
		status(await correct(a, c, a.gone - 3, a.gone - 1), 303)
		const now = records(a.no)[1]
		assert.deepEqual([now.state, now.minutes, now.flags], ['to_review', '2', 'long_day,typed'])
		assert.equal(minutesOfDay(v), 2)
		finish(a.no)
		const shown = status(await reviewer.getJson(`/activity/record/${now.no}`), 200).page.Inside
		assert.equal(shown.two, 1)
		assert.equal(status(await review(manager, [now.no]), 422).page.Fault, 'logger')
		assert.match(status(await review(reviewer, [now.no]), 303).location, /done=first_review/)
		assert.deepEqual([records(a.no)[1].state, records(a.no)[1].second_reviewer_id], ['to_review', null])
		assert.equal(status(await review(reviewer, [now.no]), 422).page.Fault, 'twice')
		assert.match(status(await review(second, [now.no]), 303).location, /done=reviewed/)
		assert.equal(records(a.no)[1].state, 'notice')
	})
})

test('corrected to the limit exactly, nothing is said of a long day', async () => {
	await withSetting('day_limit_minutes', 2, async () => {
		const { a, c } = await disputed()
		status(await correct(a, c, a.gone - 3, a.gone - 1), 303)
		const now = records(a.no)[1]
		assert.equal(now.flags, 'typed')
	})
})

test('corrected down again the sign is gone', async () => {
	await withSetting('day_limit_minutes', 1, async () => {
		const v = await newVolunteer()
		const a = await newActivity(clerk, { volunteers: [v], ahead: 10 })
		const no = await log(v, a, a.gone - 3, a.gone - 1)
		assert.equal(records(a.no)[0].flags, 'long_day')
		status(await v.client.submit(`/activity/record/${no}/object`, { reason: '实际服务的时间更短' }), 303)
		const c = value('SELECT o.no FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ?', [no])
		status(await correct(a, c, a.gone - 2, a.gone - 1), 303)
		assert.deepEqual(records(a.no).map((r) => [r.state, r.flags]), [['corrected', 'long_day'], ['to_review', '']])
	})
})

test('over the day\'s limit it is refused', async () => {
	const d = await disputed()
	await withSetting('day_second_minutes', 1, () => refused(d, d.a.gone - 3, d.a.gone - 1, 'day_limit'))
})

test('what another record of the day holds is refused, touching it is fine', async () => {
	const d = await disputed()
	const other = await newActivity(clerk, { volunteers: [d.v], ahead: 10 })
	await log(d.v, other, d.a.gone - 1, d.a.gone)
	await refused(d, d.a.gone - 2, d.a.gone, 'overlap')
	status(await correct(d.a, d.c, d.a.gone - 3, d.a.gone - 1), 303)
})

test('minutes that have not been yet, or lie outside, are refused', async () => {
	const d = await disputed()
	await refused(d, d.a.gone - 2, d.a.to, 'future')
	await refused(d, d.a.from - 1, d.a.gone - 1, 'outside')
	await refused(d, d.a.gone - 1, d.a.gone - 1, 'empty')
	await refused(d, d.a.gone - 1, d.a.gone - 2, 'empty')
})

test('who is on no roster any more gets no other hours', async () => {
	const d = await disputed()
	sql(`UPDATE roster o JOIN activity a ON a.id = o.activity_id SET o.state = 'removed' WHERE a.no = ?`, [d.a.no])
	await refused(d, d.a.gone - 3, d.a.gone - 1, 'not_on_roster')
})

test('an hour in force of an archived activity can still be corrected', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v], ahead: 10 })
	const no = await log(v, a, a.gone - 3, a.gone - 1)
	finish(a.no)
	status(await review(reviewer, [no]), 303)
	noticeOver(a.no)
	status(await reviewer.post(`/activity/manage/${a.no}/archive`), 303)
	status(await v.client.submit(`/activity/record/${no}/object`, { reason: '实际服务的时间更短' }), 303)
	const c = value('SELECT o.no FROM objection o JOIN service_record r ON r.id = o.record_id WHERE r.no = ?', [no])
	status(await correct(a, c, a.gone - 2, a.gone - 1), 303)
	assert.deepEqual(records(a.no).map((r) => [r.state, r.minutes]), [['corrected', '2'], ['to_review', '1']])
})

await end()

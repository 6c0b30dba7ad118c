// What must stand before somebody serves is asked on every way in: roster, import, code, roll, scans handed in later, 补录.
import { assert, cleanup, end, mobile, newVolunteer, residentId, sql, staff, status, test, value } from './lib.mjs'
import { bornYearsAgo } from './lib/person.mjs'
import { begin, checkIn, dayFrom, draft, newActivity, records, roomToday } from './lib/activity.mjs'
import * as plans from './lib/project.mjs'

await roomToday()
const [clerk, reviewer, manager] = await Promise.all(['liwei', 'wangfang', 'zhangmin'].map((n) => staff(n)))
/** Ended long ago: one that ended today covered whoever came this morning. */
sql(`UPDATE insurance SET ended_at = '2020-01-01', end_reason = 'test'`)
let serial = 0
async function policy(volunteers, changes = {}) {
	const r = await clerk.post('/support/insurance/new', { insurer: '渭南财产保险', policy_no: `S${process.pid}-${++serial}`, kind: '人身意外伤害保险',
		covers: 'named', from_on: dayFrom(-1), to_on: dayFrom(30), ...changes })
	const uid = new URL(status(r, 303).location).pathname.split('/')[3]
	if (volunteers.length) status(await clerk.post(`/support/insurance/${uid}/people`, { numbers: volunteers.map((v) => v.no).join(' ') }), 303)
	return uid
}
const stop = async (uid) => status(await clerk.post(`/support/insurance/${uid}/end`, { reason: '退保' }), 303)
const fault = (r) => status(r, 422).page.Rows.map((x) => x.fault).filter(Boolean)
async function grid(a, v) {
	const { ref } = status(await clerk.getJson(`/activity/manage/${a.no}/log`), 200).page.Rows.find((r) => r.no === v.no)
	return clerk.post(`/activity/manage/${a.no}/log`, { [`from_${ref}`]: a.at(a.from).slice(11, 16), [`to_${ref}`]: a.at(a.gone - 1).slice(11, 16) })
}
async function child(years) {
	const v = await newVolunteer({ id_no: residentId({ birth: bornYearsAgo(years) }), guardian_name: '甲监护', guardian_phone: mobile(),
		guardian_relation: '父亲' })
	status(await clerk.post(`/account/volunteers/${v.no}/guardian`), 303)
	return v
}

test('without a policy of the day: neither the roll nor scans handed in later count; with one they do', async () => {
	const [a, b] = [await newVolunteer(), await newVolunteer()]
	const leader = await newVolunteer({ name: '赵队长' })
	const all = await policy([a, b, leader])
	const x = await newActivity(clerk, { volunteers: [a, b], plan: { dangerous: '1', leader_no: leader.no } })
	const codes = status(await leader.client.post(`/activity/manage/${x.no}/offline`), 200).page.Codes
	const note = (v, direction, minutes) => {
		const step = Math.floor((Date.parse(`${x.starts.replace(' ', 'T')}+08:00`) / 1000 + minutes * 60) / 15), i = step - codes.first
		return `${v.no}_${direction[0]}_${step.toString(16)}_${codes[direction].slice(i * 20, i * 20 + 20)}`
	}
	const give = async (scans) => status(await leader.client.post(`/activity/manage/${x.no}/offline/scans`, { scan: scans }), 200).page.Results.map((r) => r.result)
	// Ended before it began, as if it had been so all along.
	sql(`UPDATE insurance SET ended_at = ? - INTERVAL 1 MINUTE, end_reason = 'x' WHERE uid = UNHEX(?)`, [x.starts, all])
	assert.deepEqual(fault(await grid(x, a)), ['uninsured'])
	assert.deepEqual(await give([note(b, 'in', 0)]), ['uninsured'])
	assert.equal(value('SELECT COUNT(*) FROM attendance t JOIN activity a ON a.id = t.activity_id WHERE a.no = ?', [x.no]), '0')
	assert.equal(records(x.no).length, 0)
	// One that ended while they were there covered them.
	sql(`UPDATE insurance SET ended_at = ? + INTERVAL 1 MINUTE WHERE uid = UNHEX(?)`, [x.starts, all])
	status(await grid(x, a), 303)
	assert.deepEqual(await give([note(b, 'in', 0)]), ['taken'])
	// Over somebody who is not on it, and one of yesterday.
	const other = await newVolunteer()
	const p = await policy([other]), q = await policy([a], { from_on: dayFrom(-9), to_on: dayFrom(0) })
	sql('UPDATE insurance SET to_on = ? WHERE uid = UNHEX(?)', [dayFrom(-1), q])
	assert.equal(status(await checkIn(clerk, b, x.no), 303).status, 303)
	for (const u of [p, q]) await stop(u)
})

test('an import takes whom nothing is missing, and says who stays behind', async () => {
	const [a, b] = [await newVolunteer(), await newVolunteer()]
	const pr = await plans.published(clerk, reviewer, { positions: [{ wanted: 4 }] })
	for (const v of [a, b]) {
		status(await plans.apply(v, pr.no, pr.positions[0]), 303)
		status(await plans.approve(clerk, pr.no, v), 303)
	}
	const no = await draft(clerk, { project: pr.no, category: '0017', dangerous: '1' })
	assert.match(status(await clerk.post(`/activity/manage/${no}/roster/import`), 303).location, /roster_nobody/)
	const u = await policy([a])
	status(await clerk.post(`/activity/manage/${no}/roster/import`), 303)
	const page = status(await clerk.getJson(`/activity/manage/${no}`), 200).page
	assert.deepEqual(page.Roster.map((r) => r.no), [a.no])
	assert.deepEqual(page.Lacks.map((l) => [l.no, l.word]), [[b.no, 'uninsured']])
	await stop(u)
})

test('nobody under age in danger, whatever covers them', async () => {
	const v = await child(15)
	const u = await policy([v])
	const no = await draft(clerk, { dangerous: '1' })
	assert.match(status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 422).page.Errors[0].text, /年龄/)
	await stop(u)
	// Staff of the station may not make it younger than sixteen.
	status(await manager.post('/station/rules/danger_age', { value: 15 }), 422)
	status(await manager.post('/station/rules/danger_age', { value: 16 }), 303)
	cleanup(() => sql("DELETE FROM station_setting WHERE name IN ('danger_age', 'company_age')"))
	const grown = await child(16), w = await policy([grown])
	status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: grown.no }), 303)
	status(await manager.post('/station/rules/danger_age', { value: '' }), 303)
	await stop(w)
})

test('a child comes with a guardian, whom the roster names', async () => {
	const v = await child(8), older = await child(12)
	const no = await draft(clerk)
	const roster = (form) => clerk.post(`/activity/manage/${no}/roster`, form)
	const r = status(await roster({ volunteer_no: v.no }), 422).page.Errors[0]
	assert.deepEqual([r.field, /陪同/.test(r.text)], ['company', true])
	status(await roster({ volunteer_no: older.no }), 303)
	status(await roster({ volunteer_no: v.no, company: '甲监护' }), 303)
	const page = status(await clerk.getJson(`/activity/manage/${no}`), 200).page
	assert.equal(page.Roster.find((x) => x.no === v.no).company, '甲监护')
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
	const a = { no, ...begin(no) }
	status(await checkIn(clerk, v, no), 303)
	// The rule is the station's: at thirteen, both need one.
	status(await manager.post('/station/rules/company_age', { value: 13 }), 303)
	assert.equal(status(await checkIn(clerk, older, no), 409).page.Fault, 'alone_you')
	assert.deepEqual(fault(await grid(a, older)), ['alone'])
	status(await manager.post('/station/rules/company_age', { value: '' }), 303)
	status(await checkIn(clerk, older, no), 303)
})

await end()

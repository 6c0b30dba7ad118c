// 请假: whoever cannot come says so before the beginning; the place is free, the leader reads who, the station why.
import { Client, assert, end, newVolunteer, sql, status, test, value } from './lib.mjs'
import { checkIn, dayFrom, draft, newActivity, roomToday, staff } from './lib/activity.mjs'

await roomToday()
const clerk = await staff('liwei')

/** Published, in three days. */
async function ahead(volunteers, plan) {
	const no = await draft(clerk, plan)
	for (const v of volunteers) status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
	return no
}
const seat = (no, v) => sql(`SELECT o.* FROM roster o JOIN activity a ON a.id = o.activity_id JOIN volunteer v ON v.person_id = o.person_id
	WHERE a.no = ? AND v.no = ?`, [no, v.no])[0]
const counted = (no) => value('SELECT n.roster FROM activity_count n JOIN activity a ON a.id = n.activity_id WHERE a.no = ?', [no])
const leave = (v, no, form = { why: 'ill' }) => v.client.post(`/activity/${no}/leave`, form)

test('leave is asked on a page of its own, taken once, and the place is free again', async () => {
	const leader = await newVolunteer({ name: '赵带队' })
	const [a, b] = [await newVolunteer({ name: '请假人' }), await newVolunteer()]
	const no = await ahead([a, b], { leader_no: leader.no })
	assert.equal(counted(no), '3')
	assert.equal(status(await a.client.getJson(`/activity/${no}`), 200).page.Duty.leave, 1)
	assert.match(status(await a.client.get(`/activity/${no}/leave`), 200).text, /您的位置会让给别人/)
	assert.equal(status(await leave(a, no, {}), 422).page.Errors[0].field, 'why')
	assert.equal(status(await leave(a, no, { why: 'bored' }), 422).page.Errors[0].field, 'why')
	assert.equal(status(await leave(a, no, { why: 'other' }), 422).page.Errors[0].field, 'words')
	assert.equal(seat(no, a).state, 'on')
	assert.match(status(await leave(a, no, { why: 'family', words: '孩子发烧' }), 303).location, /done=leave/)
	status(await leave(a, no, { why: 'ill' }), 303)
	assert.deepEqual([seat(no, a).state, seat(no, a).excuse], ['excused', '家里有事：孩子发烧'])
	assert.equal(counted(no), '2')
	assert.equal(value("SELECT COUNT(*) FROM audit u JOIN activity a ON a.id = u.target_id WHERE u.action = 'roster.leave' AND a.no = ?", [no]), '1')

	const page = status(await a.client.getJson(`/activity/${no}`), 200).page
	assert.deepEqual([page.Duty.excused, page.Duty.next ?? null, page.Duty.leave ?? null], [1, null, null])
	assert.equal((await a.client.getJson('/activity/mine')).page.Duties.find((d) => d.no === no).excused, 1)
	assert.match(status(await a.client.get(`/activity/${no}/leave`), 303).location, new RegExp(`/activity/${no}$`))

	const led = status(await leader.client.getJson(`/activity/manage/${no}/board`), 200)
	assert.deepEqual(led.page.Excused.map((p) => p.name), ['请假人'])
	assert.doesNotMatch(JSON.stringify(led.page), /孩子发烧/, 'the reason is for the station')
	assert.equal((await clerk.getJson(`/activity/manage/${no}`)).page.Roster.find((r) => r.no === a.no).excuse, '家里有事：孩子发烧')
	const exported = JSON.parse(status(await a.client.post('/account/me/export'), 200).text)
	assert.equal(exported.roster.find((r) => r.activity_no === no).excuse, '家里有事：孩子发烧')
})

test('from the beginning on it is refused in words, and so is who has come or is not on the roster', async () => {
	const [a, b, other] = [await newVolunteer(), await newVolunteer(), await newVolunteer()]
	const act = await newActivity(clerk, { volunteers: [a, b] })
	for (const r of [await a.client.get(`/activity/${act.no}/leave`), await a.client.post(`/activity/${act.no}/leave`, { why: 'ill' })])
		assert.match(status(r, 409).text, /活动已经开始/)
	assert.equal(seat(act.no, a).state, 'on')
	status(await checkIn(clerk, b, act.no), 303)
	assert.equal(status(await leave(b, act.no), 409).page.Fault, 'leave_came')
	status(await leave(other, act.no), 404)
	status(await other.client.get(`/activity/${act.no}/leave`), 404)
	status(await clerk.post(`/activity/${act.no}/leave`, { why: 'ill' }), 403)
	status(await new Client().getJson(`/activity/${act.no}/leave`), 401)
	status(await leave(a, act.no, { why: 'ill', csrf: null }), 403)
	status(await leave(a, act.no, { why: 'ill', csrf: 'f'.repeat(32) }), 403)
})

test('a leader on leave leads no more; staff can put whoever took leave back', async () => {
	const leader = await newVolunteer()
	const no = await ahead([], { leader_no: leader.no })
	status(await leave(leader, no), 303)
	status(await leader.client.get(`/activity/manage/${no}/board`), 404)
	status(await leader.client.get(`/activity/manage/${no}/code`), 404)
	status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: leader.no }), 303)
	assert.deepEqual([seat(no, leader).state, seat(no, leader).excuse, seat(no, leader).excused_at], ['on', '', null])
})

test('a cancelled activity needs no leave', async () => {
	const v = await newVolunteer()
	const no = await ahead([v])
	status(await clerk.post(`/activity/manage/${no}/cancel`, { reason: '下雨' }), 303)
	assert.equal(status(await leave(v, no), 409).page.Fault, 'leave_cancelled')
})

test('what erasure asks for can be done: the page leads to each leave, and then lets go', async () => {
	const v = await newVolunteer()
	const no = await ahead([v], { day: dayFrom(4) })
	status(await v.client.post('/account/me/erase', { confirm: '1' }), 422)
	assert.equal(value("SELECT o.state FROM roster o JOIN activity a ON a.id = o.activity_id WHERE a.no = ?", [no]), 'on')
	assert.match(status(await v.client.get('/account/me/erase'), 200).text, new RegExp(`/activity/${no}/leave`))
	status(await leave(v, no, { why: 'other', words: '搬走了' }), 303)
	status(await v.client.post('/account/me/erase', { confirm: '1' }), 303)
	assert.equal(value("SELECT COUNT(*) FROM roster WHERE excuse LIKE '%搬走了%'"), '0')
})

test('whoever led and takes leave leads no more, neither by number nor by name', async () => {
	const v = await newVolunteer({ name: '周带队' })
	const no = await ahead([], { leader_no: v.no })
	assert.deepEqual(sql('SELECT leader_name, leader_id IS NULL AS none FROM activity WHERE no = ?', [no]), [{ leader_name: '周带队', none: '0' }])
	status(await leave(v, no), 303)
	assert.deepEqual(sql('SELECT leader_name, leader_id IS NULL AS none FROM activity WHERE no = ?', [no]), [{ leader_name: '', none: '1' }])
	assert.equal(seat(no, v).role, 'member')
	const w = await newVolunteer({ name: '周带队' })
	const other = await ahead([], { leader_no: w.no })
	status(await clerk.post(`/activity/manage/${other}/roster/remove`, { volunteer_no: w.no }), 303)
	assert.equal(value('SELECT leader_name FROM activity WHERE no = ?', [other]), '')
	status(await w.client.getJson(`/activity/manage/${other}/board`), 404)
})

await end()

// Hours by one's own hand: codes taken along and handed in by whoever reviews, and times that somebody typed and calls a scan.
import { assert, attempt, effectiveHours, finish, newActivity, newVolunteer, records, refused, review, roomToday, sql, staff, status, table } from './lib.mjs'

const STEP = 15
const CODE = 20

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const manager = await staff('zhangmin')

const take = async (by, a) => status(await by.post(`/activity/manage/${a.no}/offline`), 200).page.Codes
const give = async (by, a, scan) => status(await by.post(`/activity/manage/${a.no}/offline/scans`, { scan }), 200).page.Results.map((r) => r.result)
function note(codes, a, v, direction, minutes) {
	const start = Date.parse(`${a.starts.replace(' ', 'T')}+08:00`) / 1000
	const step = Math.floor((start + minutes * 60) / STEP)
	const at = (step - codes.first) * CODE
	return `${v.no}_${direction[0]}_${step.toString(16)}_${codes[direction].slice(at, at + CODE)}`
}
async function invented(by, plan = {}) {
	const vs = [await newVolunteer(), await newVolunteer()]
	const a = await newActivity(clerk, { volunteers: vs, plan })
	const codes = await take(by, a)
	const scans = vs.flatMap((v) => [note(codes, a, v, 'in', 0), note(codes, a, v, 'out', a.gone - a.from - 1)])
	assert.deepEqual(await give(by, a, scans), ['taken', 'taken', 'taken', 'taken'])
	finish(a.no)
	return { a, nos: records(a.no).map((r) => r.no) }
}

attempt('manager hands in scans of absent people and reviews them alone (F1)', 'HTTP', async () => {
	const { a, nos } = await invented(manager)
	const me = sql(`SELECT id FROM staff WHERE login = 'zhangmin'`)[0].id
	assert.deepEqual(records(a.no).map((r) => r.logger_id), [me, me])
	const by = refused(await review(manager, nos), 422, 'logger')
	status(await review(reviewer, nos), 303)
	assert.deepEqual(records(a.no).map((r) => r.state), ['to_review', 'to_review'])
	assert.equal(refused(await review(manager, nos), 422, 'logger'), by)
	assert.equal(records(a.no)[0].state, 'to_review')
	return `${by}; two others are needed`
})
attempt('staff hand in the check-in, the volunteer checks out: who handed in reviews', 'HTTP', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	const codes = await take(reviewer, a)
	assert.deepEqual(await give(reviewer, a, [note(codes, a, v, 'in', 0)]), ['taken'])
	assert.deepEqual(await give(manager, a, [note(codes, a, v, 'out', a.gone - a.from - 1)]), ['taken'])
	finish(a.no)
	const nos = records(a.no).map((r) => r.no)
	refused(await review(manager, nos), 422, 'logger')
	return refused(await review(reviewer, nos), 422, 'logger')
})
attempt('volunteer who leads makes up the whole roster (F2)', 'HTTP', async () => {
	const leader = await newVolunteer({ name: '赵队长' })
	const { a, nos } = await invented(leader.client, { leader_no: leader.no })
	const person = sql('SELECT person_id FROM volunteer WHERE no = ?', [leader.no])[0].person_id
	assert.deepEqual(records(a.no).map((r) => r.leader_id), [person, person])
	status(await review(reviewer, nos), 303)
	assert.deepEqual(records(a.no).map((r) => r.state), ['to_review', 'to_review'])
	refused(await review(reviewer, nos), 422, 'twice')
	status(await review(manager, nos), 303)
	assert.deepEqual(records(a.no).map((r) => r.state), ['notice', 'notice'])
	return 'one yes leaves it waiting: two reviewers'
})
attempt('leader notes the own card with the phone that has the codes', 'HTTP', async () => {
	const leader = await newVolunteer({ name: '赵队长' })
	const a = await newActivity(clerk, { volunteers: [leader], plan: { leader_no: leader.no } })
	const codes = await take(leader.client, a)
	assert.deepEqual(await give(leader.client, a, [note(codes, a, leader, 'in', 0), note(codes, a, leader, 'out', a.gone - a.from - 1)]), ['taken', 'taken'])
	finish(a.no)
	const [r] = records(a.no)
	assert.deepEqual([r.evidence, r.leader_id], ['declared', null])
	return refused(await review(reviewer, [r.no]), 422, 'leader_first')
})
attempt('a tick becomes a scan by a code handed in later', 'HTTP', async () => {
	const v = await newVolunteer()
	const a = await newActivity(clerk, { volunteers: [v] })
	const codes = await take(reviewer, a)
	status(await clerk.post(`/activity/manage/${a.no}/tick`, { volunteer_no: v.no, direction: 'in' }), 303)
	sql("UPDATE attendance t JOIN activity a ON a.id = t.activity_id SET t.at = a.starts_at WHERE a.no = ?", [a.no])
	assert.deepEqual(await give(reviewer, a, [note(codes, a, v, 'out', a.gone - a.from - 1)]), ['taken'])
	finish(a.no)
	const [r] = records(a.no)
	assert.equal(r.evidence, 'list')
	assert.deepEqual(await give(reviewer, a, [`${v.no}_i_7fffffffffffffff_${'0'.repeat(20)}`]), ['bad_code'])
	return 'evidence list'
})
attempt('objection turns a short scan into a long one (F20)', 'HTTP', async () => {
	const v = await newVolunteer()
	const { activity: a, record } = await effectiveHours(clerk, reviewer, v, { left: 5 })
	status(await v.client.submit(`/activity/record/${record.no}/object`, { reason: '实际服务时间更长，少记了' }), 303)
	const c = sql('SELECT no FROM objection WHERE record_id = ?', [record.id])[0]
	const form = { verdict: 'upheld', result: '更正', begins: a.at(a.from).slice(11, 16), ends: a.at(a.gone - 1).slice(11, 16) }
	status(await manager.post(`/activity/manage/objections/${c.no}/decide`, form), 303)
	const now = records(a.no)[1]
	assert.equal(now.evidence, 'list')
	assert.ok(now.flags.split(',').includes('typed'), now.flags)
	status(await review(reviewer, [now.no]), 303)
	assert.equal(records(a.no)[1].state, 'to_review')
	return 'evidence list, flag typed, two reviewers'
})

await table()

// What was seen: staff could write to nobody but one by one, nobody saw what did not arrive, and ways to be told were offered that nobody had set
// up. What must be seen: a letter to a roster, a team, a waiting list, once, within limits; what waits and what was given up, with reasons.
import { Client, assert, end, guardGet, guardPost, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { draft } from './lib/activity.mjs'
import { apply, approve, dayFrom, published } from './lib/project.mjs'
import { openShift } from './lib/shift.mjs'

const [clerk, reviewer] = await Promise.all([staff('liwei'), staff('wangfang')])
const letters = async (v) => (status(await v.client.getJson('/account/messages'), 200).page.Messages ?? []).filter((m) => m.event === 'letter')
const wrong = (r) => status(r, 422).page.Errors.map((e) => e.field ?? '')
async function activity(...volunteers) {
	const no = await draft(clerk, { day: dayFrom(3) })
	for (const v of volunteers) status(await clerk.post(`/activity/manage/${no}/roster`, { volunteer_no: v.no }), 303)
	status(await clerk.post(`/activity/manage/${no}/publish`, { screened: 1 }), 303)
	return no
}
const shared = await activity(await newVolunteer())
const of = () => shared
guardGet('/account/letter/roster/{}', { of, elsewhere: 'zhaolei' })
guardPost('/account/letter/roster/{}', { of, form: { words: '请带水' }, elsewhere: 'zhaolei' })
guardGet('/account/messages/undelivered')

test('to a roster: how many is said before, each has it once, the audit says who wrote', async () => {
	const [a, b, c] = [await newVolunteer(), await newVolunteer(), await newVolunteer()], no = await activity(a, b), at = `/account/letter/roster/${no}`
	const page = status(await clerk.getJson(at), 200).page
	assert.equal(page.To.people, 2)
	const form = { key: page.Key, words: '改到一楼集合，\n请带水。' }
	status(await clerk.post(at, form), 303)
	status(await clerk.post(at, form), 303)
	assert.deepEqual([(await letters(a)).length, (await letters(b)).length, (await letters(c)).length], [1, 1, 0])
	const [m] = await letters(a)
	assert.match(m.note, /请带水/)
	status(await a.client.getJson(m.path), 200)
	assert.match(status(await a.client.get(`/account/messages/${m.uid}`), 200).text, /改到一楼集合/)
	assert.equal(value(`SELECT COUNT(*) FROM audit WHERE action = 'message.letter' AND target = 'activity' AND target_id = (SELECT id FROM activity WHERE no = ?)`, [no]), '1', 'sent twice, it is one letter')
})

test('neither empty nor endless, three a day to the same people, not to nobody', async () => {
	const v = await newVolunteer(), no = await activity(v), at = `/account/letter/roster/${no}`
	sql('DELETE FROM throttle')
	assert.deepEqual(wrong(await clerk.submit(at, { words: '' })), ['words'])
	assert.deepEqual(wrong(await clerk.submit(at, { words: '长'.repeat(301) })), ['words'])
	for (let i = 0; i < 3; i++) status(await clerk.submit(at, { words: `第 ${i} 封` }), 303)
	assert.deepEqual(wrong(await clerk.submit(at, { words: '第四封' })), ['words'])
	assert.equal((await letters(v)).length, 3)
	const empty = await activity()
	assert.deepEqual(wrong(await clerk.submit(`/account/letter/roster/${empty}`, { words: '有人吗' })), ['words'])
	status(await clerk.getJson(`/account/letter/nobody/${no}`), 404)
	sql('DELETE FROM throttle')
})

test('to a team, and to a waiting list', async () => {
	const [a, b, c] = [await newVolunteer(), await newVolunteer(), await newVolunteer()]
	const uid = new URL(status(await clerk.post('/team/new', { name: `收信队 ${process.pid}`, kind: '1', approver_org: '胜利社区居民委员会', address: '胜利大街 18 号',
		categories: ['0001'], join_mode: '1', contact_name: '李伟', contact_phone: '0913-2100001' }), 303).location).pathname.split('/')[3]
	status(await clerk.getJson(`/account/letter/team/${uid}`), 404)
	status(await reviewer.post(`/team/desk/${uid}/approve`), 303)
	status(await clerk.post(`/team/desk/${uid}/member`, { volunteer_no: a.no }), 303)
	status(await clerk.submit(`/account/letter/team/${uid}`, { words: '周六集合' }), 303)
	assert.deepEqual((await letters(a)).map((m) => m.note), ['周六集合'])
	const p = await published(clerk, reviewer, { positions: [{ wanted: 1 }] })
	for (const v of [b, c]) status(await apply(v, p.no, p.positions[0]), 303)
	status(await approve(clerk, p.no, b), 303)
	sql("UPDATE application a JOIN project p ON p.id = a.project_id SET a.state = 'waiting', a.line_no = 1 WHERE p.no = ? AND a.state = 'pending'", [p.no])
	status(await clerk.submit(`/account/letter/waiting/${p.no}`, { words: '名额还要等' }), 303)
	assert.deepEqual([(await letters(b)).length, (await letters(c)).length], [0, 1])
})

test('to the waiting list of one shift, and to no other', async () => {
	const [a, b, c] = [await newVolunteer(), await newVolunteer(), await newVolunteer()]
	const one = await openShift(clerk, reviewer, { wanted: 1, mode: 'direct', day: 4 })
	const other = await openShift(clerk, reviewer, { wanted: 1, mode: 'direct', day: 5, project: { no: one.project, position: one.position } })
	for (const [v, s] of [[a, one], [b, one], [b, other], [c, other]]) status(await v.client.post(`/recruit/shift/${s.no}/apply`), 303)
	sql('DELETE FROM throttle')
	const at = `/account/letter/shift/${one.no}`
	assert.match(status(await clerk.get(`/recruit/manage/${one.project}`), 200).text, new RegExp(`href="${at}"`))
	assert.equal(status(await clerk.getJson(at), 200).page.To.people, 1)
	status(await clerk.submit(at, { words: '还差一个人' }), 303)
	assert.deepEqual([(await letters(a)).length, (await letters(b)).length, (await letters(c)).length], [0, 1, 0])
	status(await (await staff('zhaolei')).getJson(at), 404)
})

test('what waits and what was given up stands at the desk and in /healthz', async () => {
	const v = await newVolunteer()
	sql(`INSERT INTO message (client_msg_id, station_id, person_id, event, target_id, channel, state, reason, next_at, created_at)
		SELECT UNHEX(MD5(RAND())), station_id, person_id, 'letter', seq, 'sms', IF(seq = 1, 'given_up', 'waiting'), IF(seq = 1, 'number', NULL),
		IF(seq = 1, NULL, NOW() - INTERVAL 20 MINUTE), NOW() FROM volunteer, seq_1_to_2 WHERE no = ?`, [v.no])
	const rows = status(await clerk.getJson('/account/messages/undelivered'), 200).page.Undelivered
	assert.ok(rows.some((r) => r.channel === 'sms' && r.state === 'given_up' && r.reason === 'number' && r.n >= 1))
	assert.match(status(await clerk.get('/account/messages/undelivered'), 200).text, /手机号发不通/)
	assert.ok((await new Client().getJson('/healthz')).json.messages_waiting.sms >= 1)
	assert.ok(!JSON.stringify(rows).includes(v.no))
	sql("DELETE FROM message WHERE event = 'letter' AND channel = 'sms'")
})

test('only ways that there are can be chosen', async () => {
	const v = await newVolunteer(), page = status(await v.client.getJson('/account/messages/channels'), 200).page
	assert.equal(page.Ways, undefined, 'no sender is set up here')
	assert.match(status(await v.client.get('/account/messages/channels'), 200).text, /还没有开通/)
	assert.deepEqual(wrong(await v.client.post('/account/messages/channels', { ways: 'sms' })), ['ways'])
})

await end()

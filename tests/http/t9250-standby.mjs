// 补位: a place that somebody gave up stayed empty when nobody waited for it. Who wanted to be asked, and fits, is told; nothing is kept
// for them.
import { assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { roomToday } from './lib/activity.mjs'
import { openShift, shiftOf, signs } from './lib/shift.mjs'

await roomToday()
const [clerk, reviewer] = await Promise.all(['liwei', 'wangfang'].map((n) => staff(n)))
const apply = (s, v) => v.client.post(`/recruit/shift/${s.no}/apply`)
const leave = async (s, v) => status(await v.client.post(`/recruit/shift/${s.no}/withdraw`), 303)
const choose = async (v, form = {}) => status(await v.client.post('/recruit/standby', form), 303)
const choices = async (v) => status(await v.client.getJson('/recruit/standby'), 200).page
const told = (v, s) => Number(value(`SELECT COUNT(*) FROM message m JOIN volunteer v ON v.person_id = m.person_id
	JOIN activity a ON a.id = m.target_id AND m.about = 'activity' WHERE m.event = 'standby' AND m.channel = 'inbox' AND v.no = ?
	AND a.no = ?`, [v.no, s.no]))
const about = (s) => sql('SELECT category, WEEKDAY(starts_at) + 1 AS weekday FROM activity WHERE no = ?', [s.no])[0]
const other = (weekday) => String(Number(weekday) % 7 + 1)
const helper = async (form) => {
	const v = await newVolunteer()
	await choose(v, form)
	return v
}
/** A shift whose one place somebody has. */
async function taken(more = {}) {
	const s = await openShift(clerk, reviewer, { wanted: 1, ...more })
	const holder = await newVolunteer()
	status(await apply(s, holder), 303)
	return { s, holder }
}
// Others of the station who chose something would be told before those of a test.
const alone = () => sql('DELETE FROM standby')

test('choices: five at most, each once, and their owner takes them off', async () => {
	const v = await newVolunteer(), w = await newVolunteer()
	for (const weekday of ['1', '2', '2', '3', '4'])
		await choose(v, { weekday })
	await choose(v, { category: '0001', weekday: '' })
	const page = await choices(v)
	assert.deepEqual([page.Choices.length, page.Full], [5, 1])
	assert.match(status(await v.client.post('/recruit/standby', { weekday: '7' }), 422).page.Errors[0].text, /最多选五条/)
	status(await v.client.post('/recruit/standby', { weekday: '8' }), 422)
	status(await w.client.post('/recruit/standby', { category: 'zzzz' }), 422)
	status(await w.client.post(`/recruit/standby/${page.Choices[0].uid}/end`), 404, "somebody else's")
	status(await v.client.post('/recruit/standby', { weekday: '7', csrf: null }), 403)
	status(await v.client.post(`/recruit/standby/${page.Choices[0].uid}/end`), 303)
	assert.equal((await choices(v)).Choices.length, 4)
	assert.deepEqual(sql(`SELECT u.action, COUNT(*) n FROM audit u JOIN volunteer v ON v.person_id = u.actor_id AND u.actor_kind = 'volunteer'
		WHERE u.action LIKE 'standby.%' AND v.no = ? GROUP BY u.action ORDER BY u.action`, [v.no]).map((r) => [r.action, r.n]),
	[['standby.add', '5'], ['standby.end', '1']])
})

test('a place that is given up is told once, to who fits alone, and the first has it', async () => {
	alone()
	const { s, holder } = await taken()
	const { category, weekday } = about(s)
	const any = await helper(), exact = await helper({ category, weekday }), day = await helper({ weekday: other(weekday) })
	const work = await helper({ category: category === '0001' ? '0002' : '0001' }), busy = await helper(), far = await helper()
	const left = await helper(), gone = await helper()
	const same = await openShift(clerk, reviewer, { wanted: 2 })
	status(await apply(same, busy), 303)
	sql('UPDATE volunteer SET station_id = (SELECT MAX(id) FROM station WHERE id <> volunteer.station_id) WHERE no = ?', [far.no])
	sql("UPDATE volunteer SET state = 'paused' WHERE no = ?", [gone.no])
	// Who waited, and went, has said what they think of it.
	status(await apply(s, left), 303)
	await leave(s, left)
	assert.equal(told(any, s), 0, 'nothing was free')
	await leave(s, holder)
	assert.deepEqual([any, exact, day, work, busy, far, left, gone, holder].map((v) => told(v, s)), [1, 1, 0, 0, 0, 0, 0, 0, 0])
	assert.equal(shiftOf(s.no).taken, '0', 'nothing is kept')
	assert.equal(value(`SELECT DISTINCT path FROM message WHERE event = 'standby' AND target_id = (SELECT id FROM activity WHERE no = ?)`, [s.no]), `/recruit/shift/${s.no}`)
	assert.match(status(await any.client.get('/account/messages'), 200).text, /有人退出，空出一个位置/)
	status(await apply(s, exact), 303)
	assert.equal(signs(s.no).find((x) => x.volunteer_no === exact.no).state, 'accepted')
	// Off the roster by staff's hand: those who know are not told again.
	const late = await helper()
	status(await clerk.post(`/activity/manage/${s.no}/roster/remove`, { volunteer_no: exact.no }), 303)
	assert.deepEqual([any, exact, late].map((v) => told(v, s)), [1, 1, 1])
})

test('leave frees a place as well', async () => {
	alone()
	const { s, holder } = await taken()
	const v = await helper()
	status(await holder.client.post(`/activity/${s.no}/leave`, { why: 'ill' }), 303)
	assert.equal(told(v, s), 1)
})

test('nobody is told while somebody waits, and when the offer lapses, they are', async () => {
	alone()
	const { s, holder } = await taken()
	const waits = await newVolunteer(), v = await helper()
	status(await apply(s, waits), 303)
	await leave(s, holder)
	assert.equal(signs(s.no).find((x) => x.volunteer_no === waits.no).state, 'offered')
	assert.equal(told(v, s), 0)
	sql(`UPDATE application SET offered_until = NOW() - INTERVAL 1 MINUTE WHERE state = 'offered'
		AND activity_id = (SELECT id FROM activity WHERE no = ?)`, [s.no])
	status(await v.client.getJson(`/recruit/shift/${s.no}`), 200)
	assert.deepEqual([told(v, s), told(waits, s)], [1, 0])
})

test('three times a week at most, not by a choice that was taken off, and not at the last moment', async () => {
	alone()
	const v = await helper(), off = await helper()
	status(await off.client.post(`/recruit/standby/${(await choices(off)).Choices[0].uid}/end`), 303)
	const all = []
	for (let i = 0; i < 4; i++) {
		const t = await taken({ day: 5 + i })
		await leave(t.s, t.holder)
		all.push(t.s)
	}
	assert.deepEqual(all.map((s) => told(v, s)), [1, 1, 1, 0])
	assert.deepEqual(all.map((s) => told(off, s)), [0, 0, 0, 0])
	sql(`UPDATE message SET created_at = NOW() - INTERVAL 8 DAY WHERE event = 'standby' AND person_id =
		(SELECT person_id FROM volunteer WHERE no = ?)`, [v.no])
	const soon = await taken({ day: 9 })
	sql(`UPDATE activity SET starts_at = LEAST(NOW() + INTERVAL 110 MINUTE, CURDATE() + INTERVAL 1438 MINUTE),
		ends_at = CURDATE() + INTERVAL 1439 MINUTE WHERE no = ?`, [soon.s.no])
	status(await clerk.post(`/activity/manage/${soon.s.no}/roster/remove`, { volunteer_no: soon.holder.no }), 303)
	assert.equal(told(v, soon.s), 0)
	const next = await taken({ day: 10 })
	await leave(next.s, next.holder)
	assert.equal(told(v, next.s), 1)
})

test('least asked first, and no more than twenty', async () => {
	alone()
	const { s, holder } = await taken()
	const before = await helper()
	sql(`INSERT INTO message (client_msg_id, person_id, event, about, target_id, mark, channel, state, created_at)
		SELECT RANDOM_BYTES(16), person_id, 'standby', 'activity', 0, 'x', 'inbox', 'kept', NOW() - INTERVAL 9 DAY FROM volunteer WHERE no = ?`, [before.no])
	const many = await Promise.all(Array.from({ length: 20 }, () => helper()))
	await leave(s, holder)
	assert.deepEqual([many.filter((v) => told(v, s) === 1).length, told(before, s)], [20, 0])
})

await end()

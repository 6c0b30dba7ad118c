// Places: never more than there are, a line behind a full position, offers that end.
import { assert, end, newVolunteer, sql, staff, status, test, until, value } from './lib.mjs'
import { again } from './lib/loop.mjs'
import { applicationOf, applications, apply, approve, published, taken } from './lib/project.mjs'

const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const people = (n) => Promise.all(Array.from({ length: n }, () => newVolunteer()))
const states = (no) => applications(no).map((a) => a.state)
const late = (no) => sql(`UPDATE application a JOIN project p ON p.id = a.project_id SET a.offered_until = NOW() - INTERVAL 1 MINUTE
	WHERE p.no = ? AND a.state = 'offered'`, [no])

/** A full position of one place: the first holds it, the others stand in line. */
async function full(others) {
	const p = await published(clerk, reviewer, { positions: [{ wanted: 1 }] })
	const [holder, ...line] = await people(1 + others)
	status(await apply(holder, p.no, p.positions[0]), 303)
	status(await approve(clerk, p.no, holder), 303)
	for (const v of line) assert.match(status(await apply(v, p.no, p.positions[0]), 303).location, /done=lined_up/)
	return { ...p, holder, line, position: p.positions[0] }
}

test('approvals at the same time never take more than there are places', async () => {
	const p = await published(clerk, reviewer, { positions: [{ wanted: 3 }] })
	const all = await people(8)
	for (const v of all) status(await apply(v, p.no, p.positions[0]), 303)
	const answers = await Promise.all(all.map((v, i) => approve(i % 2 ? clerk : reviewer, p.no, v)))
	assert.deepEqual(answers.map((r) => r.status).sort(), [303, 303, 303, 422, 422, 422, 422, 422])
	assert.equal(taken(p.positions[0]), 3)
	assert.equal(states(p.no).filter((s) => s === 'accepted').length, 3)
	const told = answers.find((r) => r.status === 422).page.Errors[0].text
	assert.match(told, /勾选了 1 人，只剩 0 个名额/)
})

test('one application approved twice at the same time takes one place', async () => {
	const p = await published(clerk, reviewer, { positions: [{ wanted: 5 }] })
	const v = await newVolunteer()
	status(await apply(v, p.no, p.positions[0]), 303)
	const answers = await Promise.all([1, 2, 3, 4].map(() => approve(clerk, p.no, v)))
	assert.deepEqual(answers.map((r) => r.status).sort(), [303, 409, 409, 409])
	assert.equal(taken(p.positions[0]), 1)
})

test('behind a full position stands a line, in order', async () => {
	const p = await full(3)
	assert.deepEqual(applications(p.no).slice(1).map((a) => [a.state, a.line_no]), [['waiting', '1'], ['waiting', '2'], ['waiting', '3']])
	const mine = async (v) => (await v.client.getJson(`/recruit/${p.no}`)).page.Mine
	assert.equal((await mine(p.line[1])).line_no, 2)
	status(await p.line[0].client.post(`/recruit/${p.no}/withdraw`), 303)
	assert.equal((await mine(p.line[1])).line_no, 1)
	assert.equal((await p.holder.client.getJson(`/recruit/${p.no}`)).page.Positions[0].waiting, 2)
})

test('many who line up at once get different places in line', async () => {
	const p = await full(0)
	const all = await people(6)
	for (const r of await Promise.all(all.map((v) => apply(v, p.no, p.position)))) status(r, 303)
	const places = applications(p.no).filter((a) => a.state === 'waiting').map((a) => Number(a.line_no)).sort()
	assert.deepEqual(places, [1, 2, 3, 4, 5, 6])
})

test('a place that becomes free is offered to the first in line, who accepts', async () => {
	const p = await full(2)
	sql(`REPLACE INTO station_setting (station_id, name, value) SELECT id, 'offer_hours', '6' FROM station WHERE no = 1`)
	status(await p.holder.client.post(`/recruit/${p.no}/withdraw`), 303)
	const hours = value(`SELECT TIMESTAMPDIFF(MINUTE, NOW(), offered_until) FROM application WHERE uid = UNHEX(?)`,
		[applicationOf(p.no, p.line[0]).uid_hex])
	sql(`DELETE FROM station_setting WHERE name = 'offer_hours'`)
	// Six hours, or the next morning at eight where that would be by night.
	const end = new Date(Date.now() + 14 * 3600_000)
	const night = end.getUTCHours() >= 21 ? (32 - end.getUTCHours()) * 60 - end.getUTCMinutes()
		: end.getUTCHours() < 8 ? (8 - end.getUTCHours()) * 60 - end.getUTCMinutes() : 0
	assert.ok(Math.abs(hours - 360 - night) <= 2, `${hours} minutes`)
	assert.deepEqual(states(p.no), ['withdrawn', 'offered', 'waiting'])
	assert.equal(taken(p.position), 1, 'the offer holds the place')
	const seen = (await p.line[0].client.getJson(`/recruit/${p.no}`)).page
	assert.deepEqual(seen.Can, { withdraw: 1, accept: 1 })
	assert.ok(seen.Mine.offered_until)
	assert.match(status(await p.line[0].client.get(`/recruit/${p.no}`), 200).text, /确认参加/)
	status(await p.line[1].client.post(`/recruit/${p.no}/accept`), 409)
	status(await p.line[0].client.post(`/recruit/${p.no}/accept`), 303)
	assert.deepEqual(states(p.no), ['withdrawn', 'accepted', 'waiting'])
	assert.equal(taken(p.position), 1)
	status(await p.line[0].client.post(`/recruit/${p.no}/accept`), 409)
})

test('an offer declined goes to the next in line', async () => {
	const p = await full(2)
	status(await p.holder.client.post(`/recruit/${p.no}/withdraw`), 303)
	status(await p.line[0].client.post(`/recruit/${p.no}/withdraw`), 303)
	assert.deepEqual(states(p.no), ['withdrawn', 'withdrawn', 'offered'])
	status(await p.line[1].client.post(`/recruit/${p.no}/withdraw`), 303)
	assert.equal(taken(p.position), 0)
})

test('an offer ends at its time, and the next in line is offered', async () => {
	const p = await full(2)
	status(await p.holder.client.post(`/recruit/${p.no}/withdraw`), 303)
	late(p.no)
	status(await p.line[0].client.post(`/recruit/${p.no}/accept`), 409)
	assert.deepEqual(states(p.no), ['withdrawn', 'withdrawn', 'offered'])
	assert.match(applicationOf(p.no, p.line[0]).reason, /^lapsed$/)
	late(p.no)
	again('activity-close')
	await until(() => states(p.no)[2] === 'withdrawn', 90_000)
	assert.deepEqual(states(p.no), ['withdrawn', 'withdrawn', 'withdrawn'])
	assert.equal(taken(p.position), 0)
})

test('many looking on at an offer\'s end move it once', async () => {
	const p = await full(3)
	status(await p.holder.client.post(`/recruit/${p.no}/withdraw`), 303)
	late(p.no)
	for (const r of await Promise.all([...p.line, p.holder].map((v) => v.client.getJson(`/recruit/${p.no}`)))) status(r, 200)
	assert.deepEqual(states(p.no), ['withdrawn', 'withdrawn', 'offered', 'waiting'])
	assert.equal(taken(p.position), 1)
})

test('who paused is passed over in line', async () => {
	const p = await full(2)
	sql(`UPDATE volunteer SET state = 'paused' WHERE no = ?`, [p.line[0].no])
	status(await p.holder.client.post(`/recruit/${p.no}/withdraw`), 303)
	assert.deepEqual(states(p.no), ['withdrawn', 'waiting', 'offered'])
})

test('withdrawing and signing up all at once: places and applications agree', async () => {
	const p = await published(clerk, reviewer, { positions: [{ wanted: 4 }] })
	const [inside, outside] = [await people(4), await people(6)]
	for (const v of inside) {
		status(await apply(v, p.no, p.positions[0]), 303)
		status(await approve(clerk, p.no, v), 303)
	}
	const answers = await Promise.all([
		...inside.map((v) => v.client.post(`/recruit/${p.no}/withdraw`)), ...outside.map((v) => apply(v, p.no, p.positions[0]))])
	for (const r of answers) status(r, 303)
	const held = states(p.no).filter((s) => s === 'accepted' || s === 'offered').length
	assert.equal(taken(p.positions[0]), held)
	assert.ok(held <= 4)
	const waiting = states(p.no).filter((s) => s === 'waiting').length
	assert.ok(waiting === 0 || held === 4, 'nobody waits before a free place')
})

await end()

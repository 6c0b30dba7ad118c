// Who comes to a full shift joins its waiting list in one step of the database: in the order of arrival, audited, and only as long as
// there is nothing else to decide.
import { assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { openShift, roster, shiftOf, signs } from './lib/shift.mjs'

const [clerk, reviewer] = await Promise.all(['liwei', 'wangfang'].map((n) => staff(n)))
const people = (n) => Promise.all(Array.from({ length: n }, () => newVolunteer()))
const apply = async (s, v) => /done=(\w+)/.exec(status(await v.client.post(`/recruit/shift/${s.no}/apply`), 303).location)[1]
const line = (s) => signs(s.no).filter((r) => r.state === 'waiting').sort((a, b) => a.line_no - b.line_no).map((r) => [r.volunteer_no, Number(r.line_no)])
const audited = (s, v) => sql(`SELECT u.detail, u.actor_kind, u.station_id = s.station_id of_station, u.actor_id = v.person_id self, u.request_id IS NOT NULL request
	FROM audit u JOIN application p ON p.id = u.target_id JOIN shift s ON s.activity_id = p.activity_id JOIN activity a ON a.id = s.activity_id
	JOIN volunteer v ON v.person_id = p.person_id WHERE a.no = ? AND v.no = ? AND u.action = 'application.add' AND u.target = 'application'`, [s.no, v.no])

/** A shift of one place, which the first has, and of whom so many wait. */
async function full(waiting, more = {}) {
	const s = await openShift(clerk, reviewer, { wanted: 1, ...more }), all = await people(1 + waiting)
	for (const v of all) await apply(s, v)
	return { s, all }
}

test('one behind the other, each with a row of the audit, twice is once', async () => {
	const { s, all } = await full(3)
	assert.deepEqual(line(s), all.slice(1).map((v, i) => [v.no, i + 1]))
	for (const v of all.slice(1)) {
		assert.equal(await apply(s, v), 'lined_up')
		assert.deepEqual(audited(s, v), [{ detail: 'waiting', actor_kind: 'volunteer', of_station: '1', self: '1', request: '1' }])
	}
	assert.deepEqual([shiftOf(s.no).taken, roster(s.no)], ['1', [all[0].no]])
})

test('a place that is free is given, and no line is joined', async () => {
	const { s } = await full(2), [v] = await people(1)
	sql('UPDATE shift s JOIN activity a ON a.id = s.activity_id SET s.wanted = 4 WHERE a.no = ?', [s.no])
	assert.equal(await apply(s, v), 'got')
	assert.deepEqual(signs(s.no).map((r) => r.state), ['accepted', 'offered', 'offered', 'accepted'])
})

test('an offer that ran out while nobody waits leaves its place to who comes', async () => {
	const { s, all } = await full(1), [v] = await people(1)
	status(await all[0].client.post(`/recruit/shift/${s.no}/withdraw`), 303)
	assert.deepEqual(signs(s.no).map((r) => r.state), ['withdrawn', 'offered'])
	sql("UPDATE application p JOIN activity a ON a.id = p.activity_id SET p.offered_until = NOW() - INTERVAL 1 MINUTE WHERE a.no = ? AND p.state = 'offered'", [s.no])
	assert.equal(await apply(s, v), 'got')
	assert.deepEqual(signs(s.no).map((r) => r.state), ['withdrawn', 'withdrawn', 'accepted'])
})

test('who went comes back to the end', async () => {
	const { s, all } = await full(3)
	status(await all[1].client.post(`/recruit/shift/${s.no}/withdraw`), 303)
	assert.equal(await apply(s, all[1]), 'lined_up')
	assert.deepEqual(line(s), [[all[2].no, 2], [all[3].no, 3], [all[1].no, 4]])
})

test('who has another duty at that time does not stand in it, nor does anybody once it has closed', async () => {
	const { s } = await full(2), other = await openShift(clerk, reviewer, { wanted: 3 }), [v, w] = await people(2)
	assert.equal(await apply(other, v), 'got')
	assert.match(status(await v.client.post(`/recruit/shift/${s.no}/apply`), 422).page.Errors[0].text, /您已有/)
	sql('UPDATE shift s JOIN activity a ON a.id = s.activity_id SET s.opens_at = NOW() - INTERVAL 2 DAY, s.closes_at = NOW() - INTERVAL 1 MINUTE WHERE a.no = ?', [s.no])
	status(await w.client.post(`/recruit/shift/${s.no}/apply`), 409)
	assert.equal(line(s).length, 2)
})

test('sixty at once, each twice, stand in it without a gap', async () => {
	const { s } = await full(1), vs = await people(60)
	const done = await Promise.all([...vs, ...vs].map((v) => apply(s, v)))
	assert.deepEqual([...new Set(done)], ['lined_up'])
	assert.deepEqual(line(s).map(([, n]) => n), Array.from({ length: 61 }, (_, i) => i + 1))
	assert.equal(value(`SELECT COUNT(*) FROM audit u JOIN application p ON p.id = u.target_id AND u.target = 'application' JOIN activity a ON a.id = p.activity_id
		WHERE a.no = ? AND u.action = 'application.add'`, [s.no]), '62')
})

await end()

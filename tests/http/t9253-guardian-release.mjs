// A guardian took back their word, and the child stood on the rosters and in the waiting lists of before. They are released: who waits
// gets the place, the leader and the station are told; what has begun stays.
import { assert, end, newVolunteer, sql, staff, status, test, value } from './lib.mjs'
import { newActivity, roomToday } from './lib/activity.mjs'
import { act, guarded, personOf } from './lib/family.mjs'
import { openShift, roster, shiftOf, signs } from './lib/shift.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const signUp = (v, no) => v.client.post(`/recruit/shift/${no}/apply`)
const say = (v, answer) => v.client.post('/account/me/guardian', { answer })
const stateOf = (no, person) => signs(no).find((a) => Number(a.person_id) === person)?.state

test('what is ahead is given up, and goes to who waits; the leader and the station hear of it', async () => {
	const { guardian, uid, child } = await guarded(), leader = await newVolunteer(), next = await newVolunteer(), first = await newVolunteer()
	const place = await openShift(clerk, reviewer, { wanted: 1, mode: 'direct', day: 5, plan: { leader_no: leader.no } })
	const line = await openShift(clerk, reviewer, { wanted: 1, mode: 'direct', day: 6 })
	status(await signUp(first, line.no), 303)
	await act(guardian, uid)
	for (const s of [place, line]) status(await signUp(guardian, s.no), 303)
	status(await signUp(next, place.no), 303)
	const me = personOf(child)
	assert.deepEqual([stateOf(place.no, me), stateOf(line.no, me), stateOf(place.no, personOf(next))], ['accepted', 'waiting', 'waiting'])
	assert.ok(roster(place.no).includes(child.no))

	assert.match(status(await guardian.client.get('/account/me/guardian'), 200).text, /会马上全部退出/)
	status(await say(guardian, 'withdraw'), 303)
	assert.deepEqual([stateOf(place.no, me), stateOf(line.no, me), stateOf(place.no, personOf(next))], ['withdrawn', 'withdrawn', 'offered'])
	assert.ok(!roster(place.no).includes(child.no))
	const { state, excuse } = sql('SELECT o.state, o.excuse FROM roster o JOIN activity a ON a.id = o.activity_id WHERE a.no = ? AND o.person_id = ?', [place.no, me])[0]
	assert.deepEqual([state, excuse], ['excused', '监护人撤回了同意'])
	assert.equal(Number(shiftOf(place.no).taken), 1, 'the offer holds the one place')
	const told = (person) => Number(value(`SELECT COUNT(*) FROM message m JOIN activity a ON a.id = m.target_id WHERE m.event = 'leave' AND m.channel = 'inbox'
		AND a.no = ? AND m.person_id = ?`, [place.no, person]))
	assert.equal(told(personOf(leader)), 1)
	assert.ok(told(Number(value("SELECT person_id FROM staff WHERE login = 'zhangmin'"))) > 0, 'and the station')
	assert.equal(value(`SELECT COUNT(*) FROM audit u JOIN activity a ON a.id = u.target_id WHERE u.action = 'roster.leave' AND a.no = ?`, [place.no]), '1')
	// Their yes brings nothing back by itself; the child may ask again.
	status(await say(guardian, 'yes'), 303)
	assert.equal(stateOf(place.no, me), 'withdrawn')
	status(await signUp(guardian, line.no), 303)
	assert.equal(stateOf(line.no, me), 'waiting')
})

test('what has begun stays on the roster', async () => {
	const { guardian, uid, child } = await guarded()
	const a = await newActivity(clerk, { volunteers: [child] })
	await act(guardian, uid)
	status(await say(guardian, 'withdraw'), 303)
	assert.ok(roster(a.no).includes(child.no))
})

await end()

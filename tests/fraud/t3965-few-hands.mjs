// A roll that only two had a hand in: one plans, rosters and calls it, another says yes. It is the cheapest made-up hour that
// the adversary of t3980 found, so it bears a sign; a third hand, or anybody's own, takes the sign away.
import { assert, attempt, attend, finish, newActivity, newVolunteer, records, review, roomToday, sql, staff, status, table, test } from './lib.mjs'
import { roll } from './lib/hours.mjs'

await roomToday()
const clerk = await staff('liwei')
const other = await staff('chenjie')
const reviewer = await staff('wangfang')
const overseer = await staff('madan')
const WORD = 'few_hands'

const flags = (a) => records(a.no).map((r) => r.flags)
async function passed(a) {
	finish(a.no)
	status(await review(reviewer, records(a.no).filter((r) => r.state === 'to_review').map((r) => r.no)), 303)
	return flags(a)
}
const called = async (by, a, vs) => status(await roll(by, a, vs.map((v, i) => [v, a.from + i, a.gone - 1])), 303)
async function people(n) {
	return Promise.all(Array.from({ length: n }, () => newVolunteer()))
}

attempt('one plans, rosters and calls a roll (F31) of people who were nowhere, another says yes', 'HTTP', async () => {
	const vs = await people(2)
	const a = await newActivity(clerk, { volunteers: vs })
	await called(clerk, a, vs)
	assert.deepEqual(await passed(a), [WORD, WORD])
	return `flag ${WORD}`
})
attempt('the same, the reviewer had put them on the roster', 'HTTP', async () => {
	const vs = await people(1)
	const a = await newActivity(clerk, { volunteers: [] })
	status(await reviewer.post(`/activity/manage/${a.no}/roster`, { volunteer_no: vs[0].no }), 303)
	sql('UPDATE roster w JOIN activity a ON a.id = w.activity_id SET w.added_at = a.starts_at - INTERVAL 1 DAY WHERE a.no = ?', [a.no])
	await called(clerk, a, vs)
	assert.deepEqual(await passed(a), [WORD])
	return `flag ${WORD}`
})

test('a third member of staff who calls the roll is no sign', async () => {
	const vs = await people(2)
	const a = await newActivity(clerk, { volunteers: vs })
	await called(other, a, vs)
	assert.deepEqual(await passed(a), ['', ''])
})
test('somebody who was there with their own phone bears the others out', async () => {
	const [seen, ...vs] = await people(3)
	const a = await newActivity(clerk, { volunteers: [seen, ...vs] })
	await attend(clerk, seen, a)
	await called(clerk, a, vs)
	assert.deepEqual(await passed(a), ['', '', ''])
})
attempt('the same, and the leader says of themselves that they were there', 'HTTP', async () => {
	const [leader, ...vs] = await people(3)
	const a = await newActivity(clerk, { volunteers: [leader, ...vs], plan: { leader_no: leader.no } })
	status(await leader.client.post(`/activity/${a.no}/self`, { direction: 'in' }), 303)
	await called(clerk, a, vs)
	assert.deepEqual(await passed(a), [WORD, WORD])
	return `flag ${WORD}`
})
test('whoever put their own name down has a hand in it', async () => {
	const vs = await people(1)
	const a = await newActivity(clerk, { volunteers: vs })
	/* As /roster/import leaves it for somebody who applied and was accepted. */
	sql(`UPDATE roster w JOIN activity a ON a.id = w.activity_id SET w.position_id = (SELECT MIN(id) FROM position) WHERE a.no = ?`, [a.no])
	await called(clerk, a, vs)
	assert.deepEqual(await passed(a), [''])
})
test('a crowd is no few; from how many on it is one is a setting', async () => {
	const of = async (limit) => {
		const vs = await people(3)
		sql(`INSERT INTO station_setting (station_id, name, value) SELECT id, 'sign_few_hands', ? FROM station WHERE no = 1`, [String(limit)])
		try {
			const a = await newActivity(clerk, { volunteers: vs })
			await called(clerk, a, vs)
			return [...new Set(await passed(a))]
		} finally {
			sql(`DELETE FROM station_setting WHERE name = 'sign_few_hands'`)
		}
	}
	assert.deepEqual(await of(4), [WORD])
	assert.deepEqual(await of(3), [''])
	assert.deepEqual(await of(0), [''])
})

test('the reviewer reads why, the overseer sees how many', async () => {
	const vs = await people(1)
	const a = await newActivity(clerk, { volunteers: vs })
	await called(clerk, a, vs)
	await passed(a)
	const { no } = records(a.no)[0]
	const { page } = status(await reviewer.getJson(`/activity/record/${no}`), 200)
	assert.deepEqual(page.Inside.Flags.map((f) => [f.word, f.limit]), [[WORD, 20]])
	assert.match((await reviewer.get(`/activity/record/${no}`)).text, /只有两人经手/)
	const { Stations } = status(await overseer.getJson('/activity/flags'), 200).page
	assert.ok(Stations.find((s) => s.no === 1)[WORD] > 0)
	const list = status(await overseer.getJson(`/activity/flags/records?station=1&flag=${WORD}`), 200).page.Records
	assert.ok(list.some((r) => r.no === no))
})

await table()

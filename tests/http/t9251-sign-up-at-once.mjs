// Many press at the same moment, and twice: as many are admitted as there are places, the others stand in one line without a gap in
// the order of their arrival, nobody is there twice. The same at its full size: make bench-signup.
import { assert, end, newVolunteer, staff, status, test } from './lib.mjs'
import { faultsOf } from './lib/line.mjs'
import { openShift } from './lib/shift.mjs'

const PEOPLE = 60, PLACES = 10
const [clerk, reviewer] = await Promise.all(['liwei', 'wangfang'].map((n) => staff(n)))

test('120 sign-ups of 60 people at once for 10 places', async () => {
	const s = await openShift(clerk, reviewer, { wanted: PLACES, mode: 'direct' })
	const people = []
	while (people.length < PEOPLE) people.push(...await Promise.all(Array.from({ length: 10 }, () => newVolunteer())))
	const tap = async (v) => {
		const from = performance.now()
		const r = status(await v.client.post(`/recruit/shift/${s.no}/apply`), 303)
		return { who: v.no, from, to: performance.now(), done: /done=(\w+)/.exec(r.location)[1] }
	}
	const taps = await Promise.all([...people, ...people].map(tap))
	assert.deepEqual(faultsOf(s.no, { places: PLACES, people: PEOPLE, taps }), [])
	const told = (done) => new Set(taps.filter((t) => t.done === done).map((t) => t.who))
	assert.deepEqual([told('got').size, told('lined_up').size], [PLACES, PEOPLE - PLACES], 'both taps of one are answered alike')
})

await end()

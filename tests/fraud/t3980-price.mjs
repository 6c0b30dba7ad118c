// The price of a fake hour: an adversary plays the legal clicks of staff, leaders, volunteers and pairs of them, at random and
// around the cheapest that it found, and says what an hour for somebody who was nowhere costs in persons and in minutes.
// Seeded: PRICE_SEED=n plays the same again; PRICE_EPISODES=n plays more (make test-price: 2,000).
// What earlier files planted is tried again while this one plays:
// log-allowed: error activity(-close)? service_record [0-9]+ is set aside: .*does not fit
import { end } from '../http/lib.mjs'
import { assert, roomToday, sql, test } from './lib.mjs'
import { search } from './price/search.mjs'

const { PRICE_SEED = '1', PRICE_EPISODES = '60', PRICE_LANES = '4', FILE_SECONDS = '1200' } = process.env
const LEAST = { persons: 3, minutes: 60 } // at least so much, or a sign

await roomToday()
const say = (text) => console.log(`# ${text}`)

test('no hour without a sign costs less than three persons and sixty minutes', async () => {
	/* Whoever plays so much registers more people than one address may. */
	const before = () => sql('DELETE FROM throttle')
	const started = Date.now()
	const { best, ends, episodes } = await search({ seed: Number(PRICE_SEED), episodes: Number(PRICE_EPISODES), lanes: Number(PRICE_LANES), say, before })
	say(`${episodes} episodes of seed ${PRICE_SEED} in ${Math.round((Date.now() - started) / 1000)} s; how they ended:`)
	for (const [word, n] of [...ends].sort((a, b) => b[1] - a[1]).slice(0, 25)) say(`  ${String(n).padStart(5)}  ${word}`)
	say('cheapest by way: persons, minutes of the clock, minutes served, signs')
	for (const r of best) say(`  ${r.plan.way.padEnd(8)} ${r.persons} persons  ${String(r.minutes).padStart(3)} min  ${r.served} served  ${r.flags.join() || 'no sign'}`)
	const [first] = best
	assert.ok(first, 'nothing took effect: the adversary is broken')
	if (first.flags.length) return say('the cheapest hour bears a sign')
	say(`cheapest without a sign: ${first.persons} persons, ${first.minutes} min, by ${first.plan.way}; least: ${LEAST.persons} and ${LEAST.minutes}`)
	for (const c of first.clicks) say(`  minute ${c}`)
	for (const r of best.filter((b) => !b.flags.length)) {
		assert.ok(r.persons >= LEAST.persons, `${r.plan.way}: ${r.clicks.join('; ')}`)
		/* The hour itself is shorter where the day has no room for a whole one. */
		assert.ok(r.minutes >= Math.min(LEAST.minutes, r.served), `${r.plan.way}: ${r.clicks.join('; ')}`)
	}
}, { timeout: (Number(FILE_SECONDS) - 50) * 1000 })
await end()

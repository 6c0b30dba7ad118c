// search.mjs - what the cheapest fake hour costs: plans drawn at random from one seed, and turned round the cheapest found so far.
// Cheaper is fewer persons, then fewer minutes; one that bears a sign is dearer than one that bears none.
//
//	const found = await search({ seed: 7, episodes: 2000, lanes: 6 })
import { REVIEWERS, STAFF, WAYS, play, room } from './episode.mjs'

const ROUND = 20

/** mulberry32: the same numbers for the same seed. */
function dice(seed) {
	let a = seed >>> 0
	const next = () => {
		a = (a + 0x6d2b79f5) >>> 0
		let t = Math.imul(a ^ (a >>> 15), a | 1)
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296
	}
	const pick = (list) => list[Math.floor(next() * list.length)]
	return { next, pick, chance: (p) => next() < p }
}

/** How long the hour is: an hour, unless so much does not lie on both sides of now today. */
const long = () => Math.max(2, Math.min(60, Math.floor((room() - 2) / 2)))

function draw(d) {
	return {
		way: d.pick(WAYS), planner: d.pick(STAFF), roster: d.pick(STAFF), logger: d.pick(STAFF), reviewer: d.pick(REVIEWERS), second: d.pick(REVIEWERS),
		leader: d.chance(0.3), desk: d.chance(0.15), early: d.chance(0.7), lead: Math.min(d.pick([0, 1, 10, 29, 31, 40]), Math.max(0, room() - long() - 4)),
		long: long(), fakes: d.chance(0.8) ? 1 : d.pick([2, 3]),
	}
}

/** One or two choices of a plan made anew; often one person takes another's part over. */
function turn(d, plan) {
	const fresh = draw(d)
	const next = { ...plan, long: fresh.long, lead: Math.min(plan.lead, Math.max(0, room() - fresh.long - 4)) }
	for (let i = d.chance(0.5) ? 1 : 2; i > 0; i--) {
		const key = d.pick(['planner', 'roster', 'logger', 'reviewer', 'second', 'leader', 'desk', 'early', 'lead', 'fakes', 'way'])
		const other = d.pick(['planner', 'roster', 'logger', 'reviewer'])
		const part = ['planner', 'roster', 'logger'].includes(key) && d.chance(0.6)
		next[key] = part ? plan[other] : fresh[key]
	}
	return next
}

const cost = (r) => [r.flags.length ? 1 : 0, r.persons, r.minutes]
export function cheaper(a, b) {
	const [x, y] = [cost(a), cost(b)]
	const i = x.findIndex((v, k) => v !== y[k])
	return i >= 0 && x[i] < y[i]
}

/** A connection that the server had closed just then is no answer: the plan is played again, by other people. */
async function played(plan) {
	try {
		return await play(plan)
	} catch (error) {
		if (error.code !== 'ECONNRESET') throw error
		return play(plan)
	}
}

/** Each plan of a round by one of the lanes; in the order of the plans, whatever ended first. */
async function round(plans, lanes) {
	const results = []
	let next = 0
	await Promise.all(Array.from({ length: lanes }, async () => {
		while (next < plans.length) {
			const n = next++
			results[n] = await played(plans[n])
		}
	}))
	return results
}

/**
 * Plays so many episodes, in rounds: what a round finds is turned round in the next, so that one seed plays the same again.
 * Returns the cheapest of each way, with and without a sign, and how all of them ended.
 * `before` is called before each round, while nothing is in flight.
 */
export async function search({ seed, episodes, lanes = 4, say = () => {}, before = () => {} }) {
	const d = dice(seed)
	const best = new Map() // way: without a sign; way + '!': with one
	const ends = new Map()
	for (let done = 0; done < episodes;) {
		const known = [...best.values()]
		const plans = []
		for (let n = done; n < Math.min(episodes, done + ROUND); n++)
			plans.push(n < 2 * WAYS.length ? { ...draw(d), way: WAYS[n % WAYS.length] }
				: known.length && d.chance(0.6) ? turn(d, d.pick(known).plan) : draw(d))
		before()
		for (const r of await round(plans, lanes)) {
			const word = r.words === 'effective' ? (r.flags.length ? 'effective, with a sign' : 'effective, no sign') : r.words
			ends.set(word, (ends.get(word) ?? 0) + 1)
			const key = `${r.plan.way}${r.flags.length ? '!' : ''}`
			if (r.words === 'effective' && (!best.has(key) || cheaper(r, best.get(key)))) best.set(key, r)
		}
		done += plans.length
		const so_far = [...best.values()].filter((r) => !r.flags.length).sort((a, b) => (cheaper(a, b) ? -1 : 1))[0]
		if (done % (10 * ROUND) === 0) say(`${done} episodes, cheapest without a sign: ${so_far ? `${so_far.persons} persons, ${so_far.minutes} min` : 'none'}`)
	}
	return { best: [...best.values()].sort((a, b) => (cheaper(a, b) ? -1 : 1)), ends, episodes }
}

// Whatever the platform, the network, the machine do: once the trouble is over, everything due was accepted exactly once,
// ours equals theirs, and at no moment was anything lost from sight. Two posters that are wrong on purpose are caught.
// SEED=n repeats a run; RECORDS=n makes it smaller.
//
// log-allowed: destination exchange
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, cleanup, end, sql, startSim, test } from '../http/lib.mjs'
import { seeded } from '../sims/common/random.mjs'
import { differences, impatient, logOf, mutant, plantMany, quiet, standing, startPoster, suite, workFolder } from './lib/poster.mjs'

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const records = Number(process.env.RECORDS ?? 10_000)
console.log(`# SEED=${seed} RECORDS=${records}`)
const random = seeded(seed)
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const pick = (list) => list[Math.floor(random() * list.length)]

const dir = workFolder()
quiet()
const sim = await startSim('platform', ['--control-port', '0', '--state', join(dir, 'state')])
cleanup(() => sim.stop())

/** Each weather lasts a while: what the platform does to part of the requests. */
const WEATHERS = {
	clear: [],
	refused: 'refuse',
	slow: [{ kind: ['slow', 'slow-after', 'drip'], rate: 0.4, ms: 400 }],
	late: [{ kind: ['slow-after'], rate: 0.4, ms: 1300 }],
	hanging: [{ kind: 'hang', rate: 0.2, effect: 'random' }],
	errors: [{ kind: ['500-before', '500-after', '502', '503'], rate: 0.5 }],
	broken: [{ kind: ['garbage', 'truncated', 'empty', 'html', 'nul', 'latin1'], rate: 0.5, effect: 'random' }],
	huge: [{ kind: 'huge', rate: 0.2, bytes: 3 << 20 }],
	partial: [{ kind: ['missing', 'duplicate', 'foreign', 'foreign-extra', 'no-receipt', 'wrong-version'], rate: 0.6 }],
	odd: [{ kind: ['text-code', 'shuffled'], rate: 0.8 }],
	busy: [{ kind: '429', rate: 0.4 }, { kind: '429', rate: 0.1, retryAfter: 1 }],
	small: [{ kind: '413', over: 20 }],
	resets: [{ kind: ['reset-before', 'reset-after', 'reset-mid', 'reset-late'], rate: 0.5 }],
	elsewhere: [{ kind: '302', rate: 0.4 }],
	credentials: [{ kind: ['401', '403'], times: 1 }],
	clock: 'clock',
}

async function weather(name) {
	const w = WEATHERS[name]
	await sim.control('clock', { skew: 0 })
	if (w === 'refuse')
		await sim.control('refuse', { ms: 500 })
	else if (w === 'clock')
		await sim.control('clock', { skew: 400 })
	else
		await sim.control('faults', { seed: Math.floor(random() * 1e9), rules: w.map((rule) => ({ path: '/v1/', ...rule })) })
}

/** The database is sometimes not there. */
const perhaps = (fn) => {
	try {
		return fn()
	} catch {
		return undefined
	}
}

const pidOf = (name) => Number(readFileSync(`${process.env.VAR}/run/${name}.pid`, 'utf8').split(' ')[0])

async function killDatabase() {
	process.kill(pidOf('db'), 'SIGKILL')
	await wait(300)
	await new Promise((resolve, reject) => spawn('nginx/suite', ['start', 'db'], { stdio: 'ignore' })
		.on('exit', (code) => (code ? reject(new Error('no database again')) : resolve())))
}

/** What must hold at any moment, whatever is going on. */
function look(title, n, fired) {
	const s = perhaps(() => standing(title))
	if (!s)
		return undefined
	const states = s.none + s.waiting + s.leased + s.accepted + s.refused + s.parked + s.withdrawn
	assert.equal(states, n, 'every record is in exactly one state')
	assert.equal(s.receipts, s.accepted, 'an accepted record has one receipt')
	fired.looks++
	return s
}

/** Posts n records through all weathers; returns what is wrong in the end. */
async function run({ n, label, binary, kills, limit, weathers }) {
	await sim.control('reset', {})
	const title = plantMany(n, label)
	const env = impatient(sim.url, dir)
	const posters = [0, 1].map(() => startPoster(env, dir, { binary }))
	const counts = { looks: 0, kills: 0, databases: 0, fired: new Set() }
	const order = Object.keys(WEATHERS).filter((w) => w !== 'clear').sort(() => random() - 0.5)
	const until = Date.now() + limit
	let done
	for (let turn = 0; Date.now() < until; turn++) {
		const name = turn < weathers ? order[turn % order.length] : 'clear'
		await weather(name)
		for (const stop = Date.now() + (name === 'clear' ? 300 : 900); Date.now() < stop;) {
			await wait(100 + random() * 300)
			if (kills && name !== 'clear') {
				const i = Math.floor(random() * 2)
				posters[i].kill('SIGKILL')
				await posters[i].gone
				posters[i] = startPoster(env, dir, { binary })
				counts.kills++
			}
			done = look(title, n, counts)
		}
		Object.keys((await sim.control('faults')).fired).forEach((kind) => counts.fired.add(kind))
		counts.fired.add(name)
		if (kills && turn % 7 === 3 && turn < weathers) {
			await killDatabase()
			counts.databases++
		}
		perhaps(() => sql("UPDATE destination SET state = 'on', stop_reason = NULL WHERE code = 'exchange'"))
		if (turn >= weathers && done && done.none + done.waiting + done.leased === 0)
			break
	}
	await weather('clear')
	posters.forEach((p) => p.kill('SIGTERM'))
	await Promise.all(posters.map((p) => p.gone))
	const wrong = await differences(title, sim)
	const report = await sim.control('report')
	console.log(`# ${label}: ${n} records, ${report.posts} posted, ${report.repeated} of them again, ${counts.kills} posters ` +
		`and ${counts.databases} databases killed, ${counts.looks} looks, ${counts.fired.size} faults`)
	return { wrong, counts, standing: standing(title) }
}

test('through every fault and kill, each record is accepted exactly once', async () => {
	const { wrong, counts, standing: s } = await run({
		n: records, label: '混乱', kills: true, limit: 400_000, weathers: Object.keys(WEATHERS).length * 2 - 2,
	})
	assert.deepEqual(wrong.slice(0, 5), [])
	assert.equal(s.accepted, records)
	assert.ok(counts.fired.size >= 20, `${counts.fired.size} faults`)
	assert.ok(counts.looks > 50 && counts.kills > 50 && counts.databases >= 2)
	const log = logOf(dir)
	assert.ok(!/AddressSanitizer|runtime error|assert/i.test(log), log.slice(-2000))
}, { timeout: 600_000 })

test('nginx killed under the staff page comes back to the same line', async () => {
	process.kill(-pidOf('web'), 'SIGKILL')
	suite('stop', 'web')
	suite('start', 'web')
	const { staff } = await import('../http/lib.mjs')
	const clerk = await staff('liwei')
	assert.equal((await clerk.getJson('/platform/balance')).page.Balance.holds, 1)
})

const MUTANTS = {
	'a new key for each try': [/held there and unknown here|took effect/, ['claim.c', '{ .key = r->item_key,',
		'{ .key = arena_fmt(a, "%s-%lld", r->item_key, (long long)r->epoch),']],
	'marking before sending': [/accepted here and unknown there|one receipt/, ['claim.c', "SET o.state = 'leased',",
		"SET o.state = 'accepted', o.receipt = 'sent', o.settled_at = NOW(3),"]],
}
for (const [name, [sign, ...changes]] of Object.entries(MUTANTS))
	test(`a poster that is wrong is caught: ${name}`, async () => {
		const binary = mutant(dir, name.replaceAll(' ', '-'), changes)
		let wrong
		try {
			({ wrong } = await run({ n: 600, label: name.slice(0, 12), binary, kills: true, limit: 45_000, weathers: 8 }))
		} catch (error) {
			assert.equal(error.code, 'ERR_ASSERTION', error.stack)
			wrong = [error.message]
		}
		const caught = wrong.filter((w) => sign.test(w))
		assert.notEqual(caught.length, 0, `not noticed; ${wrong.length} differences, e.g. ${wrong[0]}`)
		console.log(`#   ${caught.length} differences, e.g. ${caught[0]}`)
	}, { timeout: 120_000 })

await end()

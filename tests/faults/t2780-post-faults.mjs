// Every fault of a platform by itself, over real HTTP: it strikes, it ends, and then each record was accepted exactly
// once and was presented once; what may have arrived was asked for, not sent again.
//
// log-allowed: destination exchange
// log-allowed: a frozen payload does not match
import { readFileSync } from 'node:fs'
import http from 'node:http'
import { assert, cleanup, end, sql, staff, startSim, status, test, until, value } from '../http/lib.mjs'
import { answers } from './lib/front.mjs'
import { accepted, destination, ids, inLine, sum, told, tries, via } from './lib/line.mjs'
import { differences, impatient, mutant, quiet, standing, startPoster, workFolder } from './lib/poster.mjs'
import { table } from './lib/table.mjs'

const N = 6
const dir = workFolder()
await quiet()
const sim = await startSim('platform', ['--control-port', '0'])
cleanup(() => sim.stop())
const { struck, print } = table('each fault of a platform by itself')
const trap = http.createServer((req, res) => res.end(String(++trap.visits)))
trap.visits = 0
await new Promise((resolve) => trap.listen(0, '127.0.0.1', resolve))
cleanup(() => trap.close())

/** A fault of the simulator; `times` requests meet it, posts and questions alike. */
const rule = (kind, times = 2, more = {}) => ({ kind, times, ...more })
const LATE = { ms: 1300 }                      // the poster waits for one second

const FAULTS = {
	'connection refused': { refused: true, curl: [7] },
	'slow, within the limit': rule('slow', 1, { ms: 400 }),
	'answer beyond the limit, effect before': rule('slow-after', 1, LATE),
	'hanging, no effect': { ...rule('hang', 1), curl: [28] },
	'hanging, effect': { ...rule('hang', 1, { effect: true }), curl: [28] },
	'slow-loris body': { ...rule('drip', 1, { ms: 80 }), curl: [28] },
	'500 before effect': { ...rule('500-before', 3), http: [500] },
	'500 after effect': { ...rule('500-after', 3), http: [500] },
	'502 with HTML': { ...rule('502', 3), http: [502] },
	'503 with HTML': { ...rule('503', 3), http: [503] },
	'200 garbage': rule('garbage'),
	'200 garbage, no effect': rule('garbage', 2, { effect: false }),
	'200 HTML': rule('html'),
	'200 empty': rule('empty'),
	'200 truncated JSON': rule('truncated'),
	'200 with a NUL in it': rule('nul'),
	'200 in no charset': rule('latin1'),
	'200 huge, 256 MiB': { ...rule('huge', 1, { bytes: 256 << 20 }), curl: [23], memory: true },
	'one result missing': { ...rule('missing', 1), asked: 1 },
	'all results twice': rule('duplicate', 1),
	'results of foreign keys': { ...rule('foreign', 1), asked: N },
	'a foreign result more': rule('foreign-extra', 1),
	'results without receipts': { ...rule('no-receipt', 1), asked: N },
	'results of another version': { ...rule('wrong-version', 1), asked: N },
	'codes as text': rule('text-code', 1),
	'results in another order': rule('shuffled', 1),
	'429 without Retry-After': { ...rule('429', 3), http: [429] },
	'429 with Retry-After: 1': { ...rule('429', 1, { retryAfter: 1 }), http: [429], pause: 1000 },
	'401 credentials': { ...rule('401', 1), stops: true },
	'403 credentials': { ...rule('403', 1), stops: true },
	'413 over 2 items': { ...rule('413', 20, { over: 2 }), least: 2 },
	'302 to elsewhere': { ...rule('302', 2, { location: `http://127.0.0.1:${trap.address().port}/` }), http: [302] },
	'reset before the answer': { ...rule('reset-before'), curl: [52, 55, 56] },
	'reset after the effect': { ...rule('reset-after'), curl: [52, 55, 56] },
	'reset in mid-body': { ...rule('reset-mid'), curl: [18, 56] },
	'reset after the body': rule('reset-late', 1),
	'refused, though it was taken': { ...rule('refused', 1), again: true },
	'receipts of somebody else': { ...rule('wrong-receipt', 1), mended: true },
	'one receipt for all': { ...rule('same-receipt', 1), mended: true, same: 1 },
	'clock of the platform ahead': { skew: 400, stranger: 4012, stops: true },
	'a frozen payload altered': { alter: true },
}

// one kept connection, so that a reset meets one that was used before
const env = { ...impatient(sim.url, dir), ZYZ_POST_PARALLEL: '1' }
const line = await inLine([...Object.keys(FAULTS), 'a clear sky', 'a reset'], { n: N, env, dir })
const poster = startPoster(env, dir)
const clerk = await staff('liwei')
const fired = async (kind) => (await sim.control('faults')).fired[kind] ?? 0
const states = () => value("SELECT state FROM destination WHERE code = 'exchange'")

/** Staff sends refused rows again from their pages. */
async function sendAgain(title) {
	await until(() => standing(title).refused === N, 10_000, { what: 'refused' })
	for (const { no } of ids(title))
		status(await clerk.post(`/platform/${no}/retry`), 303)
}

/** A receipt that is not theirs is found by comparing and mended with a click. */
async function compareAndMend(title, same = 0) {
	await accepted(title, N)
	assert.equal((await differences(title, sim)).length, N - same)
	status(await clerk.post('/platform/reconcile'), 303)
	await until(() => value("SELECT COUNT(*) FROM reconcile_run WHERE state IN ('asked', 'running')") === '0', 30_000)
	const rows = ids(title).map(({ id }) => id)
	const found = sql(`SELECT LOWER(HEX(uid)) AS no FROM reconcile_diff WHERE state = 'open' AND what = 'receipt' AND
		outbox_id IN (${rows.join()})`)
	assert.equal(found.length, N - same)
	for (const { no } of found)
		status(await clerk.post(`/platform/reconcile/${no}/mend`), 303)
	await until(async () => (await differences(title, sim)).length === 0, 20_000, { what: 'mended' })
	sql("UPDATE reconcile_diff SET state = 'mended' WHERE state = 'open'")
}

/** One bit of a row's hash turned, or turned back. */
const turn = (id) => sql(`UPDATE outbox SET payload_sha = CONCAT(CHAR(ASCII(payload_sha) ^ 1), SUBSTRING(payload_sha, 2))
	WHERE id = ${id}`)

async function begin(f) {
	await sim.control('reset', {})
	if (f.refused) {
		await sim.control('refuse', { on: true })
		await until(async () => !(await answers(sim.port)), 5000, { what: 'refusal' })
	} else if (f.skew)
		await sim.control('clock', { skew: f.skew })
	else if (f.kind)
		await sim.control('faults', { rules: [{ path: '/v1/', ...f }] })
}

/** How often it struck: by the simulator's own count, and by what the poster met. */
async function strikes(f, title) {
	const met = (f.curl ? tries(title, 'curl_code', f.curl) : 0) + (f.http ? tries(title, 'http_status', f.http) : 0)
	if (f.curl || f.http)
		assert.ok(met > 0, 'the poster met it')
	const times = f.kind ? await fired(f.kind) : f.stranger ? (await sim.control('report')).strangers[f.stranger] : met
	const least = f.least ?? (Number.isFinite(f.times) ? f.times : 1)
	assert.ok(times >= least, `${times} of ${least} strikes`)
	return times
}

async function through(name, f) {
	const title = line.title(name)
	await begin(f)
	const altered = f.alter ? ids(title)[0] : undefined
	if (altered)
		turn(altered.id)
	line.release(name)
	if (f.refused) {
		await until(() => tries(title, 'curl_code', f.curl) >= 3, 10_000, { what: 'refused thrice' })
		await sim.control('refuse', { on: false })
	}
	if (f.stops) {
		await until(() => states() === 'stopped', 10_000, { what: 'stopped' })
		assert.equal(sum(title, 'attempts'), 0, 'refused credentials count as no try')
		await sim.control('clock', { skew: 0 })
		destination('on')
	}
	if (f.again)
		await sendAgain(title)
	if (f.mended)
		await compareAndMend(title, f.same)
	if (altered) {
		await accepted(title, N - 1)
		assert.equal(value(`SELECT reason_code FROM outbox WHERE id = ${altered.id} AND state = 'refused'`), 'payload')
		turn(altered.id)
		status(await clerk.post(`/platform/${altered.no}/retry`), 303)
	}
	await accepted(title, N)
	return title
}

/** What this fault in particular must have led to. */
function special(f, title) {
	if (f.asked)
		assert.equal(via(title).query, f.asked, 'these were asked for')
	if (f.pause) {
		const ms = Number(value(`SELECT MAX(TIMESTAMPDIFF(MICROSECOND, t.at, o.settled_at)) / 1000 FROM attempt t JOIN outbox o
			ON o.id = t.outbox_id WHERE t.http_status = 429 AND o.id IN (${ids(title).map(({ id }) => id).join()})`))
		assert.ok(ms >= f.pause - 5, `waited ${ms} ms`)
	}
	if (f.memory) {
		const kib = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${poster.child.pid}/status`, 'utf8'))[1])
		assert.ok(kib < 100 * 1024, `the poster grew to ${kib} KiB`)
	}
}

for (const [name, f] of Object.entries(FAULTS))
	test(name, async () => {
		const title = await through(name, f)
		const times = f.alter ? 1 : await strikes(f, title)
		special(f, title)
		assert.deepEqual(await differences(title, sim), [])
		const { effects, posts } = await sim.control('report')
		assert.deepEqual({ effects, posts }, { effects: N, posts: f.again ? 2 * N : N })
		struck(name, times, f.stops ? `destination stopped, no try counted; resumed: ${told(title)}` : told(title))
	})

test('a poster that lets libcurl send again by itself is caught', async () => {
	poster.kill('SIGTERM')
	assert.equal((await poster.gone).code, 0)
	const binary = mutant(dir, 'again', [['shared/out/http_many.c', 'curl_easy_setopt(t->easy, CURLOPT_READFUNCTION, give_body);',
		'curl_easy_setopt(t->easy, CURLOPT_POSTFIELDS, ask->body.p); (void)give_body;']])
	const wrong = startPoster(env, dir, { binary })
	await sim.control('reset', {})
	line.release('a clear sky')
	await accepted(line.title('a clear sky'), N)
	await sim.control('faults', { rules: [{ path: '/v1/', kind: 'reset-after', times: 1 }] })
	line.release('a reset')
	// the repeated request has a number that was used before
	await until(() => states() === 'stopped', 10_000, { what: 'stopped' })
	assert.equal((await sim.control('report')).strangers[4015], 1)
	destination('on')
	await accepted(line.title('a reset'), N)
	wrong.kill('SIGTERM')
	await wrong.gone
}, { timeout: 90_000 })

test('a redirect was never followed, and no fault ended the poster', async () => {
	assert.equal(trap.visits, 0)
	assert.ok(Object.keys(FAULTS).length >= 20)
	print()
})

await end()

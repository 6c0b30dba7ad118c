// The poster is ended at one system call after the other, from its first word to the database until its answer is written
// down: while it posts, while it asks, and while it puts in line what programs noted. What it leaves behind another one brings to its end: nothing is lost,
// nothing is presented twice.
//
// log-allowed: destination exchange
import { execFileSync, spawnSync } from 'node:child_process'
import { assert, cleanup, end, sql, startSim, test, until, value } from '../http/lib.mjs'
import { destination, inLine, via } from './lib/line.mjs'
import { differences, impatient, plantMany, quiet, standing, startPoster, workFolder } from './lib/poster.mjs'
import { tracing } from './lib/sweep.mjs'
import { full, seed, table } from './lib/table.mjs'

const STRIDE = full ? 1 : 4
const EACH = 2
const MOST = 600                               // more system calls than one pass has
const dir = workFolder()
await quiet()
const sim = await startSim('platform', [])
cleanup(() => sim.stop())
const { struck, print } = table('ended at every system call in turn')
// a lease that nobody outlives: what a killed one held stays away from the next until we say so
const env = { ...impatient(sim.url, dir), ZYZ_POST_LEASE: '3600', ZYZ_POST_BATCH: String(EACH) }
const { lines: pass, calls: callsOf, endAt } = tracing(env, dir)

/** The system calls of one pass from its first word to the database until its answer is written down. */
function passOf(sent) {
	const { lines, from } = pass()
	const answer = lines.findIndex((line, i) => i > from && line.includes(sent))
	const commit = lines.findIndex((line, i) => i > answer && line.includes('COMMIT'))
	assert.ok(answer > from && commit > answer, `${from} ${answer} ${commit}`)
	assert.ok(commit - from < MOST, `${commit - from} calls`)
	return callsOf(lines).slice(from, commit + 3)
}

/** The rows that killed posters held are anybody's again. */
const expire = () => sql(`UPDATE outbox SET lease_until = NOW(3) - INTERVAL 1 SECOND WHERE state = 'leased'`)

async function sweep(next, sent) {
	next()
	const calls = passOf(sent)
	let killed = 0
	let tried = 0
	for (let i = seed % STRIDE; i < calls.length; i += STRIDE) {
		next()
		tried++
		killed += endAt(calls[i])
	}
	// polls come in varying numbers: a few ends may not be reached
	assert.ok(killed >= tried * 0.4, `${killed} of ${tried} ended`)
	return { killed, calls: calls.length, names: new Set(calls.map(({ name }) => name)).size }
}

/** Another poster finishes; then all is there once and was presented once. */
async function finish(label, n) {
	const title = line.title(label)
	expire()
	line.release(label)
	const last = startPoster({ ...env, ZYZ_POST_BATCH: '50' }, dir)
	await until(() => standing(title).accepted === n, 30_000, { what: `${n} accepted` })
	last.kill('SIGTERM')
	await last.gone
	assert.deepEqual(await differences(title, sim), [])
}

test('strace can end a program here', () => {
	assert.equal(spawnSync('strace', ['-qq', '-o', '/dev/null', '-e', 'inject=exit_group:signal=KILL', 'true']).signal, 'SIGKILL',
		'ptrace is not allowed here')
	execFileSync('strace', ['-V'], { stdio: 'ignore' })
})

const runs = Math.ceil(MOST / STRIDE) + 2
const N = runs * EACH
const line = await inLine(['post', 'ask'], { n: N, env, dir })
// every pass does the same: tonight's comparison would be in the first alone
sql("INSERT INTO reconcile_run (destination_id, state, started_at, ended_at) SELECT id, 'done', NOW(), NOW() FROM destination")

test('while it posts', async () => {
	const title = line.title('post')
	const { killed, calls, names } = await sweep(() => line.release('post', EACH), 'POST /v1/')
	await finish('post', N)
	const { effects, posts } = await sim.control('report')
	assert.deepEqual({ effects, posts }, { effects: N, posts: N })
	struck('kill -9 while posting', killed, `${calls} calls of ${names} kinds; ${N} accepted once, ${via(title).query ?? 0} by asking`)
}, { timeout: 300_000 })

test('while it asks for what may have arrived', async () => {
	const title = line.title('ask')
	await sim.control('reset', {})
	// requests that took effect or did not, and a poster that never heard which
	await sim.control('faults', { rules: [{ path: '/v1/', kind: 'hang', effect: 'random', rate: 1 }], seed })
	line.release('ask')
	const first = startPoster({ ...env, ZYZ_POST_BATCH: String(Math.min(100, Math.ceil(N / 12))), ZYZ_POST_PARALLEL: '32', ZYZ_HTTP_TIMEOUT: '60' }, dir)
	await until(() => standing(title).leased === N, 20_000, { what: 'all under way' })
	await until(async () => Object.values((await sim.control('faults')).fired)[0] >= N / 100, 20_000, { what: 'all sent' })
	first.kill('SIGKILL')
	await first.gone
	await sim.control('faults', { rules: [] })
	const arrived = (await sim.control('report')).effects
	assert.ok(arrived > 0 && arrived < N, `${arrived} of ${N} arrived`)
	destination('stopped')
	expire()
	// leases are taken back a thousand at a time
	for (let i = 0; i < 3 && standing(title).leased; i++)
		await startPoster(env, dir, { args: ['once'] }).gone
	assert.equal(standing(title).waiting, N)
	sql("UPDATE outbox SET next_at = NOW(3) + INTERVAL 1 DAY WHERE state = 'waiting'")
	destination('on')
	const { killed, calls, names } = await sweep(() => line.release('ask', EACH), 'GET /v1/')
	await finish('ask', N)
	const { effects, posts } = await sim.control('report')
	assert.deepEqual({ effects, posts }, { effects: N, posts: N })
	assert.ok(via(title).query >= arrived)
	struck('kill -9 while asking', killed, `${calls} calls of ${names} kinds; ${N} accepted once, ${via(title).query} by asking`)
}, { timeout: 300_000 })

/** Two records that have just taken effect, as a program notes them. */
function noted(titles) {
	const title = plantMany(EACH, 'made')
	titles.push(title)
	sql(`INSERT INTO outbox_todo (source, record_id, station_id) SELECT 'service_record', r.id, r.station_id FROM service_record r
		JOIN activity a ON a.id = r.activity_id WHERE a.title = '${title}'`)
}

test('while it puts in line what was noted', async () => {
	const titles = []
	await sim.control('reset', {})
	destination('stopped')
	const { killed, calls, names } = await sweep(() => noted(titles), 'DELETE t  FROM')
	assert.equal((await sim.control('report')).posts, 0)
	destination('on')
	const wanted = titles.length * EACH
	const all = () => titles.map((title) => standing(title))
	const last = startPoster({ ...env, ZYZ_POST_BATCH: '50' }, dir)
	await until(() => all().every((s) => s.accepted === EACH), 30_000, { every: 1000, what: 'all accepted' })
	last.kill('SIGTERM')
	await last.gone
	assert.ok(all().every((s) => s.total === EACH && s.receipts === EACH), 'one row each')
	assert.equal(value('SELECT COUNT(*) FROM outbox_todo'), '0')
	const { effects, posts } = await sim.control('report')
	assert.deepEqual({ effects, posts }, { effects: wanted, posts: wanted })
	struck('kill -9 while putting in line', killed, `${calls} calls of ${names} kinds; ${wanted} accepted once`)
	print()
}, { timeout: 300_000 })

await end()

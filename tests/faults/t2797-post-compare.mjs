// A long comparison with a platform goes in small steps: posting goes on meanwhile, and a poster that is killed in the middle
// leaves the rest to another, which ends with the same sums.
//
// COMPARE_ROWS=n makes it larger or smaller.
//
// log-allowed: destination exchange
import { assert, cleanup, end, sql, startSim, test, until, value } from '../http/lib.mjs'
import { accepted, inLine } from './lib/line.mjs'
import { differences, impatient, logOf, quiet, startPoster, standing, workFolder } from './lib/poster.mjs'
import { tracing } from './lib/sweep.mjs'
import { full, seed, table } from './lib/table.mjs'

const ROWS = Number(process.env.COMPARE_ROWS ?? 14_000)
const FEW = 500
const DAYS = 40
const SHOTS = 60
const EXCHANGE = "(SELECT id FROM destination WHERE code = 'exchange')"
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const dir = workFolder()
await quiet()
const sim = await startSim('platform', [])
cleanup(() => sim.stop())
const { struck, print } = table('a long comparison')
const env = impatient(sim.url, dir)
const line = await inLine(['meanwhile', 'after'], { n: SHOTS, env, dir })

// what other tests posted to platforms of their own is missing here as well
const OTHERS = Number(value(`SELECT COUNT(DISTINCT item_key) FROM outbox WHERE destination_id = ${EXCHANGE} AND state = 'accepted'`))
// rows that were accepted once, of two stations and forty days, and that the platform does not have
const OLD = "payload_sha = UNHEX(SHA2('t2797', 256))"
sql(`INSERT INTO outbox (destination_id, station_id, record_uid, idem, item_key, payload_sha, payload, kind, version, op, state,
	receipt, created_at, settled_at)
	SELECT ${EXCHANGE}, s.id, UNHEX(MD5(CONCAT('t2797-', q.seq))), UNHEX(MD5(CONCAT('t2797-', q.seq))),
	CONCAT('00', s.no, '-', MD5(CONCAT('t2797-', q.seq))), UNHEX(SHA2('t2797', 256)), 'x', 'service_record', 1, 'put', 'accepted',
	CONCAT('R', q.seq), NOW(3) - INTERVAL q.seq % ${DAYS} DAY, NOW(3) - INTERVAL 1 HOUR
	FROM seq_1_to_${ROWS} q JOIN station s ON s.no = 1 + q.seq % 2`)
cleanup(() => {
	sql(`DELETE f FROM reconcile_diff f JOIN outbox o ON o.id = f.outbox_id WHERE o.${OLD}`)
	sql(`DELETE FROM outbox WHERE ${OLD}; UPDATE reconcile_diff SET state = 'mended'`)
})

/** Asks for a comparison; returns its row id. */
function ask() {
	sql(`INSERT INTO reconcile_run (destination_id) VALUES (${EXCHANGE})`)
	return value('SELECT MAX(id) FROM reconcile_run')
}
const run = (id) => sql(`SELECT *, TIMESTAMPDIFF(MICROSECOND, started_at, NOW(3)) / 1000 AS took FROM reconcile_run WHERE id = ${id}`)[0]
const done = (id, ms = 60_000) => until(() => run(id).state === 'done' && run(id), ms, { what: 'comparison' })
const found = (id) => Number(value(`SELECT COUNT(*) FROM reconcile_diff WHERE run_id = ${id} AND what = 'missing' AND state = 'open'`))

/** What the run says, its days and its differences agree. */
function whole(id, rows) {
	const r = run(id)
	assert.equal(r.state, 'done')
	const n = Number(r.different)
	assert.ok(n >= rows && n <= rows + OTHERS, `${n} different, ${OTHERS} of others`)
	assert.equal(found(id), n)
	assert.equal(value(`SELECT COUNT(DISTINCT item_key) FROM reconcile_diff WHERE run_id = ${id}`), r.different)
	assert.ok(Number(r.ours) >= rows, `${r.ours} compared of ${rows}`)
	assert.equal(Number(r.ours) - Number(r.same), n)
	const [parts] = sql(`SELECT SUM(ours) AS ours, SUM(same) AS same FROM reconcile_part WHERE run_id = ${id}`)
	assert.deepEqual(parts, { ours: r.ours, same: r.same })
	// by station and day, against what stands in line
	const days = sql(`SELECT p.station_id, p.day, p.ours - p.same AS bad, (SELECT COUNT(*) FROM outbox o WHERE o.${OLD} AND
		o.station_id = p.station_id AND DATE(o.created_at) = p.day) AS wanted FROM reconcile_part p WHERE p.run_id = ${id}
		AND p.kind = 'service_record' HAVING wanted > 0`)
	assert.ok(days.length >= DAYS, `${days.length} days`)
	assert.equal(days.reduce((sum, d) => sum + Number(d.wanted), 0), rows)
	assert.ok(days.every((d) => Number(d.bad) >= Number(d.wanted)), JSON.stringify(days.find((d) => Number(d.bad) < Number(d.wanted))))
	return r
}

/** Lets records go one by one until fn says enough; returns how long the slowest waited, in ms. */
async function trickle(label, fn) {
	for (let i = 0; i < SHOTS && !fn(); i++) {
		line.release(label, 1)
		await wait(40)
	}
	const title = line.title(label)
	await until(() => standing(title).accepted + standing(title).waiting === SHOTS && standing(title).leased === 0, 20_000)
	return Number(value(`SELECT MAX(TIMESTAMPDIFF(MICROSECOND, o.next_at, o.settled_at)) / 1000 FROM outbox o
		JOIN service_record r ON r.uid = o.record_uid JOIN activity a ON a.id = r.activity_id AND a.title = '${title}'
		WHERE o.state = 'accepted' AND o.next_at < NOW(3)`))
}

let poster = startPoster(env, dir)
await until(() => value("SELECT COUNT(*) FROM reconcile_run WHERE state IN ('asked', 'running')") === '0', 60_000)

test('posting goes on while it is compared', async () => {
	const id = ask()
	await until(() => run(id).state !== 'asked', 20_000, { what: 'begun', every: 5 })
	let took
	const slowest = await trickle('meanwhile', () => {
		const r = run(id)
		took ??= r.state === 'done' ? r.took : undefined
		return took
	})
	const r = await done(id)
	took ??= r.took
	struck(`${ROWS} differences`, 1, `begun ${Math.round(took)} ms before they were all found; the slowest record meanwhile took ${Math.round(slowest)} ms`)
	whole(id, ROWS)
	assert.ok(slowest < Math.max(300, took / 3), `${slowest} ms of ${took}`)
}, { timeout: 120_000 })

test('a poster that is killed in the middle leaves the rest to another', async () => {
	const id = ask()
	const others = [poster]
	let kills = 0
	for (const part of [0.1, 0.3, 0.5, 0.7]) {
		others.push(startPoster(env, dir))
		await until(() => Number(run(id).different) > part * ROWS, 60_000, { what: `${part} of it` })
		const gone = others.shift()
		gone.kill('SIGKILL')
		await gone.gone
		kills++
	}
	poster = others[0]
	line.release('after')
	const r = await done(id)
	whole(id, ROWS)
	assert.ok(Number(r.epoch) > 1, 'nobody had to take it over')
	await accepted(line.title('after'), SHOTS)
	struck('poster killed while it compares', kills, `${r.epoch} posters in turn, the same sums`)
	assert.deepEqual(await differences(line.title('after'), sim), [])
}, { timeout: 180_000 })

test('one that lost its comparison to another writes nothing more to it', async () => {
	const id = ask()
	await until(() => Number(run(id).different) > 0.2 * ROWS, 30_000, { what: 'under way' })
	// somebody took it, and died
	sql(`UPDATE reconcile_run FORCE INDEX (PRIMARY) SET epoch = epoch + 1, lease_until = NOW(3) - INTERVAL 1 SECOND WHERE id = ${id} AND state = 'running'`)
	await done(id)
	const r = whole(id, ROWS)
	assert.equal(r.epoch, '3')
	assert.match(logOf(dir), /another poster goes on with the comparison/)
}, { timeout: 120_000 })

test('one that is told to stop leaves it at once', async () => {
	const id = ask()
	await until(() => Number(run(id).different) > 0, 30_000, { what: 'under way' })
	poster.kill('SIGTERM')
	assert.equal((await poster.gone).code, 0)
	const { state, lease_until } = run(id)
	if (state === 'running')
		assert.equal(value(`SELECT lease_until < NOW(3) FROM reconcile_run WHERE id = ${id}`), '1', lease_until)
	// one that ends when nothing is due ends the comparison before
	poster = startPoster(env, dir, { args: ['once'] })
	assert.equal((await poster.gone).code, 0)
	const r = whole(id, ROWS)
	assert.equal(Number(r.epoch), state === 'running' ? 2 : 1)
}, { timeout: 120_000 })

test('ended at any system call, the next goes on as if nothing had been', async () => {
	sql(`DELETE f FROM reconcile_diff f JOIN outbox o ON o.id = f.outbox_id WHERE o.${OLD};
		DELETE FROM outbox WHERE ${OLD} LIMIT ${ROWS - FEW}`)
	const { lines: pass, calls: callsOf, endAt } = tracing({ ...env, ZYZ_POST_LEASE: '3600' }, dir)
	ask()
	const { lines, from } = pass()
	const calls = callsOf(lines).slice(from)
	// thousands of calls, and a whole comparison after each: as many as fit
	const stride = Math.ceil(calls.length / (full ? 300 : 25))
	let killed = 0, tried = 0, between = 0
	for (let i = seed % stride; i < calls.length; i += stride) {
		const id = ask()
		tried++
		killed += endAt(calls[i])
		const { state, different } = run(id)
		between += state === 'running' && different !== '0'
		sql(`UPDATE reconcile_run SET lease_until = NOW(3) - INTERVAL 1 SECOND WHERE id = ${id} AND state = 'running'`)
		assert.equal((await startPoster(env, dir, { args: ['once'] }).gone).code, 0)
		whole(id, FEW)
	}
	// polls come in varying numbers, fewer where the machine has much to do: some ends are not reached
	assert.ok(killed >= tried * 0.4, `${killed} of ${tried} ended`)
	assert.ok(between > 0, 'none ended in the middle')
	struck('poster ended at a system call', killed, `${calls.length} calls; ${between} in the middle of the keys; the same sums`)
}, { timeout: 560_000 })

test('earlier findings are closed by a whole comparison alone', async () => {
	const last = value('SELECT MAX(id) FROM reconcile_run')
	const open = () => value(`SELECT COUNT(*) FROM reconcile_diff WHERE state = 'open' AND run_id <= ${last}`)
	assert.equal(open(), value(`SELECT different FROM reconcile_run WHERE id = ${last}`))
	await sim.control('faults', { rules: [{ path: '/v1/', method: 'GET', kind: 'reset-before' }] })
	const broken = ask()
	poster = startPoster(env, dir)
	await until(() => run(broken).state === 'failed', 30_000, { what: 'failed' })
	assert.match(run(broken).note, /127\.0\.0\.1: /)
	assert.notEqual(open(), '0')
	await sim.control('faults', { rules: [] })
	// now the platform has them, so to say
	sql(`UPDATE outbox SET state = 'withdrawn' WHERE ${OLD}`)
	const good = ask()
	await done(good)
	assert.equal(open(), '0')
	assert.ok(Number(run(good).different) <= OTHERS)
	poster.kill('SIGTERM')
	await poster.gone
	print()
}, { timeout: 120_000 })

await end()

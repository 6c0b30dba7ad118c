// What stands between the poster and the platform, and the poster itself: certificates, names, clocks, a proxy and a
// database that die, posters that are stopped, many or late. Each by itself, each seen to strike.
//
// log-allowed: destination exchange
// log-allowed: MariaDB|MySQL|server has gone away|read-only|Can't connect|Lost connection
import { assert, cleanup, end, sql, startSim, test, until, value } from '../http/lib.mjs'
import { startFront } from './lib/front.mjs'
import { accepted, destination, inLine, sum, told, tries, via } from './lib/line.mjs'
import { differences, impatient, killDatabase, logOf, otherClock, quiet, standing, startPoster, workFolder } from './lib/poster.mjs'
import { table } from './lib/table.mjs'

const N = 6
const MANY = 300
const dir = workFolder()
await quiet()
const sim = await startSim('platform', ['--control-port', '0'])
cleanup(() => sim.stop())
const front = await startFront(dir, sim.port)
const { struck, print } = table('doors, clocks and processes')
const patient = (base) => ({ ...impatient(base, dir), ZYZ_CA_FILE: front.ca, ZYZ_POST_LEASE: '2', ZYZ_POST_PARALLEL: '2' })
const env = patient(sim.url)
const fired = async () => Object.values((await sim.control('faults')).fired).reduce((a, b) => a + b, 0)
const strikes = (n = 1) => until(async () => await fired() >= n, 30_000, { what: 'the fault' })
const fault = (rule) => sim.control('faults', { rules: [{ path: '/v1/', method: 'POST', times: 1, ...rule }] })

/** Certificates and names: libcurl's word for each, and where it leads. */
const DOORS = {
	'certificate expired': [front.url('expired'), [60]],
	'certificate for another name': [front.url('wrongName'), [60]],
	'certificate of an unknown maker': [front.url('unknownMaker'), [60]],
	'TLS 1.1': [front.url('oldTls'), [35]],
	'no TLS where TLS should be': [`https://127.0.0.1:${sim.port}`, [35]],
	'a name that nobody knows': ['https://platform.invalid', [6, 28]],
}
const OTHERS = ['nginx killed in an exchange', 'stopped longer than the lease, effect', 'stopped longer than the lease, no effect',
	'clock of the poster ahead', 'clock of the poster a day behind', 'clock of the poster a day ahead', 'clock of the database set back',
	'MariaDB killed in an exchange', 'MariaDB read-only', 'told to end in an exchange']

const line = await inLine([...Object.keys(DOORS), ...OTHERS], { n: N, env, dir })
Object.assign(line, { many: (await inLine(['many posters'], { n: MANY, env, dir })) })

async function stop(poster, signal = 'SIGTERM') {
	poster.kill(signal)
	const { code } = await poster.gone
	if (signal === 'SIGTERM')
		assert.equal(code, 0)
}

/** Everything is there once, was presented once, and ours equals theirs. */
async function whole(name, times, n = N, words = '') {
	const title = name === 'many posters' ? line.many.title(name) : line.title(name)
	await accepted(title, n)
	assert.deepEqual(await differences(title, sim), [])
	const { effects, posts } = await sim.control('report')
	assert.deepEqual({ effects, posts }, { effects: n, posts: n })
	struck(name, times, `${words}${told(title)}`)
}

/** A test that begins with an empty platform and the name's records let go. */
const alone = (name, fn) => test(name, async () => {
	await sim.control('reset', {})
	await fn(line.title(name), () => line.release(name))
})

for (const [name, [url, codes]] of Object.entries(DOORS))
	alone(name, async (title, release) => {
		const poster = startPoster(patient(url), dir)
		release()
		const times = await until(() => tries(title, 'curl_code', codes), 15_000, { what: `curl ${codes}` })
		await stop(poster)
		assert.equal((await sim.control('report')).posts, 0)
		assert.equal(sum(title, 'doubtful'), 0, 'nothing can have arrived')
		const better = startPoster(patient(front.url('sound')), dir)
		await whole(name, times)
		await stop(better)
	})

test('no bad door heard a request; the sound one spoke HTTP/2', () => {
	for (const name of ['expired', 'wrongName', 'unknownMaker', 'oldTls'])
		assert.equal(front.requests(name), 0, name)
	assert.ok(front.requests('sound') > 0 && front.http2() > 0)
})

alone('nginx killed in an exchange', async (title, release) => {
	const poster = startPoster(patient(front.url('sound')), dir)
	await fault({ kind: 'slow-after', ms: 500 })
	release()
	await strikes()
	await front.kill()
	await until(() => tries(title, 'class', ["'ambiguous'"]) > 0, 10_000, { what: 'the lost answer' })
	await front.start()
	await whole('nginx killed in an exchange', 1)
	await stop(poster)
})

for (const [name, rule] of [[OTHERS[1], { kind: 'slow-after', ms: 500 }], [OTHERS[2], { kind: 'hang' }]])
	alone(name, async (title, release) => {
		const zombie = startPoster(env, dir)
		await fault(rule)
		release()
		await strikes()
		zombie.kill('SIGSTOP')
		const other = startPoster(env, dir)
		await accepted(title, N)
		const before = tries(title, 'epoch', [1])
		zombie.kill('SIGCONT')
		// it writes down what it met under its old lease, and changes nothing by it
		await until(() => tries(title, 'epoch', [1]) > before, 10_000, { what: 'the zombie\'s word' })
		assert.equal(standing(title).accepted, N)
		await whole(name, 1)
		await Promise.all([stop(zombie), stop(other)])
	})

/* Another clock than the database's: nothing is posted, a line says why, and with the right one all goes out. */
for (const [name, offset] of [[OTHERS[3], '+400s'], [OTHERS[4], '-1d'], [OTHERS[5], '+1d']])
	alone(name, async (title, release) => {
		const apart = () => logOf(dir).split("apart from the database's").length
		const before = apart()
		const wrong = startPoster({ ...env, ...otherClock(offset) }, dir)
		release()
		await until(() => apart() > before, 10_000, { what: 'its word' })
		await stop(wrong)
		assert.equal(sum(title, 'attempts'), 0)
		const right = startPoster(env, dir)
		await whole(name, 1, N, 'nothing posted by another clock; ')
		await stop(right)
	})

alone('clock of the database set back', async (title) => {
	sql(`UPDATE outbox o JOIN service_record r ON r.uid = o.record_uid JOIN activity a ON a.id = r.activity_id
		SET o.next_at = NOW(3) + INTERVAL 3 DAY WHERE a.title = '${title}'`)
	const poster = startPoster(env, dir)
	await whole('clock of the database set back', N)
	await stop(poster)
})

alone('MariaDB killed in an exchange', async (title, release) => {
	const poster = startPoster(env, dir)
	const lost = () => logOf(dir).split('not written down').length
	const before = lost()
	await fault({ kind: 'slow-after', ms: 800 })
	release()
	await strikes()
	await killDatabase(() => lost() > before)
	await whole('MariaDB killed in an exchange', 1)
	assert.equal(via(title).query, N, 'the answer could not be written down')
	await stop(poster)
})

alone('MariaDB read-only', async (title, release) => {
	const poster = startPoster(env, dir)
	await fault({ kind: 'slow-after', ms: 300 })
	release()
	await strikes()
	sql('SET GLOBAL read_only = 1')
	try {
		await until(() => Number(value(`SELECT TIMESTAMPDIFF(MICROSECOND, MAX(lease_until), NOW(3)) FROM outbox
			WHERE state = 'leased'`)) > 0, 10_000, { what: 'the lease is over' })
		assert.equal(standing(title).accepted, 0)
	} finally {
		sql('SET GLOBAL read_only = 0')
	}
	await whole('MariaDB read-only', 1)
	await stop(poster)
})

alone('told to end in an exchange', async (title, release) => {
	const poster = startPoster(env, dir)
	await fault({ kind: 'slow-after', ms: 400 })
	release()
	await strikes()
	await stop(poster)
	assert.deepEqual([standing(title).accepted, standing(title).leased], [N, 0], 'it finished what was under way')
	await whole('told to end in an exchange', 1)
})

test('many posters at once', async () => {
	await sim.control('reset', {})
	const posters = Array.from({ length: 4 }, () => startPoster({ ...env, ZYZ_POST_BATCH: '5' }, dir))
	line.many.release('many posters')
	await whole('many posters', posters.length, MANY)
	await Promise.all(posters.map((p) => stop(p)))
	print()
})

await end()

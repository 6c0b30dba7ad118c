// Only one machine was known to bear faults. Three database nodes and two program hosts behind one nginx, one of each killed, paused
// and cut off while residents send sheets and two posters post: nothing acknowledged is lost, nothing is there or posted twice, one
// ledger, and how long nobody is answered. Long: FAULTS_FULL=1 (make test-faults), Debian's packages by `nginx/packages cluster`, and root for
// network namespaces: without it this fails, and says so.
import { execFile, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { full, table } from './lib/table.mjs'

const { BUILD = 'build' } = process.env
const HOST_GAP = 5000, WRITER_GAP = 10_000, CLIENTS = 6
const port = 33_000 + 40 * (process.pid % 200)
const dir = mkdtempSync('/tmp/zyz-cl.'), VAR = join(dir, 'cluster')
if (full) Object.assign(process.env, { BASE_URL: `http://127.0.0.1:${port}`, PORT: String(port), DB_SOCKET: join(VAR, 'db3/sock') })
const { Client, assert, cleanup, end, sql, staff, status, test, until, value } = await import('../http/lib.mjs')
const { control } = await import('../sims/start.mjs')

test("HAProxy's check sends what its comment says", () => {
	const cfg = readFileSync('nginx/cluster/haproxy.cfg', 'utf8')
	const sent = [...cfg.matchAll(/tcp-check send-binary ([0-9a-f]+)/g)].map(([, hex]) => Buffer.from(hex, 'hex'))
	assert.ok(sent.every((packet) => packet.readUIntLE(0, 3) === packet.length - 4))
	assert.ok(sent[0].includes('zyz_check\0'))
	assert.equal(sent[1].subarray(5).toString(), [...cfg.matchAll(/^\t#   ((?:SELECT|FROM) .*)$/gm)].map(([, line]) => line).join(' '))
})
if (!full) {
	rmSync(dir, { recursive: true })
	await end()
	process.exit()
}

if (process.getuid() !== 0) {
	test('the cluster is tried', () => assert.fail('only root can cut a node off: make test-faults as root, or FAULTS_FULL= for the rest'))
	rmSync(dir, { recursive: true })
	await end()
	process.exit(1)
}

chmodSync(dir, 0o755)
const env = { ...process.env, VAR: dir, BUILD, PORT: String(port), WORKERS: '2', ZYZ_POST_BATCH: '4', ZYZ_POST_PARALLEL: '1', ZYZ_HTTP_TIMEOUT: '5', ZYZ_POST_LEASE: '30', ZYZ_SEAL_HEAD: '2' }
for (const name of ['ZYZ_CONF', 'LD_PRELOAD', 'DB_SOCKET']) delete env[name]
const cluster = (...args) => new Promise((done, failed) => execFile('nginx/cluster/cluster', args, { env, maxBuffer: 1 << 26 },
	(error, out, err) => error ? failed(new Error(`${args.join(' ')}: ${err || out}`)) : done(out)))
const on = (n, text) => execFileSync('mariadb', ['--no-defaults', `--socket=${VAR}/db${n}/sock`, '-BN', 'zyz', '-e', text], { encoding: 'utf8', timeout: 20_000, stdio: 'pipe' }).trim()
cleanup(() => cluster('stop').finally(() => rmSync(dir, { recursive: true, force: true })))

const { struck, print } = table('a cluster')
/** The platform is slow, so that posting goes on while everything dies. */
const slow = (async () => {
	const file = join(VAR, 'outside/run/sim-platform.port')
	await until(() => existsSync(file), 60_000)
	await control(`http://127.0.0.1:${readFileSync(file, 'utf8').trim()}`, 'set', { delay: 2000 })
})()
await Promise.all([cluster('start'), slow])
const platform = (path, body) => control(`http://127.0.0.1:${readFileSync(join(VAR, 'outside/run/sim-platform.port'), 'utf8').trim()}`, path, body)
const spaces = existsSync(join(VAR, 'spaces'))

// --- residents -------------------------------------------------------------------------------------------

const clerk = await staff('liwei')
const made = status(await clerk.submit('/needs/surveys/new', { template: 'community', title: '集群' }), 303)
const code = /surveys\/([a-z0-9]{8})\?/.exec(made.location)[1]
status(await clerk.post(`/needs/surveys/${code}/open`, {}), 303)
const sheet = { consent: 1, q1: '2', q2: '5', q3: '1', q4: ['1', '3', '4'], q5: '1', q6: '4', q7: '2', q8: '4', q9: '1', q10: '3', q12: '13900001111' }
const answersOn = (n) => Number(on(n, `SELECT COUNT(*) FROM response r JOIN survey s ON s.id = r.survey_id WHERE s.code = '${code}'`))
const acked = [], seen = {}
let over = false, from = 0
/** One sheet: sent again, the same one, until it is acknowledged, as a phone does. */
async function resident(k, n) {
	let key
	for (let tries = 0; !over || tries < 200; tries++) {
		const c = new Client({ from: `127.9.${k}.${1 + n % 200}` })
		try {
			key ??= (await c.getJson(`/needs/s/${code}`, { timeout: 4000 })).page?.Key
			const r = key && await c.post(`/needs/s/${code}`, { ...sheet, key, q11: `第 ${k}-${n} 份` }, { timeout: 4000 })
			seen[r?.status] = (seen[r?.status] ?? 0) + 1
			if (r?.status === 303) return acked.push(Date.now())
		} catch (error) {
			seen.broken = (seen.broken ?? 0) + 1
		}
		await pause(150)
		if (over && !key) return
	}
	assert.fail('a sheet was never acknowledged')
}
const residents = Array.from({ length: CLIENTS }, async (_, k) => {
	for (let n = 0; !over; n++) await resident(k, n)
})
/** The longest time without an answer since `from`. */
function gap() {
	const at = [from, ...acked.filter((t) => t > from), Date.now()]
	return Math.max(...at.slice(1).map((t, i) => t - at[i]))
}
/** All three are one cluster, and have what the others have: who was paused does not know at once that the others went on. */
const whole = async () => {
	const well = () => [1, 2, 3].every((n) => {
		try {
			const said = on(n, "SHOW STATUS WHERE Variable_name IN ('wsrep_cluster_size', 'wsrep_local_state_comment', 'wsrep_ready')")
			return /size\s+3/.test(said) && /Synced/.test(said) && /ready\s+ON/.test(said)
		} catch {
			return false
		}
	})
	for (let times = 0; times < 4; times = well() ? times + 1 : 0) await pause(700)
}
async function fault(name, most, strike, mend, ms = 9000) {
	from = Date.now()
	await strike()
	await pause(ms)
	const longest = gap()
	await mend()
	await whole()
	struck(name, 1, `longest without an answer ${(longest / 1000).toFixed(1)} s, acknowledged so far ${acked.length}`)
	assert.ok(longest <= most, `${name}: nobody was answered for ${longest} ms`)
}
/** The node with the programs' connections. */
const writer = () => [1, 2, 3].map((n) => {
	try {
		return [Number(on(n, "SELECT COUNT(*) FROM information_schema.processlist WHERE user LIKE 'zyz\\_%' AND user NOT IN ('zyz_check')")), n]
	} catch {
		return [-1, n]
	}
}).sort((a, b) => b[0] - a[0])[0][1]

test('a program host is killed, and comes back', () => fault('host killed', HOST_GAP, () => cluster('host', '2', 'kill'), () => cluster('host', '2', 'up')), { timeout: 120_000 })

test('the writer is killed; it comes back with old data and takes in what it missed', async () => {
	const n = writer()
	await fault('writer killed', WRITER_GAP, () => cluster('node', n, 'kill'), () => cluster('node', n, 'up'), 12_000)
	assert.notEqual(writer(), n, 'who took over stays')
}, { timeout: 200_000 })

test('the writer is paused, and goes on as if nothing had been', async () => {
	const n = writer()
	await fault('writer paused', WRITER_GAP, () => cluster('node', n, 'pause'), () => cluster('node', n, 'go'), 12_000)
}, { timeout: 200_000 })

test('the writer is cut off: without a majority it takes nothing, and is one of them again afterwards', async () => {
	const n = writer()
	assert.ok(spaces, 'no network namespaces here (ip netns add): nothing can be cut off')
	await fault('writer cut off', WRITER_GAP, () => cluster('node', n, 'cut'), async () => {
		assert.throws(() => on(n, 'INSERT INTO probe (id, at) VALUES (1, NOW(3)) ON DUPLICATE KEY UPDATE at = NOW(3)'))
		await cluster('node', n, 'join')
	}, 12_000)
}, { timeout: 200_000 })

test('a reserve is killed', async () => {
	const n = [1, 2, 3].find((k) => k !== writer())
	await fault('reserve killed', WRITER_GAP, () => cluster('node', n, 'kill'), () => cluster('node', n, 'up'))
}, { timeout: 200_000 })

test('what was acknowledged is there, once, on every node; nobody was told of an internal error', async () => {
	over = true
	await Promise.all(residents)
	const counts = [1, 2, 3].map(answersOn)
	struck('all of it', 5, `acknowledged ${acked.length}, rows on the nodes ${counts}, answers ${JSON.stringify(seen)}`)
	assert.ok(acked.length > 100, `only ${acked.length}`)
	assert.deepEqual(counts, [acked.length, acked.length, acked.length])
	assert.equal(seen[500], undefined)
	const faults = [1, 2].flatMap((h) => readdirSync(`${VAR}/host${h}/log`).filter((f) => f.endsWith('.log') && !/^(zyz-|web)/.test(f))
		.flatMap((f) => readFileSync(`${VAR}/host${h}/log/${f}`, 'utf8').split('\n').filter((line) => /ERR_DB |ERR_INTERNAL/.test(line))))
	assert.deepEqual(faults, [])
}, { timeout: 200_000 })

test('two posters posted all, nothing twice; two sealers made one ledger', async () => {
	await platform('set', { delay: 0 })
	await until(() => on(1, "SELECT (SELECT COUNT(*) FROM outbox_todo) + (SELECT COUNT(*) FROM outbox WHERE state <> 'accepted')") === '0', 150_000, { what: 'all posted' })
	const report = await platform('report')
	struck('two posters', 1, `rows ${on(1, 'SELECT COUNT(*) FROM outbox')}, effects ${report.effects}, sent again ${report.repeated}`)
	assert.deepEqual(report.twice, [])
	assert.equal(String(report.effects), on(1, 'SELECT COUNT(*) FROM outbox'))
	await until(() => on(1, 'SELECT (SELECT COUNT(*) FROM ledger_event) - (SELECT MAX(size) FROM tree_head)') === '0', 30_000)
	writeFileSync(join(dir, 'key'), (await new Client().get('/activity/ledger/key')).text)
	for (const n of [1, 2, 3])
		execFileSync(`${BUILD}/bin/zyz-verify`, ['ledger', '--socket', `${VAR}/db${n}/sock`, '--key', join(dir, 'key'), '--marks', join(VAR, 'outside/secret')])
	assert.match(await cluster('admin', 'recount'), /./)
}, { timeout: 200_000 })

test('one migrate at a time on all nodes; the lock of one that was killed is taken after half a minute', async () => {
	const migrate = (n) => spawn(`${BUILD}/bin/zyz-admin`, ['migrate'], { env: { ...env, ZYZ_DB_SOCKET: join(VAR, `db${n}/sock`), ZYZ_SECRET_DIR: join(VAR, 'outside/secret') } })
	const ended = (child) => new Promise((done) => child.on('close', done))
	const held = () => on(2, 'SELECT holder IS NOT NULL FROM admin_lock') === '1'
	let first
	// It is quick where nothing is new: tried until it is met at work.
	for (let i = 0; i < 30 && !(first && held()); i++) {
		if (first) {
			const gone = ended(first)
			first.kill('SIGCONT')
			await gone
		}
		first = migrate(1)
		await pause(60 + 15 * i)
		first.kill('SIGSTOP')
	}
	assert.ok(held(), 'one holds the lock')
	assert.equal(await ended(migrate(2)), 1, 'the second is refused')
	first.kill('SIGKILL')
	const began = Date.now()
	assert.equal(await ended(migrate(3)), 0)
	assert.ok(Date.now() - began > 20_000, 'it waited for a sign of life')
	assert.ok(!held())
}, { timeout: 120_000 })

cleanup(print)
await end()

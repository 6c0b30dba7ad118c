// poster.mjs - posters of one's own against a simulator of one's own, on the suite's database. The
// suite's loops are stopped meanwhile. Owns the processes it starts; they end with the test.
//
//	const post = await posting({ sim })
//	const p = post.start()
//	p.kill('SIGKILL')
import { execFileSync, spawn } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cleanup, end, sql, until, value } from '../../http/lib.mjs'
import { linedUp } from '../../http/lib/posting.mjs'

export const SECRET = 'demo-secret-of-the-simulator-0002'
export const BUILD = process.env.BUILD ?? 'build'
const VAR = process.env.VAR ?? 'var'
const running = new Set()

const killAll = () => running.forEach((child) => child.kill('SIGKILL'))
process.on('exit', killAll)
// what a test has started would keep it from ending
process.on('uncaughtException', () => void end())
for (const signal of ['SIGTERM', 'SIGINT'])
	process.on(signal, () => process.exit(1))

/** Runs nginx/suite for this suite: suite('stop', 'loops'). */
export const suite = (...words) => execFileSync('nginx/suite', words, { stdio: ['ignore', 'ignore', 'pipe'] })

export const pidOf = (name) => Number(readFileSync(`${VAR}/run/${name}.pid`, 'utf8').split(' ')[0])

/** kill -9, and started again, when this holds. */
export async function killDatabase(when = () => true) {
	const pid = pidOf('db')
	process.kill(pid, 'SIGKILL')
	// a process that has ended is no longer there, or waits for its parent
	await until(() => !existsSync(`/proc/${pid}`) || / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')), 10_000, { what: 'database gone' })
	await until(when, 10_000, { what: 'time to start it again' })
	await new Promise((resolve, reject) => spawn('nginx/suite', ['start', 'db'], { stdio: 'ignore' })
		.on('exit', (code) => (code ? reject(new Error('no database again')) : resolve())))
}

/** A folder that goes with the test, with the platform's secret in it. */
export function workFolder() {
	const dir = mkdtempSync(join(tmpdir(), 'zyz-post-'))
	writeFileSync(join(dir, 'secret'), SECRET, { mode: 0o600 })
	cleanup(async () => {
		// a poster that outlives its test would keep the test from ending
		killAll()
		await Promise.all([...running].map((child) => new Promise((resolve) => child.on('close', resolve))))
		rmSync(dir, { recursive: true })
	})
	return dir
}

/** Impatient settings, so that a minute shows what otherwise takes hours. */
export const impatient = (base, dir) => ({
	ZYZ_CONF: `${VAR}/conf`,
	ZYZ_PLATFORM_BASE: base,
	ZYZ_PLATFORM_SECRET_FILE: join(dir, 'secret'),
	ZYZ_HTTP_TIMEOUT: '1',
	ZYZ_POST_LEASE: '3',
	ZYZ_POST_IDLE_MS: '50',
	ZYZ_POST_BACKOFF_MS: '20',
	ZYZ_POST_OPEN_MS: '50',
})

/** The environment of a process whose clock is off by so much: '+400s', '-1d'. Durations stay as they are. */
export function otherClock(offset) {
	const triple = execFileSync('gcc', ['-print-multiarch'], { encoding: 'utf8' }).trim()
	return {
		LD_PRELOAD: `/usr/lib/${triple}/faketime/libfaketime.so.1`, FAKETIME: offset, FAKETIME_DONT_FAKE_MONOTONIC: '1',
		// a sanitized poster wants to be loaded first
		ASAN_OPTIONS: [process.env.ASAN_OPTIONS, 'verify_asan_link_order=0'].filter(Boolean).join(':'),
	}
}

/** Starts one poster. Returns { child, gone, kill(signal) }; its log is dir/post.log. */
export function startPoster(env, dir, { binary = `${BUILD}/bin/platform-post`, args = [], under = [] } = {}) {
	const [command, ...rest] = [...under, binary, ...args]
	const child = spawn(command, rest, {
		env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'],
	})
	running.add(child)
	writeFileSync(join(dir, 'post.log'), '', { flag: 'a' })
	child.stderr.on('data', (text) => appendFileSync(join(dir, 'post.log'), text))
	const gone = new Promise((resolve) => child.on('close', (code, signal) => {
		running.delete(child)
		resolve({ code, signal })
	}))
	return { child, gone, kill: (signal) => child.kill(signal) }
}

export const logOf = (dir) => readFileSync(join(dir, 'post.log'), 'utf8')

/** The suite's own loops rest while a test posts; the destination is as new, before and after. */
export async function quiet() {
	const asNew = () => sql(`UPDATE destination SET state = 'on', stop_reason = NULL, reconcile_only = 0
		WHERE code = 'exchange'; DELETE FROM breaker`)
	await linedUp()
	suite('stop', 'loops')
	asNew()
	// what an earlier test left in line would be posted among ours
	sql("UPDATE outbox SET state = 'parked', lease_until = NULL WHERE state IN ('waiting', 'leased')")
	cleanup(() => {
		asNew()
		suite('start', 'loops')
	})
}

/** Effective records, n of them, by the volunteers who consented; returns the activity's title. */
export function plantMany(n, label) {
	const title = `${label} ${Date.now().toString(36)}`.slice(0, 50)
	const day = new Date(Date.now() - 40 * 3_600_000).toISOString().slice(0, 10)
	sql(`INSERT INTO activity (uid, no, station_id, title, content, category, leader_name, starts_at, ends_at, place, state,
		created_by, published_at) SELECT RANDOM_BYTES(16), CONCAT('AF', LEFT(HEX(RANDOM_BYTES(8)), 14)), id, '${title}', '打扫',
		'0001', '王建国', '${day} 08:00:00', '${day} 20:00:00', '东风街 12 号院', 'archived', 1, '${day} 07:00:00'
		FROM station WHERE no = 1`)
	sql(`SET @i = 0; CREATE TEMPORARY TABLE who AS SELECT @i := @i + 1 AS i, person_id FROM (SELECT DISTINCT person_id FROM consent
		WHERE purpose = 'platform' AND withdrawn_at IS NULL AND person_id <= 60) c;
		INSERT INTO service_record (uid, no, station_id, activity_id, person_id, served_on, starts_at, ends_at, minutes, evidence,
		category, content, activity_published_at, reviewer_id, reviewed_at, effective_at, state)
		SELECT RANDOM_BYTES(16), CONCAT('RF', LEFT(HEX(RANDOM_BYTES(8)), 14)), a.station_id, a.id, w.person_id, '${day}',
		'${day} 09:00:00', '${day} 09:00:00' + INTERVAL 30 + s.seq % 200 MINUTE, 30 + s.seq % 200, 'scan', '0001', '打扫楼道',
		a.published_at, 1, NOW(), NOW(), 'effective' FROM seq_1_to_${n} s JOIN activity a ON a.title = '${title}'
		JOIN who w ON w.i = 1 + s.seq % (SELECT COUNT(*) FROM who w2)`.replace('(SELECT COUNT(*) FROM who w2)', '50'))
	return title
}

/** How the records of an activity stand: { total, waiting, leased, accepted, ... , receipts, sent: not accepted, but tried } */
export function standing(title) {
	const rows = sql(`SELECT COALESCE(o.state, 'none') AS state, COUNT(*) AS n, SUM(r.minutes) AS minutes, COUNT(c.id) AS receipts,
		SUM(o.first_sent_at IS NOT NULL AND o.state <> 'accepted') AS sent
		FROM activity a JOIN service_record r ON r.activity_id = a.id
		LEFT JOIN outbox o ON o.record_uid = r.uid AND o.destination_id = (SELECT id FROM destination WHERE code = 'exchange')
		LEFT JOIN receipt c ON c.outbox_id = o.id WHERE a.title = '${title}' GROUP BY o.state`)
	const found = { total: 0, none: 0, waiting: 0, leased: 0, accepted: 0, refused: 0, parked: 0, withdrawn: 0, receipts: 0, sent: 0 }
	for (const { state, n, receipts, sent } of rows) {
		found[state] = Number(n)
		found.total += Number(n)
		found.receipts += Number(receipts)
		found.sent += Number(sent)
	}
	return found
}

/** Our rows of an activity by key, and what differs from what the platform holds: a list of words, empty when equal. */
export async function differences(title, sim) {
	const ours = sql(`SELECT o.item_key AS k, o.version, o.receipt, o.state, r.minutes FROM activity a JOIN service_record r
		ON r.activity_id = a.id JOIN outbox o ON o.record_uid = r.uid WHERE a.title = '${title}'`)
	const all = (await sim.control('dump?kind=service_record')).filter((r) => r.item.activity_name === title)
	const theirs = new Map(all.map((r) => [r.key, r]))
	const wrong = []
	const { none, total } = standing(title)
	if (none)
		wrong.push(`${none} of ${total} were never put in line`)
	for (const { k, version, receipt, state, minutes } of ours) {
		const held = theirs.get(k)
		theirs.delete(k)
		if (!held)
			wrong.push(`${k} is ${state} here and unknown there`)
		else if (state !== 'accepted')
			wrong.push(`${k} is ${state} here and held there`)
		else if (held.receipt !== receipt || String(held.version) !== version)
			wrong.push(`${k}: ${receipt} v${version} here, ${held.receipt} v${held.version} there`)
		else if ((minutes / 60).toFixed(2) !== held.item.hours && Math.abs(minutes / 60 - Number(held.item.hours)) > 0.0051)
			wrong.push(`${k}: ${minutes} minutes here, ${held.item.hours} h there`)
	}
	for (const key of theirs.keys())
		wrong.push(`${key} is held there and unknown here`)
	const { twice } = await sim.control('report')
	return wrong.concat(twice.map((t) => `${t.id} took effect ${t.effects} times`))
}

/** Builds the poster with texts replaced in its sources (or shared/ROOM/FILE): what a test must catch. Returns the binary. */
export function mutant(dir, name, changes) {
	const tree = join(dir, name)
	const build = join(tree, 'build')
	const left = /(^|\/)(node_modules|\.git|build|var|shots)$/
	cpSync('.', tree, { recursive: true, preserveTimestamps: true, filter: (from) => !left.test(from) })
	mkdirSync(join(build, 'obj/cgi'), { recursive: true })
	for (const part of ['flags', 'libzyz.a', 'obj/shared', 'obj/cgi/platform-post'])
		cpSync(join(BUILD, part), join(build, part), { recursive: true, preserveTimestamps: true })
	for (const [file, from, to] of changes) {
		const path = join(tree, file.includes('/') ? file : `cgi/platform-post/${file}`)
		const text = readFileSync(path, 'utf8')
		if (!text.includes(from))
			throw new Error(`${file} no longer has: ${from}`)
		writeFileSync(path, text.replace(from, to))
	}
	const san = readFileSync(join(BUILD, 'flags'), 'utf8').includes('-fsanitize=') ? ['SAN=1'] : []
	execFileSync('make', ['-s', '-C', tree, 'BUILD=build', ...san, 'build/bin/platform-post'], {
		stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, MAKEFLAGS: '' },
	})
	return join(build, 'bin/platform-post')
}

export const states = () => value("SELECT state FROM destination WHERE code = 'exchange'")

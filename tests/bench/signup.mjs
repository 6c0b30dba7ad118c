// signup.mjs - a rush on a shift of 30 places, through nginx: once undisturbed, in turns with its floor, once while workers are
// killed; afterwards the messages are sent, against the simulator of WeChat.
//
//	signup.mjs SIGNUPS AT_ONCE       fails when anything is not exact
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { sql, staff, startSim, until, value } from '../http/lib.mjs'
import { faultsOf } from '../http/lib/line.mjs'
import { openShift } from '../http/lib/shift.mjs'

const [signups, atOnce] = process.argv.slice(2).map(Number)
const { BASE_URL, BUILD, PORT, VAR } = process.env
const TURNS = 10, MEMORY = 16
const PLACES = 30, PEOPLE = Math.ceil(signups * 0.6), MESSAGES = signups * 2, KILL_MS = 10_000, KILL_EVERY = 500, TRIES = 400
const say = (name, figure, unit = '', goal = '') => console.log(`${name.padEnd(58)} ${String(figure).padStart(12)} ${unit.padEnd(10)} target ${goal}`)
const hold = (holds, fault) => {
	if (holds) return
	console.error(`signup: ${fault}`)
	process.exitCode = 1
}

/** Volunteers of station 1 who have agreed, follow the account, and are signed in: only the token's hash is stored. */
function plant() {
	const secret = randomBytes(16).toString('hex')
	sql(`SET @s = (SELECT id FROM station WHERE no = 1), @p = (SELECT MAX(id) FROM person);
		INSERT INTO person (id, uid, name, birth_on, id_type, commit_salt) SELECT @p + seq, UNHEX(MD5(CONCAT('rush', seq))), CONCAT('志愿者', seq),
			'1980-01-01', '01', UNHEX(MD5(CONCAT('salt', seq))) FROM seq_1_to_${PEOPLE};
		INSERT INTO volunteer (person_id, no, station_id, region_code, registered_at) SELECT @p + seq, CONCAT('VRUSH', seq), @s, '610502002', NOW()
			FROM seq_1_to_${PEOPLE};
		INSERT INTO consent (person_id, purpose, given_at) SELECT @p + seq, w.purpose, NOW() FROM seq_1_to_${PEOPLE}
			JOIN (SELECT 'registration' purpose UNION SELECT 'record' UNION SELECT 'platform') w;
		INSERT INTO wechat_account (appid, openid, person_id, bound_at) SELECT 'wx-demo-station', CONCAT('oZYZ_', MD5(CONCAT('rush', seq))), @p + seq,
			NOW() FROM seq_1_to_${PEOPLE};
		INSERT INTO session (token_hash, kind, person_id, expires_at) SELECT UNHEX(SHA2(CONCAT('v', SHA2(CONCAT('${secret}', seq), 256)), 256)),
			'volunteer', @p + seq, NOW() + INTERVAL 1 DAY FROM seq_1_to_${PEOPLE};
		ANALYZE TABLE person, volunteer, consent, session, wechat_account`)
	return sql(`SELECT CONCAT('VRUSH', seq) no, CONCAT('v', SHA2(CONCAT('${secret}', seq), 256)) token, CONCAT('oZYZ_', MD5(CONCAT('rush', seq))) openid,
		SHA2(CONCAT('v', SHA2(CONCAT('${secret}', seq), 256)), 256) digest, v.person_id id
		FROM seq_1_to_${PEOPLE} JOIN volunteer v ON v.no = CONCAT('VRUSH', seq) ORDER BY seq`)
}

const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce })
function ask(method, path, token, body, base = BASE_URL) {
	return new Promise((resolve, reject) => {
		const headers = { Cookie: `zyz=${token}`, Accept: 'application/json' }
		if (body) Object.assign(headers, { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) })
		const req = http.request(new URL(path, base), { method, headers, agent, timeout: 60_000 }, (res) => {
			const parts = []
			res.on('data', (d) => parts.push(d)).on('error', reject)
			res.on('end', () => resolve({ status: res.statusCode, location: res.headers.location ?? '', text: Buffer.concat(parts).toString() }))
		})
		req.on('timeout', () => req.destroy(new Error('no answer in a minute'))).on('error', reject)
		req.end(body)
	})
}

/** fn for each of the list in its order, so many at once. */
async function each(list, fn) {
	let next = 0
	await Promise.all(Array.from({ length: atOnce }, async () => {
		while (next < list.length) {
			const i = next++
			await fn(list[i], i)
		}
	}))
}

/** Everybody once, and two of three once more at once after: in an order that nobody chose. */
function tapsOf(people) {
	const order = people.map((v) => [Math.random(), v]).sort((a, b) => a[0] - b[0]).map(([, v]) => v)
	return order.flatMap((v, i) => i < signups - PEOPLE ? [v, v] : [v])
}

/** One press: until it is answered, if `again`; what an answer of nginx without a worker is, is counted. */
async function press(path, v, again, seen) {
	for (let i = 0; ; i++) {
		const from = performance.now()
		const r = await ask('POST', path, v.token, `csrf=${v.csrf}`).catch((error) => ({ status: 0, text: String(error) }))
		if (!again || ![0, 502, 503].includes(r.status) || i === TRIES) return { ...r, took: performance.now() - from }
		seen.repeated++
		await pause(50)
	}
}

async function rush(s, taps, seen, { again = false, spread = 0 } = {}) {
	const path = `/recruit/shift/${s.no}/apply`
	const begin = performance.now()
	await each(taps, async (v, i) => {
		if (spread) await pause(Math.max(0, begin + spread * i / taps.length - performance.now()))
		const from = performance.now()
		const r = await press(path, v, again, seen)
		seen.took.push(r.took)
		if (r.status === 303 && /done=(got|lined_up)/.test(r.location)) seen.taps.push({ who: v.no, from, to: performance.now() })
		else seen.odd[r.status] = (seen.odd[r.status] ?? 0) + 1
	})
	seen.seconds += (performance.now() - begin) / 1000
}
const nothingSeen = () => ({ taps: [], odd: {}, repeated: 0, took: [], seconds: 0 })

/** The programs of our own suite anew, with this environment. */
function programs(env = {}) {
	execFileSync('nginx/suite', ['stop', 'programs'], { stdio: 'ignore' })
	execFileSync('nginx/suite', ['start', 'programs'], { stdio: 'ignore', env: { ...process.env, ...env } })
}

/** What a sign-up asks of the database once the shift is full, a statement to a line (asked.c). */
async function askedOf(s, [first, second, third]) {
	const tap = async (v) => {
		const r = await ask('POST', `/recruit/shift/${s.no}/apply`, v.token, `csrf=${v.csrf}`)
		if (r.status !== 303) throw new Error(`a sign-up was answered ${r.status}`)
	}
	const dir = `${VAR}/asked`
	mkdirSync(dir)
	execFileSync('sh', ['-c', '${CC:-gcc} -O2 -shared -fPIC -o "$0" tests/bench/asked.c $(pkg-config --cflags libmariadb)', `${dir}/asked.so`])
	programs({ LD_PRELOAD: `${dir}/asked.so`, ASKED: `${dir}/of` })
	const written = () => readdirSync(dir).filter((f) => f.startsWith('of.')).map((f) => `${dir}/${f}`)
	await tap(first)
	await tap(second)
	/* What a worker asks when it connects is no part of it. */
	await each(Array(8 * atOnce).fill(first), (v) => ask('GET', `/recruit/shift/${s.no}`, v.token))
	written().forEach((f) => rmSync(f))
	await tap(third)
	const lines = written().flatMap((f) => readFileSync(f, 'utf8').split('\n').filter((line) => line && !/^-\tSET /.test(line)))
	programs()
	return lines.map((line) => line.replaceAll(new RegExp(`\\bi${third.id},`, 'g'), 'P,'))
}

/** Nanoseconds that all threads of these processes ran. */
function ran(pids) {
	let ns = 0
	for (const pid of pids)
		for (const task of readdirSync(`/proc/${pid}/task`)) ns += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0])
	return ns
}
const pidIn = (path) => Number(readFileSync(path, 'utf8').split(' ')[0])
const below = (pid) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

/** One of those that take turns: how long its turns lasted, and what they cost nginx, the program and the database. */
class Turns {
	constructor(web, program) { Object.assign(this, { web, program, seconds: 0, cpu: [0, 0, 0] }) }
	costs() { return [below(this.web), below(this.program), [pidIn(`${VAR}/run/mysqld.pid`)]].map(ran) }
	async turn(fn) {
		const before = this.costs(), from = performance.now()
		await fn()
		this.seconds += (performance.now() - from) / 1000
		this.costs().forEach((ns, i) => { this.cpu[i] += ns - before[i] })
	}
	get us() { return this.cpu.map((ns) => ns / 1000 / signups) }
	get sum() { return this.us.reduce((a, b) => a + b) }
	say(what) {
		say(what, (signups / this.seconds).toFixed(0), '/s')
		say('   CPU of nginx, program, database; sum', `${this.us.map((us) => us.toFixed(0)).join(', ')}; ${this.sum.toFixed(0)}`, 'us')
	}
}

function floor(name, offset, program, ...args) {
	const dir = `${VAR}/floor`, port = Number(PORT) + offset
	execFileSync('tests/bench/signup-floor', [dir, String(port), name, program, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
	const turns = new Turns(pidIn(`${dir}/${name}.nginx.pid`), pidIn(`${dir}/${name}.program.pid`))
	return Object.assign(turns, { base: `http://127.0.0.1:${port}` })
}

/** In turns with the floor: so many to the one, as many to the other. */
async function undisturbed(s, people, trial) {
	const asked = await askedOf(trial, people)
	writeFileSync(`${VAR}/asked/all`, asked.map((line) => `${line}\n`).join(''))
	const product = new Turns(pidIn(`${VAR}/run/web.pid`), first()), same = floor('same', 1, 'replay', `${VAR}/asked/all`)
	const seen = nothingSeen(), taps = tapsOf(people), size = Math.ceil(taps.length / TURNS)
	for (let i = 0; i < taps.length; i += size) {
		const turn = taps.slice(i, i + size)
		const ours = () => product.turn(() => rush(s, turn, seen))
		const floors = () => same.turn(() => each(turn, async (v) => {
			const r = await ask('POST', '/', v.token, `p=${v.id}&t=${v.digest}`, same.base)
			if (r.status !== 303) throw new Error(`the floor answered ${r.status}: ${readFileSync(`${VAR}/asked/all.log`)}`)
		}))
		/* Who comes second finds the rows of these people in the caches. */
		for (const one of i / size % 2 ? [floors, ours] : [ours, floors]) await one()
	}
	report('undisturbed', s, seen)
	product.say('the product, in turns')
	same.say(`its floor: the same ${asked.length} round trips, in turns`)
	say('share of the floor', (same.seconds / product.seconds).toFixed(2), '', '>= 0.80')
	say('   by CPU', (same.sum / product.sum).toFixed(2))
}

function report(what, s, seen) {
	seen.took.sort((a, b) => a - b)
	const rank = (p) => seen.took[Math.floor((seen.took.length - 1) * p)].toFixed(1)
	say(`${what}: ${signups} taps of ${PEOPLE} people answered`, (signups / seen.seconds).toFixed(0), '/s')
	say('p50 of the last try', rank(0.5), 'ms')
	say('p99 of the last try', rank(0.99), 'ms')
	const odd = Object.entries(seen.odd).map(([status, n]) => `${n} times ${status}`).join(', ')
	say('answers other than admitted or lined up', odd || 0, '', '0')
	hold(!odd, `${what}: ${odd}`)
	const faults = faultsOf(s.no, { places: PLACES, people: PEOPLE, taps: seen.taps })
	say(`${PLACES} admitted, the line without a gap, nobody twice: faults`, faults.length, '', '0')
	hold(!faults.length, `${what}: ${faults.join('; ')}`)
}

const first = () => pidIn(`${VAR}/run/recruit.pid`)
function workers() {
	const pid = first()
	try {
		return below(pid)
	} catch {
		return undefined
	}
}

/** Kills a worker of our own suite twice a second; does what systemd does: a program that ended starts again a second after. */
async function killer(until, seen) {
	for (let at = performance.now(); at < until; at += KILL_EVERY) {
		const pids = workers()
		if (!pids) {
			seen.gaveUp++
			await pause(1000)
			execFileSync('nginx/suite', ['start', 'programs'], { stdio: 'ignore' })
		} else if (pids.length) {
			process.kill(pids[Math.floor(Math.random() * pids.length)], 'SIGKILL')
			seen.kills++
		}
		await pause(Math.max(0, at + KILL_EVERY - performance.now()))
	}
	if (workers()) return
	seen.gaveUp++
	execFileSync('nginx/suite', ['start', 'programs'], { stdio: 'ignore' })
}

async function killed(s, people) {
	const struck = { kills: 0, gaveUp: 0 }, seen = nothingSeen()
	await Promise.all([rush(s, tapsOf(people), seen, { again: true, spread: KILL_MS }), killer(performance.now() + KILL_MS, struck)])
	report('workers killed', s, seen)
	say('kills in ten seconds', struck.kills, '', KILL_MS / KILL_EVERY)
	say('requests repeated, cut off or answered 502 or 503', seen.repeated)
	say('the program gave up and was started again', struck.gaveUp, 'times')
}

/** Messages by WeChat to those people, all due now, with whatever the rush has told them. */
async function drained(people) {
	const sim = await startSim('wechat', ['--appid', 'wx-demo-station'])
	const to = people.slice(0, 500)
	await Promise.all(to.map((v) => sim.control('user', { openid: v.openid, subscribed: true })))
	sql(`DELETE FROM wechat_token;
		UPDATE message SET state = 'given_up', reason = 'off', next_at = NULL WHERE state IN ('waiting', 'sending');
		INSERT INTO message (client_msg_id, station_id, person_id, event, target_id, channel, name, happens_at, state, next_at, created_at)
			SELECT UNHEX(MD5(CONCAT('rush', q.seq))), v.station_id, v.person_id, 'approved', q.seq, 'wechat', '清理楼道', NOW() + INTERVAL 5 DAY,
			'waiting', NOW() - INTERVAL 1 SECOND, NOW() FROM seq_1_to_${MESSAGES} q
			JOIN volunteer v ON v.no = CONCAT('VRUSH', 1 + q.seq % ${to.length});
		ANALYZE TABLE message`)
	writeFileSync(`${VAR}/bench-wx`, 'demo-secret-of-the-simulator-0001\n')
	const from = performance.now()
	const child = spawn(`${BUILD}/bin/message-post`, [], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ZYZ_WX_APPID: 'wx-demo-station',
		ZYZ_WX_API_BASE: sim.url, ZYZ_WX_SECRET_FILE: `${VAR}/bench-wx`, ZYZ_WX_TEMPLATES: 'tests/sims/wechat/messages.hdf', ZYZ_QUIET_FROM: '0',
		ZYZ_QUIET_UNTIL: '0' } })
	let log = ''
	child.stderr.on('data', (d) => { log += d })
	const left = () => Number(value("SELECT COUNT(*) FROM message WHERE channel = 'wechat' AND state IN ('waiting', 'sending')"))
	await until(() => left() === 0, 600_000, { every: 200, what: `the messages are sent: ${log.slice(-500)}` })
	const seconds = (performance.now() - from) / 1000
	const memory = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024
	child.kill('SIGTERM')
	await new Promise((ok) => child.on('exit', ok))
	const sent = await sim.control('sent'), ids = new Set(sent.map((m) => m.client_msg_id))
	await sim.stop()
	say(`${MESSAGES} messages sent`, (MESSAGES / seconds).toFixed(0), '/s')
	say('that arrived, and different ones', `${sent.length}, ${ids.size}`, '', `${MESSAGES}, ${MESSAGES}`)
	say('memory of message-post at its highest', memory.toFixed(1), 'MB', `< ${MEMORY}`)
	hold(sent.length === MESSAGES && ids.size === MESSAGES, `messages: ${sent.length} arrived, ${ids.size} different`)
	hold(memory < MEMORY, `message-post took ${memory.toFixed(1)} MB`)
}

const people = plant()
const [clerk, reviewer] = [await staff('liwei'), await staff('wangfang')]
const open = (day, wanted = PLACES) => openShift(clerk, reviewer, { wanted, mode: 'direct', day })
const calm = await open(5), rough = await open(6), trial = await open(7, 1)
/* The page first, as people do; its token is the session's. */
await each(people, async (v) => { v.csrf = JSON.parse((await ask('GET', `/recruit/shift/${calm.no}`, v.token)).text).Page.Csrf })
await undisturbed(calm, people, trial)
await killed(rough, people)
await drained(people)
process.exit()

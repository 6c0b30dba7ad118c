#!/usr/bin/env node
// hours-certificate.mjs - what a certificate costs when its fonts are loaded, and how large it is: a PDF and a PNG of a
// volunteer with four records, asked for one after another; the first time, when it is drawn, and again, when the file is
// there. Milliseconds of the program's CPU (all its workers), and over HTTP.
//
// From the environment: BASE_URL, DB_SOCKET, VAR, BENCH_CERTIFICATES (200).
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { Client, sql, status } from '../http/lib.mjs'
import { served } from '../http/lib/recognition.mjs'

const { BENCH_CERTIFICATES = 200, VAR } = process.env
const say = (what, figure, unit, target) =>
	console.log(`${what.padEnd(52)} ${String(figure).padStart(12)} ${unit.padEnd(12)} target ${target}`)

/* A session as sign-in makes it: only the token's hash is stored. */
const [{ person_id: person, no }] = sql('SELECT person_id, no FROM volunteer WHERE station_id = 1 ORDER BY person_id DESC LIMIT 1')
const token = `v${randomBytes(32).toString('hex')}`
sql(`INSERT INTO session (token_hash, kind, person_id, expires_at)
	VALUES (UNHEX(SHA2('${token}', 256)), 'volunteer', ${person}, NOW() + INTERVAL 1 DAY)`)
const v = new Client()
v.jar.set(process.env.BASE_URL, 'zyz', token)
for (const [i, evidence] of ['scan', 'list', 'declared', 'backfill'].entries())
	served(no, { minutes: 60 + 25 * i, evidence, ago: 30 - i })
const { location } = status(await v.submit('/commend/certificate', { purpose: '升学' }), 303)
const [path] = /\/commend\/certificate\/C\d+/.exec(location)

const [parent] = readFileSync(`${VAR}/run/commend.pid`, 'utf8').split(' ')
const workers = execFileSync('pgrep', ['-P', parent], { encoding: 'utf8' }).trim().split('\n')
/* Milliseconds that they ran. */
const ran = () => workers.flatMap((pid) => readdirSync(`/proc/${pid}/task`).map((t) => `/proc/${pid}/task/${t}/schedstat`))
	.reduce((sum, f) => sum + Number(readFileSync(f, 'utf8').split(' ')[0]) / 1e6, 0)

/* Files that are there are taken away before each that is to be drawn. */
async function timed(kind, again, target) {
	const times = []
	let size = 0, used = 0
	// The first tenth finds workers that have not loaded their fonts yet.
	const cold = Math.max(40, BENCH_CERTIFICATES / 10)
	for (let i = -cold; i < BENCH_CERTIFICATES; i++) {
		if (!again) sql('DELETE FROM certificate_file')
		const before = ran(), from = process.hrtime.bigint()
		const r = status(await v.get(`${path}.${kind}`), 200)
		if (i >= 0) {
			times.push(Number(process.hrtime.bigint() - from) / 1e6)
			used += ran() - before
		}
		size = r.body.length
	}
	times.sort((a, b) => a - b)
	const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(1)
	const word = `certificate as ${kind.toUpperCase()}, ${again ? 'again' : 'the first time'}`
	say(`${word}: CPU`, (used / times.length).toFixed(2), 'ms', target)
	say('    over HTTP, median', at(0.5), 'ms', '')
	say('    nine of ten within', at(0.9), 'ms', '')
	if (!again) say('    size', (size / 1000).toFixed(1), 'KB', '< 100')
}
await timed('pdf', false, '<= 9')
await timed('pdf', true, '<= 1')
await timed('png', false, '')
await timed('png', true, '<= 1')
process.exit(0)

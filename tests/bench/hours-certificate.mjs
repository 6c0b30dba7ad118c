#!/usr/bin/env node
// hours-certificate.mjs - how long a certificate takes over HTTP when its fonts are loaded, and how large it is: a PDF
// and a PNG of a volunteer with four records, asked for one after another.
//
// From the environment: BASE_URL, DB_SOCKET, BENCH_CERTIFICATES (200).
import { randomBytes } from 'node:crypto'
import { Client, sql, status } from '../http/lib.mjs'
import { served } from '../http/lib/recognition.mjs'

const { BENCH_CERTIFICATES = 200 } = process.env
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

for (const kind of ['pdf', 'png']) {
	const times = []
	let size = 0
	// The first tenth finds workers that have not loaded their fonts yet.
	const cold = Math.max(40, BENCH_CERTIFICATES / 10)
	for (let i = -cold; i < BENCH_CERTIFICATES; i++) {
		const from = process.hrtime.bigint()
		const r = status(await v.get(`${path}.${kind}`), 200)
		if (i >= 0) times.push(Number(process.hrtime.bigint() - from) / 1e6)
		size = r.body.length
	}
	times.sort((a, b) => a - b)
	const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(1)
	say(`certificate as ${kind.toUpperCase()}, warm: median of ${times.length}`, at(0.5), 'ms', kind === 'pdf' ? '< 15' : '')
	say('    nine of ten within', at(0.9), 'ms', '')
	say('    size', (size / 1000).toFixed(1), 'KB', '< 100')
}
process.exit(0)

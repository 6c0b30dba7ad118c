// sign_in.mjs BASE DIR - signs people in, makes twenty surveys for the list, and writes wrk's
// scripts to DIR.
import fs from 'node:fs'
import { randomBytes } from 'node:crypto'
import { Client, DEMO_PASSWORD, sql } from '../http/lib.mjs'

const [, , base, dir] = process.argv
const quote = (s) => JSON.stringify(s)

async function session(login) {
	const c = new Client(base)
	await c.signInStaff(login, DEMO_PASSWORD)
	return c
}
const cookies = (c) => c.jar.header(new URL(base))

const clerk = await session('liwei')
for (let have = Number(sql('SELECT COUNT(*) n FROM survey WHERE station_id = 1')[0].n); have < 20; have++)
	await clerk.submit('/needs/surveys/new', { template: 'elder', title: `第 ${have + 1} 次走访调查` })
const rows = (await clerk.getJson('/needs/surveys')).page.Surveys.length
if (rows !== 20) throw new Error(`the list has ${rows} rows`)

/* A session for each demo volunteer, as sign-in makes them: only the token's hash is stored. */
const people = sql('SELECT person_id FROM volunteer ORDER BY person_id LIMIT 60').map((r) => r.person_id)
const requests = []
for (const person of people) {
	const token = `v${randomBytes(32).toString('hex')}`
	sql(`INSERT INTO session (token_hash, kind, person_id, expires_at)
		VALUES (UNHEX(SHA2('${token}', 256)), 'volunteer', ${person}, NOW() + INTERVAL 1 DAY)`)
	const c = new Client(base)
	c.jar.set(base, 'zyz', token)
	const { Csrf } = (await c.getJson('/account/me/consent')).page
	requests.push({ cookie: `zyz=${token}`, body: `purpose=record&action=give&csrf=${Csrf}` })
}

// A cookie keeps nginx from answering out of its cache: the program itself is measured.
fs.writeFileSync(`${dir}/public.lua`, `wrk.headers["Cookie"] = "zyz=none"\n`)
fs.writeFileSync(`${dir}/list.lua`, `wrk.headers["Cookie"] = ${quote(cookies(clerk))}\n`)
// Different people, as in life: posts to one row would wait for each other's disk write.
fs.writeFileSync(`${dir}/post.lua`, [
	'wrk.method = "POST"', 'local n = 0', 'local all = {',
	...requests.map((r) => `	{ ${quote(r.cookie)}, ${quote(r.body)} },`), '}',
	'function request()', '	n = n % #all + 1',
	'	return wrk.format("POST", nil, { ["Cookie"] = all[n][1],',
	'		["Content-Type"] = "application/x-www-form-urlencoded" }, all[n][2])', 'end', ''].join('\n'))
process.exit(0)

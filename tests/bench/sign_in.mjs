// sign_in.mjs BASE DIR - signs a clerk and a manager in, makes twenty surveys for the list, and writes wrk's scripts to DIR.
import fs from 'node:fs'
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

const manager = await session('zhangmin')
const { Form, Csrf } = (await manager.getJson('/station/edit')).page
const fields = ['name', 'address', 'phone', 'person_in_charge', 'open_hours', 'intro', 'area_m2', 'population']
const body = new URLSearchParams(fields.map((f) => [f, Form[f] ?? '']))
body.set('csrf', Csrf)

// A cookie keeps nginx from answering out of its cache: the program itself is measured.
fs.writeFileSync(`${dir}/public.lua`, `wrk.headers["Cookie"] = "zyz=none"\n`)
fs.writeFileSync(`${dir}/list.lua`, `wrk.headers["Cookie"] = ${quote(cookies(clerk))}\n`)
fs.writeFileSync(`${dir}/post.lua`, [
	'wrk.method = "POST"',
	`wrk.headers["Cookie"] = ${quote(cookies(manager))}`,
	'wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"',
	`wrk.body = ${quote(body.toString())}`, ''].join('\n'))
process.exit(0)

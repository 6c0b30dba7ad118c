// visit.mjs BASE TIMES - asks every GET page of the suite so many times, each as whom it is for: afterwards each worker has
// shown, and keeps, what it ever will.
import { randomBytes } from 'node:crypto'
import { Client, DEMO_PASSWORD, sql } from '../http/lib.mjs'
import { addressOf, pages } from './grow/pages.mjs'

const [, , base, times] = process.argv
const volunteer = `v${randomBytes(32).toString('hex')}`
sql(`INSERT INTO session (token_hash, kind, person_id, expires_at) SELECT UNHEX(SHA2('${volunteer}', 256)), 'volunteer',
	MIN(person_id) + 3, NOW() + INTERVAL 1 DAY FROM volunteer`)
// A cookie keeps nginx from answering out of its cache.
const as = { nobody: 'none', volunteer }
const clients = {}
for (const [who, token] of Object.entries(as)) {
	clients[who] = new Client(base)
	clients[who].jar.set(base, 'zyz', token)
}
for (const [who, login] of Object.entries({ manager: 'zhangmin', neighbour: 'liuyang', overseer: 'madan' })) {
	clients[who] = new Client(base)
	await clients[who].signInStaff(login, DEMO_PASSWORD)
}
for (const page of pages()) {
	const path = addressOf(page, sql)
	for (let i = 0; i < Number(times); i++) await clients[page.who].get(path)
}
process.exit(0)

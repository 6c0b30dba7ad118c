// A made county (make bench-county) is one that the programs themselves could have left: every sum agrees with its rows, every hour
// stands in the ledger under a signed head, sealed values open. And what replays a day on it counts what went wrong: an answer that
// is an error, one that leads to sign in, none at all, something sent that was not taken.
import { execFileSync } from 'node:child_process'
import { createServer } from 'node:http'
import { mixOf } from '../bench/county/mix.mjs'
import { plant, sizeOf } from '../bench/county/plant.mjs'
import { replay } from '../bench/county/replay.mjs'
import { Client, assert, cleanup, end, sql, test } from './lib.mjs'
import { Ledger, publicKey } from './lib/ledger.mjs'
import { unseal } from './lib/secret.mjs'

const { BUILD = 'build' } = process.env
const SCALE = 0.0005
const county = new Ledger('t9292')
cleanup(() => county.end())
const admin = (...args) => execFileSync(`${BUILD}/bin/zyz-admin`, args, { env: county.env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

test('a piece of the county agrees with itself, and its hours are proved', async () => {
	sql(`DROP DATABASE IF EXISTS ${county.db}; CREATE DATABASE ${county.db} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
	admin('migrate')
	admin('grant')
	const said = [], was = process.env.ZYZ_DB_NAME
	process.env.ZYZ_DB_NAME = county.db
	const size = plant(SCALE, { folder: county.folder, secret: 'x', say: (line) => said.push(line) })
	process.env.ZYZ_DB_NAME = was
	assert.deepEqual(size, sizeOf(SCALE))
	assert.match(said.at(-1), /^# station 1 of 1, .* 0 min to go$/)
	assert.equal(county.number('SELECT COUNT(*) FROM service_record'), 2500)
	assert.equal(county.number('SELECT COUNT(*) FROM service_record WHERE state = \'notice\' AND mark IS NULL'), 0)
	assert.match(admin('recount'), /all sums agree/)
	county.file('key', await publicKey(new Client()))
	await county.sealed()
	const checked = county.verify()
	assert.equal(checked.status, 0, checked.out + checked.err)
	const effective = county.number("SELECT COUNT(*) FROM service_record WHERE state = 'effective'")
	assert.equal(effective, 2250)
	assert.match(checked.out, new RegExp(`ok: ${effective} events sealed, 0 waiting`))
	const [home] = county.sql('SELECT HEX(uid) AS uid, HEX(phone_sealed) AS phone, id FROM household ORDER BY id DESC LIMIT 1')
	assert.equal(unseal('household.phone', Buffer.from(home.uid, 'hex'), Buffer.from(home.phone, 'hex')), `17${home.id.padStart(9, '0')}`)
	/* What is wrong is seen: one minute more in one row. */
	county.sql("UPDATE service_record SET minutes = minutes + 1, ends_at = ends_at + INTERVAL 1 MINUTE WHERE state = 'effective' ORDER BY id LIMIT 1")
	assert.throws(() => admin('recount'))
	assert.notEqual(county.verify().status, 0)
})

test('a replay counts what went wrong, in its class and in all', async () => {
	const mix = mixOf(sizeOf(SCALE)).filter((c) => ['/account/me', '/recruit/', '/activity/hours', '/account/desk', '/order/', '/activity/mine'].includes(c.of({})))
	mix.push({ name: 'sends', who: 'phone', day: 1, of: () => '/form', send: () => ({ path: '/form', body: 'a=1' }) })
	const answers = { '/account/me': [200], '/recruit/': [500], '/activity/hours': [303, '/account/sign-in?to=%2Factivity%2Fhours'], '/account/desk': [200],
		'/order/': [], '/activity/mine': [404] }
	const server = createServer((req, res) => {
		const [status, location] = req.url === '/form' ? [req.method === 'POST' ? 422 : 200] : answers[req.url]
		if (!status) return void req.socket.destroy()
		res.writeHead(status, location ? { location } : {}).end('x')
	})
	await new Promise((ok) => server.listen(0, '127.0.0.1', ok))
	cleanup(() => server.close())
	const base = `http://127.0.0.1:${server.address().port}`
	for (const how of [{ rate: 200 }, { atOnce: 4 }]) {
		const seen = await replay({ base, mix, weight: () => 1, who: () => ({ station: 101, person: 10001, token: 'v' }), seconds: 0.5, ...how })
		const of = (path) => seen.classes[mix.findIndex((c) => c.of({}) === path)]
		assert.ok(of('/account/me').n > 0 && of('/account/desk').n > 0)
		assert.equal(of('/account/me').errors + of('/account/desk').errors, 0)
		for (const path of ['/recruit/', '/activity/hours', '/order/', '/activity/mine']) {
			assert.ok(of(path).n > 0, path)
			assert.equal(of(path).errors, of(path).n, path)
		}
		assert.equal(of('/form').errors * 2, of('/form').n)
		assert.equal(seen.total.errors, seen.classes.reduce((n, c) => n + c.errors, 0))
		assert.equal(Object.values(seen.faults).reduce((a, b) => a + b), seen.total.errors)
		assert.equal(seen.faults['500 GET phone: list of activities'], of('/recruit/').n)
		assert.ok(seen.total.p99 >= seen.total.p50 && seen.total.p50 > 0)
	}
})

await end()

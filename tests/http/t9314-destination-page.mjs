// An overseer adds a platform, tries it with one record and switches it on, in the browser: good, refused, late, without TLS that
// can be trusted, with a wrong key. What is personal is masked, and no key comes back.
//
// log-allowed: destination t9314
import { writeFileSync } from 'node:fs'
import { noDestination } from './lib/destination.mjs'
import { assert, cleanup, end, guardGet, guardPost, sql, staff, startSim, status, test, until, value } from './lib.mjs'
import { lineOf, plantRecords } from './lib/posting.mjs'
import { makeCerts } from '../sims/certs.mjs'

const { VAR = 'var' } = process.env
const KEY = 'key-of-t9314-0123456789'
writeFileSync(`${VAR}/t9314-key`, KEY, { mode: 0o600 })
const sim = await startSim('platform', ['--app-id', 'county', '--secret-file', `${VAR}/t9314-key`])
cleanup(() => sim.stop())
cleanup(() => noDestination('t9314%'))
await noDestination('t9314%')
const overseer = await staff('madan')
const AT = '/platform/destinations/t9314'
const form = (changes = {}) => ({ name: '临渭区志愿服务平台', short_name: 't9314', profile: 'exchange', base_url: sim.url, app_id: 'county', password: KEY, ...changes })
const shown = async () => status(await overseer.getJson(AT), 200).page

/** Asked for on the page, done by the poster: the newest try with its end. */
async function tried() {
	status(await overseer.post(`${AT}/try`, { sure: 1 }), 303)
	return until(async () => {
		const [t] = (await shown()).Tries
		return !['asked', 'running'].includes(t.state) && t
	}, 60_000, { what: 'tried' })
}

test('what is wrong stands beside its field, and nothing is added', async () => {
	for (const [changes, field] of [[{ short_name: 'exchange' }, 'short_name'], [{ short_name: 'A B' }, 'short_name'], [{ base_url: 'http://platform.example' }, 'base_url'],
		[{ base_url: '' }, 'base_url'], [{ app_id: '' }, 'app_id'], [{ password: '' }, 'password'], [{ password: 'two words' }, 'password'],
		[{ profile: 'nowhere' }, 'profile'], [{ profile: 'file' }, 'base_url'], [{ name: '' }, 'name']]) {
		const { page } = status(await overseer.post('/platform/destinations/new', form(changes)), 422)
		assert.equal(page.Errors[0].field, field, JSON.stringify(changes))
		assert.equal(page.Form.password, undefined)
	}
	assert.equal(value("SELECT COUNT(*) FROM destination WHERE code LIKE 't9314%'"), '0')
})

test('one is added for the overseer\'s region, off; its key is on no page', async () => {
	const r = status(await overseer.post('/platform/destinations/new', form()), 303)
	assert.match(r.location, /\/platform\/destinations\/t9314\?done=dest_added$/)
	assert.deepEqual(sql("SELECT enabled, region_code, key_sealed IS NOT NULL AS k FROM destination WHERE code = 't9314'"),
		[{ enabled: '0', region_code: '610502', k: '1' }])
	for (const path of [AT, '/platform/destinations'])
		assert.ok(!status(await overseer.get(path), 200).text.includes(KEY))
	assert.ok((await shown()).Platform.mine === 1)
})

test('a try asks first, sends one record, and shows what went and what came', async () => {
	const [uid] = plantRecords({ person: 1, minutes: 95 })
	assert.match(status(await overseer.post(`${AT}/try`, {}, { headers: { Accept: 'text/html' } }), 200).text, /会真的送出一条/)
	const t = await tried()
	const person = sql('SELECT p.name, v.no FROM person p JOIN volunteer v ON v.person_id = p.id WHERE p.id = 1')[0]
	assert.equal(t.class, 'ok')
	assert.equal(t.receipt, lineOf(uid, 't9314').receipt)
	assert.equal(t.http_status, 200)
	assert.match(t.request, /POST .*\/v1\/service_records[^]*X-Signature: \*\*\*[^]*"activity_name":"楼道清洁日"/)
	const html = status(await overseer.get(AT), 200).text
	for (const secret of [KEY, person.name, person.no, '东风街 12 号院'])
		assert.ok(!html.includes(secret), secret)
})

test('refused: the platform\'s words', async () => {
	await sim.control('refuse_items', { field: 'place', value: '东风街 99 号院', code: 1002, message: '地点不在本区' })
	const [uid] = plantRecords({ person: 2, place: '东风街 99 号院' })
	const t = await tried()
	assert.deepEqual([t.class, t.reason], ['refused', '1002 地点不在本区'])
	assert.equal(lineOf(uid, 't9314').state, 'refused')
})

test('late, and with a wrong key: said, and the platform is not stopped by it', async () => {
	const [uid] = plantRecords({ person: 3 })
	status(await overseer.post(AT, { base_url: sim.url, app_id: 'county', password: 'wrong-key' }), 303)
	assert.deepEqual([(await tried())].map((t) => [t.class, t.http_status]), [['credentials', 401]])
	status(await overseer.post(AT, { base_url: sim.url, app_id: 'county', password: KEY }), 303)
	await sim.control('faults', { rules: [{ kind: '503', times: 1 }] })
	assert.equal((await tried()).http_status, 503)
	assert.equal((await shown()).Platform.state, 'off')
	assert.equal(lineOf(uid, 't9314').state, 'waiting')
	await until(async () => (await tried()).class === 'ok', 60_000, { what: 'the same record, once' })
	assert.equal(lineOf(uid, 't9314').state, 'accepted')
})

test('nobody listens, and TLS that nobody vouches for: the reason in words', async () => {
	plantRecords({ person: 4 })
	status(await overseer.post(AT, { base_url: 'http://127.0.0.1:9', app_id: 'county', password: '' }), 303)
	const gone = await tried()
	assert.equal(gone.class, 'transient')
	assert.match(gone.fault, /127\.0\.0\.1/)
	const { sound: c } = makeCerts(VAR)
	const tls = await startSim('platform', ['--app-id', 'county', '--secret-file', `${VAR}/t9314-key`, '--cert', c.cert, '--key', c.key])
	cleanup(() => tls.stop())
	status(await overseer.post(AT, { base_url: tls.url.replace(/^http:/, 'https:'), app_id: 'county', password: '' }), 303)
	const t = await tried()
	assert.equal(t.http_status, undefined)
	assert.match(t.fault, /SSL|certificate/i)
})

test('on and off ask first; what posts for more than the region is only looked at', async () => {
	status(await overseer.post(`${AT}/on`, { sure: 1 }), 303)
	assert.equal((await shown()).Platform.state, 'on')
	status(await overseer.post(`${AT}/on`, { sure: 1 }), 409)
	status(await overseer.post(`${AT}/off`, { sure: 1 }), 303)
	assert.equal((await shown()).Platform.state, 'off')
	for (const path of ['on', 'off', 'try'])
		status(await overseer.post(`/platform/destinations/exchange/${path}`, { sure: 1 }), 404)
	status(await overseer.post('/platform/destinations/exchange', { base_url: sim.url, app_id: 'x' }), 404)
	assert.equal(status(await overseer.getJson('/platform/destinations/exchange'), 200).page.Platform.mine, undefined)
	const done = sql("SELECT DISTINCT action FROM audit a JOIN destination d ON d.id = a.target_id AND a.target = 'destination' WHERE d.code = 't9314' ORDER BY 1").map((r) => r.action)
	assert.deepEqual(done, ['destination.add', 'destination.off', 'destination.on', 'destination.site', 'destination.try'])
	sql("UPDATE destination SET region_code = '610523' WHERE code = 't9314'")
	status(await overseer.getJson(AT), 404)
	status(await overseer.post(`${AT}/try`, { sure: 1 }), 404)
})

guardGet('/platform/destinations', { wrong: 'liwei' })
guardGet('/platform/destinations/new', { wrong: 'liwei' })
guardPost('/platform/destinations/new', { right: 'madan', wrong: 'liwei' })
await end()

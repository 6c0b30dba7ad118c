// What every address answers to nonsense: clear pages, the right status, no internals; and what happens while the
// database is away.
// log-allowed: ERR_DB_AWAY|ERR_RETRY|database|(error|warn) (platform-post|activity-close|ledger-seal)
import { execFileSync } from 'node:child_process'
import { Client, assert, end, staff, status, test, until } from './lib.mjs'

const anyone = new Client()
const clerk = await staff('liwei')

for (const [what, path] of [
	['an unknown page', '/needs/nothing/here'],
	['an unknown program', '/unknown/'],
	['an encoded slash', '/needs/s/a%2Fb'],
	['a NUL', '/needs/s/a%00b'],
	['bytes that are no UTF-8', '/needs/s/%ff%fe'],
	['an overlong dot', '/needs/s/%c0%ae'],
	['a way up', '/needs/s/%2e%2e/%2e%2e/etc/passwd'],
])
	test(`${what} is not found`, async () => {
		const r = await anyone.get(path)
		assert.ok([400, 404].includes(r.status), `${r.status}`)
		assert.ok(!/\.c:\d|SELECT|passwd:/.test(r.text))
	})

test('the wrong method is told which is right', async () => {
	const r = status(await clerk.getJson('/account/sign-out'), 405)
	assert.equal(r.headers.allow, 'POST')
})

test('too large a body is refused before it is read', async () => {
	const r = await clerk.post('/needs/ledger/new', { description: 'x'.repeat(200_000) })
	status(r, 413)
})

test('a body of another type is a bad request', async () => {
	const r = await clerk.upload('/needs/ledger/new', { description: 'x' }, []).catch((error) => ({ status: String(error) }))
	assert.ok([400, 403, 422].includes(r.status), `${r.status}`)
})

test('a thousand fields and broken escapes do no harm', async () => {
	const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`f${i}`, '1']))
	assert.ok([400, 422].includes((await clerk.submit('/needs/ledger/new', many)).status))
	assert.ok([200, 400].includes((await anyone.get('/?a=%zz&b=%')).status))
})

test('every answer carries the headers of a careful site, errors too', async () => {
	for (const path of ['/', '/needs/s/zzzzzzzz', '/unknown/', '/static/phone.css', '/needs/ledger']) {
		const { headers } = await anyone.get(path)
		assert.match(headers['content-security-policy'], /object-src 'none'; base-uri 'none'/, path)
		assert.equal(headers['x-content-type-options'], 'nosniff', path)
		assert.ok(headers['referrer-policy'], path)
	}
})

test('a session cookie is HttpOnly and SameSite', () => {
	const { attributes } = clerk.jar.get('zyz')
	assert.ok('httponly' in attributes)
	assert.match(attributes.samesite, /^(Lax|Strict)$/i)
})

test('a form from another site is refused', async () => {
	const { page } = await clerk.getJson('/needs/ledger/new')
	const r = await clerk.post('/needs/ledger/new', { csrf: page.Csrf }, { headers: { 'Sec-Fetch-Site': 'cross-site' } })
	status(r, 403)
})

test('the bigger letter is remembered and the page kept', async () => {
	const c = new Client()
	const r = status(await c.get('/needs/ledger?state=verified&font=xl'), 303)
	assert.match(r.location, /\/account\/sign-in|\/needs\/ledger\?state=verified$/)
	const front = status(await c.get('/?font=xl'), 303)
	assert.equal(new URL(front.location).pathname, '/')
	assert.match((await c.get('/')).text, /<html[^>]* class="[^"]*\bxl\b/)
})

test('while the database is away pages say so, and work again when it is back', async () => {
	execFileSync('nginx/suite', ['stop', 'db'])
	try {
		const page = status(await clerk.get('/needs/ledger'), 503)
		assert.match(page.text, /数据库/)
		assert.equal(page.headers['retry-after'], '10')
		assert.ok(!/\.c:\d|socket|mysql/.test(page.text))
		status(await anyone.get('/station/help'), 200)
		const health = status(await anyone.getJson('/healthz'), 503)
		assert.equal(health.json.database, 'down')
	} finally {
		execFileSync('nginx/suite', ['start', 'db'])
	}
	await until(async () => (await clerk.getJson('/needs/ledger')).status === 200, 20_000)
	await until(async () => (await anyone.getJson('/healthz')).status === 200, 60_000)
})

await end()

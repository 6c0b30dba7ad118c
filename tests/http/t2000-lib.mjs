// The helpers of the HTTP tests do what they say; above all, a failing test fails. Needs no suite.
import { spawnSync } from 'node:child_process'
import http from 'node:http'
import { fileURLToPath } from 'node:url'
import { Client, Jar, assert, cleanup, end, quote, status, test, until } from './lib.mjs'
import { rowsOf } from './lib/sql.mjs'

const LIB = new URL('./lib.mjs', import.meta.url).href

/** Runs a small test file of its own; returns its exit status and output. */
function run(source) {
	const got = spawnSync(
		process.execPath,
		[
			'--input-type=module',
			'-e',
			`import { test, end, assert, until } from '${LIB}'\n${source}`,
		],
		{ encoding: 'utf8', cwd: fileURLToPath(new URL('.', import.meta.url)) }
	)
	return [got.status, got.stdout]
}

test('a file of passing tests ends with 0', () => {
	const [code, out] = run('test("a", () => {}); test("b", async () => {}); await end()')
	assert.equal(code, 0)
	assert.equal(out, 'ok - a\nok - b\n1..2\n')
})

for (const [what, source] of Object.entries({
	'a failing assertion': 'test("a", () => assert.equal(1, 2)); await end()',
	'an exception in a promise': 'test("a", async () => { throw new Error("x") }); await end()',
	'undefined thrown': 'test("a", async () => { throw undefined }); await end()',
	'a test over its time': 'test("a", () => new Promise(() => {}), { timeout: 20 }); await end()',
	'a rejection nobody awaits':
		'test("a", () => { Promise.reject(new Error("stray")) });' +
		'test("b", () => new Promise((r) => setTimeout(r, 20))); await end()',
	'no test at all': 'await end()',
	'no test and no end()': '',
	'a failing test and no end()': 'test("a", () => assert.ok(false))',
}))
	test(`${what} ends with 1 and says not ok`, () => {
		const [code, out] = run(source)
		assert.equal(code, 1, out)
		assert.match(out, /^not ok - /m)
	})

test('tests run one after the other, and one failure does not stop the next', () => {
	const [code, out] = run(
		'const s = []; test("a", async () => {' +
			'await new Promise((r) => setTimeout(r, 30)); s.push(1); throw new Error("no") });' +
			'test("b", () => { s.push(2); assert.deepEqual(s, [1, 2]) }); await end()'
	)
	assert.equal(code, 1)
	assert.match(out, /^not ok - a\n# {3}Error: no[^]*^ok - b$/m)
})

test('until gives the first true value, or says what it waited for', async () => {
	let n = 0
	assert.equal(await until(() => ++n === 3 && 'three', 2000, { every: 1 }), 'three')
	await assert.rejects(
		until(
			() => {
				throw new Error('closed')
			},
			30,
			{ every: 5, what: 'door' }
		),
		/door not met within \d+ times 30 ms: closed/
	)
})

// A server that tells what it was sent, and speaks as a program of the suite does.
const server = http.createServer((req, res) => {
	const chunks = []
	req.on('data', (chunk) => chunks.push(chunk))
	req.on('end', () => {
		const url = new URL(req.url, 'http://x')
		if (url.pathname === '/go')
			return res
				.writeHead(303, {
					Location: '/echo?from=go',
					'Set-Cookie': ['sid=s1; Path=/; HttpOnly; Secure', 'old=; Max-Age=0'],
				})
				.end()
		const body = Buffer.concat(chunks)
		const Page = {
			Csrf: `token-${req.method}`,
			Key: 'once',
			Seen: {
				method: req.method,
				url: req.url,
				body: body.toString('latin1'),
				headers: req.headers,
			},
		}
		res.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(
			JSON.stringify({ Page })
		)
	})
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
cleanup(() => server.close())
const base = `http://127.0.0.1:${server.address().port}`
const seen = (answer) => answer.page.Seen

test('redirects are not followed unasked; cookies are kept and sent', async () => {
	const c = new Client({ base })
	const r = status(await c.get('/go'), 303)
	assert.equal(r.location, `${base}/echo?from=go`)
	const next = seen(await c.follow(r))
	assert.equal(next.url, '/echo?from=go')
	assert.equal(next.headers.cookie, 'sid=s1')
	assert.equal(next.headers.accept, 'application/json')
	assert.ok('httponly' in c.jar.get('sid').attributes)
	assert.throws(() => status(r, 200), /status 303 to .*expected 200/)
})

test('posts carry the last token, repeated fields and nothing undefined', async () => {
	const c = new Client({ base })
	assert.equal(
		seen(await c.post('/a', { q1: '甲 乙&', q2: ['b', 'c'], q3: undefined })).body,
		'q1=%E7%94%B2+%E4%B9%99%26&q2=b&q2=c'
	)
	assert.equal(seen(await c.post('/a', { q: 1 })).body, 'q=1&csrf=token-POST')
	assert.equal(seen(await c.post('/a', { q: 1, csrf: 'mine' })).body, 'q=1&csrf=mine')
	assert.equal(seen(await c.post('/a', { q: 1, csrf: null })).body, 'q=1')
	assert.equal(seen(await c.submit('/a', { q: 1 })).body, 'key=once&q=1&csrf=token-GET')
})

test('uploads keep bytes, names and types', async () => {
	const { headers, body } = seen(
		await new Client({ base }).upload('/u', { note: 'x' }, [
			{
				field: 'proof',
				name: '证明.png',
				type: 'image/png',
				content: Buffer.from([0, 255, 13, 10]),
			},
		])
	)
	const boundary = /boundary=(.+)$/.exec(headers['content-type'])[1]
	const parts = body.split(`--${boundary}`)
	assert.equal(parts.length, 4)
	assert.match(parts[1], /name="note"\r\n\r\nx\r\n$/)
	assert.ok(parts[2].endsWith('Content-Type: image/png\r\n\r\n\x00\xff\r\n\r\n'))
	assert.equal(parts[3], '--\r\n')
})

test('cookies respect path, host and age', () => {
	const jar = new Jar()
	const at = (text) => new URL(text)
	jar.take(at('http://127.0.0.1/account/sign-in'), [
		'a=1',
		'b=2; Path=/',
		'c=3; Path=/needs',
		'd=4; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
	])
	assert.equal(jar.header(at('http://127.0.0.1/account/me')), 'a=1; b=2')
	assert.equal(jar.header(at('http://127.0.0.1/needs')), 'b=2; c=3')
	assert.equal(jar.header(at('http://127.0.0.1/needsmore')), 'b=2')
	assert.equal(jar.header(at('http://localhost/')), '')
	jar.take(at('http://127.0.0.1/'), ['b=; Path=/; Max-Age=0'])
	assert.equal(jar.header(at('http://127.0.0.1/')), '')
	jar.take(at('http://station.example/'), ['s=1; Secure; Path=/'])
	assert.equal(jar.header(at('http://station.example/')), '')
	assert.equal(jar.header(at('https://station.example/')), 's=1')
})

test("SQL literals and the client's XML: quotes, NULL, line breaks", () => {
	assert.equal(quote("o'\\x"), "'o\\'\\\\x'")
	assert.equal(quote(null), 'NULL')
	assert.equal(quote(Buffer.from([0, 171])), "x'00ab'")
	const xml =
		'<resultset><row>\n\t<field name="a">&lt;b&gt; &amp;amp; "q"\nx</field>\n\t' +
		'<field name="n" xsi:nil="true" />\n\t' +
		'<field name="e"></field>\n  </row>\n\n  <row>\n\t<field name="a">NULL</field>\n  </row>\n' +
		'</resultset>'
	assert.deepEqual(rowsOf(xml), [{ a: '<b> &amp; "q"\nx', n: null, e: '' }, { a: 'NULL' }])
})

await end()

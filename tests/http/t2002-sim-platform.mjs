// The simulated platform keeps to profile exchange/1, and its faults do what they say. Needs no suite.
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import https from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, assert, cleanup, end, startSim, status, test, until } from './lib.mjs'
import { isResidentId } from '../sims/platform/fields.mjs'
import { makeCerts } from '../sims/certs.mjs'

const SECRET = 'demo-secret-of-the-simulator-0002'
const RECORDS = '/v1/service_records'
const dir = mkdtempSync(join(tmpdir(), 'sim-platform-'))
cleanup(() => rmSync(dir, { recursive: true }))
const sim = await startSim('platform', ['--control-port', '0'])
cleanup(() => sim.stop())

/** Signs by the words of the profile, not by the simulator's own function. */
function signed(method, path, body = '', { appId = 'zyz', secret = SECRET, skew = 0, nonce = randomBytes(16).toString('hex') } = {}) {
	const timestamp = String(Math.floor(Date.now() / 1000) + skew)
	const hash = createHash('sha256').update(body).digest('hex')
	const text = [method, path, timestamp, nonce, hash].join('\n')
	return {
		'X-App-Id': appId, 'X-Timestamp': timestamp, 'X-Nonce': nonce,
		'X-Signature': createHmac('sha256', secret).update(text).digest('hex'),
	}
}

function poster(base) {
	const client = new Client({ base })
	return {
		async raw(path, body, more = {}, headers = {}) {
			return client.request('POST', path, {
				body, timeout: more.timeout, headers: { 'Content-Type': 'application/json', ...signed('POST', path, body, more), ...headers },
			})
		},
		post(items, { path = RECORDS, ...more } = {}) {
			return this.raw(path, JSON.stringify({ items }), more)
		},
		get(path, more) {
			return client.get(path, { headers: signed('GET', path, '', more) })
		},
	}
}

const me = poster(sim.url)
const results = async (items, more) => status(await me.post(items, more), 200).json.results
const one = async (item, more) => (await results([item], more))[0]

const PERSON = { volunteer_no: 'V2600100012', name: '李秀英', id_type: '01', id_no: '11010519491231002X' }
const record = (changes = {}) => ({
	key: '610502001-000001-1', version: 1, op: 'put', ...PERSON, activity_name: '楼道清洁日', date: '2025-05-06',
	start: '2025-05-06 09:00:00', end: '2025-05-06 11:30:00', hours: '2.50', place: '东风街 12 号院', content: '清扫楼道',
	organiser: '向阳社区居委会', person_in_charge: '王建国', region: '610502000000000000', category: '0001', evidence: 'scan',
	...changes,
})
const without = (item, name) => Object.fromEntries(Object.entries(item).filter(([key]) => key !== name))
const numbered = (n, from = 1) => Array.from({ length: n }, (_, i) => record({ key: `610502001-${String(from + i).padStart(6, '0')}-1` }))

const clean = (name, fn) => test(name, async () => {
	await sim.control('reset', {})
	await fn()
})

clean('an item is accepted; the same again has the same receipt and no second effect', async () => {
	const first = await one(record())
	assert.equal(first.code, 0)
	assert.match(first.receipt, /^R\d{14}$/)
	assert.deepEqual(await one(record()), first)
	assert.deepEqual(await one(Object.fromEntries(Object.entries(record()).reverse())), first, 'order of fields is no difference')
	const report = await sim.control('report')
	assert.equal(report.effects, 1)
	assert.equal(report.posts, 3)
	assert.equal(report.repeated, 2)
	assert.deepEqual(report.twice, [])
	assert.equal(report.minutes.service_record, 150)
})

clean('the same version with other content is refused, a higher one replaces, a lower one is 409', async () => {
	const first = await one(record())
	assert.equal((await one(record({ place: '西风街' }))).code, 1102)
	const next = await one(record({ version: 3, hours: '2.00' }))
	assert.equal(next.code, 0)
	assert.notEqual(next.receipt, first.receipt)
	const late = await me.post([record({ version: 2 })])
	assert.equal(late.status, 409)
	assert.deepEqual(late.json.results.map(({ code, version }) => [code, version]), [[409, 3]])
	const mixed = await results([record({ version: 2 }), record({ key: '610502001-000002-1' })])
	assert.deepEqual(mixed.map((r) => r.code), [409, 0])
	assert.equal((await sim.control('report')).minutes.service_record, 120 + 150)
})

clean('withdrawing: needs a record, takes it out of the sums, stays in the list', async () => {
	const gone = { key: '610502001-000001-1', version: 2, op: 'withdraw' }
	assert.equal((await one(gone)).code, 1104)
	await one(record())
	assert.equal((await one(gone)).code, 0)
	const held = (await me.get(`${RECORDS}/610502001-000001-1`)).json
	assert.equal(held.version, 2)
	assert.equal(held.op, 'withdraw')
	const report = await sim.control('report')
	assert.equal(report.minutes.service_record, undefined)
	assert.deepEqual(report.kinds.service_record, { put: 0, withdraw: 1 })
	assert.equal((await me.get(`${RECORDS}?from=2025-05-06&to=2025-05-06`)).json.items.length, 1)
})

const REFUSED = [
	['hours', undefined, 1001], ['place', '', 1001], ['volunteer_no', undefined, 1001], ['evidence', 'gps', 1002],
	['hours', '2.5', 1002], ['hours', 2.5, 1002], ['hours', '0.00', 1305], ['hours', '2.60', 1303], ['date', '2025-02-30', 1002],
	['start', '2025-05-06 24:00:00', 1002], ['end', '2025-05-06 09:00:00', 1301], ['date', '2025-05-05', 1302],
	['region', '610502', 1002], ['category', '1', 1002], ['id_no', '110105194912310021', 1101], ['id_no', '11010519491231002x', 1101],
	['id_no', '110105194902300021', 1101], ['id_type', '42', 1002], ['activity_name', '字'.repeat(51), 1003], ['remark', 'a\0b', 1002],
	['op', 'delete', 1005], ['op', undefined, 1005], ['colour', 'red', 1004],
]
for (const [name, value, code] of REFUSED)
	clean(`a service record is refused with ${code} for ${name} = ${JSON.stringify(value)?.slice(0, 24)}`, async () => {
		const item = value === undefined ? without(record(), name) : record({ [name]: value })
		const got = await one(item)
		assert.equal(got.code, code, got.message)
		assert.match(got.message, /\p{Script=Han}/u)
		assert.equal((await sim.control('report')).records, 0)
	})

clean('a service in the future is refused', async () => {
	const day = new Date(Date.now() + (8 + 48) * 3600e3).toISOString().slice(0, 10)
	assert.equal((await one(record({ date: day, start: `${day} 09:00:00`, end: `${day} 11:30:00` }))).code, 1304)
})

test('id numbers: check digit and birth date', () => {
	assert.ok(isResidentId('11010519491231002X'))
	assert.ok(!isResidentId('110105194912310020'))
	assert.ok(!isResidentId('1101051949123100'))
})

const OTHERS = {
	volunteer: {
		...PERSON, sex: '2', birth: '1949-12-31', region: '610502000000000000', phone: '13800138000', skills: '护理照护', categories: '0001,0017',
	},
	training_record: { ...PERSON, training_name: '急救入门', content: '心肺复苏', hours: '1.50', organiser: '红十字会', date: '2025-04-01' },
	commendation: { ...PERSON, title: '最美志愿者', date: '2025-03-05', awarder: '临渭区' },
	evaluation: { ...PERSON, rating: '5', date: '2025-05-07', organiser: '向阳社区居委会' },
}
for (const [kind, fields] of Object.entries(OTHERS))
	clean(`kind ${kind}: taken whole, refused when a mandatory field is missing`, async () => {
		const item = { key: '610502001-000009-1', version: 1, op: 'put', ...fields }
		const path = `/v1/${kind}s`
		for (const name of Object.keys(fields)) {
			const got = await one(without(item, name), { path })
			assert.equal(got.code, 1001, `${name}: ${JSON.stringify(got)}`)
		}
		const first = await one(item, { path })
		assert.equal(first.code, 0, first.message)
		assert.equal((await me.get(`${path}/610502001-000009-1`)).json.receipt, first.receipt)
		status(await me.get(`${RECORDS}/610502001-000009-1`), 404, 'kinds do not share keys')
	})

clean('a volunteer\'s birth must agree with the id number', async () => {
	const item = { key: 'v-1', version: 1, op: 'put', ...OTHERS.volunteer, birth: '1949-12-30' }
	assert.equal((await one(item, { path: '/v1/volunteers' })).code, 1103)
})

clean('one bad item does not spoil its batch', async () => {
	const got = await results([record(), record({ key: 'b-2', hours: '9' }), record({ key: 'b-3' })])
	assert.deepEqual(got.map((r) => r.code), [0, 1002, 0])
})

clean('who signs wrongly gets 401: app, secret, nonce, time, body', async () => {
	const body = JSON.stringify({ items: [record()] })
	const why = async (more, sent = body) => {
		const answer = await me.raw(RECORDS, body, more, sent === body ? {} : { 'X-Signature': signed('POST', RECORDS, sent)['X-Signature'] })
		return [answer.status, answer.json.code]
	}
	assert.deepEqual(await why({ appId: 'other' }), [401, 4011])
	assert.deepEqual(await why({ secret: 'other' }), [401, 4014])
	assert.deepEqual(await why({ nonce: 'short' }), [401, 4013])
	assert.deepEqual(await why({ skew: -310 }), [401, 4012])
	assert.deepEqual(await why({ skew: 310 }), [401, 4012])
	assert.deepEqual(await why({}, `${body} `), [401, 4014])
	const nonce = randomBytes(16).toString('hex')
	assert.deepEqual(await why({ nonce, skew: -200 }), [200, 0])
	assert.deepEqual(await why({ nonce, skew: 100 }), [401, 4015])
	await sim.control('clock', { skew: 900 })
	assert.deepEqual(await why({}), [401, 4012])
	status(await me.get(`${RECORDS}/x`, { secret: 'other' }), 401)
})

clean('what is no batch: 400, 404, 405, 413, 415', async () => {
	for (const body of ['', '[]', '{"items":{}}', '{"items":[]}', '{"items":[null]}', '{"items":[{"version":1}]}', '{"items":[{"key":"a","version":0}]}', '{"items":'])
		status(await me.raw(RECORDS, body), 400, body)
	status(await me.post([record()], { path: '/v1/nothings' }), 404)
	const put = await new Client({ base: sim.url }).request('PUT', RECORDS, { body: '{}', headers: signed('PUT', RECORDS, '{}') })
	status(put, 405)
	status(await me.post(numbered(101)), 413)
	status(await me.raw(RECORDS, 'a=1', {}, { 'Content-Type': 'text/plain' }), 415)
	assert.equal((await results(numbered(100))).length, 100)
})

clean('GET by key and the paged list by station and day', async () => {
	await results(numbered(7))
	await results([record({ key: '610502002-000001-1' }), record({ key: '610502001-000099-1', date: '2025-05-07', start: '2025-05-07 09:00:00', end: '2025-05-07 11:30:00' })])
	const held = status(await me.get(`${RECORDS}/610502001-000003-1`), 200).json
	assert.deepEqual([held.code, held.version], [0, 1])
	status(await me.get(`${RECORDS}/none`), 404)
	const keys = []
	let after = ''
	do {
		const { items, next } = (await me.get(`${RECORDS}?station=610502001&from=2025-05-06&to=2025-05-06&after=${after}&limit=3`)).json
		assert.ok(items.length <= 3)
		keys.push(...items.map((i) => i.key))
		after = next
	} while (after)
	assert.deepEqual(keys, numbered(7).map((i) => i.key))
	assert.equal((await me.get(RECORDS)).json.items.length, 9)
})

clean('planted refusals and unknown volunteers', async () => {
	await sim.control('refuse_items', { field: 'name', value: '李秀英', code: 1203 })
	assert.deepEqual(await one(record()), { key: record().key, version: 1, code: 1203, message: '志愿者编号不存在' })
	await sim.control('reset', {})
	await sim.control('set', { strictVolunteers: true })
	assert.equal((await one(record())).code, 1203)
	await one({ key: 'v-1', version: 1, op: 'put', ...OTHERS.volunteer }, { path: '/v1/volunteers' })
	assert.equal((await one(record())).code, 0)
	await sim.control('set', { strictVolunteers: false })
})

clean('without idempotency every post is an effect, and the counter shows it', async () => {
	await sim.control('set', { idempotent: false })
	const [first, second] = [await one(record()), await one(record())]
	await sim.control('set', { idempotent: true })
	assert.notEqual(first.receipt, second.receipt)
	assert.deepEqual((await sim.control('report')).twice, [{ id: 'service_record 610502001-000001-1 1', posts: 2, effects: 2 }])
})

test('with --state an acknowledged item survives kill -9, and a torn last line does no harm', async () => {
	const file = join(dir, 'state')
	const before = await startSim('platform', ['--state', file])
	const first = (await poster(before.url).post(numbered(20))).json.results
	await before.stop('SIGKILL')
	assert.equal(readFileSync(file, 'utf8').trim().split('\n').length, 20)
	appendFileSync(file, '{"kind":"service_record","item":{"key":"torn')
	const after = await startSim('platform', ['--state', file])
	try {
		assert.deepEqual((await poster(after.url).post(numbered(20))).json.results, first)
		const more = (await poster(after.url).post([record({ key: 'new-1' })])).json.results[0]
		assert.ok(!first.some((r) => r.receipt === more.receipt), 'receipts go on where they were')
	} finally {
		await after.stop('SIGKILL')
	}
	const third = await startSim('platform', ['--state', file])
	assert.equal((await third.control('report')).records, 21)
	await third.stop()
})

/** Sends one record through one fault; says what the client felt and whether the platform took it. */
async function through(rule, items = numbered(2)) {
	await sim.control('reset', {})
	await sim.control('faults', { rules: [{ path: '/v1/', times: 1, ...rule }] })
	let felt
	try {
		const answer = await me.post(items, { timeout: rule.timeout ?? 2000 })
		felt = { status: answer.status, text: answer.text, headers: answer.headers }
	} catch (error) {
		felt = { error: error.code ?? error.message }
	}
	await sim.control('faults', { rules: [] })
	return { ...felt, effects: (await sim.control('report')).effects }
}

const FAULTS = [
	[{ kind: 'reset-before' }, { error: /ECONNRESET/, effects: 0 }],
	[{ kind: 'reset-after' }, { error: /ECONNRESET/, effects: 2 }],
	[{ kind: 'reset-mid' }, { error: /ECONNRESET|aborted/, effects: 2 }],
	[{ kind: 'hang', timeout: 200 }, { error: /no answer/, effects: 0 }],
	[{ kind: 'hang', effect: true, timeout: 200 }, { error: /no answer/, effects: 2 }],
	[{ kind: 'slow-after', ms: 400, timeout: 100 }, { error: /no answer/, effects: 2 }],
	[{ kind: '500-before' }, { status: 500, text: /<html>/, effects: 0 }],
	[{ kind: '500-after' }, { status: 500, text: /<html>/, effects: 2 }],
	[{ kind: '502' }, { status: 502, text: /<html>/, effects: 0 }],
	[{ kind: 'garbage' }, { status: 200, text: /not json/, effects: 2 }],
	[{ kind: 'garbage', effect: false }, { status: 200, text: /not json/, effects: 0 }],
	[{ kind: 'truncated' }, { status: 200, text: /^\{"code":0,"results":\[.*[^}]$/, effects: 2 }],
	[{ kind: 'empty' }, { status: 200, text: /^$/, effects: 2 }],
	[{ kind: 'html' }, { status: 200, text: /<html>/, effects: 2 }],
	[{ kind: 'nul' }, { status: 200, text: /\0/, effects: 2 }],
	[{ kind: 'huge', bytes: 3 << 20 }, { status: 200, text: /^\{"filler":"x{3145728}$/, effects: 2 }],
	[{ kind: '429' }, { status: 429, effects: 0 }],
	[{ kind: '401' }, { status: 401, effects: 0 }],
	[{ kind: '403' }, { status: 403, effects: 0 }],
	[{ kind: '302' }, { status: 302, effects: 0 }],
	[{ kind: '413', over: 1 }, { status: 413, effects: 0 }],
	[{ kind: '413', over: 2 }, { status: 200, effects: 2 }],
	[{ kind: 'drip', ms: 1, timeout: 10000 }, { status: 200, text: /"receipt"/, effects: 2 }],
]
for (const [rule, expected] of FAULTS)
	test(`fault ${JSON.stringify(rule)}`, async () => {
		const got = await through(rule)
		for (const [name, value] of Object.entries(expected))
			if (value instanceof RegExp)
				assert.ok(value.test(got[name] ?? ''), `${name}: ${String(got[name]).slice(0, 200)}`)
			else
				assert.equal(got[name], value, `${name} of ${JSON.stringify(got).slice(0, 300)}`)
	})

test('429 carries Retry-After when asked to, and only then', async () => {
	assert.equal((await through({ kind: '429', retryAfter: 7 })).headers['retry-after'], '7')
	assert.equal((await through({ kind: '429' })).headers['retry-after'], undefined)
})

const LIES = {
	missing: (r) => r.length === 1 && r[0].key.endsWith('000002-1'),
	duplicate: (r) => r.length === 4 && r[0].key === r[1].key,
	foreign: (r) => r.length === 2 && r.every(({ key, code }) => key.startsWith('999999999') && code === 0),
	'foreign-extra': (r) => r.length === 3,
	'wrong-receipt': (r) => r.every(({ key, receipt }) => key.startsWith('610502') && receipt.startsWith('R2026999999')),
	'no-receipt': (r) => r.every((one) => one.code === 0 && !('receipt' in one)),
	'same-receipt': (r) => r[0].receipt === r[1].receipt,
	'wrong-version': (r) => r.every(({ version }) => version === 2),
	'text-code': (r) => r.every(({ code }) => code === '0'),
	shuffled: (r) => r[0].key.endsWith('000002-1') && r.length === 2,
	refused: (r) => r.every(({ code, message }) => code === 1203 && message),
}
for (const [kind, holds] of Object.entries(LIES))
	test(`an answer that does not tell what was done: ${kind}`, async () => {
		const got = await through({ kind })
		assert.equal(got.effects, 2)
		assert.ok(holds(JSON.parse(got.text).results), got.text)
	})

clean('a seed repeats the same faults; another seed gives others', async () => {
	const run = async (seed) => {
		await sim.control('faults', { seed, rules: [{ path: '/v1/', rate: 0.4, kind: ['500-before', '500-after', '429', 'reset-after'] }] })
		const felt = []
		for (let i = 0; i < 40; i++)
			felt.push(await me.get(`${RECORDS}/none`).then((a) => a.status, () => 'reset'))
		return felt
	}
	const first = await run(11)
	assert.ok(new Set(first).size >= 3, first.join())
	assert.deepEqual(await run(11), first)
	assert.notDeepEqual(await run(12), first)
})

clean('refused connections, then open again on the same port', async () => {
	const refused = () => me.get(`${RECORDS}/none`).then(() => false, (error) => error.code === 'ECONNREFUSED')
	await sim.control('refuse', { on: true })
	await until(refused, 2000, { what: 'refusal' })
	assert.equal((await sim.control('report')).records, 0, 'the control listener answers meanwhile')
	await sim.control('refuse', { on: false })
	status(await me.get(`${RECORDS}/none`), 404)
	await sim.control('refuse', { ms: 150 })
	await until(refused, 2000, { what: 'refusal' })
	await until(async () => (await me.get(`${RECORDS}/none`)).status === 404, 3000, { what: 'open again' })
})

test('--delay holds every answer back', async () => {
	const slow = await startSim('platform', ['--delay', '80'])
	try {
		const from = Date.now()
		await Promise.all([1, 2, 3, 4].map(() => poster(slow.url).get(`${RECORDS}/none`)))
		const took = Date.now() - from
		assert.ok(took >= 78, `${took} ms`)
	} finally {
		await slow.stop()
	}
})

test('TLS: sound, expired, wrong name, unknown maker', async () => {
	const certs = makeCerts(dir)
	const ca = readFileSync(certs.ca)
	const reach = async ({ cert, key }) => {
		const tls = await startSim('platform', ['--cert', cert, '--key', key])
		try {
			return await new Promise((resolve) => {
				https.get(`${tls.url}${RECORDS}`, { ca, agent: false }, (res) => resolve(res.resume().statusCode))
					.on('error', (error) => resolve(error.code))
			})
		} finally {
			await tls.stop()
		}
	}
	assert.equal(await reach(certs.sound), 401)
	assert.equal(await reach(certs.expired), 'CERT_HAS_EXPIRED')
	assert.equal(await reach(certs.wrongName), 'ERR_TLS_CERT_ALTNAME_INVALID')
	assert.match(String(await reach(certs.unknownMaker)), /UNABLE_TO_/)
})

await end()

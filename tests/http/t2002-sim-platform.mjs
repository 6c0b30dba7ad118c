// The simulated platform keeps to profile exchange/1. Needs no suite: it starts the simulator
// itself.
import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, assert, cleanup, end, startSim, status, test } from './lib.mjs'
import { PERSON, RECORDS, numbered, poster, record, signed, without } from './lib/exchange.mjs'
import { isResidentId } from '../sims/platform/fields.mjs'

const dir = mkdtempSync(join(tmpdir(), 'sim-platform-'))
cleanup(() => rmSync(dir, { recursive: true }))
const sim = await startSim('platform')
cleanup(() => sim.stop())
const me = poster(sim.url)
const results = async (items, more) => status(await me.post(items, more), 200).json.results
const one = async (item, more) => (await results([item], more))[0]

/** A test that begins with an empty simulator. */
const clean = (name, fn) =>
	test(name, async () => {
		await sim.control('reset', {})
		await fn()
	})

clean('an item is accepted; the same again has the same receipt and no second effect', async () => {
	const first = await one(record())
	assert.equal(first.code, 0)
	assert.match(first.receipt, /^R\d{14}$/)
	assert.deepEqual(await one(record()), first)
	assert.deepEqual(
		await one(Object.fromEntries(Object.entries(record()).reverse())),
		first,
		'order of fields is no difference'
	)
	const report = await sim.control('report')
	assert.equal(report.effects, 1)
	assert.equal(report.posts, 3)
	assert.equal(report.repeated, 2)
	assert.deepEqual(report.twice, [])
	assert.equal(report.minutes.service_record, 150)
})

clean(
	'the same version with other content is refused, a higher one replaces, a lower one is 409',
	async () => {
		const first = await one(record())
		assert.equal((await one(record({ place: '西风街' }))).code, 1102)
		const next = await one(record({ version: 3, hours: '2.00' }))
		assert.equal(next.code, 0)
		assert.notEqual(next.receipt, first.receipt)
		const late = await me.post([record({ version: 2 })])
		assert.equal(late.status, 409)
		assert.deepEqual(
			late.json.results.map(({ code, version }) => [code, version]),
			[[409, 3]]
		)
		const mixed = await results([record({ version: 2 }), record({ key: '610502001-000002-1' })])
		assert.deepEqual(
			mixed.map((r) => r.code),
			[409, 0]
		)
		assert.equal((await sim.control('report')).minutes.service_record, 120 + 150)
	}
)

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
	['hours', undefined, 1001],
	['place', '', 1001],
	['volunteer_no', undefined, 1001],
	['evidence', 'gps', 1002],
	['hours', '2.5', 1002],
	['hours', 2.5, 1002],
	['hours', '0.00', 1305],
	['hours', '2.60', 1303],
	['date', '2025-02-30', 1002],
	['start', '2025-05-06 24:00:00', 1002],
	['end', '2025-05-06 09:00:00', 1301],
	['date', '2025-05-05', 1302],
	['region', '610502', 1002],
	['category', '1', 1002],
	['id_no', '110105194912310021', 1101],
	['id_no', '11010519491231002x', 1101],
	['id_no', '110105194902300021', 1101],
	['id_type', '42', 1002],
	['activity_name', '字'.repeat(51), 1003],
	['remark', 'a\0b', 1002],
	['op', 'delete', 1005],
	['op', undefined, 1005],
	['colour', 'red', 1004],
]
for (const [name, value, code] of REFUSED)
	clean(
		`a service record is refused with ${code} for ${name} = ${JSON.stringify(value)?.slice(0, 24)}`,
		async () => {
			const item = value === undefined ? without(record(), name) : record({ [name]: value })
			const got = await one(item)
			assert.equal(got.code, code, got.message)
			assert.match(got.message, /\p{Script=Han}/u)
			assert.equal((await sim.control('report')).records, 0)
		}
	)

clean('a service in the future is refused', async () => {
	const day = new Date(Date.now() + (8 + 48) * 3600e3).toISOString().slice(0, 10)
	assert.equal(
		(await one(record({ date: day, start: `${day} 09:00:00`, end: `${day} 11:30:00` }))).code,
		1304
	)
})

test('id numbers: check digit and birth date', () => {
	assert.ok(isResidentId('11010519491231002X'))
	assert.ok(!isResidentId('110105194912310020'))
	assert.ok(!isResidentId('1101051949123100'))
})

const OTHERS = {
	volunteer: {
		...PERSON,
		sex: '2',
		birth: '1949-12-31',
		region: '610502000000000000',
		phone: '13800138000',
		skills: '护理照护',
		categories: '0001,0017',
	},
	training_record: {
		...PERSON,
		training_name: '急救入门',
		content: '心肺复苏',
		hours: '1.50',
		organiser: '红十字会',
		date: '2025-04-01',
	},
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

clean("a volunteer's birth must agree with the id number", async () => {
	const item = { key: 'v-1', version: 1, op: 'put', ...OTHERS.volunteer, birth: '1949-12-30' }
	assert.equal((await one(item, { path: '/v1/volunteers' })).code, 1103)
})

clean('one bad item does not spoil its batch', async () => {
	const got = await results([
		record(),
		record({ key: 'b-2', hours: '9' }),
		record({ key: 'b-3' }),
	])
	assert.deepEqual(
		got.map((r) => r.code),
		[0, 1002, 0]
	)
})

clean('who signs wrongly gets 401: app, secret, nonce, time, body', async () => {
	const body = JSON.stringify({ items: [record()] })
	const why = async (more, sent = body) => {
		const answer = await me.raw(
			RECORDS,
			body,
			more,
			sent === body ? {} : { 'X-Signature': signed('POST', RECORDS, sent)['X-Signature'] }
		)
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
	for (const body of [
		'',
		'[]',
		'{"items":{}}',
		'{"items":[]}',
		'{"items":[null]}',
		'{"items":[{"version":1}]}',
		'{"items":[{"key":"a","version":0}]}',
		'{"items":',
	])
		status(await me.raw(RECORDS, body), 400, body)
	status(await me.post([record()], { path: '/v1/nothings' }), 404)
	const put = await new Client({ base: sim.url }).request('PUT', RECORDS, {
		body: '{}',
		headers: signed('PUT', RECORDS, '{}'),
	})
	status(put, 405)
	status(await me.post(numbered(101)), 413)
	status(await me.raw(RECORDS, 'a=1', {}, { 'Content-Type': 'text/plain' }), 415)
	assert.equal((await results(numbered(100))).length, 100)
})

clean('GET by key and the paged list by station and day', async () => {
	await results(numbered(7))
	await results([
		record({ key: '610502002-000001-1' }),
		record({
			key: '610502001-000099-1',
			date: '2025-05-07',
			start: '2025-05-07 09:00:00',
			end: '2025-05-07 11:30:00',
		}),
	])
	const held = status(await me.get(`${RECORDS}/610502001-000003-1`), 200).json
	assert.deepEqual([held.code, held.version], [0, 1])
	status(await me.get(`${RECORDS}/none`), 404)
	const keys = []
	let after = ''
	do {
		const { items, next } = (
			await me.get(
				`${RECORDS}?station=610502001&from=2025-05-06&to=2025-05-06&after=${after}&limit=3`
			)
		).json
		assert.ok(items.length <= 3)
		keys.push(...items.map((i) => i.key))
		after = next
	} while (after)
	assert.deepEqual(
		keys,
		numbered(7).map((i) => i.key)
	)
	assert.equal((await me.get(RECORDS)).json.items.length, 9)
})

clean('planted refusals and unknown volunteers', async () => {
	await sim.control('refuse_items', { field: 'name', value: '李秀英', code: 1203 })
	assert.deepEqual(await one(record()), {
		key: record().key,
		version: 1,
		code: 1203,
		message: '志愿者编号不存在',
	})
	await sim.control('reset', {})
	await sim.control('set', { strictVolunteers: true })
	assert.equal((await one(record())).code, 1203)
	await one(
		{ key: 'v-1', version: 1, op: 'put', ...OTHERS.volunteer },
		{ path: '/v1/volunteers' }
	)
	assert.equal((await one(record())).code, 0)
	await sim.control('set', { strictVolunteers: false })
})

clean('without idempotency every post is an effect, and the counter shows it', async () => {
	await sim.control('set', { idempotent: false })
	const [first, second] = [await one(record()), await one(record())]
	await sim.control('set', { idempotent: true })
	assert.notEqual(first.receipt, second.receipt)
	assert.deepEqual((await sim.control('report')).twice, [
		{ id: 'service_record 610502001-000001-1 1', posts: 2, effects: 2 },
	])
})

test('with --state the acknowledged survives kill -9, and a torn line does no harm', async () => {
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

await end()

// The faults of the simulated platform do what they say, before or after the effect. Needs no
// suite.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import https from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, cleanup, end, startSim, status, test, until } from './lib.mjs'
import { RECORDS, numbered, poster } from './lib/exchange.mjs'
import { makeCerts } from '../sims/certs.mjs'

const dir = mkdtempSync(join(tmpdir(), 'sim-platform-'))
cleanup(() => rmSync(dir, { recursive: true }))
const sim = await startSim('platform', ['--control-port', '0'])
cleanup(() => sim.stop())
const me = poster(sim.url)

/** A test that begins with an empty simulator. */
const clean = (name, fn) =>
	test(name, async () => {
		await sim.control('reset', {})
		await fn()
	})

/**
 * Sends one record through one fault; says what the client felt and whether the platform took it.
 */
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
	[
		{ kind: 'hang', timeout: 200 },
		{ error: /no answer/, effects: 0 },
	],
	[
		{ kind: 'hang', effect: true, timeout: 200 },
		{ error: /no answer/, effects: 2 },
	],
	[
		{ kind: 'slow-after', ms: 400, timeout: 100 },
		{ error: /no answer/, effects: 2 },
	],
	[{ kind: '500-before' }, { status: 500, text: /<html>/, effects: 0 }],
	[{ kind: '500-after' }, { status: 500, text: /<html>/, effects: 2 }],
	[{ kind: '502' }, { status: 502, text: /<html>/, effects: 0 }],
	[{ kind: 'garbage' }, { status: 200, text: /not json/, effects: 2 }],
	[
		{ kind: 'garbage', effect: false },
		{ status: 200, text: /not json/, effects: 0 },
	],
	[{ kind: 'truncated' }, { status: 200, text: /^\{"code":0,"results":\[.*[^}]$/, effects: 2 }],
	[{ kind: 'empty' }, { status: 200, text: /^$/, effects: 2 }],
	[{ kind: 'html' }, { status: 200, text: /<html>/, effects: 2 }],
	[{ kind: 'nul' }, { status: 200, text: /\0/, effects: 2 }],
	[
		{ kind: 'huge', bytes: 3 << 20 },
		{ status: 200, text: /^\{"filler":"x{3145728}$/, effects: 2 },
	],
	[{ kind: '429' }, { status: 429, effects: 0 }],
	[{ kind: '401' }, { status: 401, effects: 0 }],
	[{ kind: '403' }, { status: 403, effects: 0 }],
	[{ kind: '302' }, { status: 302, effects: 0 }],
	[
		{ kind: '413', over: 1 },
		{ status: 413, effects: 0 },
	],
	[
		{ kind: '413', over: 2 },
		{ status: 200, effects: 2 },
	],
	[
		{ kind: 'drip', ms: 1, timeout: 10000 },
		{ status: 200, text: /"receipt"/, effects: 2 },
	],
]
for (const [rule, expected] of FAULTS)
	test(`fault ${JSON.stringify(rule)}`, async () => {
		const got = await through(rule)
		for (const [name, value] of Object.entries(expected))
			if (value instanceof RegExp)
				assert.ok(
					value.test(got[name] ?? ''),
					`${name}: ${String(got[name]).slice(0, 200)}`
				)
			else assert.equal(got[name], value, `${name} of ${JSON.stringify(got).slice(0, 300)}`)
	})

test('429 carries Retry-After when asked to, and only then', async () => {
	assert.equal((await through({ kind: '429', retryAfter: 7 })).headers['retry-after'], '7')
	assert.equal((await through({ kind: '429' })).headers['retry-after'], undefined)
})

const LIES = {
	missing: (r) => r.length === 1 && r[0].key.endsWith('000002-1'),
	duplicate: (r) => r.length === 4 && r[0].key === r[1].key,
	foreign: (r) =>
		r.length === 2 && r.every(({ key, code }) => key.startsWith('999999999') && code === 0),
	'foreign-extra': (r) => r.length === 3,
	'wrong-receipt': (r) =>
		r.every(
			({ key, receipt }) => key.startsWith('610502') && receipt.startsWith('R2026999999')
		),
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
		await sim.control('faults', {
			seed,
			rules: [
				{
					path: '/v1/',
					rate: 0.4,
					kind: ['500-before', '500-after', '429', 'reset-after'],
				},
			],
		})
		const felt = []
		for (let i = 0; i < 40; i++)
			felt.push(
				await me.get(`${RECORDS}/none`).then(
					(a) => a.status,
					() => 'reset'
				)
			)
		return felt
	}
	const first = await run(11)
	assert.ok(new Set(first).size >= 3, first.join())
	assert.deepEqual(await run(11), first)
	assert.notDeepEqual(await run(12), first)
})

clean('refused connections, then open again on the same port', async () => {
	const refused = () =>
		me.get(`${RECORDS}/none`).then(
			() => false,
			(error) => error.code === 'ECONNREFUSED'
		)
	await sim.control('refuse', { on: true })
	await until(refused, 2000, { what: 'refusal' })
	assert.equal((await sim.control('report')).records, 0, 'the control listener answers meanwhile')
	await sim.control('refuse', { on: false })
	status(await me.get(`${RECORDS}/none`), 404)
	await sim.control('refuse', { ms: 150 })
	await until(refused, 2000, { what: 'refusal' })
	await until(async () => (await me.get(`${RECORDS}/none`)).status === 404, 3000, {
		what: 'open again',
	})
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
				https
					.get(`${tls.url}${RECORDS}`, { ca, agent: false }, (res) =>
						resolve(res.resume().statusCode)
					)
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

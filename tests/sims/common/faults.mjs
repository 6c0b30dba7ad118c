// faults.mjs - what goes wrong, and when: a list of rules, asked once for each request. A kind is a
// function (exchange, rule) that decides whether the handler runs at all and how its reply leaves
// the house. Never random without a seed; every fault that fired is counted.
//
//	faults.set({ seed: 7, rules: [
//		{ path: '/v1/', kind: 'hang', times: 2 },
//		{ path: '/v1/', kind: ['slow', '502', 'reset-mid'], rate: 0.25, ms: 800 },
//	] })
import { cut, html, reply, send, sendDripping, sendHuge, sendPart } from './http.mjs'
import { seeded } from './random.mjs'

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const PAGE =
	'<!DOCTYPE html><html><head><title>Bad Gateway</title></head>' +
	'<body><h1>Bad Gateway</h1></body></html>\n'

/**
 * A reply of this status in place of the handler's; `rule.effect` says whether the handler has run
 * before.
 */
const instead = (make) => async (x, rule) => {
	if (rule.effect) await x.handle()
	send(x.res, make(rule))
}

/** The handler's reply with another body. The effect happens unless `rule.effect` is false. */
const mangled = (change) => async (x, rule) => {
	const honest = rule.effect === false ? reply(200, 'application/json', '{}') : await x.handle()
	send(x.res, { ...honest, status: 200, body: Buffer.from(change(honest.body, rule)) })
}

export const KINDS = {
	async hang(x, rule) {
		if (rule.effect) await x.handle()
	},
	async slow(x, rule) {
		await wait(rule.ms ?? 1000)
		send(x.res, await x.handle())
	},
	async 'slow-after'(x, rule) {
		const honest = await x.handle()
		await wait(rule.ms ?? 1000)
		send(x.res, honest)
	},
	async drip(x, rule) {
		await sendDripping(x.res, await x.handle(), rule.ms ?? 100)
	},
	'reset-before': async (x) => cut(x.res.socket),
	async 'reset-after'(x) {
		await x.handle()
		cut(x.res.socket)
	},
	async 'reset-mid'(x) {
		const honest = await x.handle()
		await sendPart(x.res, honest, honest.body.length >> 1)
	},
	async 'reset-late'(x) {
		const honest = await x.handle()
		await sendPart(x.res, honest, honest.body.length)
	},
	'500-before': instead(() => html(PAGE, 500)),
	'500-after': (x, rule) => KINDS.status(x, { ...rule, status: 500, effect: true }),
	502: instead(() => html(PAGE, 502)),
	503: instead(() => html(PAGE, 503)),
	429: instead(({ retryAfter }) =>
		reply(
			429,
			'application/json',
			'{"code":429,"message":"请求过于频繁"}',
			retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
		)
	),
	401: instead(() => reply(401, 'application/json', '{"code":401,"message":"凭证无效"}')),
	403: instead(() => reply(403, 'application/json', '{"code":403,"message":"没有权限"}')),
	413: instead(() =>
		reply(413, 'application/json', '{"code":413,"message":"一次提交的条数过多"}')
	),
	302: instead(({ location = 'http://127.0.0.1:9/' }) =>
		reply(302, 'text/html', '', { Location: location })
	),
	status: instead(({ status, body = PAGE }) => html(body, status)),
	garbage: mangled(() => '\x01\x02{]]not json at all'),
	truncated: mangled((body) => body.subarray(0, Math.max(1, body.length >> 1))),
	empty: mangled(() => ''),
	html: mangled(() => PAGE),
	nul: mangled((body) =>
		Buffer.concat([body.subarray(0, 5), Buffer.from([0]), body.subarray(5)])
	),
	latin1: mangled((body) =>
		Buffer.concat([body.subarray(0, -1), Buffer.from([0xc3, 0x28, 0xff])])
	),
	async huge(x, rule) {
		const honest =
			rule.effect === false ? reply(200, 'application/json', '{}') : await x.handle()
		await sendHuge(
			x.res,
			{ ...honest, status: 200 },
			Buffer.from('{"filler":"'),
			rule.bytes ?? 64 << 20
		)
	},
}

export class Faults {
	/** `kinds`: the simulator's own kinds, beside those that any HTTP server can have. */
	constructor(kinds = {}) {
		this.kinds = { ...KINDS, ...kinds }
		this.set({})
	}

	set({ rules = [], seed = 1 }) {
		for (const { kind } of rules)
			for (const one of [kind].flat())
				if (!Object.hasOwn(this.kinds, String(one)))
					throw new Error(
						`unknown fault ${one}; there are: ${Object.keys(this.kinds).join(' ')}`
					)
		this.rules = rules.map((rule) => ({ ...rule, hits: 0 }))
		this.seed = seed
		this.random = seeded(seed)
		this.fired = {}
	}

	report() {
		return { seed: this.seed, rules: this.rules, fired: this.fired }
	}

	#fires(rule, x) {
		const { path = '/', method, times = Infinity, after = 0, rate, over, key } = rule
		if (
			!x.request.path.startsWith(path) ||
			(method && method !== x.request.method) ||
			rule.hits >= times + after
		)
			return false
		if (over !== undefined && !(x.items() > over)) return false
		if (key !== undefined && !x.request.target.includes(key) && !x.request.body.includes(key))
			return false
		if (rate !== undefined) return this.random() < rate
		return ++rule.hits > after
	}

	/** Runs the first rule that fires, or nothing; says whether it answered. */
	async run(x) {
		const rule = this.rules.find((one) => this.#fires(one, x))
		if (!rule) return false
		const kinds = [rule.kind].flat()
		const kind = String(
			kinds.length > 1 ? kinds[Math.floor(this.random() * kinds.length)] : kinds[0]
		)
		const effect = rule.effect === 'random' ? this.random() < 0.5 : rule.effect
		this.fired[kind] = (this.fired[kind] ?? 0) + 1
		await this.kinds[kind](x, { ...rule, effect })
		return true
	}
}

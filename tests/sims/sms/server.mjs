#!/usr/bin/env node
// server.mjs - a simulated SMS gateway in the two shapes of shared/out/sms.h: JSON at /json, a form at /form. The same id is sent once.
// See tests/sims/README.md.
//
//	PORT=0 node server.mjs --key SECRET
import { parseArgs } from '../common/args.mjs'
import { Faults } from '../common/faults.mjs'
import { reply, send } from '../common/http.mjs'
import { serve } from '../common/serve.mjs'

const options = parseArgs({ key: 'text', host: 'text', port: 'number', 'control-port': 'number' })
const KEY = options.key ?? 'demo-sms-key'
const state = { sent: [], ids: new Map(), codes: new Map(), serial: 0, calls: 0, unidempotent: false }

/** One message: { code, id }. A number may be given a code of its own by the control `number`. */
function take({ id, to, text }) {
	if (!/^[0-9a-f]{32}$/.test(id ?? '') || !text) return { code: 3, id: '' }
	if (!/^1\d{10}$/.test(to ?? '')) return { code: 1, id: '' }
	if (state.codes.has(to)) return { code: state.codes.get(to), id: '' }
	if (state.ids.has(id) && !state.unidempotent) return { code: 0, id: state.ids.get(id) }
	const no = `SMS${++state.serial}`
	state.ids.set(id, no)
	state.sent.push({ id, to, text, no })
	return { code: 0, id: no }
}

function byJson({ body, headers }) {
	const answer = (value) => reply(200, 'application/json', JSON.stringify(value))
	if (headers.authorization !== `Bearer ${KEY}`) return answer({ code: 9, message: '凭证无效' })
	try {
		return answer(take(JSON.parse(body.toString('utf8'))))
	} catch {
		return answer({ code: 3, message: '不是 JSON' })
	}
}

function byForm({ body }) {
	const fields = Object.fromEntries(new URLSearchParams(body.toString('utf8')))
	const { code, id } = fields.key === KEY ? take(fields) : { code: 9, id: '' }
	return reply(200, 'text/plain', code === 0 ? `0,${id}` : `${code},没有发出`)
}

const faults = new Faults({
	code: async (x, rule) => send(x.res, reply(200, 'application/json', JSON.stringify({ code: rule.code }))),
})

await serve({
	handle(request) {
		if (request.method !== 'POST') return reply(405, 'text/plain', '')
		if (request.path === '/json') return byJson(request)
		return request.path === '/form' ? byForm(request) : reply(404, 'text/plain', '')
	},
	faults,
	control: {
		sent: () => state.sent,
		calls: () => ({ calls: state.calls }),
		/** Posts a receipt to that address, as gateways do some time after the call. */
		async receipt({ url, shape = 'json', id, code, key }) {
			const r = await fetch(url, shape === 'json'
				? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id, code, key }) }
				: { method: 'POST', body: new URLSearchParams({ id, code: String(code), key }) })
			return { status: r.status, body: await r.text() }
		},
		number({ to, code }) {
			state.codes.set(to, code)
			return {}
		},
		set({ unidempotent }) {
			state.unidempotent = Boolean(unidempotent)
			return {}
		},
		reset() {
			Object.assign(state, { sent: [], ids: new Map(), codes: new Map(), calls: 0, unidempotent: false })
			return {}
		},
	},
	count: () => state.calls++,
	options: { ...options, port: options.port ?? Number(process.env.PORT ?? 0) },
})

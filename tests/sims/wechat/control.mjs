// control.mjs - the addresses under /__sim/ by which a test steers and reads the simulated WeChat.
import { reply } from '../common/http.mjs'
import { verifyJsConfig } from './token.mjs'

function change(state, args) {
	for (const name of Object.keys(args))
		if (!Object.hasOwn(state.set, name))
			throw new Error(`no setting ${name}; there are: ${Object.keys(state.set).join(' ')}`)
	Object.assign(state.set, args)
	return { ...state.set, secret: undefined }
}

function user(state, { openid, ...more }) {
	const held = state.user(openid, more)
	if (!held) throw new Error('that can be no openid')
	return held
}

// The page under test stands on another origin than the simulator.
const shared = (value) => ({
	...reply(200, 'application/json', JSON.stringify(value)),
	headers: { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' },
})

/** name -> function; see the table in tests/sims/README.md. */
export const controls = (state) => ({
	set: (args) => change(state, args),
	user: (args) => user(state, args),
	users: () => [...state.users.values()],
	clock({ skew = state.skew }) {
		state.skew = Number(skew)
		return { skew: state.skew, now: state.now() }
	},
	template({ id, kind = 'template', keys }) {
		state.templates.set(id, { id, kind, keys })
		return [...state.templates.values()]
	},
	subscribe({ openid, template_id, count = 1 }) {
		state.subscriptions.set(`${openid} ${template_id}`, count)
		return { count }
	},
	sent: () => state.sent,
	counts: () => state.counts,
	jsapi: (args) => shared(verifyJsConfig(state, args)),
	expire({ what }) {
		const expiring = {
			tokens: state.serverTokens,
			users: state.userTokens,
			refresh: state.refreshTokens,
		}[what]
		if (!expiring) throw new Error('expire: tokens, users or refresh')
		expiring.forEach((held) => {
			held.expires = state.now()
		})
		return { expired: expiring.size }
	},
	reset() {
		state.reset()
		return {}
	},
})

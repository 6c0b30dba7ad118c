// token.mjs - the account's own credentials: stable and old access token, JS-SDK ticket, signatures
// made with it.
import { createHash } from 'node:crypto'
import { answer, errcode } from './errors.mjs'
import { badCredentials } from './oauth.mjs'
import { randomText } from './state.mjs'

const TOKEN_SECONDS = 7200
const OVERLAP_SECONDS = 300
const FORCED_A_DAY = 20
const FORCED_APART = 30

/** A JSON body, or the error reply. */
export function bodyOf({ body }) {
	if (!body.length) return { error: errcode(44002) }
	try {
		const value = JSON.parse(body.toString('utf8'))
		return value && typeof value === 'object' && !Array.isArray(value)
			? { value }
			: { error: errcode(47001) }
	} catch {
		return { error: errcode(47001) }
	}
}

function newToken(state) {
	const token = { text: randomText(136), expires: state.now() + TOKEN_SECONDS }
	state.serverTokens.set(token.text, token)
	return token
}

const show = (state, token) =>
	answer({ access_token: token.text, expires_in: token.expires - state.now() })

/**
 * Forced refresh kills the old token at once, 20 times a day; sooner than 30 s after the last it
 * does nothing and the held token comes back.
 */
function force(state) {
	const { forced } = state
	if (forced.day !== state.day()) Object.assign(forced, { day: state.day(), count: 0 })
	if (state.now() - forced.at < FORCED_APART) return undefined
	if (++forced.count > FORCED_A_DAY) return errcode(45009)
	forced.at = state.now()
	state.serverTokens.delete(state.stable.text)
	state.stable = newToken(state)
	return undefined
}

export function stableToken(state, request) {
	const { value, error } = bodyOf(request)
	if (error) return error
	const refused = badCredentials(state, value, request)
	if (refused) return refused
	if (value.grant_type !== 'client_credential') return errcode(40002)
	if (!state.stable || state.stable.expires - state.now() <= OVERLAP_SECONDS)
		state.stable = newToken(state)
	return (value.force_refresh === true && force(state)) || show(state, state.stable)
}

/** The old way: a new token for every call, and the one before dies five minutes later. */
export function oldToken(state, request) {
	const query = Object.fromEntries(request.query)
	const refused = badCredentials(state, query, request)
	if (refused) return refused
	if (query.grant_type !== 'client_credential') return errcode(40002)
	if (state.legacy)
		state.legacy.expires = Math.min(state.legacy.expires, state.now() + OVERLAP_SECONDS)
	state.legacy = newToken(state)
	return show(state, state.legacy)
}

/** What is wrong with the access_token of a query, or undefined. */
export function badToken(state, query) {
	const text = query.get('access_token')
	if (!text) return errcode(41001)
	const held = state.serverTokens.get(text)
	if (!held) return errcode(40001)
	return held.expires <= state.now() ? errcode(42001) : undefined
}

export function getTicket(state, { query }) {
	const refused = badToken(state, query)
	if (refused) return refused
	if (query.get('type') !== 'jsapi') return errcode(40097)
	const now = state.now()
	if (!state.ticket || state.ticket.expires <= now) {
		if (state.ticket) state.oldTickets.push(state.ticket)
		state.ticket = { text: `sM4A${randomText(82)}`, expires: now + TOKEN_SECONDS }
	}
	return answer({
		errcode: 0,
		errmsg: 'ok',
		ticket: state.ticket.text,
		expires_in: state.ticket.expires - now,
	})
}

export function clearQuota(state, request) {
	const refused = badToken(state, request.query)
	if (refused) return refused
	const { value, error } = bodyOf(request)
	if (error) return error
	if (value.appid !== state.set.appid) return errcode(40013)
	state.spent.paths = {}
	return answer({ errcode: 0, errmsg: 'ok' })
}

/**
 * The signature of wx.config: keys in order, values as they are, the address without its fragment.
 */
export function jsSignature({ ticket, noncestr, timestamp, url }) {
	const [page] = url.split('#')
	const text = `jsapi_ticket=${ticket}&noncestr=${noncestr}&timestamp=${timestamp}&url=${page}`
	return createHash('sha1').update(text).digest('hex')
}

function domainAllowed(state, href) {
	try {
		const { host, hostname } = new URL(href)
		return state.set.jsDomains.some(
			(d) => d === host || d === hostname || hostname.endsWith(`.${d}`)
		)
	} catch {
		return false
	}
}

/**
 * What the WeChat client finds when a page calls wx.config: { appId, nonceStr, timestamp,
 * signature, url }, the url being the location.href that the client sees itself.
 */
export function verifyJsConfig(
	state,
	{ appId, nonceStr, timestamp, signature, url, ticket = state.ticket?.text }
) {
	const fail = (why) => ({ ok: false, errMsg: `config:${why}` })
	if (appId !== state.set.appid) return fail('fail,Error: 系统错误,错误码:40048,invalid appid')
	if (!domainAllowed(state, url)) return fail('invalid url domain')
	if (ticket && jsSignature({ ticket, noncestr: nonceStr, timestamp, url }) === signature)
		return { ok: true, errMsg: 'config:ok' }
	return fail(`fail,Error: 系统错误,错误码:63002,invalid signature [${randomText(12)}]`)
}

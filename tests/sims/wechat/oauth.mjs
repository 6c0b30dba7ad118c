// oauth.mjs - WeChat web OAuth: the authorize address for the browser, the sns calls for the
// server. Owns codes and the users' tokens.
import { createHash } from 'node:crypto'
import { redirect } from '../common/http.mjs'
import { answer, errcode } from './errors.mjs'
import { badLink, consentPage, errorPage, openInWechat, pickPage } from './pages.mjs'
import { randomText } from './state.mjs'

const CODE_SECONDS = 300
const TOKEN_SECONDS = 7200
const REFRESH_SECONDS = 30 * 86_400
const ORDER = ['appid', 'redirect_uri', 'response_type', 'scope', 'state']
const SCOPES = ['snsapi_base', 'snsapi_userinfo']

/** The browser inside WeChat; 企业微信 names itself MicroMessenger too and is none. */
export const isWechat = (ua = '') => /\bMicroMessenger\/\d+\.\d+/i.test(ua) && !/wxwork\//i.test(ua)

const isLoopback = (hostname) =>
	hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname)

/**
 * 网页授权域名 is an exact host; on loopback, where everybody has the same host, the port belongs to it.
 */
function hostAllowed(state, uri) {
	try {
		const url = new URL(uri)
		const host = isLoopback(url.hostname) ? url.host : url.hostname
		return ['http:', 'https:'].includes(url.protocol) && state.set.redirectHosts.includes(host)
	} catch {
		return false
	}
}

/** The first thing wrong with an authorize link, as a page; undefined when it is sound. */
function refusal(state, query) {
	const [appid, uri, type, scope, value] = ORDER.map((name) => query.get(name) ?? '')
	const { set } = state
	if (set.authorizeError) return errorPage(set.authorizeError)
	const empty = [
		[appid, 10012],
		[uri, 10011],
		[scope, 10010],
		[value, 10013],
	].find(([given]) => !given)
	if (empty) return errorPage(empty[1])
	if (set.openAppids.includes(appid)) return errorPage(10016)
	if (appid !== set.appid) return badLink('AppID 参数错误')
	const given = [...query.keys()].filter((name) => ORDER.includes(name))
	if (given.join() !== ORDER.join() || type !== 'code') return badLink('参数缺少、重复或顺序不对')
	if (!SCOPES.includes(scope)) return errorPage(10005)
	if (Buffer.byteLength(value) > 128 || !/^[A-Za-z0-9]+$/.test(value))
		return badLink('state 参数不合规：只能是字母和数字，且不超过 128 字节')
	return hostAllowed(state, uri) ? undefined : errorPage(10003)
}

const askOf = (query) => ({
	uri: query.get('redirect_uri'),
	scope: query.get('scope'),
	state: query.get('state'),
	popup: query.get('forcePopup') === 'true',
	snapshot: query.get('forceSnapShot') === 'true',
})

function back(uri, fields) {
	const [base, fragment] = uri.split('#')
	const query = new URLSearchParams(fields).toString()
	return redirect(
		`${base}${base.includes('?') ? '&' : '?'}${query}${fragment === undefined ? '' : `#${fragment}`}`
	)
}

const refuse = (ask) => back(ask.uri, { state: ask.state })

function grant(state, ask, user) {
	const mode = ask.snapshot ? 'marked' : state.set.snapshot
	const code = randomText(32)
	state.codes.set(code, {
		appid: state.set.appid,
		scope: ask.scope,
		user,
		at: state.now(),
		used: false,
		marked: mode === 'marked',
		virtual: mode === 'marked' || mode === 'unmarked',
	})
	return back(ask.uri, { code, state: ask.state })
}

/** Parks a question to the person until the page's form comes back. */
function park(state, ask, user) {
	const ticket = randomText(32)
	state.codes.set(`ticket:${ticket}`, { ask, user })
	return ticket
}

export function authorize(state, request) {
	const wechat = isWechat(request.headers['user-agent'])
	if (!wechat && !state.options.demo) return openInWechat()
	const refused = refusal(state, request.query)
	if (refused) return refused
	const ask = askOf(request.query)
	if (!wechat) return pickPage([...state.users.values()], park(state, ask))
	const user = state.visitor(request)
	if (state.set.deny) return refuse(ask)
	if (
		ask.popup ||
		(ask.scope === 'snsapi_userinfo' && !state.set.silent && state.set.snapshot === 'off')
	)
		return consentPage(user, park(state, ask, user))
	return grant(state, ask, user)
}

/** The person's answer to the consent page or to the demo page. */
export function confirm(state, request) {
	const form = new URLSearchParams(request.body.toString('utf8'))
	const id = `ticket:${form.get('ticket')}`
	const parked = state.codes.get(id)
	if (!parked) return badLink('页面已过期，请重新打开链接')
	state.codes.delete(id)
	const user = parked.user ?? state.user(form.get('openid'))
	return form.get('choice') === 'deny' || !user
		? refuse(parked.ask)
		: grant(state, parked.ask, user)
}

function identity({ set }, { user, virtual, scope }) {
	const hash = (salt) => createHash('sha1').update(`${salt}${user.openid}`).digest('base64url')
	return {
		openid: virtual ? `o${hash('snapshot')}` : user.openid,
		...(scope === 'snsapi_userinfo' &&
			set.union && { unionid: virtual ? `u${hash('snapshot')}` : user.unionid }),
	}
}

function issue(state, holder, refresh = randomText(86)) {
	const token = randomText(88)
	const now = state.now()
	state.userTokens.set(token, { ...holder, expires: now + TOKEN_SECONDS })
	if (!state.refreshTokens.has(refresh))
		state.refreshTokens.set(refresh, { ...holder, expires: now + REFRESH_SECONDS })
	return {
		access_token: token,
		expires_in: TOKEN_SECONDS,
		refresh_token: refresh,
		openid: holder.openid,
		scope: holder.scope,
	}
}

/** Credentials of the account in a query: an error reply, or undefined when they are right. */
export function badCredentials({ set }, { appid, secret }, request) {
	if (!appid) return errcode(41002)
	if (!secret) return errcode(41004)
	if (appid !== set.appid) return errcode(40013)
	if (set.frozen) return errcode(40243)
	if (secret !== set.secret) return errcode(40125)
	const ip = request.remote
	return set.ips && !set.ips.includes(ip)
		? errcode(40164, `${ip} ipv6 ::ffff:${ip}, not in whitelist`)
		: undefined
}

function exchangeCode(state, code) {
	const held = state.codes.get(code)
	if (!held || held.appid !== state.set.appid) return errcode(40029)
	if (held.used) return errcode(40163)
	if (state.now() - held.at > CODE_SECONDS) return errcode(42003)
	held.used = true
	const holder = { ...identity(state, held), scope: held.scope, user: held.user }
	return answer({
		...issue(state, holder),
		...(held.marked && { is_snapshotuser: 1 }),
		...(holder.unionid && { unionid: holder.unionid }),
	})
}

export function accessToken(state, request) {
	const query = Object.fromEntries(request.query)
	const refused = badCredentials(state, query, request)
	if (refused) return refused
	if (query.grant_type !== 'authorization_code') return errcode(40002)
	return query.code ? exchangeCode(state, query.code) : errcode(41008)
}

export function refreshToken(state, { query }) {
	const held = state.refreshTokens.get(query.get('refresh_token'))
	if (!query.get('appid')) return errcode(41002)
	if (query.get('appid') !== state.set.appid) return errcode(40013)
	if (query.get('grant_type') !== 'refresh_token') return errcode(40002)
	if (!query.get('refresh_token')) return errcode(41003)
	if (!held) return errcode(40030)
	if (held.user.passwordChanged) return errcode(42007)
	return held.expires <= state.now()
		? errcode(42002)
		: answer(issue(state, held, query.get('refresh_token')))
}

/** The holder of a user's token, or the error reply. */
function holderOf(state, query) {
	if (!query.get('access_token')) return { error: errcode(41001) }
	if (!query.get('openid')) return { error: errcode(41009) }
	const held = state.userTokens.get(query.get('access_token'))
	if (!held) return { error: errcode(40001) }
	if (held.expires <= state.now()) return { error: errcode(42001) }
	return held.openid === query.get('openid') ? { held } : { error: errcode(40003) }
}

export const checkToken = (state, { query }) =>
	holderOf(state, query).error ?? answer({ errcode: 0, errmsg: 'ok' })

export function userInfo(state, { query }) {
	const { held, error } = holderOf(state, query)
	if (error) return error
	if (held.scope !== 'snsapi_userinfo') return errcode(48001)
	return answer({
		openid: held.openid,
		nickname: held.user.nickname,
		sex: 0,
		language: '',
		city: '',
		province: '',
		country: '',
		headimgurl: 'https://thirdwx.qlogo.cn/mmopen/vi_32/grey/132',
		privilege: [],
		...(held.unionid && { unionid: held.unionid }),
	})
}

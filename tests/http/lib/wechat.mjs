// wechat.mjs - a started WeChat simulator and plain calls to it, for tests of the simulator itself.
//
//	clean('a code works', async () => assert.equal((await exchange(await newCode())).openid, ANN))
import { startSim } from '../../sims/start.mjs'
import { BROWSER_UA, Client, WECHAT_UA } from './client.mjs'
import { assert, cleanup, test } from './tap.mjs'

export const APP = 'wx1234567890abcdef'
export const SECRET = 'demo-secret-of-the-simulator-0001'
export const BACK = 'http://127.0.0.1:8080/account/wechat/callback'
export const STATE = 'a1b2c3d4e5f60718293a4b5c6d7e8f90'
export const ANN = 'oZYZ_demo_volunteer_00000001'

/** A simulator of its own for the test file; it ends with it. */
export const sim = await startSim('wechat', ['--appid', APP, '--redirect-host', '127.0.0.1:8080'])
cleanup(() => sim.stop())
export const inside = new Client({ base: sim.url, ua: WECHAT_UA })
export const outside = new Client({ base: sim.url, ua: BROWSER_UA })

export function link(changes = {}) {
	const fields = {
		appid: APP,
		redirect_uri: BACK,
		response_type: 'code',
		scope: 'snsapi_base',
		state: STATE,
		...changes,
	}
	return `/connect/oauth2/authorize?${new URLSearchParams(fields)}`
}

export const asUser = (openid) => ({ headers: { 'X-Sim-User': openid } })

export async function newCode({ scope = 'snsapi_base', openid = ANN } = {}) {
	await sim.control('set', { silent: true })
	const answer = await inside.get(link({ scope }), asUser(openid))
	await sim.control('set', { silent: false })
	assert.equal(answer.status, 302, answer.text)
	return new URL(answer.location).searchParams.get('code')
}

export const call = async (path, query) => {
	const answer = await inside.get(`${path}?${new URLSearchParams(query)}`)
	assert.equal(answer.status, 200)
	return answer.json
}
export const exchange = (code, more = {}) =>
	call('/sns/oauth2/access_token', {
		appid: APP,
		secret: SECRET,
		code,
		grant_type: 'authorization_code',
		...more,
	})
export const postJson = async (path, value) => {
	const body = typeof value === 'string' ? value : JSON.stringify(value)
	const answer = await inside.request('POST', path, {
		body,
		headers: { 'Content-Type': 'application/json' },
	})
	assert.equal(answer.status, 200)
	return answer.json
}
export const stable = (more = {}) =>
	postJson('/cgi-bin/stable_token', {
		grant_type: 'client_credential',
		appid: APP,
		secret: SECRET,
		...more,
	})
export const ticketOf = (token) =>
	call('/cgi-bin/ticket/getticket', { access_token: token, type: 'jsapi' })

/** A test that begins with a simulator as it was at its start. */
export const clean = (name, fn) =>
	test(name, async () => {
		await sim.control('reset', {})
		await fn()
	})

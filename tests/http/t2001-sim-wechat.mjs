// The simulated WeChat keeps to WeChat's documented behaviour. Needs no suite: it starts the simulator itself.
import { createHash } from 'node:crypto'
import { BROWSER_UA, Client, WECHAT_UA, assert, cleanup, end, startSim, test } from './lib.mjs'
import { jsSignature } from '../sims/wechat/token.mjs'

const APP = 'wx1234567890abcdef'
const SECRET = 'demo-secret-of-the-simulator-0001'
const BACK = 'http://127.0.0.1:8080/account/wechat/callback'
const STATE = 'a1b2c3d4e5f60718293a4b5c6d7e8f90'
const ANN = 'oZYZ_demo_volunteer_00000001'

const sim = await startSim('wechat', ['--appid', APP, '--redirect-host', '127.0.0.1:8080'])
cleanup(() => sim.stop())
const inside = new Client({ base: sim.url, ua: WECHAT_UA })
const outside = new Client({ base: sim.url, ua: BROWSER_UA })

function link(changes = {}) {
	const fields = { appid: APP, redirect_uri: BACK, response_type: 'code', scope: 'snsapi_base', state: STATE, ...changes }
	return `/connect/oauth2/authorize?${new URLSearchParams(fields)}`
}

const asUser = (openid) => ({ headers: { 'X-Sim-User': openid } })

async function newCode({ scope = 'snsapi_base', openid = ANN } = {}) {
	await sim.control('set', { silent: true })
	const answer = await inside.get(link({ scope }), asUser(openid))
	await sim.control('set', { silent: false })
	assert.equal(answer.status, 302, answer.text)
	return new URL(answer.location).searchParams.get('code')
}

const call = async (path, query) => {
	const answer = await inside.get(`${path}?${new URLSearchParams(query)}`)
	assert.equal(answer.status, 200)
	return answer.json
}
const exchange = (code, more = {}) =>
	call('/sns/oauth2/access_token', { appid: APP, secret: SECRET, code, grant_type: 'authorization_code', ...more })
const postJson = async (path, value) => {
	const body = typeof value === 'string' ? value : JSON.stringify(value)
	const answer = await inside.request('POST', path, { body, headers: { 'Content-Type': 'application/json' } })
	assert.equal(answer.status, 200)
	return answer.json
}
const stable = (more = {}) =>
	postJson('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: APP, secret: SECRET, ...more })
const ticketOf = (token) => call('/cgi-bin/ticket/getticket', { access_token: token, type: 'jsapi' })

/** A test that leaves the simulator as it found it. */
const clean = (name, fn) => test(name, async () => {
	await sim.control('reset', {})
	await fn()
})

clean('base scope goes straight back with code and state', async () => {
	const answer = await inside.get(link(), asUser(ANN))
	assert.equal(answer.status, 302)
	const at = new URL(answer.location)
	assert.equal(at.origin + at.pathname, BACK)
	assert.equal(at.searchParams.get('state'), STATE)
	assert.match(at.searchParams.get('code'), /^[\w-]{32}$/)
})

clean('another browser is told to open WeChat, and so is 企业微信', async () => {
	assert.match((await outside.get(link())).text, /请在微信客户端打开链接/)
	const work = new Client({ base: sim.url, ua: `${WECHAT_UA} wxwork/4.1.0` })
	assert.match((await work.get(link())).text, /请在微信客户端打开链接/)
})

for (const [code, changes] of [
	[10003, { redirect_uri: 'http://127.0.0.1:8081/x' }], [10003, { redirect_uri: 'https://evil.example/x' }],
	[10003, { redirect_uri: 'javascript:alert(1)' }], [10005, { scope: 'snsapi_login' }], [10010, { scope: '' }],
	[10011, { redirect_uri: '' }], [10012, { appid: '' }], [10013, { state: '' }], [10016, { appid: 'wx00000000000000f1' }],
])
	clean(`authorize refuses with ${code} for ${JSON.stringify(changes)}`, async () => {
		const answer = await inside.get(link(changes))
		assert.equal(answer.status, 200)
		assert.match(answer.text, new RegExp(`错误码 ${code}`))
	})

clean('authorize refuses a state of more than 128 bytes or with other signs, and keys out of order', async () => {
	assert.equal((await inside.get(link({ state: 'a'.repeat(128) }))).status, 302)
	assert.match((await inside.get(link({ state: 'a'.repeat(129) }))).text, /state/)
	assert.match((await inside.get(link({ state: '/path' }))).text, /state/)
	const turned = `/connect/oauth2/authorize?redirect_uri=${encodeURIComponent(BACK)}&appid=${APP}&response_type=code` +
		`&scope=snsapi_base&state=${STATE}`
	assert.match((await inside.get(turned)).text, /顺序/)
})

clean('the account\'s troubles have their pages', async () => {
	for (const code of [10004, 10005, 10006, 10009, 10015]) {
		await sim.control('set', { authorizeError: code })
		assert.match((await inside.get(link())).text, new RegExp(`错误码 ${code}`))
	}
})

clean('userinfo scope asks first; 允许 gives a code, 拒绝 only the state', async () => {
	for (const [choice, has] of [['allow', true], ['deny', false]]) {
		const asked = await inside.get(link({ scope: 'snsapi_userinfo' }), asUser(ANN))
		assert.equal(asked.status, 200)
		const ticket = /name="ticket" value="([^"]+)"/.exec(asked.text)[1]
		const back = new URL((await inside.post('/connect/oauth2/confirm', { ticket, choice })).location)
		assert.equal(back.searchParams.has('code'), has)
		assert.equal(back.searchParams.get('state'), STATE)
		assert.match((await inside.post('/connect/oauth2/confirm', { ticket, choice })).text, /过期/)
	}
})

clean('deny gives back only the state', async () => {
	await sim.control('set', { deny: true })
	const back = new URL((await inside.get(link())).location)
	assert.deepEqual([...back.searchParams.keys()], ['state'])
})

clean('a code becomes tokens and an openid, once, as text/plain without errcode', async () => {
	const code = await newCode()
	const answer = await inside.get(`/sns/oauth2/access_token?${new URLSearchParams({ appid: APP, secret: SECRET, code, grant_type: 'authorization_code' })}`)
	assert.equal(answer.headers['content-type'], 'text/plain')
	assert.deepEqual(Object.keys(answer.json), ['access_token', 'expires_in', 'refresh_token', 'openid', 'scope'])
	assert.equal(answer.json.openid, ANN)
	const again = await exchange(code)
	assert.equal(again.errcode, 40163)
	assert.match(again.errmsg, / rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
})

clean('what is missing or wrong in the exchange has its code', async () => {
	const code = await newCode()
	for (const [more, errcode] of [
		[{ appid: '' }, 41002], [{ secret: '' }, 41004], [{ code: '' }, 41008], [{ appid: 'wxother' }, 40013],
		[{ secret: 'no' }, 40125], [{ grant_type: 'client' }, 40002], [{ code: 'never-given' }, 40029],
	])
		assert.equal((await exchange(code, more)).errcode, errcode, JSON.stringify(more))
	await sim.control('set', { frozen: true })
	assert.equal((await exchange(code)).errcode, 40243)
	await sim.control('set', { frozen: false, ips: ['10.0.0.1'] })
	assert.match((await exchange(code)).errmsg, /invalid ip 127\.0\.0\.1 ipv6 ::ffff:127\.0\.0\.1, not in whitelist/)
	await sim.control('set', { ips: null })
	assert.equal((await exchange(code)).openid, ANN, 'none of these used the code up')
})

clean('a code of another account is unknown', async () => {
	const code = await newCode()
	await sim.control('set', { appid: 'wxother' })
	assert.equal((await exchange(code, { appid: 'wxother' })).errcode, 40029)
})

clean('a code lives for 300 seconds', async () => {
	const [early, late] = [await newCode(), await newCode()]
	await sim.control('clock', { skew: 299 })
	assert.equal((await exchange(early)).openid, ANN)
	await sim.control('clock', { skew: 302 })
	assert.equal((await exchange(late)).errcode, 42003)
})

clean('unionid comes only with userinfo scope and a bound account', async () => {
	assert.equal((await exchange(await newCode())).unionid, undefined)
	const first = await exchange(await newCode({ scope: 'snsapi_userinfo' }))
	assert.match(first.unionid, /^u/)
	await sim.control('set', { union: false })
	assert.equal((await exchange(await newCode({ scope: 'snsapi_userinfo' }))).unionid, undefined)
})

clean('snapshot pages: marked, unmarked and with a real openid', async () => {
	const seen = async (snapshot) => {
		await sim.control('set', { snapshot })
		return exchange(await newCode({ scope: 'snsapi_userinfo' }))
	}
	const marked = await seen('marked')
	assert.equal(marked.is_snapshotuser, 1)
	assert.notEqual(marked.openid, ANN)
	const unmarked = await seen('unmarked')
	assert.equal(unmarked.is_snapshotuser, undefined)
	assert.equal(unmarked.openid, marked.openid)
	assert.equal((await seen('real')).openid, ANN)
	await sim.control('set', { snapshot: 'off' })
	const forced = await inside.get(`${link()}&forceSnapShot=true`, asUser(ANN))
	assert.equal((await exchange(new URL(forced.location).searchParams.get('code'))).is_snapshotuser, 1)
})

clean('refresh, check and userinfo', async () => {
	const held = await exchange(await newCode({ scope: 'snsapi_userinfo' }))
	const refresh = (more = {}) => call('/sns/oauth2/refresh_token',
		{ appid: APP, grant_type: 'refresh_token', refresh_token: held.refresh_token, ...more })
	const token = (await refresh()).access_token
	const auth = (more) => call('/sns/auth', { access_token: token, openid: ANN, ...more })
	assert.equal((await auth()).errcode, 0)
	assert.equal((await auth({ openid: 'oSomebodyElse' })).errcode, 40003)
	assert.equal((await call('/sns/userinfo', { access_token: token, openid: ANN, lang: 'zh_CN' })).openid, ANN)
	const base = await exchange(await newCode())
	assert.equal((await call('/sns/userinfo', { access_token: base.access_token, openid: ANN })).errcode, 48001)
	assert.equal((await refresh({ refresh_token: 'unknown' })).errcode, 40030)
	await sim.control('clock', { skew: 7201 })
	assert.equal((await auth()).errcode, 42001)
	assert.equal((await refresh()).openid, ANN)
	await sim.control('clock', { skew: 31 * 86400 })
	assert.equal((await refresh()).errcode, 42002)
	await sim.control('clock', { skew: 0 })
	await sim.control('user', { openid: ANN, passwordChanged: true })
	assert.equal((await refresh()).errcode, 42007)
})

clean('stable_token: the same until the last five minutes, then both live', async () => {
	const first = await stable()
	assert.equal(first.expires_in, 7200)
	await sim.control('clock', { skew: 6800 })
	const same = await stable()
	assert.equal(same.access_token, first.access_token)
	assert.ok(same.expires_in <= 400 && same.expires_in >= 300)
	await sim.control('clock', { skew: 6950 })
	const next = await stable()
	assert.notEqual(next.access_token, first.access_token)
	assert.equal((await ticketOf(first.access_token)).errcode, 0)
	assert.equal((await ticketOf(next.access_token)).errcode, 0)
	await sim.control('clock', { skew: 7205 })
	assert.equal((await ticketOf(first.access_token)).errcode, 42001)
	assert.equal((await ticketOf(next.access_token)).errcode, 0)
})

clean('force_refresh: at least 30 s apart, 20 a day, the old one dies', async () => {
	let held = await stable()
	const forced = await stable({ force_refresh: true })
	assert.notEqual(forced.access_token, held.access_token)
	assert.equal((await ticketOf(held.access_token)).errcode, 40001)
	assert.equal((await stable({ force_refresh: true })).access_token, forced.access_token, 'too soon: nothing happens')
	// A morning in Beijing, so that the twenty fall on one day.
	const { now } = await sim.control('clock', { skew: 0 })
	const toMorning = 86400 - (now + 8 * 3600) % 86400
	for (let i = 0; i < 20; i++) {
		await sim.control('clock', { skew: toMorning + 40 * i + 60 })
		held = await stable({ force_refresh: true })
		assert.ok(held.access_token, `forced refresh ${i + 1}: ${held.errmsg}`)
	}
	await sim.control('clock', { skew: toMorning + 900 })
	assert.equal((await stable({ force_refresh: true })).errcode, 45009)
	await sim.control('clock', { skew: toMorning + 86400 + 60 })
	assert.ok((await stable({ force_refresh: true })).access_token)
})

clean('stable_token wants POST, JSON and the right credentials', async () => {
	assert.equal((await call('/cgi-bin/stable_token', {})).errcode, 43002)
	assert.equal((await postJson('/cgi-bin/stable_token', '')).errcode, 44002)
	assert.equal((await postJson('/cgi-bin/stable_token', 'appid=1')).errcode, 47001)
	assert.equal((await stable({ secret: 'x' })).errcode, 40125)
	assert.equal((await stable({ grant_type: 'x' })).errcode, 40002)
	assert.equal((await postJson('/sns/oauth2/access_token', {})).errcode, 43001)
})

clean('the old token call ends the token before after five minutes', async () => {
	const ask = () => call('/cgi-bin/token', { grant_type: 'client_credential', appid: APP, secret: SECRET })
	const [first, second] = [await ask(), await ask()]
	assert.notEqual(first.access_token, second.access_token)
	assert.equal((await ticketOf(first.access_token)).errcode, 0)
	await sim.control('clock', { skew: 301 })
	assert.equal((await ticketOf(first.access_token)).errcode, 42001)
	assert.equal((await ticketOf(second.access_token)).errcode, 0)
})

clean('a ticket is the same until it expires; without a token there is none', async () => {
	const { access_token: token } = await stable()
	const first = await ticketOf(token)
	assert.equal((await ticketOf(token)).ticket, first.ticket)
	assert.equal((await call('/cgi-bin/ticket/getticket', { type: 'jsapi' })).errcode, 41001)
	assert.equal((await ticketOf('unknown')).errcode, 40001)
	await sim.control('clock', { skew: 7300 })
	assert.notEqual((await ticketOf((await stable()).access_token)).ticket, first.ticket)
})

clean('a daily quota ends in 45009 and begins anew at midnight in Beijing or by clear_quota', async () => {
	const { access_token: token } = await stable()
	await sim.control('set', { quotas: { '/cgi-bin/ticket/getticket': 2 } })
	const codes = async (n) => {
		const got = []
		for (let i = 0; i < n; i++)
			got.push((await ticketOf(token)).errcode)
		return got
	}
	assert.deepEqual(await codes(3), [0, 0, 45009])
	assert.equal((await postJson(`/cgi-bin/clear_quota?access_token=${token}`, { appid: APP })).errcode, 0)
	assert.deepEqual(await codes(3), [0, 0, 45009])
	await sim.control('clock', { skew: 86400 })
	assert.notEqual((await ticketOf((await stable()).access_token)).errcode, 45009)
})

test('signature: the official vector', () => {
	const vector = {
		ticket: 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg',
		noncestr: 'Wm3WZYTPz0wzccnW', timestamp: '1414587457', url: 'http://mp.weixin.qq.com?params=value',
	}
	assert.equal(jsSignature(vector), '0f9de62fce790f9a083d5c99e95740ceb90c27ed')
	assert.equal(jsSignature({ ...vector, url: `${vector.url}#wechat_redirect` }), '0f9de62fce790f9a083d5c99e95740ceb90c27ed')
})

clean('wx.config is checked: signature, app, domain, fragment', async () => {
	const { ticket } = await ticketOf((await stable()).access_token)
	const url = 'http://127.0.0.1:8080/activity/mine?a=1'
	const signature = createHash('sha1').update(`jsapi_ticket=${ticket}&noncestr=n1&timestamp=1700000000&url=${url}`).digest('hex')
	const ask = (more) => sim.control('jsapi', { appId: APP, nonceStr: 'n1', timestamp: '1700000000', signature, url, ...more })
	assert.deepEqual(await ask(), { ok: true, errMsg: 'config:ok' })
	assert.equal((await ask({ url: `${url}#wechat_redirect` })).ok, true)
	assert.match((await ask({ url: `${url}&b=2` })).errMsg, /63002,invalid signature/)
	assert.match((await ask({ nonceStr: 'n2' })).errMsg, /63002/)
	assert.match((await ask({ url: 'http://127.0.0.1:9999/' })).errMsg, /invalid url domain/)
	assert.match((await ask({ url: 'nonsense' })).errMsg, /invalid url domain/)
	assert.match((await ask({ appId: 'wxother' })).errMsg, /invalid appid/)
})

const NOTICE = { thing1: { value: '社区敬老服务' }, time2: { value: '2026年10月9日 09:00' }, thing3: { value: '请提前十分钟到场' } }
const message = (more = {}) => ({ touser: ANN, template_id: 'SIM-TEMPLATE-NOTICE', data: NOTICE, ...more })

clean('template messages: fields, receivers, no second of the same id', async () => {
	const { access_token: token } = await stable()
	const send = (more) => postJson(`/cgi-bin/message/template/send?access_token=${token}`, message(more))
	const first = await send({ client_msg_id: 'm1' })
	assert.equal(first.errcode, 0)
	assert.equal((await send({ client_msg_id: 'm1' })).msgid, first.msgid)
	assert.notEqual((await send({ client_msg_id: 'm2' })).msgid, first.msgid)
	assert.equal((await sim.control('sent')).length, 2)
	assert.equal((await send({ touser: 'oNobodyKnown' })).errcode, 40003)
	assert.equal((await send({ template_id: 'none' })).errcode, 40037)
	const long = await send({ data: { ...NOTICE, thing1: { value: '字'.repeat(21) } } })
	assert.equal(long.errcode, 47003)
	assert.match(long.errmsg, /argument invalid! data\.thing1\.value invalid/)
	assert.equal((await send({ data: { ...NOTICE, thing1: { value: '字'.repeat(20) } } })).errcode, 0)
	assert.match((await send({ data: { ...NOTICE, time2: { value: '明天' } } })).errmsg, /data\.time2/)
	assert.match((await send({ data: { thing1: NOTICE.thing1, time2: NOTICE.time2 } })).errmsg, /data\.thing3/)
	assert.match((await send({ data: { ...NOTICE, remark: { value: 'x' } } })).errmsg, /data\.remark/)
	await sim.control('user', { openid: ANN, subscribed: false })
	assert.equal((await send()).errcode, 43004)
	await sim.control('expire', { what: 'tokens' })
	assert.equal((await send()).errcode, 42001)
})

clean('subscription messages: one tap, one message; long-term ones do not run out', async () => {
	const { access_token: token } = await stable()
	const send = () => postJson(`/cgi-bin/message/subscribe/bizsend?access_token=${token}`,
		message({ template_id: 'SIM-SUBSCRIBE-NOTICE' }))
	const codes = async (n) => {
		const got = []
		for (let i = 0; i < n; i++)
			got.push((await send()).errcode)
		return got
	}
	const tap = (count) => sim.control('subscribe', { openid: ANN, template_id: 'SIM-SUBSCRIBE-NOTICE', count })
	assert.deepEqual(await codes(1), [43101])
	await tap(2)
	assert.deepEqual(await codes(3), [0, 0, 43101])
	await tap(-1)
	assert.deepEqual(await codes(3), [0, 0, 0])
})

clean('faults: errcode, 502, garbage, slow, and the count of calls goes on', async () => {
	const rule = (kind, more = {}) => ({ path: '/cgi-bin/', kind, times: 1, ...more })
	await sim.control('faults', { rules: [rule('errcode', { errcode: 45009 }), rule('502'), rule('truncated'), rule('slow', { ms: 150 })] })
	assert.equal((await stable()).errcode, 45009)
	const post = () => inside.request('POST', '/cgi-bin/stable_token', {
		body: JSON.stringify({ grant_type: 'client_credential', appid: APP, secret: SECRET }),
	})
	const broken = await post()
	assert.equal(broken.status, 502)
	assert.match(broken.text, /^<!DOCTYPE html>/)
	const cut = await post()
	assert.throws(() => cut.json)
	const from = Date.now()
	assert.ok((await post()).json.access_token)
	assert.ok(Date.now() - from >= 140)
	assert.equal((await sim.control('counts'))['/cgi-bin/stable_token'], 4)
	assert.deepEqual((await sim.control('faults')).fired, { errcode: 1, 502: 1, truncated: 1, slow: 1 })
	await assert.rejects(sim.control('faults', { rules: [{ kind: 'no-such' }] }), /unknown fault no-such/)
})

clean('hanging and reset connections are felt by the client', async () => {
	await sim.control('faults', { rules: [{ path: '/sns/', kind: 'hang', times: 1 }, { path: '/sns/', kind: 'reset-before', times: 1 }] })
	await assert.rejects(inside.get('/sns/auth', { timeout: 200 }), /no answer/)
	await assert.rejects(inside.get('/sns/auth'), /ECONNRESET|socket hang up/)
	assert.equal((await inside.get('/sns/auth')).json.errcode, 41001)
})

clean('the beacon of the SDK is taken', async () => {
	assert.equal((await inside.get('/sdk/report?u=x')).status, 204)
})

test('with --demo an ordinary browser picks a user and goes back with a code', async () => {
	const demo = await startSim('wechat', ['--appid', APP, '--redirect-host', '127.0.0.1:8080', '--demo'])
	try {
		const hand = new Client({ base: demo.url, ua: BROWSER_UA })
		const pick = async (choice) => {
			const page = await hand.get(link())
			assert.equal(page.status, 200)
			const ticket = /name="ticket" value="([^"]+)"/.exec(page.text)[1]
			assert.ok(page.text.includes(`value="${ANN}"`))
			return new URL((await hand.post('/connect/oauth2/confirm', { ticket, ...choice })).location)
		}
		const code = (await pick({ openid: ANN })).searchParams.get('code')
		const query = new URLSearchParams({ appid: APP, secret: SECRET, code, grant_type: 'authorization_code' })
		assert.equal((await hand.get(`/sns/oauth2/access_token?${query}`)).json.openid, ANN)
		assert.equal((await pick({ choice: 'deny' })).searchParams.has('code'), false)
	} finally {
		await demo.stop()
	}
})

await end()

// The simulated WeChat's tokens, tickets, signatures, messages and faults. Needs no suite.
import { createHash } from 'node:crypto'
import { assert, end, test } from './lib.mjs'
import { ANN, APP, SECRET, call, clean, inside, postJson, sim } from './lib/wechat.mjs'
import { stable, ticketOf } from './lib/wechat.mjs'
import { jsSignature } from '../sims/wechat/token.mjs'

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
	assert.equal(
		(await stable({ force_refresh: true })).access_token,
		forced.access_token,
		'too soon: nothing happens'
	)
	// A morning in Beijing, so that the twenty fall on one day.
	const { now } = await sim.control('clock', { skew: 0 })
	const toMorning = 86400 - ((now + 8 * 3600) % 86400)
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
	const ask = () =>
		call('/cgi-bin/token', { grant_type: 'client_credential', appid: APP, secret: SECRET })
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

clean(
	'a daily quota ends in 45009 and begins anew at midnight in Beijing or by clear_quota',
	async () => {
		const { access_token: token } = await stable()
		await sim.control('set', { quotas: { '/cgi-bin/ticket/getticket': 2 } })
		const codes = async (n) => {
			const got = []
			for (let i = 0; i < n; i++) got.push((await ticketOf(token)).errcode)
			return got
		}
		assert.deepEqual(await codes(3), [0, 0, 45009])
		assert.equal(
			(await postJson(`/cgi-bin/clear_quota?access_token=${token}`, { appid: APP })).errcode,
			0
		)
		assert.deepEqual(await codes(3), [0, 0, 45009])
		await sim.control('clock', { skew: 86400 })
		assert.notEqual((await ticketOf((await stable()).access_token)).errcode, 45009)
	}
)

test('signature: the official vector', () => {
	const vector = {
		ticket: 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg',
		noncestr: 'Wm3WZYTPz0wzccnW',
		timestamp: '1414587457',
		url: 'http://mp.weixin.qq.com?params=value',
	}
	assert.equal(jsSignature(vector), '0f9de62fce790f9a083d5c99e95740ceb90c27ed')
	assert.equal(
		jsSignature({ ...vector, url: `${vector.url}#wechat_redirect` }),
		'0f9de62fce790f9a083d5c99e95740ceb90c27ed'
	)
})

clean('wx.config is checked: signature, app, domain, fragment', async () => {
	const { ticket } = await ticketOf((await stable()).access_token)
	const url = 'http://127.0.0.1:8080/activity/mine?a=1'
	const signature = createHash('sha1')
		.update(`jsapi_ticket=${ticket}&noncestr=n1&timestamp=1700000000&url=${url}`)
		.digest('hex')
	const ask = (more) =>
		sim.control('jsapi', {
			appId: APP,
			nonceStr: 'n1',
			timestamp: '1700000000',
			signature,
			url,
			...more,
		})
	assert.deepEqual(await ask(), { ok: true, errMsg: 'config:ok' })
	assert.equal((await ask({ url: `${url}#wechat_redirect` })).ok, true)
	assert.match((await ask({ url: `${url}&b=2` })).errMsg, /63002,invalid signature/)
	assert.match((await ask({ nonceStr: 'n2' })).errMsg, /63002/)
	assert.match((await ask({ url: 'http://127.0.0.1:9999/' })).errMsg, /invalid url domain/)
	assert.match((await ask({ url: 'nonsense' })).errMsg, /invalid url domain/)
	assert.match((await ask({ appId: 'wxother' })).errMsg, /invalid appid/)
})

const NOTICE = {
	thing1: { value: '社区敬老服务' },
	time2: { value: '2026年10月9日 09:00' },
	thing3: { value: '请提前十分钟到场' },
}
const message = (more = {}) => ({
	touser: ANN,
	template_id: 'SIM-TEMPLATE-NOTICE',
	data: NOTICE,
	...more,
})

clean('template messages: fields, receivers, no second of the same id', async () => {
	const { access_token: token } = await stable()
	const send = (more) =>
		postJson(`/cgi-bin/message/template/send?access_token=${token}`, message(more))
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
	assert.equal(
		(await send({ data: { ...NOTICE, thing1: { value: '字'.repeat(20) } } })).errcode,
		0
	)
	assert.match(
		(await send({ data: { ...NOTICE, time2: { value: '明天' } } })).errmsg,
		/data\.time2/
	)
	assert.match(
		(await send({ data: { thing1: NOTICE.thing1, time2: NOTICE.time2 } })).errmsg,
		/data\.thing3/
	)
	assert.match(
		(await send({ data: { ...NOTICE, remark: { value: 'x' } } })).errmsg,
		/data\.remark/
	)
	await sim.control('user', { openid: ANN, subscribed: false })
	assert.equal((await send()).errcode, 43004)
	await sim.control('expire', { what: 'tokens' })
	assert.equal((await send()).errcode, 42001)
})

clean('subscription messages: one tap, one message; long-term ones do not run out', async () => {
	const { access_token: token } = await stable()
	const send = () =>
		postJson(
			`/cgi-bin/message/subscribe/bizsend?access_token=${token}`,
			message({ template_id: 'SIM-SUBSCRIBE-NOTICE' })
		)
	const codes = async (n) => {
		const got = []
		for (let i = 0; i < n; i++) got.push((await send()).errcode)
		return got
	}
	const tap = (count) =>
		sim.control('subscribe', { openid: ANN, template_id: 'SIM-SUBSCRIBE-NOTICE', count })
	assert.deepEqual(await codes(1), [43101])
	await tap(2)
	assert.deepEqual(await codes(3), [0, 0, 43101])
	await tap(-1)
	assert.deepEqual(await codes(3), [0, 0, 0])
})

clean('faults: errcode, 502, garbage, slow, and the count of calls goes on', async () => {
	const rule = (kind, more = {}) => ({ path: '/cgi-bin/', kind, times: 1, ...more })
	await sim.control('faults', {
		rules: [
			rule('errcode', { errcode: 45009 }),
			rule('502'),
			rule('truncated'),
			rule('slow', { ms: 150 }),
		],
	})
	assert.equal((await stable()).errcode, 45009)
	const post = () =>
		inside.request('POST', '/cgi-bin/stable_token', {
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
	assert.deepEqual((await sim.control('faults')).fired, {
		errcode: 1,
		502: 1,
		truncated: 1,
		slow: 1,
	})
	await assert.rejects(
		sim.control('faults', { rules: [{ kind: 'no-such' }] }),
		/unknown fault no-such/
	)
})

clean('hanging and reset connections are felt by the client', async () => {
	await sim.control('faults', {
		rules: [
			{ path: '/sns/', kind: 'hang', times: 1 },
			{ path: '/sns/', kind: 'reset-before', times: 1 },
		],
	})
	await assert.rejects(inside.get('/sns/auth', { timeout: 200 }), /no answer/)
	await assert.rejects(inside.get('/sns/auth'), /ECONNRESET|socket hang up/)
	assert.equal((await inside.get('/sns/auth')).json.errcode, 41001)
})

clean('the beacon of the SDK is taken', async () => {
	assert.equal((await inside.get('/sdk/report?u=x')).status, 204)
})

await end()

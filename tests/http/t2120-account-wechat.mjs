// Volunteers sign in through WeChat's web OAuth, against the simulator and over real HTTP.
// log-allowed: error account (wechat: errcode 40125|ERR_REMOTE |ERR_BAD_REQUEST json)
import { Client, WECHAT_UA, assert, end, newVolunteer, openid, sql, status, test, value, wechatSim } from './lib.mjs'

const ACCOUNT = '/sns/oauth2/access_token'
const asUser = (who) => ({ headers: { 'X-Sim-User': who } })

/** From the tap on the button to WeChat's answer; the callback's address is returned, not yet opened. */
async function toCallback(client, who, to) {
	const start = status(await client.startWechat(to), 303)
	const asked = status(await client.get(start.location, asUser(who)), 302)
	return asked.location
}

async function withFault(rule, fn) {
	await wechatSim('faults', { rules: [{ path: ACCOUNT, ...rule }] })
	try {
		return await fn()
	} finally {
		await wechatSim('faults', { rules: [] })
	}
}

async function withSetting(set, fn, back) {
	await wechatSim('set', set)
	try {
		return await fn()
	} finally {
		await wechatSim('set', back)
	}
}

const calls = async () => (await wechatSim('counts'))[ACCOUNT] ?? 0
const sessionsOf = (who) => value(`SELECT COUNT(*) FROM session s JOIN wechat_account w ON w.id = s.wechat_account_id
	WHERE w.openid = ?`, [who])
const why = (answer) => {
	assert.equal(status(answer, 303).location.includes('code='), false)
	return new URL(answer.location).searchParams.get('why')
}

test('the way out is as documented: base scope only, the fragment, a state for this browser', async () => {
	const c = new Client({ ua: WECHAT_UA })
	const r = status(await c.get('/account/wechat/start?to=/recruit/'), 303)
	assert.match(r.location, /\/connect\/oauth2\/authorize\?appid=[^&]+&redirect_uri=http%3A%2F%2F[^&]+%2Faccount%2Fwechat%2Fcallback&response_type=code&scope=snsapi_base&state=[0-9a-f]{32}#wechat_redirect$/)
	const mark = c.jar.get('wx')
	assert.match(mark.value, /^[0-9a-f]{64}$/)
	assert.ok('httponly' in mark.attributes && mark.attributes.samesite === 'Lax')
	assert.ok(!r.location.includes('recruit'), 'the return path stays with us')
})

test('somebody new is known by WeChat only, and is led to the registration', async () => {
	const c = new Client()
	const who = openid()
	const before = value('SELECT COUNT(*) FROM person')
	const arrived = await c.wechatUser(who, { to: '/account/me?done=saved' })
	assert.equal(arrived.url.pathname, '/account/register')
	assert.equal(arrived.page.Who.kind, 'wechat')
	assert.equal(arrived.page.To, '/account/me?done=saved')
	assert.equal(value('SELECT person_id FROM wechat_account WHERE openid = ?', [who]), null)
	assert.equal(value('SELECT COUNT(*) FROM person'), before)
	status(await c.getJson('/account/me'), 403)
	const page = status(await c.get('/account/me/edit'), 303)
	assert.match(page.location, /\/account\/register\?to=%2Faccount%2Fme%2Fedit$/)
})

test('a bound account is a volunteer, and comes back to where it wanted', async () => {
	const v = await newVolunteer()
	const c = new Client()
	const arrived = await c.wechatUser(v.openid, { to: '/account/me/edit' })
	assert.equal(arrived.url.pathname, '/account/me/edit')
	assert.equal(status(arrived, 200).page.Who.kind, 'volunteer')
	assert.equal(value('SELECT COUNT(*) FROM wechat_account WHERE openid = ?', [v.openid]), '1')
})

test('a foreign way back is not taken', async () => {
	const v = await newVolunteer()
	const c = new Client()
	const arrived = await c.wechatUser(v.openid, { to: '//evil.example/' })
	assert.equal(arrived.url.pathname, '/account/me')
})

test('who refuses comes back without a code, and is told so', async () => {
	const c = new Client()
	const back = await withSetting({ deny: true }, () => toCallback(c, openid()), { deny: false })
	assert.ok(!back.includes('code='))
	const r = await c.get(back)
	assert.equal(why(r), 'refused')
	assert.match(status(await c.get(r.location), 200).text, /没有同意微信登录/)
	assert.equal(c.jar.get('zyz'), undefined)
})

test('a forged state, another browser and a missing one get no session and cost no call', async () => {
	const who = openid()
	const [mine, other] = [new Client(), new Client({ ua: WECHAT_UA })]
	const back = await toCallback(mine, who)
	const before = await calls()
	const forged = back.replace(/state=[0-9a-f]{32}/, `state=${'a'.repeat(32)}`)
	for (const [client, url] of [[mine, forged], [other, back], [mine, back.replace(/state=[^&]*/, 'state=%27--')],
		[mine, new URL('/account/wechat/callback', back).href]]) {
		assert.equal(why(await client.get(url)), 'expired')
		assert.equal(client.jar.get('zyz'), undefined)
	}
	await other.get('/account/wechat/start')
	assert.equal(why(await other.get(back)), 'expired')
	assert.equal(await calls(), before)
	assert.equal(sessionsOf(who), '0')
})

test('a state works for a quarter of an hour', async () => {
	const c = new Client()
	const back = await toCallback(c, openid())
	sql('UPDATE wechat_login SET created_at = created_at - INTERVAL 16 MINUTE WHERE state = ?',
		[new URL(back).searchParams.get('state')])
	assert.equal(why(await c.get(back)), 'expired')
})

test('the same callback twice, one after the other, has the same answer and one call', async () => {
	const v = await newVolunteer()
	const c = new Client()
	const back = await toCallback(c, v.openid, '/account/me/edit')
	const before = await calls()
	const [first, second] = [await c.get(back), await c.get(back)]
	assert.equal(status(first, 303).location, status(second, 303).location)
	assert.equal(await calls(), before + 1)
	status(await c.getJson('/account/me'), 200)
})

test('the same callback twice at once waits for one answer', async () => {
	const v = await newVolunteer()
	const c = new Client()
	const back = await toCallback(c, v.openid)
	const before = await calls()
	const answers = await withFault({ kind: 'slow', ms: 1200 }, () => Promise.all([c.get(back), c.get(back)]))
	for (const a of answers)
		assert.equal(new URL(status(a, 303).location).pathname, '/account/me')
	assert.equal(await calls(), before + 1)
	status(await c.getJson('/account/me'), 200)
})

test('another code under the same state ends where the first did; who is in is led on', async () => {
	const v = await newVolunteer()
	const c = new Client()
	const start = await c.startWechat('/account/me/edit')
	const code = async () => (await c.get(start.location, { headers: { 'X-Sim-User': v.openid } })).location
	const [back, other] = [await code(), await code()]
	const before = await calls()
	const answers = await withFault({ kind: 'slow', ms: 600 }, () => Promise.all([c.get(back), c.get(other)]))
	for (const a of [...answers, await c.get(other)])
		assert.equal(new URL(status(a, 303).location).pathname, '/account/me/edit')
	assert.equal(await calls(), before + 1)
	sql('UPDATE wechat_login SET used_at = used_at - INTERVAL 6 MINUTE WHERE state = ?',
		[new URL(back).searchParams.get('state')])
	assert.equal(new URL(status(await c.get(back), 303).location).pathname, '/account/me/edit')
	status(await c.getJson('/account/me'), 200)
	status(await c.post('/account/sign-out'), 303)
	assert.equal(why(await c.get(back)), 'expired')
})

test('a code that came to nothing gives way to the other one', async () => {
	const v = await newVolunteer()
	const c = new Client()
	const back = await toCallback(c, v.openid)
	const bad = back.replace(/code=[^&]*/, 'code=spent')
	assert.equal(new URL(status(await c.get(bad), 303).location).pathname, '/account/wechat/start')
	assert.equal(new URL(status(await c.get(back), 303).location).pathname, '/account/me')
	status(await c.getJson('/account/me'), 200)
})

test('two tabs of one browser sign in side by side', async () => {
	const v = await newVolunteer()
	const c = new Client()
	const one = await toCallback(c, v.openid, '/account/me')
	const two = await toCallback(c, v.openid, '/account/me/edit')
	assert.equal(new URL(status(await c.get(one), 303).location).pathname, '/account/me')
	assert.equal(new URL(status(await c.get(two), 303).location).pathname, '/account/me/edit')
})

test('a spent code restarts the sign-in once, then says so', async () => {
	const c = new Client()
	const who = openid()
	await withFault({ kind: 'errcode', errcode: 40163, errmsg: 'code been used' }, async () => {
		const again = await c.get(await toCallback(c, who, '/recruit/'))
		assert.equal(new URL(status(again, 303).location).pathname, '/account/wechat/start')
		assert.equal(new URL(again.location).searchParams.get('to'), '/recruit/')
		const reasons = new Set()
		for (let i = 0; i < 2; i++) {
			const r = await c.get(await toCallback(c, who))
			reasons.add(new URL(r.location).searchParams.get('why'))
		}
		assert.ok(reasons.has('again'))
	})
	const arrived = await c.wechatUser(who)
	assert.equal(arrived.url.pathname, '/account/register')
})

test('a snapshot page gets no session, but the hint to use the full service', async () => {
	const c = new Client()
	const who = openid()
	const back = await withSetting({ snapshot: 'marked' }, () => toCallback(c, who), { snapshot: 'off' })
	const r = await c.get(back)
	assert.equal(why(r), 'snapshot')
	assert.match(status(await c.get(r.location), 200).text, /使用完整服务/)
	assert.equal(why(await c.get(back)), 'snapshot', 'and the same again')
	assert.equal(c.jar.get('zyz'), undefined)
	assert.equal(value('SELECT COUNT(*) FROM wechat_account WHERE openid = ?', [who]), '0')
})

test('an unmarked snapshot leaves nothing but an account of nobody', async () => {
	const c = new Client()
	const before = value('SELECT COUNT(*) FROM person')
	const back = await withSetting({ snapshot: 'unmarked' }, () => toCallback(c, openid()), { snapshot: 'off' })
	assert.equal(new URL(status(await c.get(back), 303).location).pathname, '/account/register')
	assert.equal(value('SELECT COUNT(*) FROM person'), before)
})

test('one "system error" is asked again, two are a friendly page', async () => {
	const v = await newVolunteer()
	const c = new Client()
	const back = await toCallback(c, v.openid)
	const before = await calls()
	const r = await withFault({ kind: 'errcode', errcode: -1, errmsg: 'system error', times: 1 }, () => c.get(back))
	assert.equal(new URL(status(r, 303).location).pathname, '/account/me')
	assert.ok(await calls() <= before + 2)
	const d = new Client()
	const next = await toCallback(d, v.openid)
	assert.equal(why(await withFault({ kind: 'errcode', errcode: -1, errmsg: 'system error' }, () => d.get(next))), 'busy')
})

test('a wrong appsecret is an alarm and a friendly page', async () => {
	const c = new Client()
	const back = await toCallback(c, openid())
	const r = await withFault({ kind: 'errcode', errcode: 40125, errmsg: 'invalid appsecret' }, () => c.get(back))
	assert.equal(why(r), 'trouble')
	assert.match(status(await c.get(r.location), 200).text, /暂时不可用/)
})

for (const [kind, more] of [['502'], ['truncated'], ['garbage'], ['reset-mid'], ['hang', { timeout: 20_000 }]])
	test(`WeChat answers with ${kind}: a friendly page within seconds`, async () => {
		const c = new Client()
		const back = await toCallback(c, openid())
		const began = Date.now()
		const r = await withFault({ kind }, () => c.get(back))
		assert.equal(why(r), 'busy')
		assert.ok(Date.now() - began < 8000)
		assert.match(status(await c.get(r.location), 200).text, /微信暂时没有回应/)
	}, more)

test('a plain browser sees the button and a word about WeChat; a made-up reason says nothing', async () => {
	const c = new Client()
	const page = status(await c.get('/account/sign-in?as=volunteer&why=%3Cscript%3E&to=/recruit/'), 200)
	assert.match(page.text, /href="\/account\/wechat\/start\?to=%2Frecruit%2F"/)
	assert.match(page.text, /请用手机微信打开本页/)
	assert.ok(!page.text.includes('script&gt;'))
	const inside = await new Client({ ua: WECHAT_UA }).get('/account/sign-in?as=volunteer')
	assert.ok(!inside.text.includes('请用手机微信打开本页'))
})

test('pages for volunteers lead strangers here', async () => {
	const r = status(await new Client().get('/account/me'), 303)
	assert.match(r.location, /\/account\/sign-in\?as=volunteer&to=%2Faccount%2Fme$/)
})

test('after signing out the way back in the browser signs nobody in', async () => {
	const v = await newVolunteer()
	const c = new Client()
	const back = await toCallback(c, v.openid)
	const arrived = await c.follow(status(await c.get(back), 303))
	status(arrived, 200)
	status(await c.post('/account/sign-out'), 303)
	assert.equal(why(await c.get(back)), 'expired')
	status(await c.getJson('/account/me'), 401)
})

await end()

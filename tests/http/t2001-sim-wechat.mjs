// The simulated WeChat's web OAuth keeps to the documentation. Needs no suite.
import { BROWSER_UA, Client, WECHAT_UA, assert, end, startSim, test } from './lib.mjs'
import { ANN, APP, BACK, SECRET, STATE } from './lib/wechat.mjs'
import {
	asUser,
	call,
	clean,
	exchange,
	inside,
	link,
	newCode,
	outside,
	sim,
} from './lib/wechat.mjs'

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
	[10003, { redirect_uri: 'http://127.0.0.1:8081/x' }],
	[10003, { redirect_uri: 'https://evil.example/x' }],
	[10003, { redirect_uri: 'javascript:alert(1)' }],
	[10005, { scope: 'snsapi_login' }],
	[10010, { scope: '' }],
	[10011, { redirect_uri: '' }],
	[10012, { appid: '' }],
	[10013, { state: '' }],
	[10016, { appid: 'wx00000000000000f1' }],
])
	clean(`authorize refuses with ${code} for ${JSON.stringify(changes)}`, async () => {
		const answer = await inside.get(link(changes))
		assert.equal(answer.status, 200)
		assert.match(answer.text, new RegExp(`错误码 ${code}`))
	})

clean(
	'authorize refuses a state of more than 128 bytes or with other signs, and keys out of order',
	async () => {
		assert.equal((await inside.get(link({ state: 'a'.repeat(128) }))).status, 302)
		assert.match((await inside.get(link({ state: 'a'.repeat(129) }))).text, /state/)
		assert.match((await inside.get(link({ state: '/path' }))).text, /state/)
		const turned =
			`/connect/oauth2/authorize?redirect_uri=${encodeURIComponent(BACK)}&appid=${APP}` +
			'&response_type=code' +
			`&scope=snsapi_base&state=${STATE}`
		assert.match((await inside.get(turned)).text, /顺序/)
	}
)

clean("the account's troubles have their pages", async () => {
	for (const code of [10004, 10005, 10006, 10009, 10015]) {
		await sim.control('set', { authorizeError: code })
		assert.match((await inside.get(link())).text, new RegExp(`错误码 ${code}`))
	}
})

clean('userinfo scope asks first; 允许 gives a code, 拒绝 only the state', async () => {
	for (const [choice, has] of [
		['allow', true],
		['deny', false],
	]) {
		const asked = await inside.get(link({ scope: 'snsapi_userinfo' }), asUser(ANN))
		assert.equal(asked.status, 200)
		const ticket = /name="ticket" value="([^"]+)"/.exec(asked.text)[1]
		const back = new URL(
			(await inside.post('/connect/oauth2/confirm', { ticket, choice })).location
		)
		assert.equal(back.searchParams.has('code'), has)
		assert.equal(back.searchParams.get('state'), STATE)
		assert.match(
			(await inside.post('/connect/oauth2/confirm', { ticket, choice })).text,
			/过期/
		)
	}
})

clean('deny gives back only the state', async () => {
	await sim.control('set', { deny: true })
	const back = new URL((await inside.get(link())).location)
	assert.deepEqual([...back.searchParams.keys()], ['state'])
})

clean('a code becomes tokens and an openid, once, as text/plain without errcode', async () => {
	const code = await newCode()
	const answer = await inside.get(
		`/sns/oauth2/access_token?appid=${APP}&secret=${SECRET}&code=${code}` +
			'&grant_type=authorization_code'
	)
	assert.equal(answer.headers['content-type'], 'text/plain')
	assert.deepEqual(Object.keys(answer.json), [
		'access_token',
		'expires_in',
		'refresh_token',
		'openid',
		'scope',
	])
	assert.equal(answer.json.openid, ANN)
	const again = await exchange(code)
	assert.equal(again.errcode, 40163)
	assert.match(again.errmsg, / rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
})

clean('what is missing or wrong in the exchange has its code', async () => {
	const code = await newCode()
	for (const [more, errcode] of [
		[{ appid: '' }, 41002],
		[{ secret: '' }, 41004],
		[{ code: '' }, 41008],
		[{ appid: 'wxother' }, 40013],
		[{ secret: 'no' }, 40125],
		[{ grant_type: 'client' }, 40002],
		[{ code: 'never-given' }, 40029],
	])
		assert.equal((await exchange(code, more)).errcode, errcode, JSON.stringify(more))
	await sim.control('set', { frozen: true })
	assert.equal((await exchange(code)).errcode, 40243)
	await sim.control('set', { frozen: false, ips: ['10.0.0.1'] })
	assert.match(
		(await exchange(code)).errmsg,
		/invalid ip 127\.0\.0\.1 ipv6 ::ffff:127\.0\.0\.1, not in whitelist/
	)
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
	assert.equal(
		(await exchange(new URL(forced.location).searchParams.get('code'))).is_snapshotuser,
		1
	)
})

clean('refresh, check and userinfo', async () => {
	const held = await exchange(await newCode({ scope: 'snsapi_userinfo' }))
	const refresh = (more = {}) =>
		call('/sns/oauth2/refresh_token', {
			appid: APP,
			grant_type: 'refresh_token',
			refresh_token: held.refresh_token,
			...more,
		})
	const token = (await refresh()).access_token
	const auth = (more) => call('/sns/auth', { access_token: token, openid: ANN, ...more })
	assert.equal((await auth()).errcode, 0)
	assert.equal((await auth({ openid: 'oSomebodyElse' })).errcode, 40003)
	assert.equal(
		(await call('/sns/userinfo', { access_token: token, openid: ANN, lang: 'zh_CN' })).openid,
		ANN
	)
	const base = await exchange(await newCode())
	assert.equal(
		(await call('/sns/userinfo', { access_token: base.access_token, openid: ANN })).errcode,
		48001
	)
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

test('with --demo an ordinary browser picks a user and goes back with a code', async () => {
	const demo = await startSim('wechat', [
		'--appid',
		APP,
		'--redirect-host',
		'127.0.0.1:8080',
		'--demo',
	])
	try {
		const hand = new Client({ base: demo.url, ua: BROWSER_UA })
		const pick = async (choice) => {
			const page = await hand.get(link())
			assert.equal(page.status, 200)
			const ticket = /name="ticket" value="([^"]+)"/.exec(page.text)[1]
			assert.ok(page.text.includes(`value="${ANN}"`))
			return new URL(
				(await hand.post('/connect/oauth2/confirm', { ticket, ...choice })).location
			)
		}
		const code = (await pick({ openid: ANN })).searchParams.get('code')
		const query = new URLSearchParams({
			appid: APP,
			secret: SECRET,
			code,
			grant_type: 'authorization_code',
		})
		assert.equal((await hand.get(`/sns/oauth2/access_token?${query}`)).json.openid, ANN)
		assert.equal((await pick({ choice: 'deny' })).searchParams.has('code'), false)
	} finally {
		await demo.stop()
	}
})

await end()

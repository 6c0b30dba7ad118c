// Each answer that WeChat's documents know, to the question who came: what leads back to the sign-in, what asks for patience, what is
// an alarm; a code that ran out on the simulator's clock; answers that are none. Nobody is signed in by any of them, no page breaks.
// log-allowed: error account (wechat: errcode |ERR_REMOTE |ERR_BAD_REQUEST json)
import { Client, assert, end, openid, sql, status, test, value, wechatSim } from './lib.mjs'

const ACCOUNT = '/sns/oauth2/access_token'
async function toCallback(client, who, to) {
	const start = status(await client.startWechat(to), 303)
	return status(await client.get(start.location, { headers: { 'X-Sim-User': who } }), 302).location
}
async function withFault(rule, fn) {
	await wechatSim('faults', { rules: [{ path: ACCOUNT, ...rule }] })
	return fn().finally(() => wechatSim('faults', { rules: [] }))
}
/** Where a sign-in ends that WeChat answers so: the path, and why. */
async function ends(rule) {
	const c = new Client(), who = openid()
	sql("DELETE FROM throttle")
	const back = await toCallback(c, who, '/recruit/')
	const r = status(await withFault(rule, () => c.get(back)), 303, JSON.stringify(rule))
	const to = new URL(r.location)
	assert.equal(c.jar.get('zyz'), undefined, 'no session')
	assert.equal(value('SELECT COUNT(*) FROM wechat_account WHERE openid = ?', [who]), '0')
	assert.ok(!to.search.includes('code='))
	assert.ok([200, 303].includes((await c.get(r.location)).status))
	return to.searchParams.get('why') ?? to.pathname
}

const TABLE = {
	'/account/wechat/start': [40029, 40163, 42003, 40030, 42002, 42007],
	busy: [-1, 45009, 45011],
	trouble: [40013, 40125, 40243, 40164, 40002, 41002, 41004, 41008, 43002, 43003, 44002, 47001, 48001, 48004, 50002],
}
for (const [where, codes] of Object.entries(TABLE))
	test(`${codes.join(', ')}: ${where}`, async () => {
		for (const errcode of codes)
			assert.equal(await ends({ kind: 'errcode', errcode, errmsg: 'as documented rid: 1-2-3' }), where, String(errcode))
	})

test('a number that no document knows is an alarm, too', async () => {
	assert.equal(await ends({ kind: 'errcode', errcode: 99999, errmsg: 'new' }), 'trouble')
})

test('a code that ran out by the clock begins anew, once; then the page says so', async () => {
	const c = new Client(), who = openid()
	sql("DELETE FROM throttle")
	const late = async () => {
		const back = await toCallback(c, who, '/recruit/')
		await wechatSim('clock', { skew: 301 })
		return c.get(back).finally(() => wechatSim('clock', { skew: 0 }))
	}
	const again = status(await late(), 303)
	assert.equal(new URL(again.location).pathname, '/account/wechat/start')
	assert.equal(new URL(again.location).searchParams.get('to'), '/recruit/')
	const over = status(await late(), 303)
	assert.equal(new URL(over.location).searchParams.get('why'), 'again')
	assert.equal(c.jar.get('zyz'), undefined)
	assert.equal((await c.wechatUser(who)).url.pathname, '/account/register', 'the next one works')
})

await end()

// WeChat's half of the JS-SDK: late, checked by the simulator, and with the shapes of each system.
// Needs no suite.
import vm from 'node:vm'
import { Client, assert, cleanup, control, end, startSim, test } from './lib.mjs'
import { jsSignature } from '../sims/wechat/token.mjs'
import { WechatClient, pageHalf } from '../sims/wechat/bridge.mjs'

const APP = 'wx1234567890abcdef'
const SECRET = 'demo-secret-of-the-simulator-0001'
const HREF = 'http://127.0.0.1:8080/activity/mine#wechat_redirect'
const sim = await startSim('wechat', ['--appid', APP, '--redirect-host', '127.0.0.1:8080'])
cleanup(() => sim.stop())

async function ticket() {
	const token = await fetchJson('/cgi-bin/stable_token', {
		grant_type: 'client_credential',
		appid: APP,
		secret: SECRET,
	})
	return (
		await fetchJson(`/cgi-bin/ticket/getticket?access_token=${token.access_token}&type=jsapi`)
	).ticket
}

async function fetchJson(path, body) {
	const client = new Client({ base: sim.url })
	return (
		body
			? await client.request('POST', path, { body: JSON.stringify(body) })
			: await client.get(path)
	).json
}

const config = async (list, changes = {}) => ({
	verifyAppId: APP,
	verifyNonceStr: 'n1',
	verifyTimestamp: '1700000000',
	verifyJsApiList: list,
	verifySignature: jsSignature({
		ticket: await ticket(),
		noncestr: 'n1',
		timestamp: '1700000000',
		url: HREF,
	}),
	...changes,
})

async function configured(kind, list, answers) {
	const client = new WechatClient(sim.url, { kind, answers })
	assert.deepEqual(
		await client.invoke({ name: 'preVerifyJSAPI', args: await config(list), href: HREF }),
		{ errMsg: 'config:ok' }
	)
	return (name, args = {}) => client.invoke({ name, args, href: HREF })
}

test('a wrong signature grants nothing', async () => {
	const client = new WechatClient(sim.url)
	const args = await config(['scanQRCode'], { verifySignature: '0'.repeat(40) })
	assert.match(
		(await client.invoke({ name: 'preVerifyJSAPI', args, href: HREF })).errMsg,
		/^config:fail.*63002,invalid signature/
	)
	assert.equal(
		(await client.invoke({ name: 'scanQRCode', args: {}, href: HREF })).err_msg,
		'scanQRCode:permission denied'
	)
	assert.equal(client.calls.length, 2)
})

test('only what was asked for is granted', async () => {
	const call = await configured('android', ['chooseImage'])
	assert.equal((await call('scanQRCode')).err_msg, 'scanQRCode:permission denied')
	assert.equal((await call('chooseImage')).err_msg, 'chooseImage:ok')
	assert.equal((await call('noSuchThing')).err_msg, 'noSuchThing:function not exist')
})

test('shapes of Android and iOS', async () => {
	const answers = { scanQRCode: 'https://a.example/x', chooseImage: ['l1', 'l2'] }
	const android = await configured('android', ['scanQRCode', 'chooseImage'], answers)
	const ios = await configured('ios', ['scanQRCode', 'chooseImage'], answers)
	assert.equal((await android('scanQRCode')).resultStr, 'https://a.example/x')
	assert.equal(
		(await ios('scanQRCode')).resultStr,
		'{"scan_code":{"scan_result":"https://a.example/x"}}'
	)
	assert.equal((await android('chooseImage')).localIds, '["l1","l2"]')
	assert.deepEqual((await ios('chooseImage')).localIds, ['l1', 'l2'])
	assert.equal(
		(await android('checkJsApi', { jsApiList: ['scanQRCode', 'geoLocation'] })).checkResult,
		'{"scanQRCode":true,"geoLocation":false}'
	)
})

test('a person may cancel', async () => {
	const call = await configured('ios', ['scanQRCode'], { fail: { scanQRCode: 'cancel' } })
	assert.equal((await call('scanQRCode')).err_msg, 'scanQRCode:cancel')
})

test("the page's bridge appears late, says so, and passes calls on with its address", async () => {
	const seen = []
	const document = new EventTarget()
	const window = {
		__wechatClient: async (call) => {
			seen.push(call)
			return { err_msg: 'closeWindow:ok' }
		},
	}
	const ready = new Promise((resolve) =>
		document.addEventListener('WeixinJSBridgeReady', resolve)
	)
	vm.runInNewContext(`(${pageHalf})()`, {
		window,
		document,
		location: { href: HREF },
		setTimeout,
		Event,
	})
	assert.equal(window.WeixinJSBridge, undefined)
	await ready
	const result = await new Promise((resolve) =>
		window.WeixinJSBridge.invoke('closeWindow', { a: 1 }, resolve)
	)
	assert.deepEqual(result, { err_msg: 'closeWindow:ok' })
	assert.deepEqual(
		seen.map(({ name, args, href }) => [name, args.a, href]),
		[['closeWindow', 1, HREF]]
	)
})

test('control answers an unknown name with the list of names', async () => {
	await assert.rejects(control(sim.url, 'nothing'), /404 .*jsapi/)
})

await end()

// The JS-SDK inside WeChat: the real weixin-js-sdk, our signature, and the client's half as the simulator has it, on Android
// and on iOS: what a page says of itself when it is passed on, the scanner of a leader, and a configuration that is refused.
import { Client, assert, end, newVolunteer, status, test, until } from '../http/lib.mjs'
import { newActivity, roomToday, staff } from '../http/lib/activity.mjs'
import { control } from '../sims/start.mjs'
import { USER_AGENTS, installBridge } from '../sims/wechat/bridge.mjs'
import { asVolunteer } from './lib/people.mjs'
import { base, phone, tallies } from './lib/browser.mjs'

const { WECHAT_SIM } = process.env
const host = new URL(base).host
await control(WECHAT_SIM, 'set', { jsDomains: [host] })

async function inside(kind, answers = {}) {
	const page = await phone({ userAgent: USER_AGENTS[kind] })
	return { page, wechat: await installBridge(page.context(), WECHAT_SIM, { kind, answers }) }
}
const called = (wechat, name) => until(() => wechat.calls.find((c) => c.name === name), 15_000, { what: name })

for (const kind of ['android', 'ios'])
	test(`on ${kind} a page that is passed on says what it is`, async () => {
		const { page, wechat } = await inside(kind)
		await page.goto('/recruit/?days=week#wechat_redirect')
		assert.equal((await called(wechat, 'preVerifyJSAPI')).result.errMsg, 'config:ok')
		const { args } = await called(wechat, 'updateAppMessageShareData')
		assert.equal(args.title, (await page.title()).split(' - ')[0])
		assert.ok(args.desc.length > 5)
		assert.equal(args.link, `${base}/recruit/`)
		assert.equal((await new Client().get(new URL(args.imgUrl).pathname)).status, 200)
		await called(wechat, 'updateTimelineShareData')
		// Its own report to Tencent, with the page's address, is what the policy forbids.
		assert.deepEqual(tallies(page).errors.filter((e) => !e.includes('https://open.weixin.qq.com/sdk/report?')), [])
	})

test('a page of one person says nothing, and asks for no signature', async () => {
	const who = await newVolunteer()
	const { page, wechat } = await inside('android')
	await asVolunteer(page, who.openid, '/account/me')
	assert.equal(await page.locator('meta[property^="og:"]').count(), 0)
	await page.waitForLoadState('networkidle')
	assert.deepEqual(wechat.calls.filter((c) => c.name !== 'getNetworkType').map((c) => c.name), [])
})

await roomToday()
const leader = await newVolunteer({ name: '李带队' })
const activity = await newActivity(await staff('liwei'), { volunteers: [await newVolunteer()], plan: { leader_no: leader.no } })
const board = `/activity/manage/${activity.no}/board`

for (const kind of ['android', 'ios'])
	test(`on ${kind} the leader scans a card, and stands at its page`, async () => {
		const { page, wechat } = await inside(kind, { scanQRCode: `${base}/activity/card?k=none` })
		await asVolunteer(page, leader.openid, board)
		const scan = page.locator('[data-scan]')
		await scan.waitFor()
		await Promise.all([page.waitForURL('**/activity/card?k=none'), scan.click()])
		assert.deepEqual((await called(wechat, 'scanQRCode')).args.scanType, ['qrCode'])
	})

test('a code that is not ours is named, and leads nowhere', async () => {
	const { page } = await inside('android', { scanQRCode: 'https://example.invalid/activity/card?k=x' })
	await asVolunteer(page, leader.openid, board)
	await page.locator('[data-scan]').click()
	await page.locator('[data-scan] + .note').waitFor()
	assert.equal(new URL(page.url()).pathname, board)
})

test('a configuration that is refused leaves the page as it is without WeChat', async () => {
	await control(WECHAT_SIM, 'set', { jsDomains: ['elsewhere.invalid'] })
	try {
		const { page, wechat } = await inside('ios')
		await asVolunteer(page, leader.openid, board)
		assert.match((await called(wechat, 'preVerifyJSAPI')).result.errMsg, /^config:(fail|invalid)/)
		await called(wechat, 'checkJsApi')
		assert.equal(await page.locator('[data-scan]').isVisible(), false)
	} finally {
		await control(WECHAT_SIM, 'set', { jsDomains: [host] })
	}
})

test('the file that proves the domain is its content and nothing else; a page of others is not signed', async () => {
	const r = status(await new Client().get('/MP_verify_DemoDemoDemoDemo.txt'), 200)
	assert.equal(r.text, 'DemoDemoDemoDemo')
	assert.match(r.headers['content-type'], /^text\/plain/)
	status(await new Client().get('/MP_verify_0000000000000000.txt'), 404)
	const ask = (referer) => fetch(`${base}/account/wechat/config`, { headers: { referer, accept: 'application/json' } })
	assert.equal((await ask(`${base}/recruit/`)).status, 200)
	for (const other of ['https://example.invalid/', `${base}.example.invalid/`, '', 'about:blank'])
		assert.equal((await ask(other)).status, 404, other)
})
await end()

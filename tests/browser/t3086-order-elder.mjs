// t3086-order-elder.mjs - a resident's pages of an order, as an elder has them: in each state on a phone of 390 px and on a small one
// of 360 in the largest letters, by the checks of every page; and placed, followed, taken back and rated without scripts.
import { asVolunteer, assert, Client, end, fill, look, mobile, newVolunteer, phone, press, sql, staff, status, tallies, test, value } from './lib.mjs'
import { elderly, tooWide } from './lib/in_page.mjs'
import { roomToday } from '../http/lib/activity.mjs'
import { comes, post, send, soon, stateOf } from '../http/lib/order.mjs'

await roomToday()
const clerk = await staff('liwei')
const reviewer = await staff('wangfang')
const SMALL = { viewport: { width: 360, height: 640 } }
const screens = [
	{ name: 'elder', page: await phone({ viewport: { width: 390, height: 844 } }), font: '' },
	{ name: 'elder-xl', page: await phone(SMALL), font: 'font=xl' },
	{ name: 'elder-bare', page: await phone({ ...SMALL, javaScriptEnabled: false }), font: 'font=xl', bare: true },
]
/** The checks of every page; without scripts axe cannot run, and the page's markup is that of the other two. */
async function seen(s, name, { status: wanted = 200 } = {}) {
	if (!s.bare) return look(s.page, `${s.name}-${name}`, { status: wanted })
	const found = [...(await s.page.evaluate(elderly, { text: 18, main: 60, rest: 44 })), ...(await s.page.evaluate(tooWide)), ...tallies(s.page).errors.splice(0)]
	assert.deepEqual(found, [], `${name} without scripts`)
	assert.equal(tallies(s.page).status, wanted)
}
async function goes(s, path, name) {
	await s.page.goto(path)
	await seen(s, name)
}
const main = (page) => page.locator('main').innerText()

/** One as a resident placed it, without an account. */
async function ordered() {
	const form = { name: '李秀英', phone: mobile(), consent: '1', station: '1', category: '0001', detail: '客厅的灯不亮了，够不着，想请人来看看', address: '3 号楼 2 单元 401' }
	const at = new URL(status(await new Client({ from: '127.0.86.1' }).submit('/order/new?station=1&free=1', form, { to: '/order/new' }), 303).location)
	return { no: at.pathname.split('/')[2], k: at.searchParams.get('k'), at: at.pathname + at.search }
}
const desk = (o, verb, form = {}) => clerk.post(`/order/desk/${o.no}/${verb}`, form).then((r) => status(r, 303, verb))

/** The way of an order, step by step; each step goes on from the one before it. */
const STEPS = {
	to_accept: () => {},
	to_dispatch: (o) => desk(o, 'accept'),
	dispatched: async (o) => status(await send(clerk, o.no, (o.v = await newVolunteer({ name: '欧阳小云' }))), 303),
	taken: async (o) => status(await post(o.v, o.no, 'take'), 303),
	agreed: async (o) => status(await post(o.v, o.no, 'agree', { visit_at: soon(), minutes: '60' }), 303),
	serving: async (o) => {
		comes(o.no)
		status(await post(o.v, o.no, 'arrive'), 303)
	},
	to_rate: (o) => desk(o, 'served', { how: '居民没有手机' }),
	done: (o) => desk(o, 'rate', { score: '5' }),
}
async function until(state, o) {
	for (const [name, go] of Object.entries(STEPS)) {
		await go(o)
		if (name === state) return o
	}
	throw new Error(state)
}
const reached = async (state) => until(state, await ordered())

/** state, what makes it, what the page must say; `stands`: the word of the database, where it is another. */
const STATES = [
	['to_accept', () => reached('to_accept'), /已经收到，站点很快联系您/],
	['to_dispatch', () => reached('to_dispatch'), /正在找志愿者/],
	['dispatched', () => reached('dispatched'), /已经请了志愿者/],
	['taken', () => reached('taken'), /志愿者已接单，等上门/],
	['agreed', () => reached('agreed'), /会来帮您[^]*\d\d:\d\d/, 'taken'],
	['serving', () => reached('serving'), /志愿者正在服务/],
	['to_rate', () => reached('to_rate'), /这次帮得怎么样/],
	['done', () => reached('done'), /您的评价：\s*非常满意/],
	['case', async () => {
		const o = await reached('to_rate')
		await desk(o, 'rate', { score: '2', comment: '来晚了' })
		return o
	}, /最迟答复/, 'done'],
	['answered', async () => {
		const o = await reached('to_rate')
		await desk(o, 'rate', { score: '1', comment: '没有修好' })
		const no = value('SELECT c.no FROM complaint c JOIN service_order o ON o.id = c.order_id WHERE o.no = ?', [o.no])
		await reviewer.getJson(`/order/cases/${no}`)
		status(await reviewer.post(`/order/cases/${no}/answer`, { verdict: 'upheld', result: '已换人再去，电工周二上午到' }), 303)
		return o
	}, /电工周二上午到/, 'done'],
	['declined', async () => {
		const o = await reached('to_dispatch')
		await desk(o, 'decline', { reason: '要专业电工，已转社区' })
		return o
	}, /志愿站办不了[^]*要专业电工/],
	['cancelled', async () => {
		const o = await reached('taken')
		await desk(o, 'cancel')
		return o
	}, /您已撤回/],
]

for (const [name, make, words, stands = name] of STATES)
	test(`followed while it is ${name}`, async () => {
		const o = await make()
		assert.equal(stateOf(o.no), stands)
		for (const s of screens) {
			await goes(s, `${o.at}&${s.font}`, `follow-${name}`)
			assert.match(await main(s.page), words)
			assert.doesNotMatch(await main(s.page), /401/, 'where they live is on no page that a link opens')
		}
	}, { timeout: 120_000 })

for (const s of screens) {
	test(`placed from the menu, mended, followed and taken back (${s.name})`, async () => {
		const { page } = s
		await goes(s, `/order/new?station=1&${s.font}`, 'menu')
		for (const number of ['120', '119', '110']) assert.equal(await page.locator(`a[href="tel:${number}"]`).count(), 1)
		await Promise.all([page.waitForNavigation(), page.getByRole('link', { name: /^陪同看病/ }).click()])
		await seen(s, 'new')
		assert.equal(await page.locator('[name=consent]').isChecked(), false, 'nobody agrees for them')
		await page.getByText('越快越好', { exact: true }).click()
		await fill(page, '还有什么要告诉我们', '去区医院复查，走路慢，要人扶')
		await fill(page, '怎么称呼您', '李秀英')
		await fill(page, '您的电话', '1390913000')
		await fill(page, '到哪里找您', '3 号楼 2 单元 401')
		await press(page, '提交')
		await seen(s, 'new-wrong', { status: 422 })
		assert.match(await page.title(), /^错误/)
		assert.equal(await page.locator('#f-detail').inputValue(), '去区医院复查，走路慢，要人扶')
		await fill(page, '您的电话', mobile())
		await page.getByText(/^我同意志愿站/).click()
		await press(page, '提交')
		await seen(s, 'placed')
		const no = /D\d{10,}/.exec(page.url())[0]
		assert.equal(stateOf(no), 'to_accept')
		const at = page.url()
		await page.getByText('换个时间', { exact: true }).click()
		await fill(page, '希望哪天', '2026-01-05')
		await press(page, '改时间')
		await seen(s, 'when-wrong', { status: 422 })
		assert.ok(await page.locator('#f-wished_on').isVisible(), 'the box that is wrong is there')
		await page.goto(at)
		await takeBack(s)
		await seen(s, 'taken-back')
		assert.match(await main(page), /您已撤回/)
		assert.equal(stateOf(no), 'cancelled')
	}, { timeout: 120_000 })

	test(`in their own words (${s.name})`, async () => {
		await goes(s, `/order/new?station=1&free=1&${s.font}`, 'free')
		await press(s.page, '提交')
		await seen(s, 'free-wrong', { status: 422 })
		const first = s.page.locator('[role=alert] a').first()
		assert.equal(await s.page.locator(await first.getAttribute('href')).count(), 1, 'the list leads to the box')
	}, { timeout: 120_000 })

	test(`the digits are read out, the service is rated (${s.name})`, async () => {
		const o = await reached('serving'), { page } = s
		sql('UPDATE home_service SET arrived_at = arrived_at - INTERVAL 20 MINUTE WHERE source_no = ?', [o.no])
		await page.goto(`${o.at}&${s.font}`)
		await press(page, '服务做完了，看确认码')
		await seen(s, 'code')
		const box = await page.locator('.code strong').boundingBox()
		assert.ok(box.y + box.height <= 844, `the digits stand on the first screen, not at ${box.y}`)
		const digits = (await page.locator('.code strong').innerText()).replace(/\s/g, '')
		status(await post(o.v, o.no, 'confirm', { digits }), 303)
		await page.goto(`${o.at}&${s.font}`)
		await press(page, '提交评价')
		await seen(s, 'rate-wrong', { status: 422 })
		await page.getByText('非常满意', { exact: true }).click()
		await fill(page, '想说的话', '小伙子很耐心')
		await press(page, '提交评价')
		await seen(s, 'rated')
		assert.match(await main(page), /您的评价：\s*非常满意/)
		assert.equal(value('SELECT CONCAT(score, comment) FROM rating r JOIN service_order o ON o.id = r.order_id WHERE o.no = ?', [o.no]), '5小伙子很耐心')
	}, { timeout: 120_000 })
}

/** What gives something up is asked once more. */
async function takeBack(s) {
	await s.page.getByText('不需要了', { exact: true }).click()
	await seen(s, 'take-back')
	await press(s.page, '确定不要了')
}
await end()

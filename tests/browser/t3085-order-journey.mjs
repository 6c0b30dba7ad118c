// t3085-order-journey.mjs - an order from the telephone to the platform: typed down while an elder speaks, by keyboard alone; the
// station sends whom the page proposes; the volunteer takes it, agrees on a time and serves with the resident's six digits;
// the resident reads each step, rates it badly, and is answered; the hour is reviewed, noticed, effective, and reported.
//
// No test moves the clock: where the thread waits for an hour to come, the rows of that visit are moved.
import { randomBytes, randomInt } from 'node:crypto'
import { comes, soon } from '../http/lib/order.mjs'
import { finish, noticeOver, roomToday } from '../http/lib/activity.mjs'
import { asVolunteer, assert, atDesk, end, fill, mobile, newVolunteer, phone, platformSim, press, sql, until, value } from './lib.mjs'
import { look, step, visit } from './lib/walk.mjs'

await roomToday()
/** What thirty seconds of typing hold. */
const KEYS = 90
const elder = { phone: mobile(), said: `灯不亮了${randomInt(1e4)}` }
const helper = await newVolunteer({ name: '蒋小雅' })
const seen = {}
let clerk, reviewer, resident, me
const main = (page) => page.locator('main').innerText()
const row = () => sql(`SELECT o.*, a.no AS activity_no FROM service_order o LEFT JOIN activity a ON a.id = o.activity_id WHERE o.no = ?`, [seen.no])[0]
const record = () => sql(`SELECT r.* FROM service_record r JOIN activity a ON a.id = r.activity_id WHERE a.no = ?`, [seen.activity])[0]
const pressIn = (page, selector, name) => Promise.all([page.waitForNavigation(), page.locator(selector).getByRole('button', { name }).click()])

step('everybody is at their screen', async () => {
	clerk = await atDesk('liwei', { viewport: { width: 1366, height: 768 } })
	reviewer = await atDesk('wangfang')
	resident = await phone()
	me = await phone()
	await asVolunteer(me, helper.openid, '/order/mine')
})

/** Counts what a hand does: Chinese is typed by its sounds, and a key chooses the word. */
function hand(page) {
	let keys = 0
	return {
		key: async (key, times = 1) => {
			for (let i = 0; i < times; i++) await page.keyboard.press(key)
			keys += times
		},
		digits: async (text) => {
			await page.keyboard.type(text)
			keys += text.length
		},
		words: async (text, sounds) => {
			await page.keyboard.insertText(text)
			keys += sounds.length + 1
		},
		/** To the field of this name, by Tab. */
		to: async function (name) {
			for (let i = 0; i < 30; i++) {
				if (await page.evaluate((n) => document.activeElement?.name === n, name)) return
				await this.key('Tab')
			}
			assert.fail(`Tab never comes to ${name}`)
		},
		get keys() {
			return keys
		},
	}
}

step('an elder calls: what is said is typed by keyboard alone, in so few keys', async () => {
	await clerk.goto('/order/')
	const h = hand(clerk)
	await Promise.all([clerk.waitForURL('**/order/desk/new'), h.key('n')])
	await look(clerk, 'order-call')
	await clerk.goto('/order/desk/new')
	assert.equal(await clerk.evaluate(() => document.activeElement.name), 'phone', 'the first that is said is typed at once')
	await h.digits(elder.phone)
	await h.to('name')
	await h.words('魏桂兰', 'weiguilan')
	await h.to('address')
	await h.words('3 号楼 401', '3haolou401')
	await h.to('detail')
	await h.words(elder.said, 'dengbuliangle1234')
	await h.to('category')
	await h.key('ArrowDown')
	await h.to('consent')
	await h.key('Space')
	await Promise.all([clerk.waitForURL(/\/order\/desk\/D\d+/), h.key('Enter')])
	assert.ok(h.keys <= KEYS, `${h.keys} keys, not ${KEYS}`)
	seen.no = /D\d{10,}/.exec(clerk.url())[0]
	assert.equal(row().state, 'to_dispatch')
	// Whoever telephones has no page of their own; this one is given a key, to see what a page shows.
	seen.k = randomBytes(12).toString('hex')
	sql('UPDATE service_order SET key_hash = UNHEX(SHA2(?, 256)) WHERE no = ?', [seen.k, seen.no])
	seen.page = `/order/${seen.no}?k=${seen.k}`
})

/** The resident's page, as it stands at this stop. */
async function follows(name, words, stop) {
	await visit(resident, seen.page, `order-follow-${name}`)
	assert.match(await main(resident), words)
	if (stop) assert.match(await resident.locator('[aria-current=step]').innerText(), stop)
}

step('whom to send is proposed with the reasons, and one is sent', async () => {
	await follows('accepted', /站点已核实，正在找志愿者/, /^站点已核实/)
	await clerk.goto(`/order/desk/${seen.no}`)
	await look(clerk, 'order-dispatch')
	const rows = clerk.locator('form[action$="/send"] tbody tr')
	assert.ok((await rows.count()) >= 3)
	const why = await rows.locator('td.wrap').allInnerTexts()
	assert.ok(why.every((w) => w.trim().length >= 4), why.join())
	const theirs = rows.filter({ has: clerk.locator(`[value="${helper.no}"]`) })
	for (const tick of await rows.locator('input[type=checkbox]').all()) await tick.uncheck()
	if (await theirs.count()) await theirs.locator('input[type=checkbox]').check()
	else await fill(clerk, '派给别人', helper.no)
	await press(clerk, '派给选中的人')
	await look(clerk, 'order-sent')
	assert.match(await main(clerk), /蒋小雅/)
	await follows('asked', /已经请了志愿者，等他们答复/, /^站点已核实/)
})

step('the volunteer is asked on the phone, takes it, and only then sees who it is', async () => {
	await visit(me, '/order/mine', 'order-mine')
	await me.locator(`a[href="/order/mine/${seen.no}"]`).click()
	await me.waitForLoadState()
	await look(me, 'order-asked')
	assert.doesNotMatch(await main(me), new RegExp(`${elder.phone}|魏桂兰`))
	await press(me, '我来接')
	await look(me, 'order-taken')
	for (const part of [elder.phone, '魏桂兰', '3 号楼 401']) assert.ok((await main(me)).includes(part), part)
	assert.equal(await me.locator(`a[href="tel:${elder.phone}"]`).count(), 1)
	await follows('taken', /志愿者已接单，等上门/, /^志愿者已接单/)
})

step('they agree on a time, and the volunteer comes', async () => {
	await fill(me, '上门时间', soon(3))
	await fill(me, '大约几分钟', '60')
	await press(me, '记下时间')
	await look(me, 'order-agreed')
	await follows('agreed', /蒋小雅 会来帮您/)
	// As if it had been agreed earlier: the hour has come.
	comes(seen.no)
	await me.reload()
	await press(me, '我到了，开始服务')
	await look(me, 'order-serving')
	sql('UPDATE home_service SET arrived_at = arrived_at - INTERVAL 20 MINUTE WHERE source_no = ?', [seen.no])
	seen.activity = row().activity_no
	await follows('serving', /志愿者正在服务/, /^志愿者已接单/)
})

step('the resident reads out six digits, and they end the service', async () => {
	await press(resident, '服务做完了，看确认码')
	await look(resident, 'order-code')
	const code = resident.locator('.code strong')
	seen.code = (await code.innerText()).replace(/\s/g, '')
	assert.match(seen.code, /^\d{6}$/)
	assert.ok((await code.evaluate((el) => parseFloat(getComputedStyle(el).fontSize))) >= 36, 'it can be read across a table')
	await fill(me, '居民告诉您的六位确认码', seen.code === '000000' ? '000001' : '000000')
	await press(me, '提交确认码')
	await look(me, 'order-wrong-code', { status: 422 })
	await fill(me, '居民告诉您的六位确认码', seen.code)
	await press(me, '提交确认码')
	await look(me, 'order-served')
	await me.goto(`/order/mine/${seen.no}`)
	assert.doesNotMatch(await main(me), new RegExp(elder.phone), 'the number is gone from the phone')
	assert.equal(record().evidence, 'met')
})

step('it was no good: a case is opened with a clock, and the resident sees it', async () => {
	await follows('rate', /服务完成，请您评价/, /^请您评价/)
	await resident.getByLabel('不满意', { exact: true }).check()
	await fill(resident, '想说的话', '来晚了一个小时')
	await press(resident, '提交评价')
	await look(resident, 'order-rated')
	assert.match(await main(resident), /站点正在核查，最迟答复/)
	seen.case = sql('SELECT c.* FROM complaint c JOIN service_order o ON o.id = c.order_id WHERE o.no = ?', [seen.no])[0]
	assert.equal(seen.case.state, 'open')
	assert.ok(seen.case.due_on)
})

step('somebody else answers the case, and the resident reads the answer', async () => {
	await visit(clerk, '/order/cases', 'order-cases')
	await visit(reviewer, `/order/cases/${seen.case.no}`, 'order-case')
	await reviewer.getByLabel('属实', { exact: true }).check()
	await fill(reviewer, '答复', '已道歉，下次提前联系')
	await press(reviewer, '答复')
	await look(reviewer, 'order-case-answered')
	await follows('answered', /已道歉，下次提前联系/)
})

step('the hour is reviewed by another, stands under notice, and takes effect', async () => {
	finish(seen.activity)
	await until(() => record().state === 'to_review' && value('SELECT state FROM activity WHERE no = ?', [seen.activity]) === 'recording', 60_000,
		{ what: 'the visit is over' })
	await visit(reviewer, `/activity/manage/review?activity=${seen.activity}`, 'order-review')
	await press(reviewer, record().no)
	await look(reviewer, 'order-record')
	await pressIn(reviewer, 'main', /^通过/)
	await until(() => record().state === 'notice', 10_000, { what: 'it stands under notice' })
	noticeOver(seen.activity)
	await reviewer.goto(`/activity/manage/${seen.activity}`)
	await press(reviewer, '公示期满，办理生效')
	await until(() => record().state === 'effective', 20_000, { what: 'it took effect' })
	await visit(me, '/activity/hours', 'order-hours')
})

step('it is reported to the platform, and every row stands as it should', async () => {
	const line = () => sql('SELECT o.state FROM outbox o JOIN service_record r ON r.uid = o.record_uid WHERE r.no = ?', [record().no])[0]
	await until(() => line()?.state === 'accepted', 30_000, { what: 'the platform accepted it' })
	assert.ok((await platformSim('dump')).some((held) => JSON.stringify(held).includes('上门服务')))
	const order = row()
	assert.equal(order.state, 'done')
	assert.equal(order.channel, 'phone')
	for (const sealed of ['name_sealed', 'phone_sealed', 'address_sealed']) assert.doesNotMatch(String(order[sealed]), /魏|401|^1\d{10}$/)
	assert.deepEqual(sql(`SELECT d.state, v.no FROM dispatch d JOIN volunteer v ON v.person_id = d.person_id WHERE d.order_id = ?`, [order.id]),
		[{ state: 'accepted', no: helper.no }])
	assert.deepEqual(sql('SELECT score, comment, by_staff FROM rating WHERE order_id = ?', [order.id]), [{ score: '2', comment: '来晚了一个小时', by_staff: '0' }])
	assert.equal(value('SELECT state FROM complaint WHERE no = ?', [seen.case.no]), 'upheld')
	assert.equal(value('SELECT state FROM home_service WHERE source_no = ?', [seen.no]), 'confirmed')
	const done = sql(`SELECT action FROM audit WHERE target = 'order' AND target_id = ? ORDER BY id`, [order.id]).map((a) => a.action)
	for (const action of ['order.add', 'order.accept', 'order.send', 'order.claim', 'order.agree', 'order.start', 'order.serve', 'order.rate'])
		assert.ok(done.includes(action), `${action} in ${done.join(' ')}`)
	assert.equal(value(`SELECT COUNT(*) FROM service_record WHERE activity_id = ? AND logger_id IS NULL AND minutes BETWEEN 15 AND 60`, [order.activity_id]), '1')
})
await end()
